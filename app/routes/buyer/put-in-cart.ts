import { readerFor } from "~/modules/catalog/index.server";
import { cartRefusalText, ownCartOf, putInCart, putInCartInput, tellCartCount } from "~/modules/orders/index.server";
import { db } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { drawCartVisit } from "~/platform/http/cart-visit.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { rememberDestination } from "~/platform/http/first-visit.server";
import { parseForm } from "~/platform/http/form.server";
import { forVisitor } from "~/platform/http/openers.server";

/** One tap on a listing. Public pages look the same to everybody and hold no key: the number is how many are wanted, not how many more. */
export const action = forVisitor(async ({ buyer, request, url, paths, visit }) => {
  const form = await parseForm(request, putInCartInput);
  const { listing, variant, quantity } = orNotFound(form.ok ? form.value : undefined);
  const known = await ownCartOf(db, request, buyer);
  const drawn = buyer || known.visitDigest !== undefined ? undefined : drawCartVisit();
  const owner = { userId: buyer?.userId, visitDigest: known.visitDigest ?? drawn?.digest };
  const reader = await readerFor(db, url);
  const from = { owner, reader, clientAddress: visit.clientAddress };

  const put = await putInCart(db, from, { listingId: listing, sku: variant, quantity });

  const asked = put.ok && put.value.quantity !== quantity ? quantity : undefined;
  const said = put.ok ? { put: listing, asked } : { problem: cartRefusalText[put.refusal]() };
  const told = [await tellCartCount(db, owner), rememberDestination(reader.destination)];
  return redirectWith(paths.cart({ ...said, left: known.leftOut || undefined }), [
    ...told,
    ...(drawn ? [drawn.cookie] : []),
  ]);
});

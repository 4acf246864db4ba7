import { chooseDelivery, deliveryInput, ownCartOf } from "~/modules/orders/index.server";
import { db } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { parseForm } from "~/platform/http/form.server";
import { forVisitor } from "~/platform/http/openers.server";

/** How what is taken of one seller is to be brought. */
export const action = forVisitor(async ({ buyer, request, url, paths }) => {
  const form = await parseForm(request, deliveryInput);
  const { seller, kind, service } = orNotFound(form.ok ? form.value : undefined);
  const owner = await ownCartOf(db, request, buyer);

  await chooseDelivery(db, owner, { sellerId: seller, kind, service });

  const pay = url.searchParams.get("pay") ?? undefined;
  return redirectWith(paths.cart({ pay, left: owner.leftOut || undefined }));
});

import {
  cartRefusalText,
  changeCartLine,
  changeLineInput,
  ownCartOf,
  tellCartCount,
} from "~/modules/orders/index.server";
import { db } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { parseForm } from "~/platform/http/form.server";
import { forVisitor } from "~/platform/http/openers.server";

/** How many of a line are wanted; none takes it out. Posted twice it is the same. */
export const action = forVisitor(async ({ buyer, request, url, paths }) => {
  const form = await parseForm(request, changeLineInput);
  const { line, quantity } = orNotFound(form.ok ? form.value : undefined);
  const owner = await ownCartOf(db, request, buyer);

  const changed = await changeCartLine(db, owner, { lineId: line, quantity });

  const problem = changed.ok ? undefined : cartRefusalText[changed.refusal]();
  const cart = paths.cart({ pay: url.searchParams.get("pay") ?? undefined, problem, left: owner.leftOut || undefined });
  return redirectWith(cart, [await tellCartCount(db, owner)]);
});

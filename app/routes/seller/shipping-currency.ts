import { redirect } from "@remix-run/node";
import { changeShippingCurrency, currencyInput } from "~/modules/sellers/index.server";
import { db } from "~/platform/db/db.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { parseForm } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";

export const loader = forSeller("manager", ({ paths }) => Promise.resolve(redirect(paths.shipping())));

/** The page of all ways says what came of it. */
export const action = forSeller("manager", async ({ seller, request, paths }) => {
  const form = await parseForm(request, currencyInput);
  if (!form.ok) return redirectWith(paths.shipping());
  const changed = await changeShippingCurrency(db, seller, form.key, form.value);
  return redirectWith(paths.shipping(changed.ok ? { saved: "1" } : { refused: changed.refusal }));
});

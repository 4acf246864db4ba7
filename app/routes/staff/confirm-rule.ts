import { redirect } from "@remix-run/node";
import { confirmMarketRule, confirmRuleInput } from "~/modules/export-readiness/index.server";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { parseForm } from "~/platform/http/form.server";
import { forStaff } from "~/platform/http/openers.server";

export const loader = forStaff("reviewer", ({ params, paths }) =>
  Promise.resolve(redirect(paths.sellerReadiness(uuidParam(params, "id")))),
);

/** The seller's page says why when nothing was confirmed. */
export const action = forStaff("reviewer", async ({ staff, params, request, paths }) => {
  const sellerId = uuidParam(params, "id");
  const form = await parseForm(request, confirmRuleInput);
  if (!form.ok) return redirectWith(paths.sellerReadiness(sellerId));

  const confirmed = await confirmMarketRule(db, staff, form.key, { sellerId, ...form.value });
  const news = confirmed.ok ? { done: form.value.deed } : { refused: confirmed.refusal };
  return redirectWith(paths.sellerReadiness(sellerId, news));
});

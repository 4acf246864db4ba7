import { redirect } from "@remix-run/node";
import { prepareBatchInput, preparePayoutBatch } from "~/modules/payments/index.server";
import { db } from "~/platform/db/db.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { parseForm } from "~/platform/http/form.server";
import { forStaff } from "~/platform/http/openers.server";

export const loader = forStaff("treasurer", ({ paths }) => Promise.resolve(redirect(paths.staffPayouts())));

export const action = forStaff("treasurer", async ({ staff, request, paths }) => {
  const form = await parseForm(request, prepareBatchInput);
  if (!form.ok) return redirectWith(paths.staffPayouts({ refused: "currency-missing" }, "#refused"));
  const made = await preparePayoutBatch(db, staff, form.key, form.value.currency);
  return redirectWith(
    made.ok
      ? paths.payoutBatch(made.value.batchId, { news: "prepared" })
      : paths.staffPayouts({ refused: made.refusal }, "#refused"),
  );
});

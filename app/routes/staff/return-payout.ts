import { redirect } from "@remix-run/node";
import { markPayoutReturned, returnPayoutInput } from "~/modules/payments/index.server";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { parseForm } from "~/platform/http/form.server";
import { forStaff } from "~/platform/http/openers.server";

export const loader = forStaff("treasurer", ({ params, paths }) =>
  Promise.resolve(redirect(paths.payoutBatch(uuidParam(params, "id")))),
);

export const action = forStaff("treasurer", async ({ staff, params, request, paths }) => {
  const batchId = uuidParam(params, "id");
  const form = await parseForm(request, returnPayoutInput);
  if (!form.ok) return redirectWith(paths.payoutBatch(batchId, { refused: "reason-missing" }, "#refused"));
  const returned = await markPayoutReturned(db, staff, form.key, { batchId, ...form.value });
  return redirectWith(
    returned.ok
      ? paths.payoutBatch(batchId, { news: "returned" })
      : paths.payoutBatch(batchId, { refused: returned.refusal }, "#refused"),
  );
});

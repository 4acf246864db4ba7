import { redirect } from "@remix-run/node";
import { bankBatchOf, batchDeedInput, batchDeedOf } from "~/modules/payments/index.server";
import { db } from "~/platform/db/db.server";
import { env } from "~/platform/env.server";
import { files } from "~/platform/files/files.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { parseForm } from "~/platform/http/form.server";
import { forStaff } from "~/platform/http/openers.server";

export const loader = forStaff("treasurer", ({ params, paths }) =>
  Promise.resolve(redirect(paths.payoutBatch(uuidParam(params, "id")))),
);

/** The batch's page says what came of it. */
export const action = forStaff("treasurer", async ({ staff, params, request, paths }) => {
  const batchId = uuidParam(params, "id");
  const deed = orNotFound(batchDeedOf(params.deed));
  const parts = { files: files(), provider: bankBatchOf(env) };
  const form = await parseForm(request, batchDeedInput);
  if (!form.ok) return redirectWith(paths.payoutBatch(batchId));
  const result = await deed(db, parts, staff, form.key, { batchId, ...form.value });
  return redirectWith(
    result.ok
      ? paths.payoutBatch(batchId, { news: params.deed })
      : paths.payoutBatch(batchId, { refused: result.refusal }, "#refused"),
  );
});

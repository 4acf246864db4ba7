import { redirect } from "@remix-run/node";
import { takeBackEvidence, takeBackInput } from "~/modules/export-readiness/index.server";
import { db } from "~/platform/db/db.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { parseForm } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";

export const loader = forSeller("manager", ({ params, paths }) =>
  Promise.resolve(redirect(paths.sellerPaper(params.type ?? ""))),
);

/** The paper's page says what came of it. */
export const action = forSeller("manager", async ({ seller, params, request, paths }) => {
  const documentType = params.type ?? "";
  const form = await parseForm(request, takeBackInput);
  if (!form.ok) return redirectWith(paths.sellerPaper(documentType, { done: "not-waiting" }));
  const { evidenceId } = form.value;
  const taken = await takeBackEvidence(db, seller, form.key, { documentType, evidenceId });
  return redirectWith(paths.sellerPaper(documentType, { done: taken.ok ? "taken-back" : taken.refusal }));
});

import { data, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findDispute, postEvidence } from "~/modules/payments/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { newFormKey } from "~/platform/http/form.server";
import { loadsAnew } from "~/platform/http/loads-anew";
import { forStaff } from "~/platform/http/openers.server";
import { stripe } from "~/platform/stripe/client.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { DisputeFacts } from "~/ui/payments/dispute-facts";
import { EvidenceForm } from "~/ui/payments/evidence-form";
import { ToldEvidence } from "~/ui/payments/told-evidence";
import { DoneNotice, Notice } from "~/ui/primitives/notice";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  privateMeta(m["disputes.one"]({ amount: page?.dispute.amount ?? "" }));

export const loader = forStaff("treasurer", async ({ staff, params, url, lang }) => ({
  role: staff.role,
  dispute: orNotFound(await findDispute(db, params.id ?? "", lang)),
  formKey: newFormKey(),
  isSaved: url.searchParams.has("saved"),
}));

export const action = forStaff("treasurer", async ({ staff, params, request, paths }) => {
  const disputeId = params.id ?? "";
  const posted = orNotFound(await postEvidence(db, staff, request, disputeId, { stripe: stripe() }));
  if (posted.answer) return data(posted.answer, { status: 422 });
  return redirectWith(paths.staffDispute(disputeId, posted.isFinal ? {} : { saved: "1" }));
});

/** Who was refused sees the dispute as it is by now. */
export const shouldRevalidate = loadsAnew;

export default function StaffDisputePage() {
  const { role, dispute, formKey, isSaved } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const { amount, notice, canAnswer, wasAnswered } = dispute;
  return (
    <StaffFrame title={m["disputes.one"]({ amount })} role={role} here="disputes" isNarrow>
      {isSaved && canAnswer ? <DoneNotice>{m["disputes.saved"]()}</DoneNotice> : null}
      <DisputeFacts dispute={dispute} />
      {notice ? (
        <div className="mt-5">
          <Notice tone={canAnswer ? "warning" : "info"}>{notice}</Notice>
        </div>
      ) : null}
      {canAnswer ? (
        <section className="mt-8">
          <h2 className="text-xl">{m["disputes.form.title"]()}</h2>
          <p className="measure mb-5 mt-2 text-muted">{m["disputes.form.lead"]()}</p>
          <EvidenceForm dispute={dispute} last={last} formKey={formKey} />
        </section>
      ) : null}
      {wasAnswered ? <ToldEvidence dispute={dispute} /> : null}
    </StaffFrame>
  );
}

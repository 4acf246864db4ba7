import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { decidedPath } from "~/modules/catalog/index.server";
import { EVIDENCE_QUEUE } from "~/modules/export-readiness";
import {
  decideEvidence,
  decideEvidenceInput,
  evidenceDecisionText,
  openEvidenceInReview,
  reviewView,
} from "~/modules/export-readiness/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { loadsAnew } from "~/platform/http/loads-anew";
import { forStaff } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { DecidePaper } from "~/ui/readiness/decide-paper";
import { ReviewedPaperSheet } from "~/ui/readiness/reviewed-paper";
import { TakePaper } from "~/ui/readiness/take-paper";
import { AfterItem } from "~/ui/staff/hold-item";
import { Keyboard, paperKeys } from "~/ui/staff/keyboard";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction = () => privateMeta(m["evidence.review.paper"]());

export const loader = forStaff("reviewer", async ({ staff, params, paths, lang }) => {
  const itemId = uuidParam(params, "id");
  const opened = await openEvidenceInReview(db, staff, { itemId, queue: EVIDENCE_QUEUE });
  if (!opened) throw redirectWith(orNotFound(await decidedPath(db, paths, itemId)));
  return { role: staff.role, formKey: newFormKey(), paper: await reviewView(db, opened, lang) };
});

export const action = forStaff("reviewer", async ({ staff, params, request, paths }) => {
  const form = await parseForm(request, decideEvidenceInput);
  if (!form.ok) return invalid(form);

  const itemId = uuidParam(params, "id");
  const decided = await decideEvidence(db, staff, form.key, { itemId, ...form.value });
  if (!decided.ok) return invalid(form, evidenceDecisionText[decided.refusal]());

  return redirectWith(paths.desk({ queue: EVIDENCE_QUEUE, decided: itemId }));
});

/** Who was refused sees who holds the item, and by when. */
export const shouldRevalidate = loadsAnew;

export default function ReviewEvidencePage() {
  const { role, formKey, paper } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const { itemId, name, isMine, apart, heldBy, until, subjectVersion, expiresOn } = paper;
  return (
    <StaffFrame
      title={name}
      lead={until ? m["reviews.item.yoursUntil"]({ when: until }) : undefined}
      role={role}
      here="desk"
      queue={EVIDENCE_QUEUE}
    >
      <ReviewedPaperSheet paper={paper} />
      <div className="mt-8 flex flex-col gap-6">
        {isMine ? null : <TakePaper itemId={itemId} heldBy={heldBy} apart={apart} />}
        {/* Whoever lost the item while she wrote keeps what she wrote. */}
        {isMine || last ? (
          <DecidePaper last={last} formKey={formKey} subjectVersion={subjectVersion} expiresOn={expiresOn} />
        ) : null}
      </div>
      <AfterItem itemId={itemId} queue={EVIDENCE_QUEUE} isMine={isMine} />
      <Keyboard keys={paperKeys({ isMine, mayClaim: apart === undefined && heldBy === undefined })} />
    </StaffFrame>
  );
}

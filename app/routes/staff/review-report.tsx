import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isAnswerAwaited, REPORT_QUEUE } from "~/modules/catalog";
import {
  caseRefusalText,
  decideReport,
  decideReportInput,
  decidedPath,
  findCase,
  findPublicationForReview,
  readerFor,
} from "~/modules/catalog/index.server";
import { findReview } from "~/modules/reviews/index.server";
import { m } from "~/paraglide/messages.js";
import { clock } from "~/platform/clock.server";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { loadsAnew } from "~/platform/http/loads-anew";
import { forStaff } from "~/platform/http/openers.server";
import { dateFormat } from "~/platform/i18n/formatters";
import { privateMeta } from "~/ui/layouts/page-meta";
import { CaseSides } from "~/ui/staff/case-sides";
import { DecideReport } from "~/ui/staff/decide-report";
import { AfterItem, HoldItem } from "~/ui/staff/hold-item";
import { itemKeys, Keyboard } from "~/ui/staff/keyboard";
import { ReportedListing } from "~/ui/staff/reported-listing";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction = () => privateMeta(m["reviews.report.review"]());

export const loader = forStaff("reviewer", async ({ staff, params, paths, lang, url }) => {
  const itemId = uuidParam(params, "id");
  const item = await findReview(db, itemId);
  if (!item) throw redirectWith(orNotFound(await decidedPath(db, paths, itemId)));
  const found = orNotFound(item.queue === REPORT_QUEUE ? await findCase(db, item.subjectId) : undefined);
  const reader = await readerFor(db, url);
  const shown = orNotFound(await findPublicationForReview(db, found.listing, reader));
  const moment = dateFormat(lang, { dateStyle: "medium", timeStyle: "short", timeZone: "Asia/Baku" });
  const isMine = item.claim?.userId === staff.userId;
  return {
    role: staff.role,
    formKey: newFormKey(),
    itemId,
    version: found.version,
    listing: found.listing,
    shown,
    sellerId: found.sellerId,
    sellerName: found.sellerName,
    reports: found.reports.map(({ reason, words, reportedAt }) => ({ reason, words, when: moment.format(reportedAt) })),
    statements: found.statements.map(({ words, saidAt }) => ({ words, when: moment.format(saidAt) })),
    answerBy: moment.format(found.answerBy),
    mayStillAnswer: found.answerBy > clock(),
    isUnheard: isAnswerAwaited(found, clock()),
    isMine,
    heldBy: item.claim && !isMine ? item.claim.name : undefined,
    until: item.claim && isMine ? moment.format(item.claim.until) : undefined,
  };
});

export const action = forStaff("reviewer", async ({ staff, params, request, paths }) => {
  const form = await parseForm(request, decideReportInput);
  if (!form.ok) return invalid(form);

  const itemId = uuidParam(params, "id");
  const { unheard, ...decision } = form.value;
  const decided = await decideReport(db, staff, form.key, {
    itemId,
    rule: undefined,
    ...decision,
    isUnheard: unheard,
  });
  if (!decided.ok) return invalid(form, caseRefusalText[decided.refusal]());

  return redirectWith(paths.desk({ queue: REPORT_QUEUE, decided: itemId }));
});

/** Who was refused sees who holds the item, and by when. */
export const shouldRevalidate = loadsAnew;

export default function ReviewReportPage() {
  const { role, formKey, itemId, version, listing, shown, sellerId, sellerName, reports, statements, ...rest } =
    useLoaderData<typeof loader>();
  const { answerBy, mayStillAnswer, isUnheard, isMine, heldBy, until } = rest;
  const last = useActionData<typeof action>();
  return (
    <StaffFrame
      title={listing.title}
      lead={until ? m["reviews.item.yoursUntil"]({ when: until }) : undefined}
      role={role}
      here="desk"
      queue={REPORT_QUEUE}
    >
      <ReportedListing listing={listing} sellerId={sellerId} sellerName={sellerName} {...shown} />
      <CaseSides
        reports={reports}
        statements={statements}
        unanswered={
          mayStillAnswer
            ? m["reviews.report.side.waiting"]({ when: answerBy })
            : m["reviews.report.side.silent"]({ when: answerBy })
        }
      />
      <div className="mt-8 flex flex-col gap-6">
        {isMine ? null : <HoldItem itemId={itemId} heldBy={heldBy} />}
        {/* Whoever lost the case while she wrote keeps what she wrote. */}
        {isMine || last ? (
          <DecideReport last={last} formKey={formKey} version={version} answerBy={isUnheard ? answerBy : undefined} />
        ) : null}
      </div>
      <AfterItem itemId={itemId} queue={REPORT_QUEUE} isMine={isMine} />
      <Keyboard keys={itemKeys({ isMine, mayClaim: heldBy === undefined, isReport: true })} />
    </StaffFrame>
  );
}

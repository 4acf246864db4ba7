import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { decidedPath, readerFor } from "~/modules/catalog/index.server";
import { INQUIRY_REPORT_QUEUE } from "~/modules/inquiries";
import {
  caseView,
  decideInquiryCase,
  decideInquiryCaseInput,
  inquiryCaseRefusalText,
  openCaseInReview,
  threadView,
} from "~/modules/inquiries/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { loadsAnew } from "~/platform/http/loads-anew";
import { forStaff } from "~/platform/http/openers.server";
import { dateFormat } from "~/platform/i18n/formatters";
import { CaseSides } from "~/ui/inquiries/case-sides";
import { DecideThread } from "~/ui/inquiries/decide-thread";
import { ReviewedThread } from "~/ui/inquiries/reviewed-thread";
import { beforeParam } from "~/ui/inquiries/thread-news";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import { AfterItem, HoldItem } from "~/ui/staff/hold-item";
import { itemKeys, Keyboard } from "~/ui/staff/keyboard";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction = () => privateMeta(m["reviews.report.review"]());

export const loader = forStaff("reviewer", async ({ staff, params, paths, url, lang }) => {
  const before = beforeParam(url);
  const itemId = uuidParam(params, "id");
  const opened = await openCaseInReview(db, staff, itemId, { before, lang });
  if (!opened) throw redirectWith(orNotFound(await decidedPath(db, paths, itemId)));
  const { item, isMine, report, sellerId, sellerName, thread } = opened;
  const reader = await readerFor(db, url);
  const moment = dateFormat(lang, { dateStyle: "medium", timeStyle: "short", timeZone: "Asia/Baku" });
  return {
    role: staff.role,
    formKey: newFormKey(),
    itemId,
    report: caseView(report, lang),
    reference: opened.reference,
    sellerId,
    sellerName,
    thread: thread && (await threadView(db, thread, { side: undefined, reader })),
    isEarlier: before !== undefined,
    isMine,
    heldBy: item.claim && !isMine ? item.claim.name : undefined,
    until: item.claim && isMine ? moment.format(item.claim.until) : undefined,
  };
});

export const action = forStaff("reviewer", async ({ staff, params, request, paths }) => {
  const form = await parseForm(request, decideInquiryCaseInput);
  if (!form.ok) return invalid(form);

  const itemId = uuidParam(params, "id");
  const { unheard, ...decision } = form.value;
  const words = { rule: undefined, ...decision, isUnheard: unheard };
  const decided = await decideInquiryCase(db, staff, form.key, { itemId, ...words });
  if (!decided.ok) return invalid(form, inquiryCaseRefusalText[decided.refusal]());

  return redirectWith(paths.desk({ queue: INQUIRY_REPORT_QUEUE, decided: itemId }));
});

/** Who was refused sees who holds the item, and by when. */
export const shouldRevalidate = loadsAnew;

export default function ReviewInquiryPage() {
  const { role, formKey, itemId, report, reference, sellerId, sellerName, thread, ...rest } =
    useLoaderData<typeof loader>();
  const { isEarlier, isMine, heldBy, until } = rest;
  const last = useActionData<typeof action>();
  const paths = useAllPaths();
  return (
    <StaffFrame
      title={m["inquiryCases.review.title"]({ reference })}
      lead={until ? m["reviews.item.yoursUntil"]({ when: until }) : undefined}
      role={role}
      here="desk"
      queue={INQUIRY_REPORT_QUEUE}
    >
      <p className="mb-6">
        <Link to={paths.staffSeller(sellerId)} className={linkStyle}>
          {sellerName}
        </Link>
      </p>
      <CaseSides report={report} />
      {thread ? (
        <ReviewedThread thread={thread} itemId={itemId} isEarlier={isEarlier} />
      ) : (
        <p className="mt-8 text-muted">{m["inquiryCases.review.hidden"]()}</p>
      )}
      <div className="mt-8 flex flex-col gap-6">
        {isMine ? null : <HoldItem itemId={itemId} heldBy={heldBy} />}
        {/* Whoever lost the case while she wrote keeps what she wrote. */}
        {isMine || last ? <DecideThread last={last} formKey={formKey} report={report} sellerId={sellerId} /> : null}
      </div>
      <AfterItem itemId={itemId} queue={INQUIRY_REPORT_QUEUE} isMine={isMine} />
      <Keyboard keys={itemKeys({ isMine, mayClaim: heldBy === undefined, isReport: true })} />
    </StaffFrame>
  );
}

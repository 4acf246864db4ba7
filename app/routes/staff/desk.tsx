import type { MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { DESK_QUEUES, isDeskQueue, MAY_GO_TOGETHER } from "~/modules/catalog";
import { listDeskItems } from "~/modules/catalog/index.server";
import { nameInquiryCases } from "~/modules/inquiries/index.server";
import { countReviews } from "~/modules/reviews/index.server";
import { m } from "~/paraglide/messages.js";
import { clock } from "~/platform/clock.server";
import { db } from "~/platform/db/db.server";
import { newFormKey } from "~/platform/http/form.server";
import { forStaff, pageParam } from "~/platform/http/openers.server";
import { dateFormat } from "~/platform/i18n/formatters";
import { privateMeta } from "~/ui/layouts/page-meta";
import { usePaths } from "~/ui/layouts/site";
import { buttonStyle } from "~/ui/primitives/button";
import { EmptyState } from "~/ui/primitives/empty-state";
import { DoneNotice, Notice } from "~/ui/primitives/notice";
import { Pagination } from "~/ui/primitives/pagination";
import { DeskRow } from "~/ui/staff/desk-row";
import { DeskTabs } from "~/ui/staff/desk-tabs";
import { Keyboard, LIST_KEYS } from "~/ui/staff/keyboard";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction = () => privateMeta(m["reviews.desk.title"]());

const PAGE_SIZE = 50;

/** What was decided a moment ago, on the page that one came from. */
const DECIDED = [
  { name: "approved", text: m["reviews.desk.decided.approve"] },
  { name: "changes_requested", text: m["reviews.desk.decided.requestChanges"] },
  { name: "report", text: m["reviews.desk.decided.report"] },
] as const;

const LATER = { inquiry_reports: nameInquiryCases };

const MINUTE_MS = 60_000;

export const loader = forStaff("reviewer", async ({ staff, lang, url }) => {
  const now = clock();
  const page = pageParam(url);
  const counts = await countReviews(db, DESK_QUEUES, now);
  const tabs = DESK_QUEUES.map((queue) => ({ queue, ...(counts.get(queue) ?? { waiting: 0, late: 0 }) }));
  const asked = url.searchParams.get("queue");
  const current = isDeskQueue(asked) ? asked : (tabs.find(({ waiting }) => waiting > 0)?.queue ?? "sellers");
  const items = await listDeskItems(db, staff, { queue: current, page, pageSize: PAGE_SIZE }, LATER, now);
  const moment = dateFormat(lang, { dateStyle: "medium", timeStyle: "short", timeZone: "Asia/Baku" });
  return {
    role: staff.role,
    formKey: newFormKey(),
    tabs,
    current,
    page,
    pageCount: Math.ceil((counts.get(current)?.waiting ?? 0) / PAGE_SIZE),
    isEmptied: url.searchParams.has("none"),
    decided: DECIDED.find(({ name }) => name === url.searchParams.get("decided"))?.text(),
    rows: items.map(({ itemId, subjectVersion, name, detail, openedAt, dueAt, claim, isLookedAt }) => ({
      itemId,
      subjectVersion,
      name,
      detail,
      waitedMinutes: (now.getTime() - openedAt.getTime()) / MINUTE_MS,
      due: moment.format(dueAt),
      leftMinutes: (dueAt.getTime() - now.getTime()) / MINUTE_MS,
      isMine: claim?.userId === staff.userId,
      heldBy: claim && claim.userId !== staff.userId ? claim.name : undefined,
      mayChoose: isLookedAt && (claim === undefined || claim.userId === staff.userId),
    })),
  };
});

const BULK_FORM = "approve-together";

export default function DeskPage() {
  const { role, formKey, tabs, current, page, pageCount, isEmptied, decided, rows } = useLoaderData<typeof loader>();
  const paths = usePaths();
  const mayGoTogether = MAY_GO_TOGETHER.includes(current);
  const canChoose = rows.some(({ mayChoose }) => mayChoose);
  return (
    <StaffFrame title={m["reviews.desk.title"]()} lead={m["reviews.desk.lead"]()} role={role} here="desk">
      {decided ? <DoneNotice>{decided}</DoneNotice> : null}
      <DeskTabs tabs={tabs} current={current} />
      <div className="mt-5 flex flex-wrap items-center gap-3">
        <Form method="post" action={paths.nextReview({ queue: current })}>
          <input type="hidden" name="formKey" value={formKey} />
          <button type="submit" data-key="n" className={buttonStyle.primary}>
            {m["reviews.desk.next"]()}
          </button>
        </Form>
        {mayGoTogether && canChoose ? (
          <Form id={BULK_FORM} method="post" action={paths.approveTogether({ queue: current })}>
            <input type="hidden" name="formKey" value={formKey} />
            <button type="submit" className={buttonStyle.secondary}>
              {m["reviews.desk.approveChosen"]()}
            </button>
          </Form>
        ) : null}
      </div>
      {mayGoTogether && rows.length > 0 && !canChoose ? (
        <p className="measure mt-3 text-sm text-muted">{m["reviews.desk.chooseHint"]()}</p>
      ) : null}
      <div className="mt-5">
        {isEmptied && rows.length > 0 ? <Notice tone="info">{m["reviews.desk.allHeld"]()}</Notice> : null}
        {rows.length === 0 ? (
          <EmptyState title={m["reviews.desk.none"]()}>{m["reviews.desk.noneText"]()}</EmptyState>
        ) : (
          <ul className="mt-3 divide-y divide-line rounded border border-line bg-surface">
            {rows.map((row) => (
              <DeskRow
                key={row.itemId}
                row={row}
                queue={current}
                formKey={formKey}
                bulkForm={mayGoTogether ? BULK_FORM : undefined}
              />
            ))}
          </ul>
        )}
      </div>
      <Pagination page={page} pageCount={pageCount} hrefOf={(number) => paths.desk({ queue: current, page: number })} />
      <Keyboard keys={LIST_KEYS} />
    </StaffFrame>
  );
}

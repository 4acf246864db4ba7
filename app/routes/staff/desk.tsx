import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { DESK_QUEUES, isDeskQueue, MAY_GO_TOGETHER } from "~/modules/catalog";
import { findDecidedItem, listDeskItems } from "~/modules/catalog/index.server";
import { deskRooms } from "~/modules/reporting/index.server";
import { countReviews } from "~/modules/reviews/index.server";
import { m } from "~/paraglide/messages.js";
import { clock } from "~/platform/clock.server";
import { db } from "~/platform/db/db.server";
import { pageParam } from "~/platform/http/address-parts.server";
import { newFormKey } from "~/platform/http/form.server";
import { forStaff } from "~/platform/http/openers.server";
import { dateFormat } from "~/platform/i18n/formatters";
import { isUuid } from "~/platform/uuid";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { buttonStyle, linkStyle } from "~/ui/primitives/button";
import { EmptyState } from "~/ui/primitives/empty-state";
import { DoneNotice, Notice } from "~/ui/primitives/notice";
import { Pagination } from "~/ui/primitives/pagination";
import { DeskRow } from "~/ui/staff/desk-row";
import { DeskTabs, QUEUE_NAMES } from "~/ui/staff/desk-tabs";
import { decidedNotice } from "~/ui/staff/decided-notice";
import { deskKeys, Keyboard } from "~/ui/staff/keyboard";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction = () => privateMeta(m["reviews.desk.title"]());

const PAGE_SIZE = 50;

const MINUTE_MS = 60_000;

export const loader = forStaff("reviewer", async ({ staff, lang, url }) => {
  const now = clock();
  const page = pageParam(url);
  const counts = await countReviews(db, DESK_QUEUES, now);
  const tabs = DESK_QUEUES.map((queue) => ({ queue, ...(counts.get(queue) ?? { waiting: 0, late: 0 }) }));
  const asked = url.searchParams.get("queue");
  const current = isDeskQueue(asked) ? asked : (tabs.find(({ waiting }) => waiting > 0)?.queue ?? "sellers");
  const decidedId = url.searchParams.get("decided") ?? "";
  const [items, decided] = await Promise.all([
    listDeskItems(db, staff, { queue: current, page, pageSize: PAGE_SIZE }, deskRooms, now),
    isUuid(decidedId) ? findDecidedItem(db, decidedId, deskRooms) : undefined,
  ]);
  const moment = dateFormat(lang, { dateStyle: "medium", timeStyle: "short", timeZone: "Asia/Baku" });
  return {
    role: staff.role,
    formKey: newFormKey(),
    tabs,
    current,
    page,
    pageCount: Math.ceil((counts.get(current)?.waiting ?? 0) / PAGE_SIZE),
    isEmptied: url.searchParams.has("none"),
    isNothingChosen: url.searchParams.has("nothing"),
    decided: decided && decidedNotice(decided),
    // Whoever asked for no queue is led to one in which somebody waits.
    movedTo: asked === null && current !== "sellers" ? QUEUE_NAMES[current]() : undefined,
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
  const { role, formKey, tabs, current, page, pageCount, isEmptied, isNothingChosen, decided, movedTo, rows } =
    useLoaderData<typeof loader>();
  const paths = useAllPaths();
  const mayGoTogether = MAY_GO_TOGETHER.includes(current);
  const canChoose = rows.some(({ mayChoose }) => mayChoose);
  return (
    <StaffFrame
      title={m["reviews.desk.title"]()}
      lead={m["reviews.desk.lead"]()}
      role={role}
      here="desk"
      queue={current}
    >
      {rows.length > 0 ? (
        <a href="#rows" className="sr-only focus:not-sr-only focus:mb-3 focus:inline-block focus:underline">
          {m["reviews.desk.toRows"]()}
        </a>
      ) : null}
      {decided ? <DoneNotice>{decided}</DoneNotice> : null}
      {isNothingChosen ? (
        <div className="mb-5">
          <Notice tone="warning">{m["reviews.desk.chooseSome"]()}</Notice>
        </div>
      ) : null}
      {movedTo ? <p className="mb-3 text-sm text-muted">{m["reviews.desk.movedTo"]({ queue: movedTo })}</p> : null}
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
            <button type="submit" data-key="a" className={buttonStyle.secondary}>
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
          <ul id="rows" tabIndex={-1} className="mt-3 divide-y divide-line rounded border border-line bg-surface">
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
      <p className="mt-6">
        <Link to={paths.decidedItems({ queue: current })} className={linkStyle}>
          {m["reviews.decided.title"]()}
        </Link>
      </p>
      <Keyboard keys={deskKeys({ hasRows: rows.length > 0, canChoose: mayGoTogether && canChoose })} />
    </StaffFrame>
  );
}

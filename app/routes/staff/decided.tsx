import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { DESK_QUEUES, isDeskQueue } from "~/modules/catalog";
import { listDecidedItems } from "~/modules/catalog/index.server";
import { deskRooms } from "~/modules/reporting/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { pageParam } from "~/platform/http/address-parts.server";
import { forStaff } from "~/platform/http/openers.server";
import { dateFormat } from "~/platform/i18n/formatters";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { buttonStyle, fieldStyle } from "~/ui/primitives/button";
import { EmptyState } from "~/ui/primitives/empty-state";
import { Pagination } from "~/ui/primitives/pagination";
import { QUEUE_NAMES } from "~/ui/staff/desk-tabs";
import { outcomeName } from "~/ui/staff/reason-words";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction = () => privateMeta(m["reviews.decided.title"]());

const PAGE_SIZE = 50;

export const loader = forStaff("reviewer", async ({ staff, url, lang }) => {
  const asked = url.searchParams.get("queue");
  const queue = isDeskQueue(asked) ? asked : undefined;
  const page = pageParam(url);
  const { items, total } = await listDecidedItems(db, { queue, page, pageSize: PAGE_SIZE }, deskRooms);
  const moment = dateFormat(lang, { dateStyle: "medium", timeStyle: "short", timeZone: "Asia/Baku" });
  return {
    role: staff.role,
    queue,
    page,
    pageCount: Math.ceil(total / PAGE_SIZE),
    rows: items.map(({ itemId, queue: own, name, detail, status, decidedAt, decidedBy }) => ({
      ...{ itemId, queue: own, name, detail, status, decidedBy },
      when: moment.format(decidedAt),
    })),
  };
});

export default function DecidedPage() {
  const { role, queue, page, pageCount, rows } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  return (
    <StaffFrame title={m["reviews.decided.title"]()} lead={m["reviews.decided.lead"]()} role={role} here="desk">
      <Form method="get" className="flex flex-wrap items-end gap-3">
        <label className="flex basis-60 flex-col gap-1.5 font-medium">
          {m["reviews.decided.queue"]()}
          <select name="queue" defaultValue={queue ?? ""} className={fieldStyle}>
            <option value="">{m["reviews.sellers.all"]()}</option>
            {DESK_QUEUES.map((one) => (
              <option key={one} value={one}>
                {QUEUE_NAMES[one]()}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className={buttonStyle.secondary}>
          {m["reviews.sellers.show"]()}
        </button>
      </Form>
      {rows.length === 0 ? (
        <div className="mt-6">
          <EmptyState title={m["reviews.decided.none"]()}>{m["reviews.decided.noneText"]()}</EmptyState>
        </div>
      ) : (
        <ul className="mt-6 divide-y divide-line rounded border border-line bg-surface">
          {rows.map((row) => (
            <li key={row.itemId} className="flex flex-wrap items-baseline gap-x-5 gap-y-1 px-5 py-3">
              <div className="min-w-0 flex-1 basis-60">
                <Link to={paths.decidedItem(row.itemId)} className="font-semibold underline-offset-4 hover:underline">
                  {row.name}
                </Link>
                <p className="text-sm text-muted">
                  {[QUEUE_NAMES[row.queue](), row.detail].filter(Boolean).join(" · ")}
                </p>
              </div>
              <div className="basis-64">
                <p>{outcomeName(row.queue, row.status)}</p>
                <p className="text-sm text-muted">
                  {row.decidedBy ? m["reviews.decided.by"]({ name: row.decidedBy, when: row.when }) : row.when}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
      <Pagination page={page} pageCount={pageCount} hrefOf={(number) => paths.decidedItems({ queue, page: number })} />
    </StaffFrame>
  );
}

import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { listShopsInReview } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import { clock } from "~/platform/clock.server";
import { db } from "~/platform/db/db.server";
import { newFormKey } from "~/platform/http/form.server";
import { forStaff, pageParam } from "~/platform/http/openers.server";
import { dateFormat } from "~/platform/i18n/formatters";
import { privateMeta } from "~/ui/layouts/page-meta";
import { usePaths } from "~/ui/layouts/site";
import { Badge } from "~/ui/primitives/badge";
import { buttonStyle, linkStyle } from "~/ui/primitives/button";
import { EmptyState } from "~/ui/primitives/empty-state";
import { Pagination } from "~/ui/primitives/pagination";
import { WorkspaceFrame } from "~/ui/workspace/workspace-frame";

export const meta: MetaFunction = () => privateMeta(m["reviews.desk.title"]());

const PAGE_SIZE = 50;

export const loader = forStaff("reviewer", async ({ staff, lang, url }) => {
  const now = clock();
  const page = pageParam(url);
  const { items, waiting } = await listShopsInReview(db, { page, pageSize: PAGE_SIZE }, now);
  const moment = dateFormat(lang, { dateStyle: "medium", timeStyle: "short", timeZone: "Asia/Baku" });
  return {
    formKey: newFormKey(),
    page,
    pageCount: Math.ceil(waiting / PAGE_SIZE),
    items: items.map(({ itemId, name, openedAt, dueAt, claim }) => ({
      itemId,
      name,
      opened: moment.format(openedAt),
      due: moment.format(dueAt),
      isLate: dueAt < now,
      isMine: claim?.userId === staff.userId,
      heldBy: claim && claim.userId !== staff.userId ? claim.name : undefined,
    })),
  };
});

export default function DeskPage() {
  const { items, formKey, page, pageCount } = useLoaderData<typeof loader>();
  const paths = usePaths();
  return (
    <WorkspaceFrame title={m["reviews.desk.title"]()} lead={m["reviews.desk.lead"]()}>
      <p className="mb-6">
        <Link to={paths.shopsInCare()} className={linkStyle}>
          {m["sellers.handover.list.title"]()}
        </Link>
      </p>
      {items.length === 0 ? (
        <EmptyState title={m["reviews.desk.none"]()}>{m["reviews.desk.noneText"]()}</EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded border border-line bg-surface">
          {items.map(({ itemId, name, opened, due, isLate, isMine, heldBy }) => (
            <li key={itemId} className="flex flex-wrap items-center gap-x-6 gap-y-2 px-5 py-4">
              <div className="min-w-0 flex-1">
                <p className="flex flex-wrap items-center gap-2 font-semibold">
                  {name} {isLate ? <Badge tone="warning">{m["reviews.desk.late"]()}</Badge> : null}
                </p>
                <p className="text-sm text-muted">
                  {m["reviews.desk.since"]({ when: opened })} · {m["reviews.desk.due"]({ when: due })}
                </p>
                {heldBy ? <p className="text-sm">{m["reviews.desk.heldBy"]({ name: heldBy })}</p> : null}
              </div>
              {heldBy ? (
                <Link to={paths.review(itemId)} className={linkStyle}>
                  {m["reviews.desk.look"]()}
                  <span className="sr-only"> {name}</span>
                </Link>
              ) : (
                <Form method="post" action={paths.claimReview(itemId)}>
                  <input type="hidden" name="formKey" value={formKey} />
                  <button type="submit" className={buttonStyle.secondary}>
                    {isMine ? m["reviews.desk.goOn"]() : m["reviews.desk.take"]()}
                    <span className="sr-only"> {name}</span>
                  </button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
      <Pagination page={page} pageCount={pageCount} hrefOf={(number) => paths.desk({ page: number })} />
    </WorkspaceFrame>
  );
}

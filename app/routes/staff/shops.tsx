import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { listShopsInCare } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { pageParam } from "~/platform/http/address-parts.server";
import { newFormKey } from "~/platform/http/form.server";
import { forStaff } from "~/platform/http/openers.server";
import { dateFormat } from "~/platform/i18n/formatters";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { Badge } from "~/ui/primitives/badge";
import { buttonStyle, linkStyle } from "~/ui/primitives/button";
import { EmptyState } from "~/ui/primitives/empty-state";
import { Pagination } from "~/ui/primitives/pagination";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction = () => privateMeta(m["sellers.handover.list.title"]());

const PAGE_SIZE = 50;

export const loader = forStaff("reviewer", async ({ staff, lang, url }) => {
  const page = pageParam(url);
  const { items, total } = await listShopsInCare(db, { page, pageSize: PAGE_SIZE });
  const day = dateFormat(lang, { dateStyle: "medium", timeZone: "Asia/Baku" });
  return {
    role: staff.role,
    formKey: newFormKey(),
    page,
    pageCount: Math.ceil(total / PAGE_SIZE),
    items: items.map(({ sellerId, name, since, staffId, staffName, isCurrent }) => ({
      sellerId,
      name,
      since: day.format(since),
      isMine: staffId === staff.userId,
      caretaker: staffName,
      isCurrent,
    })),
  };
});

export default function ShopsInCarePage() {
  const { role, formKey, items, page, pageCount } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  return (
    <StaffFrame
      title={m["sellers.handover.list.title"]()}
      lead={m["sellers.handover.list.lead"]()}
      role={role}
      here="shops"
    >
      <p className="mb-6">
        <Link to={paths.newShopInCare()} className={buttonStyle.primary}>
          {m["sellers.handover.new.title"]()}
        </Link>
      </p>
      {items.length === 0 ? (
        <EmptyState title={m["sellers.handover.list.none"]()}>{m["sellers.handover.list.noneText"]()}</EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded border border-line bg-surface">
          {items.map(({ sellerId, name, since, isMine, caretaker, isCurrent }) => (
            <li key={sellerId} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-5 py-4">
              <div className="min-w-0 flex-1 basis-56">
                <p className="flex flex-wrap items-center gap-2 font-semibold">
                  {name}
                  {isMine && isCurrent ? <Badge tone="featured">{m["sellers.handover.list.current"]()}</Badge> : null}
                </p>
                <p className="text-sm text-muted">
                  {m["sellers.handover.list.since"]({ day: since, name: caretaker })}
                </p>
              </div>
              {isMine ? (
                <div className="flex flex-wrap items-center gap-3">
                  <Link to={paths.shopInCare(sellerId)} className={linkStyle}>
                    {m["sellers.handover.list.handOver"]()}
                    <span className="sr-only"> {name}</span>
                  </Link>
                  <Form method="post" action={paths.workForShop(sellerId)}>
                    <input type="hidden" name="formKey" value={formKey} />
                    <button type="submit" className={buttonStyle.secondary}>
                      {m["sellers.handover.list.work"]()}
                      <span className="sr-only"> {name}</span>
                    </button>
                  </Form>
                </div>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <Pagination page={page} pageCount={pageCount} hrefOf={(number) => paths.shopsInCare({ page: number })} />
    </StaffFrame>
  );
}

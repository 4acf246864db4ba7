import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { SELLER_STATUSES } from "~/modules/sellers";
import { listSellersForStaff } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { pageParam } from "~/platform/http/address-parts.server";
import { forStaff } from "~/platform/http/openers.server";
import { dateFormat } from "~/platform/i18n/formatters";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { Badge } from "~/ui/primitives/badge";
import { buttonStyle, fieldStyle } from "~/ui/primitives/button";
import { EmptyState } from "~/ui/primitives/empty-state";
import { Pagination } from "~/ui/primitives/pagination";
import { Keyboard, LIST_KEYS } from "~/ui/staff/keyboard";
import { StaffFrame } from "~/ui/staff/staff-frame";
import { STATUS_NAMES } from "~/ui/workspace/shop-labels";

export const meta: MetaFunction = () => privateMeta(m["reviews.sellers.title"]());

const PAGE_SIZE = 50;

export const loader = forStaff("reviewer", async ({ staff, lang, url }) => {
  const page = pageParam(url);
  const text = (url.searchParams.get("q") ?? "").slice(0, 100);
  const status = SELLER_STATUSES.find((own) => own === url.searchParams.get("status"));
  const { sellers, total } = await listSellersForStaff(db, { text, status, locale: lang, page, pageSize: PAGE_SIZE });
  const day = dateFormat(lang, { dateStyle: "medium", timeZone: "Asia/Baku" });
  return {
    role: staff.role,
    text,
    status,
    total,
    page,
    pageCount: Math.ceil(total / PAGE_SIZE),
    sellers: sellers.map(({ updatedAt, ...seller }) => ({ ...seller, changed: day.format(updatedAt) })),
  };
});

const TONES = { approved: "verified", suspended: "warning" } as const;

export default function StaffSellersPage() {
  const { role, text, status, total, page, pageCount, sellers } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  return (
    <StaffFrame title={m["reviews.sellers.title"]()} role={role} here="sellers">
      <Form method="get" role="search" className="flex flex-wrap items-end gap-3">
        <label className="flex min-w-0 flex-1 basis-60 flex-col gap-1.5 font-medium">
          {m["reviews.sellers.find"]()}
          <input type="search" name="q" defaultValue={text} className={fieldStyle} />
        </label>
        <label className="flex basis-48 flex-col gap-1.5 font-medium">
          {m["reviews.sellers.status"]()}
          <select name="status" defaultValue={status ?? ""} className={fieldStyle}>
            <option value="">{m["reviews.sellers.all"]()}</option>
            {SELLER_STATUSES.map((one) => (
              <option key={one} value={one}>
                {STATUS_NAMES[one]()}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className={buttonStyle.secondary}>
          {m["reviews.sellers.show"]()}
        </button>
      </Form>
      <p className="mt-4 text-sm text-muted" role="status">
        {m["reviews.sellers.found"]({ count: total })}
      </p>
      {sellers.length === 0 ? (
        <div className="mt-3">
          <EmptyState title={m["reviews.sellers.none"]()}>{m["reviews.sellers.noneText"]()}</EmptyState>
        </div>
      ) : (
        <ul className="mt-3 divide-y divide-line rounded border border-line bg-surface">
          {sellers.map((seller) => (
            <li key={seller.sellerId} data-row className="flex flex-wrap items-center gap-x-5 gap-y-1 px-5 py-3">
              <div className="min-w-0 flex-1 basis-60">
                <Link
                  to={paths.staffSeller(seller.sellerId)}
                  className="inline-flex min-h-9 items-center font-semibold underline-offset-4 hover:underline"
                >
                  {seller.name}
                </Link>
                <p className="text-sm text-muted">
                  {seller.placeName} · {m["reviews.sellers.changed"]({ when: seller.changed })}
                </p>
              </div>
              <Badge tone={seller.status in TONES ? TONES[seller.status as keyof typeof TONES] : "plain"}>
                {STATUS_NAMES[seller.status]()}
              </Badge>
            </li>
          ))}
        </ul>
      )}
      <Pagination
        page={page}
        pageCount={pageCount}
        hrefOf={(number) => paths.staffSellers({ q: text, status, page: number })}
      />
      <Keyboard keys={LIST_KEYS} />
    </StaffFrame>
  );
}

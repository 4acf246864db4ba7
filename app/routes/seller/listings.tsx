import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { LISTING_STATUSES } from "~/modules/catalog";
import { listOwnListings, saveStockTable, stockTableInput, TABLE_PAGE_SIZE } from "~/modules/catalog/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { pageParam } from "~/platform/http/address-parts.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";
import { formatMoney, money, toDecimal } from "~/platform/money";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { buttonStyle } from "~/ui/primitives/button";
import { EmptyState } from "~/ui/primitives/empty-state";
import { DoneNotice, Notice } from "~/ui/primitives/notice";
import { Pagination } from "~/ui/primitives/pagination";
import { ListingFilter } from "~/ui/workspace/listing-filter";
import { StockTable } from "~/ui/workspace/stock-table";
import { WorkspaceFrame } from "~/ui/workspace/workspace-frame";

export const meta: MetaFunction = () => privateMeta(m["catalog.own.title"]());

const LONGEST_WORDS = 100;
const countOf = (url: URL, name: string) => Number(/^\d{1,3}$/.exec(url.searchParams.get(name) ?? "")?.[0] ?? -1);

const manats = (amount: string) => money(BigInt(amount), "AZN");

export const loader = forSeller("editor", async ({ seller, url, lang }) => {
  const page = pageParam(url);
  const status = LISTING_STATUSES.find((one) => one === url.searchParams.get("status"));
  const words = (url.searchParams.get("q") ?? "").slice(0, LONGEST_WORDS);
  const { items, counts, found } = await listOwnListings(db, { sellerId: seller.sellerId, status, words, page });
  return {
    formKey: newFormKey(),
    page,
    pageCount: Math.ceil(found / TABLE_PAGE_SIZE),
    status,
    words,
    counts: LISTING_STATUSES.map((one) => ({ status: one, count: counts.get(one) ?? 0 })),
    items: items.map(({ amount, updatedAt, ...item }) => ({
      ...item,
      price: amount === undefined ? undefined : toDecimal(manats(amount)),
      priceText: amount === undefined ? undefined : formatMoney(manats(amount), lang),
      version: updatedAt.getTime(),
    })),
    saved: countOf(url, "saved"),
    left: countOf(url, "left"),
  };
});

export const action = forSeller("editor", async ({ seller, request, url, paths }) => {
  const form = await parseForm(request, stockTableInput);
  if (!form.ok) return invalid(form);

  const saved = await saveStockTable(db, seller, form.key, form.value.rows);
  if (!saved.ok) return invalid(form, m["catalog.own.oneOfAKind"]());

  const asked = {
    status: url.searchParams.get("status") ?? "",
    q: url.searchParams.get("q") ?? "",
    page: pageParam(url),
  };
  return redirectWith(paths.ownListings({ ...asked, saved: saved.value.saved, left: saved.value.left.length }));
});

export default function OwnListingsPage() {
  const { formKey, page, pageCount, status, words, counts, items, saved, left } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const paths = useAllPaths();
  const isEmpty = counts.every(({ count }) => count === 0);
  return (
    <WorkspaceFrame title={m["catalog.own.title"]()} lead={m["catalog.own.lead"]()} isWide>
      {saved === 0 && left === 0 ? <DoneNotice>{m["catalog.own.nothingToSave"]()}</DoneNotice> : null}
      {saved > 0 ? <DoneNotice>{m["catalog.own.saved"]({ count: saved })}</DoneNotice> : null}
      {left > 0 ? <Notice tone="warning">{m["catalog.own.left"]({ count: left })}</Notice> : null}
      <p className="mb-6 flex flex-wrap gap-3">
        <Link to={paths.newListing()} className={buttonStyle.primary}>
          {m["catalog.own.new"]()}
        </Link>
        <Link to={paths.ownCatalogue()} className={buttonStyle.secondary}>
          {m["publications.page.own"]()}
        </Link>
      </p>
      {isEmpty ? (
        <EmptyState title={m["catalog.own.none"]()}>{m["catalog.own.noneText"]()}</EmptyState>
      ) : (
        <>
          <ListingFilter status={status} words={words} counts={counts} />
          {items.length === 0 ? (
            <p className="mt-6 text-muted">{m["catalog.own.nothingFound"]()}</p>
          ) : (
            <StockTable key={items.map(({ version }) => version).join()} items={items} formKey={formKey} last={last} />
          )}
          <Pagination
            page={page}
            pageCount={pageCount}
            hrefOf={(number) => paths.ownListings({ status, q: words, page: number })}
          />
        </>
      )}
    </WorkspaceFrame>
  );
}

import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData, useSubmit } from "@remix-run/react";
import { readerFor } from "~/modules/catalog/index.server";
import type { SellerDirectoryView } from "~/modules/search";
import { openSellerDirectory } from "~/modules/search/index.server";
import { m } from "~/paraglide/messages.js";
import { readDb } from "~/platform/db/db.server";
import { forAnyone } from "~/platform/http/openers.server";
import { pageMeta } from "~/ui/layouts/page-meta";
import { siteOf, usePaths, useSite } from "~/ui/layouts/site";
import { buttonStyle, fieldStyle } from "~/ui/primitives/button";
import { EmptyState } from "~/ui/primitives/empty-state";
import { Notice } from "~/ui/primitives/notice";
import { Pagination } from "~/ui/primitives/pagination";
import { SellerCard } from "~/ui/sellers/seller-card";

export const meta: MetaFunction<typeof loader> = ({ matches, location }) =>
  pageMeta({
    origin: siteOf(matches).origin,
    pathname: location.pathname,
    title: m["sellers.title"](),
    description: m["sellers.text"](),
  });

export const loader = forAnyone({ cache: "public" }, async ({ url }) => {
  const reader = await readerFor(readDb, url);
  return openSellerDirectory(readDb, { url, reader });
});

export default function SellersPage() {
  const view = useLoaderData<typeof loader>();
  const paths = usePaths();
  const site = useSite();
  const submit = useSubmit();
  return (
    <>
      <h1 className="pt-10 text-3xl">{m["sellers.title"]()}</h1>
      <p className="measure mt-2 text-muted">{m["sellers.text"]()}</p>
      <Form
        method="get"
        action={paths.sellers()}
        role="search"
        aria-label={m["sellers.searchLabel"]()}
        className="my-6 flex flex-wrap items-end gap-3"
        onChange={(event) => {
          if (event.target instanceof HTMLInputElement && event.target.type === "search") return;
          submit(event.currentTarget, { preventScrollReset: true });
        }}
      >
        {site.to ? <input type="hidden" name="to" value={site.to} /> : null}
        {site.cur ? <input type="hidden" name="cur" value={site.cur} /> : null}
        <label className="min-w-56 flex-1 text-sm font-medium">
          {m["sellers.searchLabel"]()}
          <input
            key={view.text}
            type="search"
            name="q"
            defaultValue={view.text}
            maxLength={200}
            className={`${fieldStyle} mt-1`}
          />
        </label>
        <label className="text-sm font-medium">
          {m["search.facet.region"]()}
          <select key={view.region} name="region" defaultValue={view.region} className={`${fieldStyle} mt-1`}>
            <option value="">{m["sellers.allRegions"]()}</option>
            {view.regions.map((region) => (
              <option key={region.id} value={region.id}>
                {region.label}
              </option>
            ))}
          </select>
        </label>
        <label className="flex min-h-11 items-center gap-2">
          <input
            key={String(view.isReadyOnly)}
            type="checkbox"
            name="ready"
            value="1"
            defaultChecked={view.isReadyOnly}
            className="size-4 accent-madder"
          />
          {m["sellers.readyOnly"]()}
        </label>
        <button type="submit" className={buttonStyle.primary}>
          {m["search.submit"]()}
        </button>
      </Form>
      {view.isSimplified ? <Notice tone="info">{m["search.simplified"]()}</Notice> : null}
      <p aria-live="polite" className="pb-4 text-muted">
        {m["sellers.count"]({ count: view.total })}
      </p>
      {view.sellers.length === 0 ? (
        <NobodyHere view={view} />
      ) : (
        <ul className="grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
          {view.sellers.map((seller) => (
            <li key={seller.sellerId}>
              <SellerCard seller={seller} heading="h2" />
            </li>
          ))}
        </ul>
      )}
      <Pagination
        page={view.page}
        pageCount={view.pageCount}
        hrefOf={(page) => paths.sellers({ ...view.query, page: page > 1 ? page : undefined })}
      />
    </>
  );
}

/** Nobody fits, or the address names a page after the last one. */
function NobodyHere({ view }: { view: SellerDirectoryView }) {
  const paths = usePaths();
  if (view.total === 0) return <EmptyState title={m["sellers.nothing"]()}>{m["sellers.nothingHint"]()}</EmptyState>;
  const last = { ...view.query, page: view.pageCount > 1 ? view.pageCount : undefined };
  return (
    <EmptyState title={m["search.noSuchPage"]({ page: view.page })}>
      <Link to={paths.sellers(last)} className={buttonStyle.primary}>
        {m["search.lastPage"]({ page: view.pageCount })}
      </Link>
    </EmptyState>
  );
}

import { Form, Link, useNavigation, useSubmit } from "@remix-run/react";
import type { SearchPageView } from "~/modules/search";
import { m } from "~/paraglide/messages.js";
import { ListingGrid } from "~/ui/catalog/listing-grid";
import { usePaths } from "~/ui/layouts/site";
import { buttonStyle, linkStyle } from "~/ui/primitives/button";
import { EmptyState } from "~/ui/primitives/empty-state";
import { Icon } from "~/ui/primitives/icon";
import { Notice } from "~/ui/primitives/notice";
import { Pagination } from "~/ui/primitives/pagination";
import { FilterPanel } from "./filter-panel";

type Props = {
  view: SearchPageView;
  /** The facet that the page itself decides. */
  fixed?: string;
};

/** Filters and hits side by side: the body of the search, category, region and craft pages. */
export function SearchResults({ view, fixed }: Props) {
  const isLoading = useNavigation().state === "loading";
  const quantity = view.fields.quantity === "" ? undefined : view.fields.quantity;
  const by = view.fields.neededBy === "" ? undefined : view.fields.neededBy;
  return (
    <div className="grid grid-cols-1 gap-8 lg:grid-cols-[16rem_minmax(0,1fr)]">
      <FilterPanel view={view} fixed={fixed} />
      <section id="results" aria-label={m["search.results"]()} aria-busy={isLoading}>
        <h2 className="sr-only">{m["search.results"]()}</h2>
        <Toolbar view={view} />
        <Chips view={view} />
        <div className="space-y-3 pb-4 empty:hidden">
          {view.isSimplified ? <Notice tone="info">{m["search.simplified"]()}</Notice> : null}
          {view.inPart ? <Notice tone="info">{view.inPart}</Notice> : null}
          {view.relaxed ? <Notice tone="warning">{view.relaxed}</Notice> : null}
        </div>
        <Sellers view={view} />
        <div className={isLoading ? "opacity-60 transition-opacity" : ""}>
          {view.cards.length > 0 ? (
            <ListingGrid cards={view.cards} query={quantity || by ? { qty: quantity, by } : undefined} />
          ) : (
            <NothingFound view={view} />
          )}
        </div>
        <Pagination page={view.page} pageCount={view.pageCount} hrefOf={(page) => pageHref(view, page)} />
      </section>
    </div>
  );
}

function pageHref(view: SearchPageView, page: number): string {
  const query = new URLSearchParams(view.query);
  if (page > 1) query.set("page", String(page));
  return query.size > 0 ? `${view.path}?${query.toString()}` : view.path;
}

function Toolbar({ view }: { view: SearchPageView }) {
  const submit = useSubmit();
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 pb-4">
      {/* A line of its own on a phone: whether all fits beside it would change when the font comes, and move the page. */}
      <p aria-live="polite" className="text-base text-muted max-sm:w-full">
        {view.totalText}
      </p>
      <div className="flex min-w-0 items-center gap-2">
        <a href="#filters" className={`${buttonStyle.secondary} lg:hidden`}>
          <Icon name="filter" className="size-4" />
          {view.chips.length > 0 ? m["search.filtersCount"]({ count: view.chips.length }) : m["search.filters"]()}
        </a>
        <Form
          method="get"
          action={view.path}
          onChange={(event) => submit(event.currentTarget)}
          className="flex min-w-0 items-center"
        >
          {view.query
            .filter(([name]) => name !== "sort")
            .map(([name, value]) => (
              <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
            ))}
          <label className="flex min-w-0 items-center gap-2 text-sm text-muted">
            <span className="max-sm:sr-only">{m["search.sort"]()}</span>
            <select
              key={view.sort}
              name="sort"
              defaultValue={view.sort}
              className="min-h-11 min-w-0 rounded border border-field bg-surface px-2 text-sm text-ink"
            >
              {view.sorts.map((sort) => (
                <option key={sort.value} value={sort.value}>
                  {sort.label}
                </option>
              ))}
            </select>
          </label>
          <noscript>
            <button type="submit" className={buttonStyle.quiet}>
              {m["site.apply"]()}
            </button>
          </noscript>
        </Form>
      </div>
    </div>
  );
}

function Chips({ view }: { view: SearchPageView }) {
  if (view.chips.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-2 pb-4">
      {view.chips.map((chip) => (
        <li key={chip.href}>
          <Link
            to={chip.href}
            preventScrollReset
            aria-label={m["search.removeFilter"]({ label: chip.label })}
            className="inline-flex min-h-9 items-center gap-1.5 rounded-full border border-line bg-surface px-3 text-sm hover:border-ink"
          >
            {chip.label}
            <Icon name="close" className="size-3.5" />
          </Link>
        </li>
      ))}
      <li>
        <Link to={view.clearHref} className={`${linkStyle} inline-flex min-h-9 items-center text-sm`}>
          {m["search.clear"]()}
        </Link>
      </li>
    </ul>
  );
}

function Sellers({ view }: { view: SearchPageView }) {
  const paths = usePaths();
  if (view.sellers.length === 0) return null;
  return (
    <div className="pb-6">
      <h2 className="pb-2 font-sans text-sm font-semibold tracking-normal text-muted">{m["search.sellersFound"]()}</h2>
      <ul className="flex flex-wrap gap-2">
        {view.sellers.map((seller) => (
          <li key={seller.slug}>
            <Link
              to={paths.seller(seller.slug)}
              prefetch="intent"
              className="inline-flex min-h-11 items-center gap-2 rounded border border-line bg-surface px-4 text-sm hover:border-ink"
            >
              <span className="font-semibold">{seller.name}</span>
              <span className="text-muted">{seller.place}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function NothingFound({ view }: { view: SearchPageView }) {
  const paths = usePaths();
  // On the first page it is no wrong number: what was found has been taken from the site since.
  if (view.total > 0 && view.page > 1) {
    return (
      <EmptyState title={m["search.noSuchPage"]({ page: view.page })}>
        <Link to={pageHref(view, view.pageCount)} className={buttonStyle.primary}>
          {m["search.lastPage"]({ page: view.pageCount })}
        </Link>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={m["search.nothing"]()}>
      <p>{m["search.nothingHint"]()}</p>
      <p className="mt-4 flex flex-wrap justify-center gap-4">
        {view.chips.length > 0 ? (
          <Link to={view.clearHref} className={buttonStyle.primary}>
            {m["search.clear"]()}
          </Link>
        ) : null}
        <Link to={paths.categories()} className={buttonStyle.secondary}>
          {m["site.menu.categories"]()}
        </Link>
      </p>
    </EmptyState>
  );
}

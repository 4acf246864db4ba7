import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { NUMBER_SORTS, type NumberSort } from "~/modules/reporting";
import {
  findListingMonth,
  listListingNumbers,
  listSellerMonth,
  NUMBERS_PAGE_SIZE,
} from "~/modules/reporting/index.server";
import { m } from "~/paraglide/messages.js";
import { dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { db } from "~/platform/db/db.server";
import { pageParam, uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { forSeller } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { buttonStyle, linkStyle } from "~/ui/primitives/button";
import { Pagination } from "~/ui/primitives/pagination";
import { DayTable } from "~/ui/workspace/month-chart";
import { ListingNumbersTable } from "~/ui/workspace/listing-numbers-table";
import { WorkspaceFrame } from "~/ui/workspace/workspace-frame";

export const meta: MetaFunction = () => privateMeta(m["reporting.numbers.title"]());

export const loader = forSeller("editor", async ({ seller: { sellerId }, url, lang }) => {
  const today = dayInBaku(clock());
  const listingId = url.searchParams.get("listing");
  const sort: NumberSort = NUMBER_SORTS.find((known) => known === url.searchParams.get("sort")) ?? "views";
  const page = pageParam(url);
  if (listingId !== null) {
    const key = { sellerId, listingId: uuidParam({ listingId }, "listingId") };
    return { one: orNotFound(await findListingMonth(db, key, today, lang)), all: undefined, sort, page };
  }
  const [month, { listings, total }] = await Promise.all([
    listSellerMonth(db, sellerId, today, lang),
    listListingNumbers(db, { sellerId, today, locale: lang, sort, page }),
  ]);
  return { one: undefined, all: { month, listings, pageCount: Math.ceil(total / NUMBERS_PAGE_SIZE) }, sort, page };
});

export default function NumbersPage() {
  const { one, all, sort, page } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  if (one) {
    return (
      <WorkspaceFrame title={one.title} lead={m["reporting.numbers.sum"](one.month.texts)}>
        <p>
          <Link to={paths.numbers()} className={linkStyle}>
            {m["reporting.numbers.back"]()}
          </Link>
        </p>
        <DayTable days={one.month.days.toReversed()} />
      </WorkspaceFrame>
    );
  }
  return (
    <WorkspaceFrame title={m["reporting.numbers.title"]()} lead={m["reporting.numbers.lead"]()}>
      <a href={paths.numbersFile()} download className={buttonStyle.secondary}>
        {m["reporting.numbers.download"]()}
      </a>
      <h2 className="mt-8 text-xl">{m["reporting.numbers.byListing"]()}</h2>
      <ListingNumbersTable listings={all.listings} sort={sort} />
      <Pagination page={page} pageCount={all.pageCount} hrefOf={(number) => paths.numbers({ sort, page: number })} />
      <h2 className="mt-10 text-xl">{m["reporting.numbers.byDay"]()}</h2>
      <DayTable days={all.month.days.toReversed()} />
    </WorkspaceFrame>
  );
}

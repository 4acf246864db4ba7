import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readerFor } from "~/modules/catalog/index.server";
import { needAddress, openSearchPage } from "~/modules/search/index.server";
import { m } from "~/paraglide/messages.js";
import { clock } from "~/platform/clock.server";
import { readDb } from "~/platform/db/db.server";
import { PRIVATE_CACHE } from "~/platform/http/cache-headers.server";
import { forAnyone } from "~/platform/http/openers.server";
import { pageMeta } from "~/ui/layouts/page-meta";
import { siteOf } from "~/ui/layouts/site";
import { preloadPicture } from "~/ui/primitives/picture";
import { CARD_SIZES } from "~/ui/catalog/listing-card";
import { SearchResults } from "~/ui/search/search-results";

export const meta: MetaFunction<typeof loader> = ({ data, matches, location }) => {
  const first = data?.cards[0]?.picture;
  return [
    ...pageMeta({
      origin: siteOf(matches).origin,
      pathname: location.pathname,
      title: data?.heading ?? m["search.title"](),
      description: m["search.meta"](),
      isIndexed: data !== undefined && data.text === "" && data.chips.length === 0,
    }),
    ...(first ? [preloadPicture(first.sha256, CARD_SIZES)] : []),
  ];
};

export const loader = forAnyone({ cache: "public" }, async ({ url }) => {
  const reader = await readerFor(readDb, url);
  const need = await needAddress(readDb, url, reader, clock());
  // The day that a span ends on is another one tomorrow.
  if (need !== undefined) throw redirect(need, { headers: { "Cache-Control": PRIVATE_CACHE } });
  return openSearchPage(readDb, { url, reader, now: clock(), path: url.pathname });
});

export default function SearchPage() {
  const view = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="pb-6 pt-8 text-3xl">{view.heading}</h1>
      <SearchResults view={view} />
    </>
  );
}

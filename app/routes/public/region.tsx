import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listTraditions, nameIn, readerFor, referenceBook } from "~/modules/catalog/index.server";
import { openSearchPage } from "~/modules/search/index.server";
import { m } from "~/paraglide/messages.js";
import { clock } from "~/platform/clock.server";
import { readDb } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { forAnyone } from "~/platform/http/openers.server";
import { breadcrumbList, pageMeta } from "~/ui/layouts/page-meta";
import { siteOf, usePaths } from "~/ui/layouts/site";
import { Breadcrumbs } from "~/ui/primitives/breadcrumbs";
import { SearchResults } from "~/ui/search/search-results";

export const meta: MetaFunction<typeof loader> = ({ data, matches, location }) => {
  if (!data) return [{ title: "Karvan" }];
  const { origin } = siteOf(matches);
  return pageMeta({
    origin,
    pathname: location.pathname,
    title: data.title,
    description: data.traditions[0] ?? m["search.meta"](),
    structured: [breadcrumbList(origin, [{ label: data.title, href: undefined }])],
    isIndexed: data.view.chips.length === 0 && data.view.text === "",
  });
};

export const loader = forAnyone({ cache: "public" }, async ({ params, url }) => {
  const [reader, book] = await Promise.all([readerFor(readDb, url), referenceBook(readDb)]);
  const id = params.slug ?? "";
  const names = orNotFound(book.regions.get(id));
  const fixed = { facet: "region", value: id } as const;
  const [view, traditions] = await Promise.all([
    openSearchPage(readDb, { url, reader, now: clock(), path: url.pathname, fixed }),
    listTraditions(readDb, { regionId: id, locale: reader.lang }),
  ]);
  return { title: nameIn(names, reader.lang), view, traditions };
});

export default function RegionPage() {
  const { title, view, traditions } = useLoaderData<typeof loader>();
  const paths = usePaths();
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: m["site.menu.regions"](), href: paths.regions() },
          { label: title, href: undefined },
        ]}
      />
      <h1 className="pb-6 text-3xl">{title}</h1>
      {traditions.length > 0 ? (
        <section className="mb-8">
          <h2 className="text-lg">{m["catalog.region.traditions"]()}</h2>
          <ul className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-muted">
            {traditions.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <SearchResults view={view} fixed="region" />
    </>
  );
}

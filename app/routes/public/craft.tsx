import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { headingIn, readerFor, referenceBook } from "~/modules/catalog/index.server";
import { openSearchPage } from "~/modules/search/index.server";
import { m } from "~/paraglide/messages.js";
import { clock } from "~/platform/clock.server";
import { readDb } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { forAnyone } from "~/platform/http/openers.server";
import { techniqueOfSlug } from "~/platform/http/public-paths";
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
    description: m["search.meta"](),
    structured: [breadcrumbList(origin, [{ label: data.title, href: undefined }])],
    isIndexed: data.view.chips.length === 0 && data.view.text === "",
  });
};

export const loader = forAnyone({ cache: "public" }, async ({ params, url }) => {
  const [reader, book] = await Promise.all([readerFor(readDb, url), referenceBook(readDb)]);
  const id = techniqueOfSlug(params.slug ?? "");
  const names = orNotFound(book.techniques.get(id));
  const fixed = { facet: "technique", value: id } as const;
  const view = await openSearchPage(readDb, { url, reader, now: clock(), path: url.pathname, fixed });
  return { title: headingIn(names, reader.lang), view };
});

export default function CraftPage() {
  const { title, view } = useLoaderData<typeof loader>();
  const paths = usePaths();
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: m["site.menu.categories"](), href: paths.categories() },
          { label: title, href: undefined },
        ]}
      />
      <h1 className="pb-6 text-3xl">{title}</h1>
      <SearchResults view={view} fixed="technique" />
    </>
  );
}

import { useLoaderData, Link } from "@remix-run/react";
import { openHome } from "~/modules/curation/index.server";
import { m } from "~/paraglide/messages.js";
import { clock } from "~/platform/clock.server";
import { readDb } from "~/platform/db/db.server";
import { forAnyone } from "~/platform/http/openers.server";
import { readerFor } from "~/modules/catalog/index.server";
import { DoorGrid } from "~/ui/catalog/door-grid";
import { ListingGrid } from "~/ui/catalog/listing-grid";
import { CollectionCard } from "~/ui/curation/collection-card";
import { Hero, HowItWorks } from "~/ui/layouts/home-parts";
import { pageMeta } from "~/ui/layouts/page-meta";
import { siteOf, usePaths } from "~/ui/layouts/site";
import { SectionHeading } from "~/ui/primitives/section-heading";
import { SellerCard } from "~/ui/sellers/seller-card";
import type { MetaFunction } from "@remix-run/node";

export const meta: MetaFunction<typeof loader> = ({ matches, location }) => {
  const { origin, lang } = siteOf(matches);
  return pageMeta({
    origin,
    pathname: location.pathname,
    title: m["site.tagline"](),
    description: m["home.meta"](),
    structured: [
      {
        "@type": "WebSite",
        name: "Karvan",
        url: `${origin}/${lang}`,
        potentialAction: {
          "@type": "SearchAction",
          target: { "@type": "EntryPoint", urlTemplate: `${origin}/${lang}/search?q={search_term_string}` },
          "query-input": "required name=search_term_string",
        },
      },
      { "@type": "Organization", name: "Karvan", url: origin, description: m["site.footer.purpose"]() },
    ],
  });
};

export const loader = forAnyone({ cache: "public" }, async ({ url, keepUntil }) => {
  const { home, until } = await openHome(readDb, await readerFor(readDb, url), clock());
  keepUntil(until);
  return home;
});

export default function HomePage() {
  const home = useLoaderData<typeof loader>();
  const paths = usePaths();
  const goods = home.categories.filter((category) => category.kind === "good");
  const regions = home.regions.filter((region) => region.count > 0).toSorted((a, b) => b.count - a.count);
  return (
    <>
      <Hero pictures={home.fresh.slice(0, 3)} />
      {home.featured.length > 0 ? (
        <section className="mt-14">
          <SectionHeading
            title={m["home.featured"]()}
            text={m["home.featuredText"]()}
            link={{ href: paths.search(), label: m["home.allListings"]() }}
          />
          <ListingGrid cards={home.featured} isWide />
        </section>
      ) : null}
      <section className="mt-16">
        <SectionHeading
          title={m["home.crafts"]()}
          link={{ href: paths.categories(), label: m["home.allCategories"]() }}
        />
        <DoorGrid doors={goods.slice(0, 12)} hrefOf={(id) => paths.category(id)} />
      </section>
      {home.collections.length > 0 ? (
        <section className="mt-16">
          <SectionHeading
            title={m["home.collections"]()}
            link={{ href: paths.collections(), label: m["home.allCollections"]() }}
          />
          <ul className="grid gap-6 md:grid-cols-2">
            {home.collections.map((collection) => (
              <li key={collection.slug}>
                <CollectionCard collection={collection} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {home.sellers.length > 0 ? (
        <section className="mt-16">
          <SectionHeading
            title={m["home.sellers"]()}
            text={m["home.sellersText"]()}
            link={{ href: paths.sellers(), label: m["home.allSellers"]() }}
          />
          <ul className="grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
            {home.sellers.map((seller) => (
              <li key={seller.sellerId}>
                <SellerCard seller={seller} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section className="mt-16">
        <SectionHeading
          title={m["home.fresh"]()}
          link={{ href: paths.search({ sort: "newest" }), label: m["home.allListings"]() }}
        />
        <ListingGrid cards={home.fresh} isWide />
      </section>
      <section className="mt-16">
        <SectionHeading title={m["home.regions"]()} link={{ href: paths.regions(), label: m["home.allRegions"]() }} />
        <ul className="flex flex-wrap gap-2">
          {regions.map((region) => (
            <li key={region.id}>
              <Link
                to={paths.region(region.id)}
                className="inline-flex min-h-11 items-center gap-2 rounded-full border border-line bg-surface px-4 hover:border-ink"
              >
                {region.label} <span className="text-sm text-muted tabular-nums">{region.count}</span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <HowItWorks />
    </>
  );
}

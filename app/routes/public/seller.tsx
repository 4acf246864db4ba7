import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { openSeller, readerFor } from "~/modules/catalog/index.server";
import { servedMarkets } from "~/modules/export-readiness/index.server";
import { findRatings } from "~/modules/orders/index.server";
import { m } from "~/paraglide/messages.js";
import { clock } from "~/platform/clock.server";
import { readDb } from "~/platform/db/db.server";
import { env } from "~/platform/env.server";
import { away, moved, orNotFound } from "~/platform/http/answers.server";
import { forAnyone } from "~/platform/http/openers.server";
import { pathsFor } from "~/platform/http/paths";
import { ListingGrid } from "~/ui/catalog/listing-grid";
import { breadcrumbList, pageMeta } from "~/ui/layouts/page-meta";
import { ShareBox } from "~/ui/layouts/share-box";
import { siteOf, usePaths } from "~/ui/layouts/site";
import { Breadcrumbs } from "~/ui/primitives/breadcrumbs";
import { linkStyle } from "~/ui/primitives/button";
import { SectionHeading } from "~/ui/primitives/section-heading";
import { RatingList } from "~/ui/orders/rating-list";
import { CatalogueLinks } from "~/ui/publications/catalogue-links";
import { ClosureNotice } from "~/ui/sellers/closure-notice";
import { MarketTable } from "~/ui/sellers/market-table";
import { ReadinessBlock } from "~/ui/sellers/readiness-block";
import { ShopCover, ShopHeading } from "~/ui/sellers/shop-pictures";
import { ContactList, SellerFacts, Works } from "~/ui/sellers/seller-parts";

export const meta: MetaFunction<typeof loader> = ({ data, matches, location }) => {
  if (!data) return [{ title: "Karvan" }];
  const { origin } = siteOf(matches);
  const { seller } = data;
  return pageMeta({
    origin,
    pathname: location.pathname,
    title: seller.name,
    description: m["sellers.meta"]({ name: seller.name, place: seller.place }),
    picture: `/og/sellers/${seller.slug}.jpg`,
    type: "profile",
    structured: [
      {
        "@type": "Organization",
        name: seller.name,
        description: seller.story,
        url: `${origin}${location.pathname}`,
        address: { "@type": "PostalAddress", addressLocality: seller.place, addressCountry: "AZ" },
        ...(seller.foundedYear ? { foundingDate: String(seller.foundedYear) } : {}),
      },
      breadcrumbList(origin, data.crumbs),
    ],
  });
};

export const loader = forAnyone({ cache: "public" }, async ({ params, url }) => {
  const reader = await readerFor(readDb, url);
  const opened = orNotFound(
    await openSeller(readDb, { slug: params.slug ?? "", reader, origin: env.SITE_URL, now: clock() }),
  );
  if (opened.kind === "away") throw away("shop");
  if (opened.kind === "moved") throw moved(pathsFor(reader).seller(opened.slug));
  const { page } = opened;
  const { sellerId } = page.seller;
  const [markets, ratings] = await Promise.all([
    servedMarkets(readDb, page.seller.openMarkets, reader.lang),
    findRatings(readDb, { sellerId }, reader.lang),
  ]);
  return { ...page, markets, ratings };
});

export default function SellerPage() {
  const { seller, pictures, cards, crumbs, qr, shareUrl, total, markets, ratings } = useLoaderData<typeof loader>();
  const paths = usePaths();
  return (
    <>
      <Breadcrumbs crumbs={crumbs} />
      <ShopCover cover={pictures.cover} />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[7fr_5fr]">
        <div>
          <ShopHeading name={seller.name} logo={pictures.logo}>
            <Link to={paths.region(seller.region.id)} className={linkStyle}>
              {seller.place === seller.region.label ? seller.place : `${seller.place}, ${seller.region.label}`}
            </Link>
          </ShopHeading>
          {seller.closure ? (
            <div className="measure mt-4">
              <ClosureNotice closure={seller.closure} />
            </div>
          ) : null}
          {seller.tagline ? <p className="measure mt-4 font-serif text-xl">{seller.tagline}</p> : null}
          {seller.story ? (
            <p className="measure mt-4 whitespace-pre-line text-lg" lang={seller.storyLang}>
              {seller.story}
            </p>
          ) : null}
          <SellerFacts facts={seller.facts} />
          <Works works={seller.works} />
        </div>
        <div className="flex flex-col gap-6">
          <ReadinessBlock readiness={seller.readiness} />
          <ContactList slug={seller.slug} email={seller.email} phone={seller.phone} website={seller.website} />
          {total > 0 ? <CatalogueLinks address={{ kind: "seller", slug: seller.slug }} /> : null}
          <ShareBox qr={qr} url={shareUrl} picture={pictures.cover?.sha256 ?? cards[0]?.picture?.sha256} />
        </div>
      </div>
      <MarketTable markets={markets} />
      <RatingList ratings={ratings} />
      <section className="mt-14">
        <SectionHeading
          title={m["sellers.listings"]()}
          text={m["catalog.listingCount"]({ count: total })}
          link={
            total > cards.length
              ? { href: paths.search({ seller: seller.sellerId }), label: m["sellers.seeAll"]() }
              : undefined
          }
        />
        {cards.length > 0 ? (
          <ListingGrid cards={cards} isWide />
        ) : (
          <p className="text-muted">{m["sellers.noListings"]()}</p>
        )}
      </section>
    </>
  );
}

import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { openListing, readerFor } from "~/modules/catalog/index.server";
import { listingPapers } from "~/modules/export-readiness/index.server";
import { findRatings } from "~/modules/orders/index.server";
import { m } from "~/paraglide/messages.js";
import { clock } from "~/platform/clock.server";
import { readDb } from "~/platform/db/db.server";
import { env } from "~/platform/env.server";
import { away, gone, moved, orNotFound } from "~/platform/http/answers.server";
import { forAnyone } from "~/platform/http/openers.server";
import { pathsFor } from "~/platform/http/paths";
import { Gallery, GALLERY_SIZES } from "~/ui/catalog/gallery";
import { ListingDetails } from "~/ui/catalog/listing-details";
import { ListingGrid } from "~/ui/catalog/listing-grid";
import { ContactSeller } from "~/ui/catalog/contact-seller";
import { SaveButton } from "~/ui/catalog/save-button";
import { useViewCount } from "~/ui/catalog/use-view-count";
import { PutInCart } from "~/ui/catalog/put-in-cart";
import { OfferPanel } from "~/ui/catalog/offer-panel";
import { PapersOnTheWay } from "~/ui/catalog/papers-on-the-way";
import { chosenSku } from "~/ui/catalog/variant-choice";
import { ShareBox } from "~/ui/layouts/share-box";
import { breadcrumbList, pageMeta } from "~/ui/layouts/page-meta";
import { siteOf, usePaths } from "~/ui/layouts/site";
import { RatingList } from "~/ui/orders/rating-list";
import { Breadcrumbs } from "~/ui/primitives/breadcrumbs";
import { preloadPicture } from "~/ui/primitives/picture";
import { SectionHeading } from "~/ui/primitives/section-heading";
import { ClosureNotice } from "~/ui/sellers/closure-notice";
import { SellerBlock } from "~/ui/sellers/seller-block";

export const meta: MetaFunction<typeof loader> = ({ data, matches, location }) => {
  const { origin } = siteOf(matches);
  if (!data) return [{ title: "Karvan" }];
  const { listing, structured, crumbs } = data;
  const first = listing.pictures[0];
  return [
    ...pageMeta({
      origin,
      pathname: location.pathname,
      title: listing.title,
      description: m["catalog.page.meta"]({
        title: listing.title,
        seller: listing.seller.name,
        place: listing.place ?? listing.seller.place,
      }),
      picture: `/og/listings/${listing.slug}.jpg`,
      type: "product",
      structured: [structured, breadcrumbList(origin, crumbs)],
    }),
    ...(first ? [preloadPicture(first.sha256, GALLERY_SIZES)] : []),
  ];
};

export const loader = forAnyone({ cache: "public" }, async ({ params, url }) => {
  const reader = await readerFor(readDb, url);
  const paths = pathsFor(reader);
  const found = orNotFound(
    await openListing(readDb, { slug: params.slug ?? "", reader, url, origin: env.SITE_URL, now: clock() }),
  );
  if (found.kind === "away") throw away("listing");
  if (found.kind === "gone") throw gone();
  if (found.kind === "moved") throw moved(paths.listing(found.slug));
  const { listingId } = found.snapshot;
  const [papers, ratings] = await Promise.all([
    listingPapers(readDb, found.snapshot, reader),
    findRatings(readDb, { listingId }, reader.lang),
  ]);
  return { ...found.page, papers, ratings };
});

export default function ListingPage() {
  const { listing, more, crumbs, qr, shareUrl, closure, papers, ratings } = useLoaderData<typeof loader>();
  const paths = usePaths();
  useViewCount(paths.listingView(listing.slug));
  return (
    <>
      <Breadcrumbs crumbs={crumbs} />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[7fr_5fr]">
        <Gallery key={`${listing.listingId} ${chosenSku(listing) ?? ""}`} pictures={listing.pictures} />
        <div className="flex flex-col gap-6 lg:row-span-2">
          <div>
            <h1 className="text-3xl" lang={listing.textLang}>
              {listing.title}
            </h1>
            <p className="mt-2 text-muted">
              <Link
                to={paths.seller(listing.seller.slug)}
                className="font-medium text-ink underline underline-offset-4"
              >
                {listing.seller.name}
              </Link>
              {listing.place ? ` · ${listing.place}` : ""}
            </p>
          </div>
          <ClosureNotice closure={closure} />
          <OfferPanel listing={listing} />
          <PutInCart listing={listing} />
          <ContactSeller listing={listing} />
          <SaveButton listingId={listing.listingId} />
          {papers ? <PapersOnTheWay needed={papers} /> : null}
          <SellerBlock seller={listing.seller} />
          <ShareBox qr={qr} url={shareUrl} picture={listing.pictures[0]?.sha256} />
          <Link
            to={paths.reportListing(listing.slug)}
            rel="nofollow"
            className="inline-flex min-h-11 items-center self-start text-sm text-muted underline underline-offset-4"
          >
            {m["reviews.report.link"]()}
          </Link>
        </div>
        <ListingDetails listing={listing} />
      </div>
      <RatingList ratings={ratings} />
      {more.length > 0 ? (
        <section className="mt-16">
          <SectionHeading
            title={m["catalog.page.moreFromSeller"]()}
            link={{ href: paths.seller(listing.seller.slug), label: m["sellers.seeAll"]() }}
          />
          <ListingGrid cards={more} isWide />
        </section>
      ) : null}
    </>
  );
}

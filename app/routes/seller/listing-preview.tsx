import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { previewListing, quantityOf, readerFor, variantOf } from "~/modules/catalog/index.server";
import { m } from "~/paraglide/messages.js";
import { clock } from "~/platform/clock.server";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { forSeller } from "~/platform/http/openers.server";
import { Gallery } from "~/ui/catalog/gallery";
import { ListingDetails } from "~/ui/catalog/listing-details";
import { OfferPanel } from "~/ui/catalog/offer-panel";
import { chosenSku } from "~/ui/catalog/variant-choice";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import { Notice } from "~/ui/primitives/notice";

export const meta: MetaFunction = () => privateMeta(m["catalog.preview.title"]());

export const loader = forSeller("editor", async ({ seller, params, url }) => {
  const key = { sellerId: seller.sellerId, listingId: uuidParam(params, "id") };
  const reader = await readerFor(db, url);
  const asked = { reader, quantity: quantityOf(url), variant: variantOf(url), now: clock() };
  return { listing: orNotFound(await previewListing(db, key, asked)) };
});

export default function PreviewListingPage() {
  const { listing } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  return (
    <div className="py-6">
      <Notice tone="info">
        <p className="font-semibold">{m["catalog.preview.title"]()}</p>
        <p>{m["catalog.preview.note"]()}</p>
        <p className="mt-1">
          <Link to={paths.ownListing(listing.listingId)} className={linkStyle}>
            {m["catalog.preview.back"]()}
          </Link>
        </p>
      </Notice>
      <div className="mt-6 grid gap-x-12 gap-y-8 lg:grid-cols-[7fr_5fr]">
        <Gallery key={chosenSku(listing)} pictures={listing.pictures} />
        <div className="flex flex-col gap-6 lg:row-span-2">
          <h1 className="text-3xl" lang={listing.textLang}>
            {listing.title}
          </h1>
          <OfferPanel listing={listing} page={(query) => paths.previewListing(listing.listingId, query)} />
        </div>
        <ListingDetails listing={listing} />
      </div>
    </div>
  );
}

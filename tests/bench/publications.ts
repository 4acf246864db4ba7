import type { Row } from "~db/bulk";
import { snapshotOf, type WorkingListing } from "~/modules/catalog/snapshot";

export type BenchPicture = WorkingListing["pictures"][number];

/**
 * Publications of the working versions that the given rows are, by the function that every publication is made by:
 * publishing a hundred thousand listings one by one would take longer than measuring them.
 *
 * @param rows of one listing by table, as `listingRows` makes them
 */
export function publicationOf(
  rows: Record<string, Row[]>,
  regionId: string,
  pictures: readonly BenchPicture[],
): { listing: Row; publication: Row; images: Row[] } {
  const listing = rows.listings?.[0];
  if (!listing) throw new Error("a listing without its row");
  const publishedAt = listing.created_at;
  const snapshot = snapshotOf({
    // The rows are those of the tables, so that camel-casing their names gives what the publishing query reads.
    listing: { ...camelCased(listing), regionId } as WorkingListing["listing"],
    slug: String(rows.listing_slugs?.find((row) => row.is_current === true)?.slug),
    texts: camelRows(rows.listing_texts).map((text) => ({ ...text, isDraft: false })) as WorkingListing["texts"],
    materialIds: (rows.listing_materials ?? []).map((row) => String(row.material_id)),
    fibres: camelRows(rows.listing_fibres) as WorkingListing["fibres"],
    tiers: camelRows(rows.price_tiers).map((tier) => ({
      ...tier,
      amountMinor: String(tier.amountMinor),
    })) as WorkingListing["tiers"],
    variants: (rows.listing_variants ?? []).map((row) => ({
      variantId: String(row.id),
      sku: String(row.sku),
      names: [],
      homeTiers: [],
      exportTiers: [],
    })),
    pictures: [...pictures],
  });
  return {
    listing: { ...listing, status: "published" },
    publication: {
      listing_id: listing.id,
      version: 1,
      snapshot,
      is_current: true,
      first_published_at: publishedAt,
      published_at: publishedAt,
    },
    images: pictures.map(({ mediaId, view }, position) => ({
      listing_id: listing.id,
      media_id: mediaId,
      position,
      view,
    })),
  };
}

function camelRows(rows: readonly Row[] | undefined): Row[] {
  return (rows ?? []).map(camelCased);
}

function camelCased(row: Row): Row {
  const rename = (name: string) => name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [rename(name), value]));
}

import { sql } from "kysely";
import type { Db } from "~/platform/db/db.server";
import { keptVersions, type Versioned } from "~/platform/db/kept-versions.server";
import { prepared } from "~/platform/db/prepared.server";
import type { Locale, LocaleTexts } from "~/platform/i18n/locales";
import type { ListingSnapshot, PriceTier } from "./types";

/** The language that every listing has. */
export const ORIGINAL: Locale = "az";

/** Parts of a snapshot that no list needs, left out by `card_of_snapshot` in the database: most of its length. */
type Unread = "texts" | "pictures" | "variants" | "fibres" | "woodSpecies" | "materialIds" | "size" | "packedSize";

/** What a list reads of a snapshot. */
export type ShortSnapshot = Omit<ListingSnapshot, Unread>;

/** Tiers of each variant there is to choose from; null where it costs what the listing does. */
export type VariantTiers = (PriceTier[] | null)[];

/** What a list shows of a publication: its short snapshot, and what is made of the parts that are left out. */
export type ShortPublication = {
  snapshot: ShortSnapshot;
  titles: LocaleTexts<string>;
  pictureHashes: string[];
  variantHomeTiers: VariantTiers;
  variantExportTiers: VariantTiers;
  front: { sha256: string; placeholder: string } | null;
};

/** Made by the database of what `publishListing` alone writes, as a ListingSnapshot. */
type Card = ShortSnapshot & Omit<ShortPublication, "snapshot" | "front">;

/** Publications, of some two and a half kilobytes each. */
const MOST_KEPT = 30_000;

const kept = keptVersions<ShortPublication>({
  most: MOST_KEPT,
  read: async (db, listingIds) => {
    const rows = await db
      .selectFrom("listingPublications")
      .modifyFront(prepared)
      .where("listingId", "=", sql<string>`any(${[...listingIds]}::uuid[])`)
      .where("isCurrent", "=", true)
      .select(["id", "listingId", sql<Card>`card`.as("card"), sql<ShortPublication["front"]>`front`.as("front")])
      .execute();
    return rows.map(({ id, listingId, card, front }) => {
      const { titles, pictureHashes, variantHomeTiers, variantExportTiers, ...snapshot } = card;
      const value = { snapshot, titles, pictureHashes, variantHomeTiers, variantExportTiers, front };
      return { key: listingId, version: id, value };
    });
  },
});

/** What lists show of the current publications of listings; a publication never changes, so it is kept under its id. */
export function shortPublications(
  db: Db,
  listings: readonly { listingId: string; publicationId: string }[],
): Promise<ReadonlyMap<string, ShortPublication>> {
  const wanted = listings.map(({ listingId, publicationId }): Versioned => ({
    key: listingId,
    version: publicationId,
  }));
  return kept.of(db, wanted);
}

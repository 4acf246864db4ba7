import { sql } from "kysely";
import type { Locale } from "~/platform/i18n/locales";
import type { Reader } from "~/platform/i18n/reader";
import { HOME_COUNTRY } from "./offer";
import type { ListingSnapshot, PriceTier } from "./types";

/** The language that every listing has. */
export const ORIGINAL: Locale = "az";

/** Parts of a snapshot that no list needs, left out by `card_of_snapshot` in the database: most of its length. */
type Unread = "texts" | "pictures" | "variants" | "fibres" | "woodSpecies" | "materialIds" | "size" | "packedSize";

/** What a list reads of a snapshot. */
export type ShortSnapshot = Omit<ListingSnapshot, Unread>;

/** Tiers of each variant there is to choose from, at the reader's; null where it costs what the listing does. */
export type VariantTiers = (PriceTier[] | null)[];

/** Of `listing_publications`: the short snapshot, and the title in the reader's language and in the original. */
export function selectShortSnapshot({ lang, destination }: Pick<Reader, "lang" | "destination">) {
  const tiers = destination === HOME_COUNTRY ? "variantHomeTiers" : "variantExportTiers";
  // Made by the database of what `publishListing` alone writes, as a ListingSnapshot.
  return [
    sql<ShortSnapshot>`listing_publications.card - ${[...BESIDE]}::text[]`.as("snapshot"),
    sql<VariantTiers>`listing_publications.card -> ${tiers}::text`.as("variantTiers"),
    sql<string | null>`listing_publications.card -> 'titles' ->> ${lang}::text`.as("title"),
    sql<string>`listing_publications.card -> 'titles' ->> ${ORIGINAL}::text`.as("originalTitle"),
  ] as const;
}

/** What stands in a card beside the short snapshot. */
const BESIDE = ["titles", "pictureHashes", "variantHomeTiers", "variantExportTiers"] as const;

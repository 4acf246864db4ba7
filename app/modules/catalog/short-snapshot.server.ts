import { sql } from "kysely";
import type { Locale } from "~/platform/i18n/locales";
import type { Reader } from "~/platform/i18n/reader";
import { HOME_COUNTRY } from "./offer";
import type { ListingSnapshot, PriceTier } from "./types";

/** The language that every listing has. */
export const ORIGINAL: Locale = "az";

/** Parts of a snapshot that no list needs: most of its length, which would only be read, sent and thrown away. */
const UNREAD = ["texts", "pictures", "variants", "fibres", "woodSpecies", "materialIds", "size", "packedSize"] as const;

/**
 * What a list reads of a snapshot; the tiers of the prices that do not hold at the reader's are empty, unless it is sold
 * at home alone.
 */
export type ShortSnapshot = Omit<ListingSnapshot, (typeof UNREAD)[number]>;

/** Tiers of each variant there is to choose from, at the reader's; null where it costs what the listing does. */
export type VariantTiers = (PriceTier[] | null)[];

/** Of `listing_publications`: the short snapshot, and the title in the reader's language and in the original. */
export function selectShortSnapshot({ lang, destination }: Pick<Reader, "lang" | "destination">) {
  const isHome = destination === HOME_COUNTRY;
  const [ownTiers, otherTiers] = isHome ? ["homeTiers", "exportTiers"] : ["exportTiers", "homeTiers"];
  const emptied = JSON.stringify({ [otherTiers]: [] });
  // Written by `publishListing` alone as a ListingSnapshot.
  return [
    sql<ShortSnapshot>`listing_publications.snapshot - ${[...UNREAD]}::text[] || case
      when ${isHome}::boolean or (listing_publications.snapshot -> 'isOpenToExport')::boolean then ${emptied}::jsonb
      else '{}' end`.as("snapshot"),
    sql<VariantTiers>`(
      select coalesce(jsonb_agg(variant -> ${ownTiers}::text), '[]')
      from jsonb_array_elements(listing_publications.snapshot -> 'variants') as variant)`.as("variantTiers"),
    sql<string | null>`listing_publications.snapshot -> 'texts' -> ${lang}::text ->> 'title'`.as("title"),
    sql<string>`listing_publications.snapshot -> 'texts' -> ${ORIGINAL}::text ->> 'title'`.as("originalTitle"),
  ] as const;
}

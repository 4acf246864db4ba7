import { sql } from "kysely";
import type { Db } from "~/platform/db/db.server";
import { textIn, type LocaleTexts } from "~/platform/i18n/locales";
import type { Reader } from "~/platform/i18n/reader";
import { selectListingRows } from "./offer-rows.server";
import { offeredListing, type OfferedListing } from "./listing-page.server";
import type { Supply } from "./delivery";
import type { Offer } from "./offer";
import { selectPublicListings } from "./publication.server";
import { currentRates } from "./rates.server";
import { referenceBook } from "./reference-book.server";
import type { DeliveryOption, ListingSnapshot } from "./types";
import { chosenVariant } from "./variant-choice.server";

/** A variant is named by its id, or by the SKU of an address. */
export type AskedAbout = {
  listingId: string;
  variantId: string | undefined;
  sku?: string | undefined;
  quantity: number;
};

/** A public listing with its offer for the number of pieces that somebody asks about. */
export type AskedListing = {
  sellerId: string;
  snapshot: ListingSnapshot;
  view: OfferedListing;
  offer: Offer;
  supply: Supply;
  /** How its seller reaches the reader's country. */
  options: readonly DeliveryOption[];
  variantId: string | undefined;
};

/** @returns by the places of `asked`; undefined where a listing is not public */
export async function listAskedListings(
  db: Db,
  reader: Reader,
  asked: readonly AskedAbout[],
  today: string,
): Promise<(AskedListing | undefined)[]> {
  if (asked.length === 0) return [];
  const [rows, rates, book] = await Promise.all([
    selectListingRows(db, reader)
      .where("listings.id", "in", [...new Set(asked.map(({ listingId }) => listingId))])
      .execute(),
    currentRates(db),
    referenceBook(db),
  ]);
  const byId = new Map(rows.map((row) => [row.listingId, row]));
  return asked.map(({ listingId, variantId, sku: named, quantity }) => {
    const row = byId.get(listingId);
    if (!row) return undefined;
    const { snapshot } = row;
    const sku = named ?? snapshot.variants.find((variant) => variant.variantId === variantId)?.sku;
    const { view, offer, supply } = offeredListing({
      snapshot,
      row,
      reader,
      rates,
      book,
      quantity,
      variant: sku,
      today,
    });
    return {
      sellerId: snapshot.sellerId,
      snapshot,
      view,
      offer,
      supply,
      options: row.options,
      variantId: chosenVariant(snapshot, sku)?.variantId,
    };
  });
}

/** The public listings that addresses name, in their order; what is not public is left out. */
export async function findListingsAtSlugs(
  db: Db,
  slugs: readonly string[],
): Promise<{ listingId: string; slug: string; sellerId: string }[]> {
  if (slugs.length === 0) return [];
  const rows = await selectPublicListings(db)
    .innerJoin("listingSlugs", "listingSlugs.listingId", "listings.id")
    .where("listingSlugs.slug", "in", [...slugs])
    .select(["listings.id as listingId", "listingSlugs.slug", "listings.sellerId"])
    .execute();
  return slugs.flatMap((slug) => rows.find((row) => row.slug === slug) ?? []);
}

/** What the public sees of the listing at an address; undefined for an old address, too. */
export async function findPublicSnapshot(db: Db, slug: string): Promise<ListingSnapshot | undefined> {
  const row = await selectPublicListings(db)
    .innerJoin("listingSlugs", "listingSlugs.listingId", "listings.id")
    .where("listingSlugs.slug", "=", slug)
    .where("listingSlugs.isCurrent", "=", true)
    // Written by `publishListing` alone, which builds it as a ListingSnapshot.
    .select(sql<ListingSnapshot>`listing_publications.snapshot`.as("snapshot"))
    .executeTakeFirst();
  return row?.snapshot;
}

/** What was on the page when it was asked about, also when it is not public any more. */
export type PublishedTitle = {
  title: LocaleTexts<string>;
  slug: string;
  isPublic: boolean;
  picture: { sha256: string; placeholder: string } | undefined;
  variantName: string | undefined;
};

type Published = { listingId: string; version: number; variantId: string | undefined };

/** Titles and pictures of publications, by the places of `asked`. */
export async function listPublishedTitles(
  db: Db,
  reader: Pick<Reader, "lang">,
  asked: readonly Published[],
): Promise<(PublishedTitle | undefined)[]> {
  if (asked.length === 0) return [];
  const rows = await db
    .selectFrom("listingPublications")
    .innerJoin("listings", "listings.id", "listingPublications.listingId")
    .innerJoin("sellers", "sellers.id", "listings.sellerId")
    .innerJoin("listingSlugs", (join) =>
      join.onRef("listingSlugs.listingId", "=", "listings.id").on("listingSlugs.isCurrent", "is", true),
    )
    .where((eb) =>
      eb(
        eb.refTuple("listingPublications.listingId", "listingPublications.version"),
        "in",
        asked.map(({ listingId, version }) => eb.tuple(listingId, version)),
      ),
    )
    .select([
      "listingPublications.listingId",
      "listingPublications.version",
      "listingSlugs.slug",
      sql<boolean>`listings.status = 'published' and sellers.status = 'approved'`.as("isPublic"),
      sql<LocaleTexts<{ title: string }>>`listing_publications.snapshot -> 'texts'`.as("texts"),
      // Asked about before its first picture was made: the one that it has now.
      sql<{ sha256: string; placeholder: string } | null>`coalesce(listing_publications.front, (
        select front from listing_publications as today where today.listing_id = listings.id and is_current))`.as(
        "picture",
      ),
      sql<ListingSnapshot["variants"]>`listing_publications.snapshot -> 'variants'`.as("variants"),
    ])
    .execute();
  return asked.map(({ listingId, version, variantId }) => {
    const row = rows.find((one) => one.listingId === listingId && one.version === version);
    if (!row) return undefined;
    const { az, ...others } = row.texts;
    const variant = row.variants.find((one) => one.variantId === variantId);
    return {
      title: {
        az: az.title,
        ...(others.en ? { en: others.en.title } : {}),
        ...(others.ru ? { ru: others.ru.title } : {}),
      },
      slug: row.slug,
      isPublic: row.isPublic,
      picture: row.picture ?? undefined,
      variantName: variant && (variant.names ? textIn(variant.names, reader.lang).text : variant.sku),
    };
  });
}

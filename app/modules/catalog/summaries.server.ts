import { sql } from "kysely";
import type { Closure } from "~/modules/sellers";
import { selectClosure, selectRouteOptions } from "~/modules/sellers/index.server";
import type { Db } from "~/platform/db/db.server";
import { prepared } from "~/platform/db/prepared.server";
import type { Locale } from "~/platform/i18n/locales";
import type { Reader } from "~/platform/i18n/reader";
import { convert, type Money } from "~/platform/money";
import { supplyOf } from "./cards.server";
import { awayOf } from "./delivery";
import { offerFor, type ShippingChoice } from "./offer";
import { selectPublicListings } from "./publication.server";
import { currentRates } from "./rates.server";
import { nameIn, referenceBook } from "./reference-book.server";
import { ORIGINAL, selectShortSnapshot, type ShortSnapshot } from "./short-snapshot.server";
import type { DeliveryOption, ListingKind } from "./types";

/** What a card shows, as data: for machines that write their own words. */
export type ListingSummary = {
  listingId: string;
  slug: string;
  kind: ListingKind;
  title: string;
  /** Language of the title: the reader's where the listing has it. */
  titleLocale: Locale;
  seller: { sellerId: string; slug: string; name: string };
  placeName: string | undefined;
  /** Price of one unit of the quantity asked for; undefined on request. */
  price: Money | undefined;
  /** Another quantity costs otherwise. */
  isFromPrice: boolean;
  unit: string;
  /** The same in the reader's currency at the rate of a day. */
  approximate: (Money & { rateOn: string }) | undefined;
  minimumOrderQuantity: number;
  readyInDays: number | undefined;
  arrivesInDays: number | undefined;
  /** The cheapest known way to the destination; undefined when there is none. */
  shipping: ShippingChoice | undefined;
  pictures: string[];
};

type Row = {
  snapshot: ShortSnapshot;
  title: string | null;
  originalTitle: string;
  pictures: string[];
  sellerSlug: string;
  sellerName: string;
  dispatchDays: number;
  stockQuantity: number;
  options: DeliveryOption[];
  closure: Closure | null;
};

/** Summaries of the given listings, in the given order; what is no longer public is left out. One statement. */
export async function listListingSummaries(
  db: Db,
  reader: Reader,
  listingIds: readonly string[],
  { quantity, today }: { quantity?: number | undefined; today: string },
): Promise<ListingSummary[]> {
  if (listingIds.length === 0) return [];
  const { lang, destination } = reader;
  const [rows, { rates, quotedOn }, book] = await Promise.all([
    selectPublicListings(db)
      .innerJoin("sellerSlugs", (join) =>
        join.onRef("sellerSlugs.sellerId", "=", "sellers.id").on("sellerSlugs.isCurrent", "=", true),
      )
      .modifyFront(prepared)
      .where("listings.id", "=", sql<string>`any(${[...listingIds]}::uuid[])`)
      .select([
        ...selectShortSnapshot(reader),
        sql<string[]>`listing_publications.card -> 'pictureHashes'`.as("pictures"),
        "sellerSlugs.slug as sellerSlug",
        sql<string>`(select name from seller_texts where seller_id = sellers.id
          order by locale = ${lang} desc, locale = 'az' desc limit 1)`.as("sellerName"),
        "sellers.dispatchDays as dispatchDays",
        sql<number>`(select coalesce(sum(stock_quantity), 0)::int from listing_variants
          where listing_id = listings.id and is_active)`.as("stockQuantity"),
        selectRouteOptions(destination).as("options"),
        selectClosure().as("closure"),
      ])
      .execute(),
    currentRates(db),
    referenceBook(db),
  ]);

  const summary = (row: Row): ListingSummary => {
    const { snapshot } = row;
    const offer = offerFor(
      snapshot,
      supplyOf({ ...row, away: awayOf(row.closure, today) }),
      row.options,
      destination,
      quantity,
    );
    const price = offer.price?.unit;
    const other = price && price.currency !== reader.currency ? convert(price, reader.currency, rates) : undefined;
    return {
      listingId: snapshot.listingId,
      slug: snapshot.slug,
      kind: snapshot.kind,
      title: row.title ?? row.originalTitle,
      titleLocale: row.title === null ? ORIGINAL : lang,
      seller: { sellerId: snapshot.sellerId, slug: row.sellerSlug, name: row.sellerName },
      placeName: nameIn(book.places.get(snapshot.placeId ?? "")?.names, lang) || undefined,
      price,
      isFromPrice: (offer.price?.tiers.length ?? 0) > 1 && quantity === undefined,
      unit: snapshot.priceUnit,
      approximate: other && { ...other, rateOn: quotedOn },
      minimumOrderQuantity: snapshot.minimumOrderQuantity,
      readyInDays: offer.isOffered ? offer.readyInDays : undefined,
      arrivesInDays: offer.arrivesInDays,
      shipping: offer.shipping[0],
      pictures: row.pictures,
    };
  };
  const byId = new Map(rows.map((row) => [row.snapshot.listingId, row]));
  return listingIds.flatMap((id) => {
    const row = byId.get(id);
    return row ? [summary(row)] : [];
  });
}

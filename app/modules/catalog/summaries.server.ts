import type { Db } from "~/platform/db/db.server";
import { textIn, type Locale } from "~/platform/i18n/locales";
import type { Reader } from "~/platform/i18n/reader";
import { convert, type Money } from "~/platform/money";
import { supplyOf } from "./cards.server";
import { awayOf } from "./delivery";
import { offerFor, type ShippingChoice } from "./offer";
import { inOrder, liveRowsOfIds, withPublished } from "./offer-rows.server";
import { currentRates } from "./rates.server";
import { nameIn, referenceBook } from "./reference-book.server";
import type { ListingKind } from "./types";

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
  pictures: readonly string[];
};

const liveRowsOf = liveRowsOfIds((query) =>
  query
    .innerJoin("sellerSlugs", (join) =>
      join.onRef("sellerSlugs.sellerId", "=", "sellers.id").on("sellerSlugs.isCurrent", "=", true),
    )
    .select("sellerSlugs.slug as sellerSlug"),
);

/** Summaries of the given listings, in the given order; what is no longer public is left out. */
export async function listListingSummaries(
  db: Db,
  reader: Reader,
  listingIds: readonly string[],
  { quantity, today }: { quantity?: number | undefined; today: string },
): Promise<ListingSummary[]> {
  if (listingIds.length === 0) return [];
  const { lang, destination } = reader;
  const live = await liveRowsOf(db, lang, listingIds);
  const [rows, { rates, quotedOn }, book] = await Promise.all([
    withPublished(db, destination, inOrder(listingIds, live)),
    currentRates(db),
    referenceBook(db),
  ]);

  return rows.map(({ live: row, published: { snapshot, titles, pictureHashes }, options }): ListingSummary => {
    const title = textIn(titles, lang);
    const { stockQuantity, dispatchDays } = row;
    const supply = supplyOf({ snapshot, stockQuantity, dispatchDays, away: awayOf(row.closure, today) });
    const offer = offerFor(snapshot, supply, options, destination, quantity);
    const price = offer.price?.unit;
    const other = price && price.currency !== reader.currency ? convert(price, reader.currency, rates) : undefined;
    return {
      listingId: snapshot.listingId,
      slug: snapshot.slug,
      kind: snapshot.kind,
      title: title.text,
      titleLocale: title.locale,
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
      pictures: pictureHashes,
    };
  });
}

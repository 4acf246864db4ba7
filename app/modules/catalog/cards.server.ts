import { sql } from "kysely";
import { selectRouteOptions } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import type { Db } from "~/platform/db/db.server";
import { textIn } from "~/platform/i18n/locales";
import type { Reader } from "~/platform/i18n/reader";
import { daysBetween, type Supply } from "./delivery";
import { priceText, type DayRates } from "./format.server";
import { offerFor, type Offer } from "./offer";
import { daysText, goodReadyLine, unitName } from "./offer-view.server";
import { selectPublicListings } from "./publication.server";
import { currentRates } from "./rates.server";
import { nameIn, referenceBook, type ReferenceBook } from "./reference-book.server";
import type { ListingSnapshot } from "./types";
import type { ListingCardView } from "./views";

/** One statement's worth of a card: the snapshot and what is live beside it. */
export type PublicListingRow = {
  snapshot: ListingSnapshot;
  sellerName: string;
  dispatchDays: number;
  stockQuantity: number;
  level: string | null;
  options: Parameters<typeof offerFor>[2];
};

/** Public listings with everything an offer to `reader` needs; order and choice are the caller's. */
export function selectListingRows(db: Db, reader: Pick<Reader, "lang" | "destination">) {
  return selectPublicListings(db)
    .leftJoin("readinessResults", "readinessResults.sellerId", "sellers.id")
    .select([
      // Written by `publishListing` alone, which builds it as a ListingSnapshot; a trigger refuses later changes.
      sql<ListingSnapshot>`listing_publications.snapshot`.as("snapshot"),
      "listingPublications.listingId as listingId",
      "sellers.dispatchDays as dispatchDays",
      "readinessResults.level as level",
      sql<string>`(
        select name from seller_texts where seller_id = sellers.id
        order by locale = ${reader.lang} desc, locale limit 1)`.as("sellerName"),
      sql<number>`(
        select coalesce(sum(stock_quantity), 0)::int from listing_variants
        where listing_id = listings.id and is_active)`.as("stockQuantity"),
      selectRouteOptions(reader.destination).as("options"),
    ]);
}

type CardOptions = {
  quantity?: number;
  /** Calendar day by which it has to arrive: the card names a way that does. */
  neededBy?: string;
  /** Marked as featured, never disguised. */
  featuredIds?: ReadonlySet<string>;
  today: string;
};

/** Cards of the given listings, in the given order; what is no longer public is left out. */
export async function listListingCards(
  db: Db,
  reader: Reader,
  listingIds: readonly string[],
  options: CardOptions,
): Promise<ListingCardView[]> {
  if (listingIds.length === 0) return [];
  const [rows, rates, book] = await Promise.all([
    selectListingRows(db, reader)
      .where("listings.id", "in", [...listingIds])
      .execute(),
    currentRates(db),
    referenceBook(db),
  ]);
  const byId = new Map(rows.map((row) => [row.listingId, row]));
  return listingIds.flatMap((id) => {
    const row = byId.get(id);
    return row ? [cardView(row, { reader, rates, book, ...options })] : [];
  });
}

type CardInputs = CardOptions & { reader: Reader; rates: DayRates; book: ReferenceBook };

export function cardView(row: PublicListingRow, inputs: CardInputs): ListingCardView {
  const { reader, rates, book, quantity, today } = inputs;
  const { snapshot } = row;
  const offer = offerFor(snapshot, supplyOf(row), row.options, reader.destination, quantity);
  const { text, locale } = textIn(snapshot.texts, reader.lang);
  const front = snapshot.pictures[0];
  return {
    listingId: snapshot.listingId,
    slug: snapshot.slug,
    title: text.title,
    titleLang: locale === reader.lang ? undefined : locale,
    sellerName: row.sellerName,
    placeName: nameIn(book.places.get(snapshot.placeId ?? "")?.names, reader.lang),
    picture: front && { sha256: front.sha256, placeholder: front.placeholder, alt: text.title },
    price: offer.price && priceText(offer.price.unit, reader, rates),
    bulk: quantity === undefined ? bulkLine(snapshot, offer, reader, rates) : undefined,
    unit: unitName(snapshot.priceUnit),
    minimumOrder:
      snapshot.minimumOrderQuantity > 1
        ? m["catalog.minimumOrder"]({ count: snapshot.minimumOrderQuantity })
        : undefined,
    delivery: deliveryLine(snapshot, offer, inputs),
    canArrive: offer.shipping.length > 0,
    ready:
      quantity === undefined || offer.readyInDays === undefined
        ? undefined
        : goodReadyLine(snapshot, offer, today, reader.lang),
    level: publicLevel(row.level),
    isFeatured: inputs.featuredIds?.has(snapshot.listingId) ?? false,
  };
}

export function supplyOf({
  snapshot,
  stockQuantity,
  dispatchDays,
}: Pick<PublicListingRow, "snapshot" | "stockQuantity" | "dispatchDays">): Supply {
  return {
    stockQuantity: snapshot.kind === "service" ? 0 : stockQuantity,
    monthlyCapacity: snapshot.stockPolicy === "one_of_a_kind" ? 0 : (snapshot.monthlyCapacity ?? 0),
    leadTimeDays: snapshot.leadTimeDays ?? snapshot.service?.turnaroundDays ?? 0,
    dispatchDays,
  };
}

export function publicLevel(level: string | null): "ready" | "exporting" | undefined {
  return level === "ready" || level === "exporting" ? level : undefined;
}

/** The cheapest way that is no walk to the workshop; when a day was named, one that arrives by it if there is any. */
function carriedBy(offer: Offer, latestDays: number | undefined) {
  const carried = offer.shipping.filter((choice) => choice.service !== "pick_up");
  const ready = offer.readyInDays;
  const inTime = carried.find(
    ({ daysMax }) => latestDays !== undefined && ready !== undefined && ready + daysMax <= latestDays,
  );
  return inTime ?? carried[0];
}

function deliveryLine(
  snapshot: ListingSnapshot,
  offer: Offer,
  { reader, rates, today, neededBy }: Pick<CardInputs, "reader" | "rates" | "today" | "neededBy">,
): string {
  const latestDays = neededBy === undefined ? undefined : daysBetween(today, neededBy);
  const cheapest = offer.shipping[0];
  if (!offer.isHome && !snapshot.isOpenToExport) return m["catalog.card.homeOnly"]();
  const isService = snapshot.kind === "service";
  if (!cheapest) return isService ? m["catalog.card.notOffered"]() : m["catalog.card.noRoute"]();
  if (cheapest.service === "digital") return m["catalog.card.digital"]();
  if (cheapest.service === "pick_up" && offer.shipping.length === 1) {
    return isService ? m["catalog.route.onSite"]() : m["catalog.card.pickUp"]();
  }
  const carried = carriedBy(offer, latestDays) ?? cheapest;
  const days = daysText(carried, reader.lang);
  if (carried.cost === undefined) return m["catalog.card.askFreight"]({ days });
  return m["catalog.card.shipping"]({ cost: priceText(carried.cost, reader, rates).text, days });
}

/** The lowest price of one, and from how many on it holds. */
function bulkLine({ priceUnit }: ListingSnapshot, offer: Offer, reader: Reader, rates: DayRates): string | undefined {
  const last = offer.price?.tiers.at(-1);
  if (!last || last.minimumQuantity <= offer.quantity) return undefined;
  const inputs = { count: last.minimumQuantity, price: priceText(last.unit, reader, rates).text };
  return priceUnit === "piece" ? m["catalog.card.bulk"](inputs) : m["catalog.card.bulkOfOthers"](inputs);
}

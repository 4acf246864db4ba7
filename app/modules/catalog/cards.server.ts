import { sql } from "kysely";
import type { Closure } from "~/modules/sellers";
import { selectClosure, selectRouteOptions } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import { daysBetween } from "~/platform/calendar";
import type { Db } from "~/platform/db/db.server";
import { prepared } from "~/platform/db/prepared.server";
import type { Reader } from "~/platform/i18n/reader";
import { awayOf, type Away, type Supply } from "./delivery";
import { priceText, type DayRates } from "./format.server";
import { offerFor, priceFor, type Offer } from "./offer";
import { daysText, goodReadyLine } from "./offer-view.server";
import { unitName } from "./unit-names.server";
import { selectPublicListings } from "./publication.server";
import { currentRates } from "./rates.server";
import { nameIn, referenceBook, type ReferenceBook } from "./reference-book.server";
import { ORIGINAL, selectShortSnapshot, type ShortSnapshot, type VariantTiers } from "./short-snapshot.server";
import type { ListingSnapshot } from "./types";
import type { ListingCardView, PriceText } from "./views";

/** One statement's worth of an offer: a published snapshot and what is live beside it. */
type OfferRow<Snapshot> = {
  snapshot: Snapshot;
  sellerName: string;
  dispatchDays: number;
  stockQuantity: number;
  level: string | null;
  options: Parameters<typeof offerFor>[2];
  closure: Closure | null;
};

/** A listing as a list shows it. */
type CardRow = OfferRow<ShortSnapshot> & {
  title: string | null;
  originalTitle: string;
  front: { sha256: string; placeholder: string } | null;
  variantTiers: VariantTiers;
};

/** Public listings with everything an offer to `reader` needs; order and choice are the caller's. */
function selectOffers(db: Db, { lang, destination }: Pick<Reader, "lang" | "destination">) {
  return selectPublicListings(db)
    .leftJoin("readinessResults", "readinessResults.sellerId", "sellers.id")
    .select([
      "listingPublications.listingId as listingId",
      "sellers.dispatchDays as dispatchDays",
      "readinessResults.level as level",
      sql<string>`(
        select name from seller_texts where seller_id = sellers.id
        order by locale = ${lang} desc, locale = 'az' desc limit 1)`.as("sellerName"),
      sql<number>`(
        select coalesce(sum(stock_quantity), 0)::int from listing_variants
        where listing_id = listings.id and is_active)`.as("stockQuantity"),
      selectRouteOptions(destination).as("options"),
      selectClosure().as("closure"),
    ]);
}

/** With the whole of what was published: for the page of one listing. */
export function selectListingRows(db: Db, reader: Pick<Reader, "lang" | "destination">) {
  // Written by `publishListing` alone, which builds it as a ListingSnapshot; a trigger refuses later changes.
  return selectOffers(db, reader).select([
    sql<ListingSnapshot>`listing_publications.snapshot`.as("snapshot"),
    sql<Record<string, number>>`(
      select coalesce(jsonb_object_agg(id, stock_quantity), '{}') from listing_variants
      where listing_id = listings.id and is_active)`.as("stockOfVariants"),
  ]);
}

/** With what a card shows of it. */
export function selectCardRows(db: Db, reader: Pick<Reader, "lang" | "destination">) {
  return selectOffers(db, reader).select([
    ...selectShortSnapshot(reader),
    sql<CardRow["front"]>`listing_publications.front`.as("front"),
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
    selectCardRows(db, reader)
      .modifyFront(prepared)
      .where("listings.id", "=", sql<string>`any(${[...listingIds]}::uuid[])`)
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

export function cardView(row: CardRow, inputs: CardInputs): ListingCardView {
  const { reader, rates, book, quantity, today } = inputs;
  const { snapshot } = row;
  const offer = offerFor(
    snapshot,
    supplyOf({ ...row, away: awayOf(row.closure, today) }),
    row.options,
    reader.destination,
    quantity,
  );
  const title = row.title ?? row.originalTitle;
  return {
    listingId: snapshot.listingId,
    slug: snapshot.slug,
    title,
    titleLang: row.title === null ? ORIGINAL : undefined,
    sellerName: row.sellerName,
    placeName: nameIn(book.places.get(snapshot.placeId ?? "")?.names, reader.lang),
    picture: row.front ? { sha256: row.front.sha256, placeholder: row.front.placeholder, alt: title } : undefined,
    price: cardPrice(row, offer, { reader, rates }),
    bulk: quantity === undefined ? bulkLine(snapshot, offer, reader, rates) : undefined,
    unit: unitName(snapshot.priceUnit),
    minimumOrder:
      snapshot.minimumOrderQuantity > 1
        ? m["catalog.minimumOrder"]({ count: snapshot.minimumOrderQuantity })
        : undefined,
    delivery: deliveryLine(snapshot, offer, inputs),
    canArrive: offer.shipping.length > 0,
    ready:
      quantity === undefined || offer.readyInDays === undefined || !offer.isOffered
        ? undefined
        : goodReadyLine(snapshot, offer, today, reader.lang),
    level: publicLevel(row.level),
    isFeatured: inputs.featuredIds?.has(snapshot.listingId) ?? false,
  };
}

/** What one costs; where the sizes or colours cost differently, the lowest of them. */
function cardPrice(
  { snapshot, variantTiers }: CardRow,
  offer: Offer,
  { reader, rates }: Pick<CardInputs, "reader" | "rates">,
): PriceText | undefined {
  const own = offer.price ?? offer.homePrice;
  if (!own) return undefined;
  const units = variantTiers.map((tiers) =>
    tiers === null || offer.homePrice ? own.unit : (priceFor({ ...snapshot, tiers }, offer.quantity)?.unit ?? own.unit),
  );
  const [lowest = own.unit, ...dearer] = units.toSorted((a, b) => Number(a.amountMinor - b.amountMinor));
  const { text, approximate } = priceText(lowest, reader, rates);
  const isFrom = dearer.some(({ amountMinor }) => amountMinor > lowest.amountMinor);
  return { text: isFrom ? m["catalog.card.from"]({ price: text }) : text, approximate };
}

export function supplyOf({
  snapshot,
  stockQuantity,
  dispatchDays,
  away,
}: Pick<OfferRow<ShortSnapshot>, "snapshot" | "stockQuantity" | "dispatchDays"> & {
  away?: Away | undefined;
}): Supply {
  return {
    stockQuantity: snapshot.kind === "service" ? 0 : stockQuantity,
    monthlyCapacity: snapshot.stockPolicy === "one_of_a_kind" ? 0 : (snapshot.monthlyCapacity ?? 0),
    firstBatch: firstBatchOf(snapshot),
    leadTimeDays: snapshot.leadTimeDays ?? snapshot.service?.turnaroundDays ?? 0,
    dispatchDays,
    away,
  };
}

/** A maker who names a lead time makes at least one order in it, however few of them she makes in a month. */
function firstBatchOf({ stockPolicy, monthlyCapacity, leadTimeDays, minimumOrderQuantity }: ShortSnapshot): number {
  const isUnknown = stockPolicy === "made_to_order" && monthlyCapacity === undefined && leadTimeDays !== undefined;
  return isUnknown ? minimumOrderQuantity : 0;
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
  snapshot: ShortSnapshot,
  offer: Offer,
  { reader, rates, today, neededBy }: Pick<CardInputs, "reader" | "rates" | "today" | "neededBy">,
): string {
  const latestDays = neededBy === undefined ? undefined : daysBetween(today, neededBy);
  const cheapest = offer.shipping[0];
  if (!offer.isOffered) return m["catalog.card.homeOnly"]();
  const isService = snapshot.kind === "service";
  if (!cheapest) return isService ? m["catalog.card.notOffered"]() : m["catalog.card.noRoute"]();
  if (cheapest.service === "digital") return m["catalog.card.digital"]();
  if (cheapest.service === "pick_up" && offer.shipping.length === 1) {
    return isService ? m["catalog.route.onSite"]() : m["catalog.card.pickUp"]();
  }
  const carried = carriedBy(offer, latestDays) ?? cheapest;
  const days = daysText(carried, reader.lang);
  if (carried.isIncluded) return m["catalog.card.shippingIncluded"]({ days });
  if (carried.cost === undefined) return m["catalog.card.askFreight"]({ days });
  return m["catalog.card.shipping"]({ cost: priceText(carried.cost, reader, rates).text, days });
}

/** The lowest price of one, and from how many on it holds. */
function bulkLine({ priceUnit }: ShortSnapshot, offer: Offer, reader: Reader, rates: DayRates): string | undefined {
  const last = offer.price?.tiers.at(-1);
  if (!last || last.minimumQuantity <= offer.quantity) return undefined;
  const inputs = { count: last.minimumQuantity, price: priceText(last.unit, reader, rates).text };
  return priceUnit === "piece" ? m["catalog.card.bulk"](inputs) : m["catalog.card.bulkOfOthers"](inputs);
}

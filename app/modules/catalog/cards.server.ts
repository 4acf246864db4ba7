import { m } from "~/paraglide/messages.js";
import { daysBetween } from "~/platform/calendar";
import type { Db } from "~/platform/db/db.server";
import { textIn } from "~/platform/i18n/locales";
import type { Reader } from "~/platform/i18n/reader";
import { awayOf, type Away, type Supply } from "./delivery";
import { priceText, type DayRates } from "./format.server";
import { HOME_COUNTRY, offerFor, priceFor, type Offer } from "./offer";
import { inOrder, liveRowsOfIds, withPublished, type CardRow, type LiveRow } from "./offer-rows.server";
import { daysText, goodReadyLine } from "./offer-view.server";
import { unitName } from "./unit-names.server";
import { currentRates } from "./rates.server";
import { nameIn, referenceBook, type ReferenceBook } from "./reference-book.server";
import type { ShortPublication, ShortSnapshot } from "./short-snapshot.server";
import type { ListingCardView, PriceText } from "./views";

type CardOptions = {
  quantity?: number;
  /** Calendar day by which it has to arrive: the card names a way that does. */
  neededBy?: string;
  /** Marked as featured, never disguised. */
  featuredIds?: ReadonlySet<string>;
  today: string;
};

const liveRowsOf = liveRowsOfIds((query) => query);

/** Cards of the given listings, in the given order; what is no longer public is left out. */
export async function listListingCards(
  db: Db,
  reader: Reader,
  listingIds: readonly string[],
  options: CardOptions,
): Promise<ListingCardView[]> {
  if (listingIds.length === 0) return [];
  const live = await liveRowsOf(db, reader.lang, listingIds);
  return cardsOf(db, reader, inOrder(listingIds, live), options);
}

/** Cards of live rows, in their order. */
export async function cardsOf(
  db: Db,
  reader: Reader,
  live: readonly LiveRow[],
  options: CardOptions,
): Promise<ListingCardView[]> {
  const [rows, rates, book] = await Promise.all([
    withPublished(db, reader.destination, live),
    currentRates(db),
    referenceBook(db),
  ]);
  return rows.map((row) => cardView(row, { reader, rates, book, ...options }));
}

type CardInputs = CardOptions & { reader: Reader; rates: DayRates; book: ReferenceBook };

function cardView({ live, published, options }: CardRow, inputs: CardInputs): ListingCardView {
  const { reader, rates, book, quantity, today } = inputs;
  const { snapshot, front } = published;
  const { stockQuantity, dispatchDays } = live;
  const supply = supplyOf({ snapshot, stockQuantity, dispatchDays, away: awayOf(live.closure, today) });
  const offer = offerFor(snapshot, supply, options, reader.destination, quantity);
  const { text: title, locale } = textIn(published.titles, reader.lang);
  return {
    listingId: snapshot.listingId,
    slug: snapshot.slug,
    title,
    titleLang: locale === reader.lang ? undefined : locale,
    sellerName: live.sellerName,
    placeName: nameIn(book.places.get(snapshot.placeId ?? "")?.names, reader.lang),
    picture: front ? { sha256: front.sha256, placeholder: front.placeholder, alt: title } : undefined,
    price: cardPrice(published, offer, { reader, rates }),
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
    level: publicLevel(live.level),
    isFeatured: inputs.featuredIds?.has(snapshot.listingId) ?? false,
  };
}

/** What one costs; where the sizes or colours cost differently, the lowest of them. */
function cardPrice(
  { snapshot, variantHomeTiers, variantExportTiers }: ShortPublication,
  offer: Offer,
  { reader, rates }: Pick<CardInputs, "reader" | "rates">,
): PriceText | undefined {
  const own = offer.price ?? offer.homePrice;
  if (!own) return undefined;
  const variantTiers = reader.destination === HOME_COUNTRY ? variantHomeTiers : variantExportTiers;
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
}: Pick<LiveRow, "stockQuantity" | "dispatchDays"> & {
  snapshot: ShortSnapshot;
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

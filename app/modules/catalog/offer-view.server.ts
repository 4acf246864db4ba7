import { m } from "~/paraglide/messages.js";
import { dayAfter } from "~/platform/calendar";
import type { Locale } from "~/platform/i18n/locales";
import type { Reader } from "~/platform/i18n/reader";
import { countryName, formatDay, formatNumber, priceText, rateNote, type DayRates } from "./format.server";
import { incotermPlaceIn } from "./incoterm-place.server";
import { isPlaceOfSeller } from "./incoterm";
import type { Offer, ShippingChoice } from "./offer";
import { nameIn, type ReferenceBook } from "./reference-book.server";
import type { ListingSnapshot } from "./types";
import { unitName } from "./unit-names.server";
import type { OfferView, PriceText } from "./views";

const SERVICE_NAMES: Readonly<Record<ShippingChoice["service"], () => string>> = {
  post: m["catalog.route.post"],
  courier: m["catalog.route.courier"],
  freight: m["catalog.route.freight"],
  pick_up: m["catalog.route.pickUp"],
  digital: m["catalog.route.digital"],
};

/** What each rule leaves to the buyer; source: `db/reference/incoterms.csv` (Incoterms 2020). */
const LEFT_TO_BUYER: Readonly<Record<string, () => string>> = {
  EXW: m["catalog.incoterm.exw"],
  FCA: m["catalog.incoterm.fca"],
  CPT: m["catalog.incoterm.cpt"],
  CIP: m["catalog.incoterm.cip"],
  DAP: m["catalog.incoterm.dap"],
  DPU: m["catalog.incoterm.dpu"],
  DDP: m["catalog.incoterm.ddp"],
};

/** Name of a way to send goods. */
export function serviceName(service: ShippingChoice["service"]): string {
  return SERVICE_NAMES[service]();
}

const SET = "set";

type Inputs = {
  listing: ListingSnapshot;
  offer: Offer;
  stockQuantity: number;
  reader: Reader;
  rates: DayRates;
  book: ReferenceBook;
  today: string;
  /** The quantity that the reader asked for, if any. */
  wanted: number | undefined;
};

/** The offer in the reader's words. */
export function offerView({ listing, offer, stockQuantity, reader, rates, book, today, wanted }: Inputs): OfferView {
  const { lang } = reader;
  const isService = listing.kind === "service";
  const count = offer.quantity;
  const price = offer.price ?? offer.homePrice;
  const isPromised = offer.isOffered;
  const wasRaised = wanted !== undefined && wanted < offer.minimumOrderQuantity;
  return {
    quantity: count,
    isAsked: wanted !== undefined,
    quantityLabel: isService ? m["catalog.offer.howMany"]() : m["catalog.offer.quantity"](),
    unit: unitName(listing.priceUnit),
    price: price && {
      ...priceText(price.unit, reader, rates),
      total: totalText(listing, count, priceText(price.total, reader, rates)),
      rateNote: rateNote(price.unit.currency, reader, rates),
      place: offer.homePrice && m["catalog.offer.homePrice"](),
    },
    tiers: (price?.tiers ?? []).map((tier, index, tiers) => {
      const next = tiers[index + 1];
      const isApplied = count >= tier.minimumQuantity && (next === undefined || count < next.minimumQuantity);
      return {
        range: tierRange(tier.minimumQuantity, next?.minimumQuantity, lang),
        isApplied,
        ...priceText(tier.unit, reader, rates),
      };
    }),
    minimumOrder: minimumOrderLine(offer, wasRaised),
    wasRaised,
    stock: isService ? undefined : stockLine(listing, stockQuantity),
    ready: isPromised ? readyLine(listing, offer, today, lang) : undefined,
    isReadyKnown: offer.readyInDays !== undefined,
    arrives:
      offer.arrivesInDays === undefined || isService
        ? undefined
        : m["catalog.offer.arrivesBy"]({ day: formatDay(dayAfter(today, offer.arrivesInDays), lang) }),
    shipping: offer.shipping.map((choice) => ({
      name: isService && choice.service === "pick_up" ? m["catalog.route.onSite"]() : SERVICE_NAMES[choice.service](),
      days: daysText(choice, lang),
      cost: costText(choice, reader, rates).text,
      approximate: costText(choice, reader, rates).approximate,
    })),
    incoterm: offer.isHome || isService || !isPromised ? undefined : incotermView({ listing, offer, book, reader }),
    customs: offer.isHome || isService || !isPromised ? undefined : customsView(offer.destination, book, lang),
    refusal: refusalOf(offer, lang),
  };
}

function minimumOrderLine({ minimumOrderQuantity }: Offer, wasRaised: boolean): string | undefined {
  if (minimumOrderQuantity === 1) return undefined;
  const minimum = m["catalog.minimumOrder"]({ count: minimumOrderQuantity });
  return wasRaised ? m["catalog.offer.raised"]({ minimum }) : minimum;
}

function totalText({ priceUnit }: ListingSnapshot, count: number, total: PriceText): PriceText {
  const inputs = { count, total: total.text };
  return {
    text: priceUnit === SET ? m["catalog.offer.totalSets"](inputs) : m["catalog.offer.total"](inputs),
    approximate: total.approximate,
  };
}

function refusalOf(offer: Offer, lang: Locale): string | undefined {
  if (!offer.isOffered) return m["catalog.offer.notExported"]();
  if (offer.shipping.length > 0) return undefined;
  return m["catalog.offer.noRoute"]({ country: countryName(offer.destination, lang) });
}

function tierRange(from: number, next: number | undefined, lang: string): string {
  if (next === undefined) return m["catalog.tier.from"]({ from: formatNumber(from, lang) });
  if (next - 1 === from) return formatNumber(from, lang);
  return `${formatNumber(from, lang)}\u2060–\u2060${formatNumber(next - 1, lang)}`;
}

function stockLine(listing: ListingSnapshot, stockQuantity: number): string {
  if (listing.stockPolicy === "one_of_a_kind") return m["catalog.stock.oneOfAKind"]();
  const made = listing.monthlyCapacity
    ? m["catalog.stock.capacity"]({ count: listing.monthlyCapacity })
    : m["catalog.stock.noCapacity"]();
  if (stockQuantity === 0) return `${m["catalog.stock.madeToOrder"]()} ${made}`;
  return `${m["catalog.stock.inStock"]({ count: stockQuantity })} ${listing.monthlyCapacity ? made : ""}`.trim();
}

function readyLine(listing: ListingSnapshot, offer: Offer, today: string, lang: Locale): string | undefined {
  return listing.kind === "service" ? serviceReadyLine(offer, today, lang) : goodReadyLine(listing, offer, today, lang);
}

function serviceReadyLine({ readyInDays }: Offer, today: string, lang: string): string | undefined {
  if (readyInDays === undefined) return undefined;
  return m["catalog.offer.serviceReady"]({ day: formatDay(dayAfter(today, readyInDays), lang) });
}

/** "40 pieces: ready by 14 February". */
export function goodReadyLine(
  { priceUnit }: Pick<ListingSnapshot, "priceUnit">,
  { quantity, readyInDays }: Pick<Offer, "quantity" | "readyInDays">,
  today: string,
  lang: string,
): string {
  if (readyInDays === undefined) return m["catalog.offer.tooMany"]({ count: quantity });
  const inputs = { count: quantity, day: formatDay(dayAfter(today, readyInDays), lang) };
  return priceUnit === SET ? m["catalog.offer.readySets"](inputs) : m["catalog.offer.ready"](inputs);
}

export function daysText(choice: { daysMin: number; daysMax: number }, lang: string): string {
  if (choice.daysMax === 0) return m["catalog.route.atOnce"]();
  if (choice.daysMin === choice.daysMax) return m["catalog.route.days"]({ count: choice.daysMax });
  return m["catalog.route.daysRange"]({
    from: formatNumber(choice.daysMin, lang),
    count: choice.daysMax,
  });
}

function costText(choice: ShippingChoice, reader: Reader, rates: DayRates) {
  if (choice.service === "pick_up" || choice.service === "digital") {
    return { text: m["catalog.route.free"](), approximate: undefined };
  }
  if (choice.isIncluded) return { text: m["catalog.route.included"](), approximate: undefined };
  if (choice.cost === undefined) return { text: m["catalog.route.ask"](), approximate: undefined };
  if (choice.cost.amountMinor === 0n) return { text: m["catalog.route.free"](), approximate: undefined };
  return priceText(choice.cost, reader, rates);
}

/** Carriage to the buyer's door that comes on top of a price that ends at the seller's. */
const isCharged = ({ cost, isIncluded }: ShippingChoice) => !isIncluded && cost !== undefined && cost.amountMinor > 0n;

function incotermView({
  listing,
  offer,
  book,
  reader,
}: Pick<Inputs, "listing" | "offer" | "book" | "reader">): OfferView["incoterm"] {
  const term = listing.incoterm;
  const text = term && LEFT_TO_BUYER[term.code];
  if (!term || !text) return undefined;
  const place = incotermPlaceIn(term.place, book, { locale: reader.lang, isBuyer: true });
  return {
    term: `${nameIn(book.incoterms.get(term.code)?.names, reader.lang)}, ${place}`,
    text: text(),
    extra:
      isPlaceOfSeller(term.code) && offer.shipping.some(isCharged) ? m["catalog.incoterm.extra"]({ place }) : undefined,
  };
}

function customsView(destination: string, book: ReferenceBook, lang: Locale): OfferView["customs"] {
  const marketId = book.destinations.get(destination);
  const rule = marketId === undefined ? undefined : book.markets.get(marketId)?.customs;
  if (!rule) return undefined;
  return {
    text: rule.notes[lang],
    asOf: rule.asOf
      ? m["catalog.offer.customsAsOf"]({ day: formatDay(rule.asOf, lang) })
      : m["catalog.offer.customsUndated"](),
    source: rule.source,
  };
}

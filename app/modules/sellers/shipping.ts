import { fromDecimal } from "~/platform/money";

export const ROUTE_SERVICES = ["post", "courier", "freight", "pick_up", "digital"] as const;
export type RouteService = (typeof ROUTE_SERVICES)[number];

/** Those of which the Federation has tables with prices. */
export const PARCEL_SERVICES: readonly RouteService[] = ["post", "courier"];

/** Currencies in which a shop may name what a parcel costs; all have hundredths (ISO 4217). */
export const SHIPPING_CURRENCIES = ["EUR", "USD", "GBP", "TRY", "RUB", "AZN"] as const;
export type ShippingCurrency = (typeof SHIPPING_CURRENCIES)[number];

/** Goods that stay in the country are sent for manat. */
export const HOME_CURRENCY = "AZN";
const HOME = "AZ";

export type RouteRate = { upToGrams: number; amountMinor: bigint };

/** Countries that are reached in the same days for the same money. Without rates it is "ask for freight". */
export type RouteZone = {
  countries: string[];
  daysMin: number;
  daysMax: number;
  /** Undefined without rates. */
  currency: string | undefined;
  maximumGrams: number | undefined;
  rates: RouteRate[];
  /** Goods worth this much go free of charge, in minor units of the zone's currency. */
  freeOverMinor?: bigint | undefined;
};

export type ZoneRefusal =
  | "no-countries"
  | "home-apart"
  | "days-turned"
  | "no-rates"
  | "same-weight"
  | "cheaper-when-heavier"
  | "too-light-limit";

/** First reason why a zone makes no sense, or undefined. */
export function whyNotZone(zone: RouteZone, asksForFreight: boolean): ZoneRefusal | undefined {
  if (zone.countries.length === 0) return "no-countries";
  if (zone.countries.includes(HOME) && zone.countries.length > 1) return "home-apart";
  if (zone.daysMax < zone.daysMin) return "days-turned";
  if (asksForFreight) return undefined;
  if (zone.rates.length === 0) return "no-rates";
  const rising = risingRates(zone.rates);
  const pairs = rising.slice(1).map((rate, at) => [rising[at], rate] as const);
  if (pairs.some(([before, rate]) => before?.upToGrams === rate.upToGrams)) return "same-weight";
  if (pairs.some(([before, rate]) => before !== undefined && before.amountMinor > rate.amountMinor)) {
    return "cheaper-when-heavier";
  }
  const lightest = rising[0]?.upToGrams ?? 0;
  return zone.maximumGrams !== undefined && zone.maximumGrams < lightest ? "too-light-limit" : undefined;
}

export function risingRates(rates: readonly RouteRate[]): RouteRate[] {
  return rates.toSorted((a, b) => a.upToGrams - b.upToGrams);
}

/** The currency of a zone: manat at home, what the shop has chosen elsewhere. */
export function currencyOf(countries: readonly string[], abroad: string): string {
  return countries.includes(HOME) ? HOME_CURRENCY : abroad;
}

/** Heaviest that a table may name, in grams: the step of routes on which weight does not matter. */
export const HEAVIEST_GRAMS = 10_000_000;

/** What is picked up or sent over the net costs nothing, whatever it weighs. */
export function isFreeOfCharge(service: RouteService): boolean {
  return service === "pick_up" || service === "digital";
}

export const FREE_OF_CHARGE: RouteRate[] = [{ upToGrams: HEAVIEST_GRAMS, amountMinor: 0n }];

/** Kilograms as people type them ("0,25") in grams; undefined for what is no weight. */
export function gramsOf(kilograms: string): number | undefined {
  const match = /^(\d{1,5})(?:[.,](\d{1,3}))?$/.exec(kilograms.trim());
  if (!match) return undefined;
  const grams = Number(match[1]) * 1_000 + Number((match[2] ?? "").padEnd(3, "0"));
  return grams > 0 && grams <= HEAVIEST_GRAMS ? grams : undefined;
}

/** Grams as kilograms to be typed over: 250 is "0.25". */
export function kilogramsOf(grams: number): string {
  return String(grams / 1_000);
}

/** Rows that one weight table may have. */
export const MOST_RATES = 30;

/** A row of a weight table in a form, with the number in the names of its fields (`kg-0`, `price-0`). */
export type RateRow = { at: number; kilograms: string; price: string };

/** Rows of a form in which anything is filled in, as typed. */
export function rateRowsOf(form: Readonly<Record<string, unknown>>): RateRow[] {
  const textOf = (name: string) => {
    const value = form[name];
    return typeof value === "string" ? value : "";
  };
  return Array.from({ length: MOST_RATES }, (_, at) => ({
    at,
    kilograms: textOf(`kg-${at}`),
    price: textOf(`price-${at}`),
  })).filter(({ kilograms, price }) => kilograms.trim() !== "" || price.trim() !== "");
}

/** The rows as rates, and the names of the fields in which there is no weight or no price. */
export function readRates(rows: readonly RateRow[]): { rates: RouteRate[]; mistakes: string[] } {
  const rates: RouteRate[] = [];
  const mistakes: string[] = [];
  for (const { at, kilograms, price } of rows) {
    const upToGrams = gramsOf(kilograms);
    const amount = fromDecimal(price, HOME_CURRENCY);
    if (upToGrams === undefined) mistakes.push(`kg-${at}`);
    if (amount === undefined) mistakes.push(`price-${at}`);
    if (upToGrams !== undefined && amount !== undefined) rates.push({ upToGrams, amountMinor: amount.amountMinor });
  }
  return { rates: risingRates(rates), mistakes };
}

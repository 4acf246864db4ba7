import fc from "fast-check";
import { LISTING_SORTS, type ListingSearch } from "~/modules/search";
import { dayAfter } from "~/platform/calendar";
import { FACTORY_NOW } from "~db/factories";
import {
  CATEGORIES,
  COUNTRIES,
  MATERIALS,
  SERVICE_CATEGORIES,
  TECHNIQUES,
  WORDS,
  type KnownListing,
} from "./random-catalogue";

export const TODAY = FACTORY_NOW.toISOString().slice(0, 10);

const some = (values: readonly string[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 2 });
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 2 });

/** Amounts that lie among those of the catalogue in any of the currencies. */
const amount = fc.integer({ min: 0, max: 60_000 }).map(BigInt);

/** A search without words; sellers are named by their place in the catalogue. */
const filters = fc.record({
  destination: fc.constantFrom(...COUNTRIES),
  currency: fc.constantFrom("AZN", "EUR", "JPY", "USD"),
  category: optional(some([...CATEGORIES, ...SERVICE_CATEGORIES, "metalwork", "carpets", "no-such-category"])),
  kind: optional(some(["good", "service"])),
  technique: optional(some(TECHNIQUES)),
  material: optional(some(MATERIALS)),
  region: optional(some(["baki", "naxcivan"])),
  level: optional(some(["ready", "exporting"])),
  shipsTo: optional(some(COUNTRIES)),
  canExportTo: optional(some(COUNTRIES)),
  sellerAt: optional(fc.nat({ max: 30 })),
  onlyShipsHere: fc.constantFrom(false, false, true),
  priceFromMinor: optional(amount),
  priceToMinor: optional(amount),
  quantity: optional(fc.integer({ min: 1, max: 100 })),
  neededBy: optional(fc.integer({ min: -2, max: 90 }).map((days) => dayAfter(TODAY, days))),
  minimumOrderAtMost: optional(fc.integer({ min: 1, max: 60 })),
  leadTimeDaysAtMost: optional(fc.integer({ min: 0, max: 60 })),
  madeToOrder: optional(fc.constant(true as const)),
});

/** A quantity by a day, which stock, lead time, capacity and route decide together. */
const need = fc.record({
  quantity: fc.integer({ min: 1, max: 100 }),
  neededBy: fc.integer({ min: 1, max: 200 }).map((days) => dayAfter(TODAY, days)),
});

/** Few filters at once, or nearly every search would be empty. */
const MOST_FILTERS = 3;

export type SearchSpec = {
  filters: Partial<typeof filters extends fc.Arbitrary<infer Value> ? Value : never>;
  sort: ListingSearch["sort"];
  page: number;
  pageSize: number;
  text: string;
};

export const searchSpec: fc.Arbitrary<SearchSpec> = fc.record({
  filters: fc
    .tuple(filters, fc.infiniteStream(fc.nat()), need, fc.constantFrom(true, false, false))
    .map(([all, order, together, hasNeed]) => {
      const { destination, currency, ...rest } = all;
      const set = Object.entries(rest).filter(([, value]) => value !== undefined && value !== false);
      const shuffled = set.map((entry) => ({ entry, at: order.next().value ?? 0 })).toSorted((a, b) => a.at - b.at);
      const kept = shuffled.slice(0, hasNeed ? 1 : MOST_FILTERS).map(({ entry }) => entry);
      return { destination, currency, ...Object.fromEntries(kept), ...(hasNeed ? together : {}) };
    }),
  sort: fc.constantFrom(...LISTING_SORTS),
  page: fc.constantFrom(1, 1, 2, 3),
  pageSize: fc.constantFrom(2, 7, 40),
  text: fc.uniqueArray(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 2 }).map((words) => words.join(" ")),
});

/** The search that a specification means in a catalogue, without its words. */
export function searchOf(spec: SearchSpec, all: readonly KnownListing[]): ListingSearch {
  const { destination = "DE", currency = "EUR", onlyShipsHere = false, sellerAt, ...rest } = spec.filters;
  const { category, kind, technique, material, region, level, shipsTo, canExportTo, ...limits } = rest;
  const seller = sellerAt === undefined ? undefined : all[sellerAt % all.length]?.snapshot.sellerId;
  const chosen = { category, kind, technique, material, region, level, shipsTo, canExportTo };
  const picked = Object.entries({ ...chosen, seller: seller === undefined ? undefined : [seller] });
  return {
    text: "",
    locale: "az",
    destination,
    currency,
    chosen: Object.fromEntries(picked.filter(([, values]) => values !== undefined)),
    onlyShipsHere,
    ...limits,
    sort: spec.sort,
    page: spec.page,
    pageSize: spec.pageSize,
  };
}

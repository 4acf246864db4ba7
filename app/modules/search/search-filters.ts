import { DAYS_PER_CAPACITY_MONTH, HOME_COUNTRY, LISTING_CURRENCIES, LONGEST_CAPACITY_MONTHS } from "~/modules/catalog";
import { daysBetween } from "~/platform/calendar";
import { highestAmountWithin, lowestAmountFrom, money, type RateTable } from "~/platform/money";
import { LISTING_FACETS, type ListingFacet, type ListingSearch, type RelaxedFilter } from "./types";

/** What an index is asked, besides the search itself. */
export type SearchContext = {
  /** Calendar day from which days to arrival count. */
  today: string;
  rates: RateTable;
};

/** A price limit in each currency that prices may be in; a currency whose rate is unknown is not in it. */
export type PriceRange = { currency: string; lowest: bigint; highest: bigint };

const HIGHEST_PRICE_MINOR = 10n ** 11n;

/** The reader's limits in every currency of prices, or undefined without limits. At home prices are in manats only. */
export function priceRanges(search: ListingSearch, rates: RateTable): PriceRange[] | undefined {
  const { priceFromMinor, priceToMinor, currency, destination } = search;
  if (priceFromMinor === undefined && priceToMinor === undefined) return undefined;
  const currencies = destination === HOME_COUNTRY ? ["AZN"] : LISTING_CURRENCIES;
  return currencies.flatMap((each) => {
    const lowest = lowestAmountFrom(money(priceFromMinor ?? 0n, currency), each, rates);
    const highest =
      priceToMinor === undefined
        ? HIGHEST_PRICE_MINOR
        : highestAmountWithin(money(priceToMinor, currency), each, rates);
    if (lowest === undefined || highest === undefined) return [];
    const top = highest < HIGHEST_PRICE_MINOR ? highest : HIGHEST_PRICE_MINOR;
    return lowest <= top ? [{ currency: each, lowest, highest: top }] : [];
  });
}

/** Days within which the goods must have arrived, or undefined when no day was named. Below 0 the day has passed. */
export function daysAllowed(search: ListingSearch, today: string): number | undefined {
  return search.neededBy === undefined ? undefined : daysBetween(today, search.neededBy);
}

/** Latest days in which the first made piece may arrive when `month` months of capacity are needed, from 1. */
export function madeWithin(days: number, month: number): number {
  return days - DAYS_PER_CAPACITY_MONTH * (month - 1);
}

export const CAPACITY_MONTHS = Array.from({ length: LONGEST_CAPACITY_MONTHS }, (_, index) => index + 1);

/** The filters that a search sets, in the order in which they are named to the reader. */
export function filtersOf(search: ListingSearch): RelaxedFilter[] {
  const facets = LISTING_FACETS.filter((facet) => (search.chosen[facet]?.length ?? 0) > 0);
  const others: [RelaxedFilter, boolean][] = [
    ["neededBy", search.neededBy !== undefined],
    ["quantity", search.quantity !== undefined],
    ["price", search.priceFromMinor !== undefined || search.priceToMinor !== undefined],
    ["leadTime", search.leadTimeDaysAtMost !== undefined],
    ["minimumOrder", search.minimumOrderAtMost !== undefined],
    ["shipsHere", search.onlyShipsHere],
    ["madeToOrder", search.madeToOrder === true],
  ];
  return [...others.flatMap(([name, isSet]) => (isSet ? [name] : [])), ...facets];
}

const WITHOUT: Readonly<Record<Exclude<RelaxedFilter, ListingFacet | "text">, Partial<ListingSearch>>> = {
  neededBy: { neededBy: undefined },
  quantity: { quantity: undefined },
  price: { priceFromMinor: undefined, priceToMinor: undefined },
  leadTime: { leadTimeDaysAtMost: undefined },
  minimumOrder: { minimumOrderAtMost: undefined },
  shipsHere: { onlyShipsHere: false },
  madeToOrder: { madeToOrder: undefined },
};

/** The same search without one of its filters. */
export function withoutFilter(search: ListingSearch, name: RelaxedFilter): ListingSearch {
  if (name === "text") return { ...search, text: "" };
  if (isFacet(name)) return { ...search, chosen: { ...search.chosen, [name]: undefined } };
  return { ...search, ...WITHOUT[name] };
}

export function withoutFilters(search: ListingSearch): ListingSearch {
  return filtersOf(search).reduce(withoutFilter, search);
}

function isFacet(name: RelaxedFilter): name is ListingFacet {
  return LISTING_FACETS.some((facet) => facet === name);
}

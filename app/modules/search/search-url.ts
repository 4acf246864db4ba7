import { LISTING_KINDS } from "~/modules/catalog";
import { currencyOfCountry, DEFAULT_DESTINATION, type Reader } from "~/platform/i18n/reader";
import { fromDecimal, money, toDecimal } from "~/platform/money";
import { LISTING_FACETS, LISTING_SORTS, PUBLIC_LEVELS, type ListingFacet, type ListingSearch } from "./types";

/** Hits on one page of the site. */
export const SEARCH_PAGE_SIZE = 24;

/** Longer texts are cut: nobody types them, and an engine's cost grows with the words. */
export const LONGEST_SEARCH_TEXT = 200;

const MOST_VALUES_PER_FACET = 50;
const HIGHEST_PAGE = 100_000;
const HIGHEST_QUANTITY = 1_000_000;
/** The longest lead time that a listing may state, in days. */
const LONGEST_LEAD_TIME_DAYS = 730;

/** Name of each facet in the URL. */
export const FACET_PARAMETERS: Readonly<Record<ListingFacet, string>> = {
  category: "category",
  kind: "kind",
  technique: "technique",
  material: "material",
  region: "region",
  level: "level",
  shipsTo: "ships",
  canExportTo: "canexport",
  seller: "seller",
};

/** The facets that have a closed list of values. */
const CLOSED_VALUES: Partial<Record<ListingFacet, readonly string[]>> = { kind: LISTING_KINDS, level: PUBLIC_LEVELS };

/**
 * Reads a search from the parameters of a URL. What is malformed is dropped, so that every address shows something.
 *
 * @param reader language, destination and currency of the same URL (`readerOf`)
 */
export function parseListingSearch(
  params: URLSearchParams,
  reader: Pick<Reader, "lang" | "destination" | "currency">,
): ListingSearch {
  const { lang: locale, destination, currency } = reader;
  const chosen: ListingSearch["chosen"] = {};
  for (const facet of LISTING_FACETS) {
    const values = facetValues(facet, params.getAll(FACET_PARAMETERS[facet]));
    if (values.length > 0) chosen[facet] = values;
  }
  const search: ListingSearch = {
    text: cleanText(params.get("q") ?? ""),
    locale,
    destination,
    currency,
    chosen,
    onlyShipsHere: params.get("here") === "1",
    sort: LISTING_SORTS.find((sort) => sort === params.get("sort")) ?? "relevance",
    page: wholeNumber(params.get("page"), 1, HIGHEST_PAGE) ?? 1,
    pageSize: SEARCH_PAGE_SIZE,
  };
  const set = <Key extends keyof ListingSearch>(key: Key, value: ListingSearch[Key] | undefined) => {
    if (value !== undefined) search[key] = value;
  };
  set("priceFromMinor", fromDecimal(params.get("min") ?? "", currency)?.amountMinor);
  set("priceToMinor", fromDecimal(params.get("max") ?? "", currency)?.amountMinor);
  set("quantity", wholeNumber(params.get("qty"), 1, HIGHEST_QUANTITY));
  set("neededBy", calendarDay(params.get("by")));
  set("minimumOrderAtMost", wholeNumber(params.get("moq"), 1, HIGHEST_QUANTITY));
  set("leadTimeDaysAtMost", wholeNumber(params.get("lead"), 0, LONGEST_LEAD_TIME_DAYS));
  set("madeToOrder", params.get("made") === "1" ? true : undefined);
  return search;
}

/** The parameters that `parseListingSearch` reads the same search from, in a fixed order. */
export function listingSearchParams(search: ListingSearch): URLSearchParams {
  const params = new URLSearchParams();
  const put = (name: string, value: string | number | undefined) => {
    if (value !== undefined && value !== "") params.append(name, String(value));
  };
  const { destination, currency, locale } = search;
  const amount = (minor: bigint | undefined) => (minor === undefined ? undefined : toDecimal(money(minor, currency)));
  put("q", search.text);
  put("to", destination === DEFAULT_DESTINATION[locale] ? undefined : destination);
  put("cur", currency === currencyOfCountry(destination) ? undefined : currency);
  for (const facet of LISTING_FACETS) {
    for (const value of search.chosen[facet] ?? []) put(FACET_PARAMETERS[facet], value);
  }
  put("min", amount(search.priceFromMinor));
  put("max", amount(search.priceToMinor));
  put("qty", search.quantity);
  put("by", search.neededBy);
  put("moq", search.minimumOrderAtMost);
  put("lead", search.leadTimeDaysAtMost);
  put("made", search.madeToOrder ? 1 : undefined);
  put("here", search.onlyShipsHere ? 1 : undefined);
  put("sort", search.sort === "relevance" ? undefined : search.sort);
  put("page", search.page === 1 ? undefined : search.page);
  return params;
}

/** Text as it is searched for: one space between words, no control characters, not too long. */
export function cleanText(text: string): string {
  return text
    .replaceAll(/[\p{C}\s]+/gu, " ")
    .trim()
    .slice(0, LONGEST_SEARCH_TEXT)
    .replace(/[\uD800-\uDBFF]$/, "")
    .trim();
}

/** Values of a facet without doubles; ids are ASCII, so anything else is no value. */
export function plainValues(values: readonly string[]): string[] {
  return [...new Set(values)].filter((value) => /^[\w-]{1,64}$/.test(value)).slice(0, MOST_VALUES_PER_FACET);
}

function facetValues(facet: ListingFacet, given: readonly string[]): string[] {
  const isCountry = facet === "shipsTo";
  const values = plainValues(isCountry ? given.map((value) => value.toUpperCase()) : given);
  const closed = CLOSED_VALUES[facet];
  return values.filter((value) => (!closed || closed.includes(value)) && (!isCountry || /^[A-Z]{2}$/.test(value)));
}

export function wholeNumber(text: string | null, lowest: number, highest: number): number | undefined {
  if (text === null || !/^\d{1,9}$/.test(text)) return undefined;
  const value = Number(text);
  return value >= lowest && value <= highest ? value : undefined;
}

/** A day that exists, between the years 2000 and 2199. */
function calendarDay(text: string | null): string | undefined {
  if (text === null || !/^2[01]\d\d-\d\d-\d\d$/.test(text)) return undefined;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : undefined;
}

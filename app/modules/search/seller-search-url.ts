import type { Locale } from "~/platform/i18n/locales";
import { cleanText, plainValues, SEARCH_PAGE_SIZE, wholeNumber } from "./search-url";
import { PUBLIC_LEVELS, SELLER_FACETS, type SellerSearch } from "./types";

const HIGHEST_PAGE = 100_000;

/** Reads a search for sellers from the parameters of a URL; what is malformed is dropped. */
export function parseSellerSearch(params: URLSearchParams, locale: Locale): SellerSearch {
  const chosen: SellerSearch["chosen"] = {};
  for (const facet of SELLER_FACETS) {
    const levels: readonly string[] = PUBLIC_LEVELS;
    const values = plainValues(params.getAll(facet)).filter((value) => facet !== "level" || levels.includes(value));
    if (values.length > 0) chosen[facet] = values;
  }
  return {
    text: cleanText(params.get("q") ?? ""),
    locale,
    chosen,
    page: wholeNumber(params.get("page"), 1, HIGHEST_PAGE) ?? 1,
    pageSize: SEARCH_PAGE_SIZE,
  };
}

/** The parameters that `parseSellerSearch` reads the same search from. */
export function sellerSearchParams(search: SellerSearch): URLSearchParams {
  const params = new URLSearchParams();
  if (search.text !== "") params.append("q", search.text);
  for (const facet of SELLER_FACETS) {
    for (const value of search.chosen[facet] ?? []) params.append(facet, value);
  }
  if (search.page !== 1) params.append("page", String(search.page));
  return params;
}

import { HOME_COUNTRY } from "~/modules/catalog";
import type { EngineAnswer, EngineQuery, SearchEngine } from "~/platform/search-engine/port";
import { listingFilter, sellerFilter } from "./engine-filters";
import { withoutFilter, type SearchContext } from "./search-filters";
import type { FacetCounts, IndexAnswer, ListingQuestion, Matching, SearchIndex, SellerQuestion } from "./search-index";
import type { ListingSearch, ListingSort } from "./types";
import { searchTerms } from "./word-stems";

const MATCHING = { all: "all", some: "frequency" } as const;

export function listingIndexOf(engine: Pick<SearchEngine, "prefix">): string {
  return `${engine.prefix}_listings`;
}

export function sellerIndexOf(engine: Pick<SearchEngine, "prefix">): string {
  return `${engine.prefix}_sellers`;
}

/** Answers by Meilisearch: one HTTP request for a search, however many facets are chosen. */
export function makeEngineIndex(engine: SearchEngine): SearchIndex {
  const listings = listingIndexOf(engine);
  const sellers = sellerIndexOf(engine);

  const query = (search: ListingSearch, matching: Matching, context: SearchContext): EngineQuery => ({
    index: listings,
    text: searchTerms(search.text).join(" "),
    filter: listingFilter(search, context),
    sort: sortOf(search),
    page: search.page,
    hitsPerPage: search.pageSize,
    matching: MATCHING[matching],
  });

  return {
    findListings: async ({ search, matching, facets }: ListingQuestion, context) => {
      const chosen = facets.filter((facet) => (search.chosen[facet]?.length ?? 0) > 0);
      const main = query(search, matching, context);
      const answers = await engine.ask([
        { ...main, facets: facets.filter((facet) => !chosen.includes(facet)) },
        ...chosen.map((facet) => {
          const filter = listingFilter(withoutFilter(search, facet), context);
          return { ...main, filter, facets: [facet], page: 1, hitsPerPage: 0 };
        }),
      ]);
      return merged(answers);
    },
    countListings: async (searches, context) => {
      if (searches.length === 0) return [];
      const queries = searches.map(({ search, matching }) => ({
        ...query(search, matching, context),
        page: 1,
        hitsPerPage: 0,
      }));
      return (await engine.ask(queries)).map(({ total }) => total);
    },
    findSellers: async ({ search, matching, facets }: SellerQuestion) => {
      const chosen = facets.filter((facet) => (search.chosen[facet]?.length ?? 0) > 0);
      const main: EngineQuery = {
        index: sellers,
        text: searchTerms(search.text).join(" "),
        filter: sellerFilter(search),
        page: search.page,
        hitsPerPage: search.pageSize,
        matching: MATCHING[matching],
      };
      const answers = await engine.ask([
        { ...main, facets: facets.filter((facet) => !chosen.includes(facet)) },
        ...chosen.map((facet) => ({
          ...main,
          filter: sellerFilter({ ...search, chosen: { ...search.chosen, [facet]: undefined } }),
          facets: [facet],
          page: 1,
          hitsPerPage: 0,
        })),
      ]);
      return merged(answers);
    },
    suggestNames: async (text, limit) => {
      const names = { text: searchTerms(text).join(" "), page: 1, hitsPerPage: limit, matching: "all" as const };
      const answers = await engine.ask([
        { ...names, index: listings, searchOn: ["titleWords"] },
        { ...names, index: sellers, searchOn: ["nameWords"] },
      ]);
      return { listingIds: idsOf(answers[0]), sellerIds: idsOf(answers[1]) };
    },
  };
}

function idsOf(answer: EngineAnswer | undefined): string[] {
  return answer?.hits.map(({ id }) => id) ?? [];
}

function merged<Facet extends string>(answers: readonly EngineAnswer[]): IndexAnswer<Facet> {
  const counts: FacetCounts<Facet> = {};
  for (const answer of answers) Object.assign(counts, answer.counts);
  return { hitIds: idsOf(answers[0]), total: answers[0]?.total ?? 0, counts };
}

function sortOf({ sort, destination }: ListingSearch): string[] {
  const price = destination === HOME_COUNTRY ? "home" : "exportOrder";
  const orders: Readonly<Record<ListingSort, string[]>> = {
    relevance: [],
    newest: ["freshAt:desc"],
    "price-low": [`${price}:asc`],
    "price-high": [`${price}:desc`],
    "lead-time": ["readyDays:asc"],
  };
  return orders[sort];
}

import type { SearchContext } from "./search-filters";
import type { ListingFacet, ListingSearch, SellerFacet, SellerSearch } from "./types";

/** `all`: every word is found in a hit. `some`: what tells most of them is, and the more, the better (`telling-words.ts`). */
export type Matching = "all" | "some";

/** Facet: value: count. Empty values are left out. */
export type FacetCounts<Facet extends string> = Partial<Record<Facet, Readonly<Record<string, number>>>>;

export type IndexAnswer<Facet extends string> = {
  hitIds: string[];
  total: number;
  counts: FacetCounts<Facet>;
};

/** `sellerIds`: the best of the sellers that the same text finds. */
export type ListingAnswer = IndexAnswer<ListingFacet> & { sellerIds: string[] };

export type ListingQuestion = {
  search: ListingSearch;
  matching: Matching;
  /** The facets whose counts are wanted; those of one ignore its own selection. */
  facets: readonly ListingFacet[];
  /** How many sellers are wanted beside the listings that the text finds; none when undefined. */
  sellersBeside?: number;
};

export type SellerQuestion = { search: SellerSearch; facets: readonly SellerFacet[] };

/** A name that begins with what was typed. */
export type NamedHit = { id: string };

/**
 * What answers searches: Meilisearch or PostgreSQL. Without text both give the same hits, counts and order.
 *
 * Order: the sort that was asked for, then relevance, readiness level, freshness, id.
 */
export type SearchIndex = {
  findListings: (question: ListingQuestion, context: SearchContext) => Promise<ListingAnswer>;
  /** Sizes of the hit sets of several searches. */
  countListings: (
    searches: readonly Pick<ListingQuestion, "search" | "matching">[],
    context: SearchContext,
  ) => Promise<number[]>;
  findSellers: (question: SellerQuestion) => Promise<IndexAnswer<SellerFacet>>;
  /** Listings and sellers whose name has these words, the last one perhaps unfinished. */
  suggestNames: (text: string, limit: number) => Promise<{ listingIds: string[]; sellerIds: string[] }>;
};

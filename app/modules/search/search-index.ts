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

export type ListingQuestion = {
  search: ListingSearch;
  matching: Matching;
  /** The facets whose counts are wanted; those of one ignore its own selection. */
  facets: readonly ListingFacet[];
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
  findListings: (question: ListingQuestion, context: SearchContext) => Promise<IndexAnswer<ListingFacet>>;
  /** Sizes of the hit sets of several searches. */
  countListings: (searches: readonly Omit<ListingQuestion, "facets">[], context: SearchContext) => Promise<number[]>;
  findSellers: (question: SellerQuestion) => Promise<IndexAnswer<SellerFacet>>;
  /** Listings and sellers whose name has these words, the last one perhaps unfinished. */
  suggestNames: (text: string, limit: number) => Promise<{ listingIds: string[]; sellerIds: string[] }>;
};

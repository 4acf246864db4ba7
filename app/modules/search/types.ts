import type { ListingKind } from "~/modules/catalog";
import type { Locale } from "~/platform/i18n/locales";

/** Facets whose values a reader may tick several of; counts of one ignore its own selection (disjunctive). */
export const LISTING_FACETS = [
  "category",
  "kind",
  "technique",
  "material",
  "region",
  "level",
  "shipsTo",
  "canExportTo",
  "seller",
] as const;
export type ListingFacet = (typeof LISTING_FACETS)[number];

export const LISTING_SORTS = ["relevance", "newest", "price-low", "price-high", "lead-time"] as const;
export type ListingSort = (typeof LISTING_SORTS)[number];

/** The levels that are named in public; what is below them is not a value of the facet. */
export const PUBLIC_LEVELS = ["ready", "exporting"] as const;

/** A search as the URL says it. Everything is optional but where the reader is; the URL always reproduces the view. */
export type ListingSearch = {
  text: string;
  locale: Locale;
  /** Country, ISO 3166-1 alpha-2: decides price side, ships-to and days. */
  destination: string;
  /** Currency that price limits are meant in, ISO 4217. */
  currency: string;
  /** Chosen values per facet. A category counts with its descendants. */
  chosen: Partial<Record<ListingFacet, readonly string[]>>;
  /** Only what has a route to the destination. */
  onlyShipsHere: boolean;
  /** Minor units of `currency`, for one unit at the listing's minimum order, as the card shows it. */
  priceFromMinor?: bigint;
  priceToMinor?: bigint;
  /** Pieces wanted: minimum order and supply must allow it. */
  quantity?: number;
  /** Calendar day by which the goods must have arrived at the destination. */
  neededBy?: string;
  /** Highest minimum order that suits. */
  minimumOrderAtMost?: number;
  leadTimeDaysAtMost?: number;
  madeToOrder?: boolean;
  sort: ListingSort;
  /** From 1. */
  page: number;
  pageSize: number;
};

export type FacetValue = { value: string; count: number; isChosen: boolean };

export type ListingSearchResult = {
  /** Listing ids of this page, best first. */
  hitIds: string[];
  /** Size of the whole hit set. */
  total: number;
  /** How many of them have every word of the text; by relevance they come first, before those that have some. */
  inFull: number;
  /** Undefined when the answering engine leaves facets out. Values by count, chosen ones always present. */
  facets: Record<ListingFacet, FacetValue[]> | undefined;
  /** True when PostgreSQL answered for the engine: the page says that results are simplified. */
  isSimplified: boolean;
  /** The best of the sellers that the text finds, whatever the filters are; as many as were asked for. */
  sellerIds: string[];
  /** The filter that was let go because nothing matched all of them, and what the hits now ignore. */
  relaxed: RelaxedFilter | undefined;
};

export type RelaxedFilter =
  ListingFacet | "price" | "quantity" | "neededBy" | "minimumOrder" | "leadTime" | "shipsHere" | "madeToOrder" | "text";

export const SELLER_FACETS = ["category", "region", "level", "language", "market"] as const;
export type SellerFacet = (typeof SELLER_FACETS)[number];

export type SellerSearch = {
  text: string;
  locale: Locale;
  chosen: Partial<Record<SellerFacet, readonly string[]>>;
  page: number;
  pageSize: number;
};

export type SellerSearchResult = {
  hitIds: string[];
  total: number;
  facets: Record<SellerFacet, FacetValue[]> | undefined;
  isSimplified: boolean;
};

export type Suggestion = {
  kind: "listing" | "seller" | "category" | "craft" | "region";
  /** Slug of a listing or seller, id of a category, technique or region. */
  target: string;
  label: string;
  hint: string | undefined;
};

export type { ListingKind };

/** A code of the Harmonized System with what it stands for in the reader's language; the official text is in English. */
export type HsCodeView = { code: string; label: string; description: string };

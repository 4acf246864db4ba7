export {
  LISTING_FACETS,
  LISTING_SORTS,
  PUBLIC_LEVELS,
  SELLER_FACETS,
  type FacetValue,
  type HsCodeView,
  type ListingFacet,
  type ListingSearch,
  type ListingSearchResult,
  type ListingSort,
  type RelaxedFilter,
  type SellerFacet,
  type SellerSearch,
  type SellerSearchResult,
  type Suggestion,
} from "./types";
export {
  FACET_PARAMETERS,
  listingSearchParams,
  LONGEST_SEARCH_TEXT,
  parseListingSearch,
  SEARCH_PAGE_SIZE,
} from "./search-url";
export { parseSellerSearch, sellerSearchParams } from "./seller-search-url";
export type { ChipView, FacetGroupView, SearchPageView, SellerDirectoryView } from "./views";

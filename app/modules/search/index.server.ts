/**
 * Search: owns the search documents, the zero-result log and the engine's indexes. What it stores is a projection of
 * the catalogue: everything but the log can be thrown away and made again.
 */
export { searchListings, searchSellers } from "./search.server";
export { suggest } from "./suggest.server";
export { openSearchPage } from "./search-page.server";
export { openSellerDirectory } from "./seller-directory.server";

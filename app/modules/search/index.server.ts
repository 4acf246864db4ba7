/**
 * Search: owns the search documents, the zero-result log and the engine's indexes. What it stores is a projection of
 * the catalogue: everything but the log can be thrown away and made again.
 */
export { searchListings, searchSellers, type SearchOptions } from "./search.server";
export { searchJobs } from "./jobs.server";
export { projectEverything } from "./project-everything.server";
export { catchUpSearch, rebuildSearch } from "./rebuild.server";
export { listZeroResults, type ZeroResult } from "./zero-results.server";
export { suggest } from "./suggest.server";
export { findHsCodes, usualHsCodes } from "./hs-codes.server";
export { needAddress } from "./need-address.server";
export { openSearchPage } from "./search-page.server";
export { openSellerDirectory } from "./seller-directory.server";
export { answerListing } from "./api/answer-listing.server";
export { answerListings, answerSellers, answerSuggestions } from "./api/answer-search.server";
export { openApiDocument } from "./api/open-api.server";
export { NARROWING_PARAMETERS } from "./api/query.server";

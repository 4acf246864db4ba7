/**
 * Catalog: owns listings, their publications, categories, media and rates. A publication is a frozen snapshot;
 * `selectPublicListings` is the only way to what the public sees.
 */
export {
  listCategoryDoors,
  listRegionDoors,
  listTraditions,
  type CategoryDoorView,
  type DoorView,
} from "./browse.server";
export { listListingCards, supplyOf } from "./cards.server";
export { categoryChoices, placeOptions, shopNames } from "./choices.server";
export { documentName } from "./document-names.server";
export { countryName, formatDay, formatNumber, languageName, type DayRates } from "./format.server";
export { listFreshCards, listSellerCards } from "./listing-page.server";
export { openListing, quantityOf, sellerBlock, type Crumb, type ListingPage } from "./open-listing.server";
export { openSeller, type SellerPage } from "./open-seller.server";
export {
  addPicture,
  LARGEST_PICTURE_BYTES,
  makeRenditions,
  type AddedPicture,
  type PictureRefusal,
} from "./media/add-picture.server";
export { findPicture, mediaHandler } from "./media/serve-picture.server";
export { publishListing, selectPublicListings } from "./publication.server";
export { currentRates, loadDailyRates } from "./rates.server";
export { readerFor } from "./reader.server";
export { headingIn, nameIn, referenceBook, withDescendants, type ReferenceBook } from "./reference-book.server";
export {
  eraseSavedListings,
  listSavedForExport,
  listSavedListings,
  SAVED_PAGE_SIZE,
  saveInput,
  saveListing,
  unsaveListing,
} from "./saved-listings.server";
export { listListingSummaries, type ListingSummary } from "./summaries.server";
export { answerReport } from "./reports/answer-report.server";
export { decideReport } from "./reports/decide-report.server";
export { fileReport } from "./reports/file-report.server";
export { eraseReporter, listReportsForExport } from "./reports/personal-data.server";
export { findCase, findReportable, findSellerCase } from "./reports/queries.server";
export {
  answerRefusalText,
  answerReportInput,
  caseRefusalText,
  decideReportInput,
  fileRefusalText,
  reportInput,
} from "./reports/texts.server";
export { approveChosen, listDeskItems } from "./desk/queues.server";
export { chosenInput, togetherRefusalText } from "./desk/texts.server";
export { findListingForReview } from "./desk/listing-in-review.server";
export { decideListingInput, listingDecisionText, listingReasonsOf } from "./desk/decide-listing-form.server";
export { decideListing } from "./working/review-listing.server";

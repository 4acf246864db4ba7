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
export {
  findListingsAtSlugs,
  findPublicSnapshot,
  listAskedListings,
  listPublishedTitles,
  type AskedListing,
  type PublishedTitle,
} from "./asked-listings.server";
export { sizeText, weightText } from "./facts.server";
export { incotermPlaceIn } from "./incoterm-place.server";
export { daysText, serviceName } from "./offer-view.server";
export { countedIn, unitName } from "./unit-names.server";
export { listListingCards, supplyOf } from "./cards.server";
export { categoryChoices, placeOptions, shopNames } from "./choices.server";
export { destinationChoices, zoneFields, zoneLines } from "./shipping-words.server";
export { documentName } from "./document-names.server";
export { countryName, formatDay, formatNumber, languageName, type DayRates } from "./format.server";
export { listFreshCards, listSellerCards } from "./listing-page.server";
export { namedListings, namedReports } from "./named-subjects.server";
export { openListing, quantityOf, sellerBlock, variantOf, type Crumb, type ListingPage } from "./open-listing.server";
export { openSeller, type SellerPage } from "./open-seller.server";
export { addPicture, makeRenditions, type AddedPicture, type PictureRefusal } from "./media/add-picture.server";
export { picturesRefusalFor, uploadRefusalText } from "./media/refusals.server";
export { findPicture, mediaHandler } from "./media/serve-picture.server";
export { returnStock, takeStock, type StockWanted } from "./move-stock.server";
export { parcelIncoterms } from "./parcel-incoterms.server";
export { sweepMedia } from "./media/sweep-media.server";
export { listPrintEntries, type PrintEntry } from "./print-entries.server";
export { publishListing, selectPublicListings } from "./publication.server";
export { currentRates, findSdrRate, loadDailyRates } from "./rates.server";
export { readerFor } from "./reader.server";
export { nameCodes } from "./reference-names.server";
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
export { findShopPictures, type ShopPictures } from "./shop-pictures.server";
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
export { approveChosen, listDeskItems, type LaterRooms } from "./desk/queues.server";
export { decidedPath, findDecidedItem, listDecidedItems } from "./desk/decided-items.server";
export { listListingsForStaff, listSellerCases } from "./desk/seller-record.server";
export { chosenInput, togetherRefusalText } from "./desk/texts.server";
export { findListingForReview, findPublicationForReview } from "./desk/listing-in-review.server";
export { holdStoppedSpecies, recordSpeciesClearance, type HoldSpeciesRefusal } from "./desk/clear-species.server";
export { findSpecies } from "./desk/species-view.server";
export { decideListingInput, listingDecisionText } from "./desk/decide-listing-form.server";
export { bringForm, type BroughtForm } from "./uploads/bring-form.server";
export { cancelUpload, finishUpload, forgetUploads, sweepUploads } from "./uploads/finish-upload.server";
export { beginUpload, findUpload, takePart } from "./uploads/take-parts.server";
export { openListingPictures, type ListingPicturesPage } from "./working/open-pictures.server";
export {
  describePictureInput,
  movePictureInput,
  orderPicturesInput,
  uploadInput,
} from "./working/pictures-schema.server";
export {
  describeListingPicture,
  moveListingPicture,
  orderListingPictures,
  removeListingPicture,
  restoreListingPicture,
} from "./working/pictures.server";
export { createListing, createListingInput, duplicateListing } from "./working/create-listing.server";
export { findNewestListing, listOwnListings, type OwnListing } from "./working/list-listings.server";
export { findOwnListing } from "./working/open-listing.server";
export { openListingPart, pageAfter, partChoices } from "./working/open-part.server";
export { listingPartOf } from "./working/parts/part";
export { previewListing } from "./working/preview-listing.server";
export { createRefusalText, deedRefusalFor, saveRefusalText } from "./working/refusals.server";
export { restListing } from "./working/rest-listing.server";
export { decideListing, findRequestedChanges, submitListing, withdrawListing } from "./working/review-listing.server";
export { draftListingText } from "./working/draft-text.server";
export { hsCodeInput } from "./working/parts/hs-code-input.server";
export { partForms, saveListingPart, type PartInput } from "./working/save-part.server";
export { saveStockTable, stockTableInput, TABLE_PAGE_SIZE } from "./working/stock-table.server";

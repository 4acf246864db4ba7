export { LISTING_CURRENCIES } from "./currencies";
export {
  LISTING_KINDS,
  LISTING_STATUSES,
  PICTURE_ROLES,
  PRICE_KINDS,
  STOCK_POLICIES,
  type DeliveryOption,
  type Dimensions,
  type ListingKind,
  type ListingSnapshot,
  type ListingStatus,
  type ListingTexts,
  type PictureRole,
  type PriceKind,
  type PriceTier,
  type PublishedPicture,
  type ReaderContext,
  type StockPolicy,
} from "./types";
export {
  afterClosure,
  ASSUMED_PACKED_GRAMS,
  awayOf,
  DAYS_PER_CAPACITY_MONTH,
  LONGEST_CAPACITY_MONTHS,
  readyInDays,
  pieceGramsOf,
  shippingCost,
  transitDays,
  usableOptions,
  type Away,
  type Deliverable,
  type Supply,
} from "./delivery";
export {
  ADVISED_INCOTERM,
  CARRIAGES,
  DUTIES,
  HANDOVERS,
  isPlaceOfSeller,
  PARCEL_INCOTERMS,
  suggestIncoterm,
  warningsOf,
  type IncotermAnswers,
  type IncotermSuggestion,
  type IncotermWarning,
  type ParcelIncoterm,
} from "./incoterm";
export {
  CLEARANCE_BASES,
  commissionFor,
  needsExportCertificate,
  type ClearanceBasis,
  type Commission,
  type ListingStop,
} from "./restrictions";
export { RESTRICTED_MATERIALS } from "./restricted-materials";
export {
  arrivesInDays,
  CARRIAGE_PAID,
  HOME_COUNTRY,
  offerFor,
  unitPriceAt,
  type Offer,
  type OfferTier,
  type ShippingChoice,
} from "./offer";
export {
  isOlderThanOriginal,
  SHORTEST_DESCRIPTION,
  textCompleteness,
  type TextCompleteness,
  type TextPart,
} from "./working/text-completeness";
export type {
  ClosureView,
  FactRow,
  ListingCardView,
  ListingPageView,
  OfferView,
  PictureOfListing,
  PriceText,
  ReadinessView,
  SellerBlockView,
} from "./views";
export {
  isAnswerAwaited,
  REPORT_OUTCOME_TEXTS,
  REPORT_OUTCOMES,
  REPORT_QUEUE,
  REPORT_REASON_TEXTS,
  REPORT_REASONS,
  REPORT_RULE_TEXTS,
  REPORT_RULES,
  type ReportCase,
  type ReportReason,
} from "./reports/types";
export { DESK_QUEUES, isDeskQueue, MAY_GO_TOGETHER, reviewPath, type DeskQueue } from "./desk/queues";
export {
  LISTING_FIELDS,
  LISTING_QUEUES,
  LISTING_REASONS,
  listingReasonsFor,
  type ListingField,
  type ListingReason,
} from "./working/listing-queues";
export type { ComparedFact, Fact } from "./desk/fact-diff";
export { LARGEST_PICTURE_BYTES, LONGEST_SIDE, MOST_PICTURES, UPLOAD_PART_BYTES } from "./media/limits";
export { UPLOAD_OFFSET, UPLOAD_PURPOSES, type UploadPurpose } from "./uploads/types";
export { LISTING_DEEDS, type ListingDeed } from "./working/listing-states";
export {
  SPECIAL_FACTS,
  type OriginalText,
  type PartChoices,
  type SpecialFact,
  type TableVariant,
} from "./working/part-views";
export { type FormValues as StoredValues, type ListingPart } from "./working/parts/part";
export { isLookedAtFirst, type ListingPage, type ListingTask, type PublishNeed } from "./working/publish-needs";

/** Builders of real rows for tests. Each makes what it needs and nothing else; names and slugs never repeat. */
export { makeCollection, makeFeature, type CollectionOptions, type FeatureOptions } from "./curation";
export { makeListing, makePublishedListing, type ListingOptions, type MadeListing, type TierOptions } from "./listings";
export { makeOrder, type MadeOrder, type OrderDueOptions, type OrderLineOptions, type OrderOptions } from "./orders";
export { makeBuyer, makeInquirer, makePerson, makeSellerActor, makeStaff, type PersonOptions } from "./people";
export { makeMedia, makePicture } from "./pictures";
export { makeRates } from "./reference";
export {
  makeApprovedSeller,
  makeReadinessResult,
  makeRoute,
  makeSeller,
  type EvidenceOptions,
  type MadeSeller,
  type RouteOptions,
  type SellerOptions,
  type ZoneOptions,
} from "./sellers";
export { FACTORY_NOW, unique } from "./unique";
export { makeViews } from "./views";

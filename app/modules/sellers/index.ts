export { ANNOUNCED_DAYS, backOn, isAnnounced, isClosedOn } from "./closure";
export {
  OFFERINGS,
  SELLER_STATUSES,
  SHOP_PICTURE_PARTS,
  type Closure,
  type Offering,
  type PublicSeller,
  type SellerCardView,
  type SellerStatus,
  type ShopPicturePart,
  type VerifiedBadge,
} from "./types";
export {
  nextStep,
  SHOP_STEPS,
  SHORTEST_STORY,
  stepsOf,
  type NeededStep,
  type ShopFacts,
  type ShopStep,
  type StepsView,
  type SubmitRefusal,
} from "./shop-steps";
export { SHOP_FIELDS, SHOP_REASONS, stepOf, type ShopField, type ShopReason } from "./shop-reasons";
export {
  isFreeOfCharge,
  kilogramsOf,
  MOST_RATES,
  PARCEL_SERVICES,
  rateRowsOf,
  readRates,
  ROUTE_SERVICES,
  SHIPPING_CURRENCIES,
  currencyOf,
  type RateRow,
  type RouteService,
  type RouteZone,
} from "./shipping";

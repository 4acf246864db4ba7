export { ANNOUNCED_DAYS, backOn, isAnnounced, isClosedOn } from "./closure";
export {
  LEGAL_FORMS,
  OFFERINGS,
  SELLER_STATUSES,
  SHOP_PICTURE_PARTS,
  TRANSLATIONS,
  type LegalForm,
  type Closure,
  type Offering,
  type OpenMarket,
  type PublicSeller,
  type SellerCardView,
  type SellerStatus,
  type Translation,
  type ShopPicturePart,
  type VerifiedBadge,
} from "./types";
export { bankOf, groupedIban, maskedIban, whyNotIban } from "./bank-account";
export { LEGAL_FORM_NAMES } from "./legal-form-names";
export {
  canEditStep,
  canTakeOrders,
  canWait,
  isForOrders,
  isReviewedAgain,
  isStepDone,
  isStoryLongEnough,
  lacksPapers,
  maySeeStep,
  missingForOrders,
  nextStep,
  SHORTEST_STORY,
  stepAfter,
  mendedSteps,
  stepsOf,
  stepsToMend,
  type OrderStep,
  type ShopFacts,
  type AskedReason,
  type StepsView,
  type SubmitRefusal,
} from "./shop-steps";
export { SHOP_STEPS, type ShopStep } from "./step-names";
export {
  reasonsFor,
  SHOP_FIELDS,
  SHOP_REASONS,
  stepOf,
  type ShopConfirmation,
  type ShopField,
  type ShopReason,
} from "./shop-reasons";
export { changedFields, type ShopState, type ShopText } from "./shop-state";
export { SME_CATEGORIES, type SmeCategory } from "./sme-categories";
export { isCountedWork, type PortfolioWork } from "./portfolio/types";
export { isVoen, whyNotVoen } from "./voen";
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
export {
  SUSPENSION_REASON_TEXTS,
  SUSPENSION_REASONS,
  type ReinstateRefusal,
  type SuspendRefusal,
  type SuspensionReason,
} from "./suspension";

export {
  OFFERINGS,
  SELLER_STATUSES,
  type Offering,
  type PublicSeller,
  type SellerCardView,
  type SellerStatus,
  type VerifiedBadge,
} from "./types";
export {
  nextStep,
  SHOP_STEPS,
  SHORTEST_STORY,
  stepsOf,
  type ShopFacts,
  type ShopStep,
  type StepsView,
  type SubmitRefusal,
} from "./shop-steps";
export { SHOP_FIELDS, SHOP_REASONS, stepOf, type ShopField, type ShopReason } from "./shop-reasons";
export {
  SUSPENSION_REASON_TEXTS,
  SUSPENSION_REASONS,
  type ReinstateRefusal,
  type SuspendRefusal,
  type SuspensionReason,
} from "./suspension";

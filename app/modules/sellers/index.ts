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
  canEditShop,
  isStepDone,
  nextStep,
  SHOP_STEPS,
  SHORTEST_STORY,
  type ShopFacts,
  type ShopStep,
  type SubmitRefusal,
} from "./shop-steps";
export { SHOP_FIELDS, SHOP_REASONS, stepOf, type ShopField, type ShopReason } from "./shop-reasons";

export {
  OFFERINGS,
  SELLER_STATUSES,
  SHOP_PICTURE_PARTS,
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

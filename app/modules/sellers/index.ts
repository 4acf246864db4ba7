export {
  OFFERINGS,
  SELLER_STATUSES,
  type Offering,
  type PublicSeller,
  type SellerCardView,
  type SellerStatus,
  type VerifiedBadge,
} from "./types";

/** Sellers: owns shops, their texts, routes, papers and figures. Only an approved seller is public. */
export { listSellerCards, listSellerNames } from "./cards.server";
export type { PublicSeller } from "./types";
export { findSellerAtSlug, type SellerAtSlug } from "./public-profile.server";
export { selectRouteOptions, type RouteOption } from "./routes.server";
export { saveMaking, savePlace, saveStory, type EditRefusal } from "./edit-shop.server";
export { openShop } from "./open-shop.server";
export { decideShop, SHOP_QUEUE, submitShop } from "./review-shop.server";
export { decisionRefusalText, editRefusalText, submitRefusalFor } from "./refusals.server";
export { decideShopInput, makingInput, openShopInput, placeInput, storyInput } from "./schema.server";
export { findShop, type Shop } from "./shop-facts.server";
export { reasonsOf } from "./shops-in-review.server";
export {
  listSellersForStaff,
  listSuspensions,
  visibilityStamp,
  type StaffSellerRow,
  type Suspension,
} from "./staff-list.server";
export { reinstateSeller, suspendSeller } from "./suspend-seller.server";
export { reinstateInput, reinstateRefusalText, suspendInput, suspendRefusalText } from "./suspension-texts.server";
export { slugOf } from "./slug";
export { lockTrust, recordListingOutcome } from "./trust.server";

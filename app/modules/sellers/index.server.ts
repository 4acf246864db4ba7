/**
 * Sellers: owns shops, their texts, routes, closures, papers and figures. Only an approved seller is public. Staff may fill
 * a shop for its maker until she takes it over; they never review what they filled.
 */
export { erasePersonalData, findShopInCare, listShopsInCare } from "./caretaking.server";
export { findClosure, removeClosure, saveClosure, selectClosure } from "./closure.server";
export { adoptRoutes, changeRoute, changeShippingCurrency, removeZone, saveZone } from "./edit-shipping.server";
export {
  acceptInvitation,
  findHandOver,
  openShopForMaker,
  revokeHandOver,
  sendHandOver,
  stopWorkingForShop,
  workForShop,
} from "./hand-over.server";
export { findDefaultRoutes, findShipping } from "./shipping-facts.server";
export {
  changeMember,
  findInvitedShop,
  findTeam,
  inviteMember,
  leaveShop,
  resendInvitation,
  takeInvitationBack,
} from "./team.server";
export {
  adoptInput,
  changeRouteInput,
  closureInput,
  currencyInput,
  handOverInput,
  invitationInput,
  memberInput,
  openForMakerInput,
  versionInput,
  zoneInput,
} from "./workspace-schema.server";
export { listSellerCards, listSellerNames } from "./cards.server";
export type { PublicSeller } from "./types";
export { findSellerAtSlug, type SellerAtSlug } from "./public-profile.server";
export { selectRouteOptions, type RouteOption } from "./routes.server";
export { saveMaking, savePlace, saveStory, type EditRefusal } from "./edit-shop.server";
export { openShop } from "./open-shop.server";
export { claimShop, decideShop, SHOP_QUEUE, submitShop } from "./review-shop.server";
export {
  closureRefusalText,
  decisionRefusalText,
  editRefusalText,
  handOverRefusalText,
  shippingRefusalText,
  submitRefusalFor,
} from "./refusals.server";
export {
  decideShopInput,
  makingInput,
  openShopInput,
  placeInput,
  removeShopPictureInput,
  storyInput,
} from "./schema.server";
export { isAboutRows, readZone, zoneProblem } from "./zone-form.server";
export { findShop, type Shop } from "./shop-facts.server";
export { canChangePictures, chooseShopPicture, type ShopPictureRefusal } from "./shop-pictures.server";
export { listShopsInReview, reasonsOf } from "./shops-in-review.server";
export { slugOf } from "./slug";
export { lockTrust, recordListingOutcome } from "./trust.server";

/**
 * Sellers: owns shops, their texts, routes, closures, papers and figures, and what staff approved of them. Only an approved
 * seller is public. A deed locks the shop before what waits for staff about it. Staff may fill a shop for its maker until she
 * takes it over; they never review what they filled.
 */
export { askForReadiness } from "./ask-readiness.server";
export { erasePersonalData, findShopInCare, hasFilled, listFilled, listShopsInCare } from "./caretaking.server";
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
export { ANSWERS_FOR_A_FIGURE, recordSellerFigure, shownReplyHours } from "./figures.server";
export { keepExportFacts } from "./export-facts.server";
export { findLastApproval, type Approval } from "./approvals.server";
export { listSellerCards, listSellerNames } from "./cards.server";
export { listKnownSellerNames } from "./known-names.server";
export type { PublicSeller } from "./types";
export { findSellerAtSlug, wasShopShown, type SellerAtSlug } from "./public-profile.server";
export { routeOptionsTo, selectRouteOptions, type RouteOption } from "./routes.server";
export { saveContacts, saveMaking, savePlace, saveStory, type EditRefusal } from "./edit-shop.server";
export { listAccountsToVerify, saveBank, verifyBankAccount, type AccountToVerify } from "./bank-change.server";
export { bringPaper, saveLegal } from "./legal-facts.server";
export { namedShops } from "./named-subjects.server";
export { openShop } from "./open-shop.server";
export { readShopPaper } from "./shop-papers.server";
export { claimShop, decideShop, submitShop, type ShopDecisionRefusal } from "./review-shop.server";
export {
  closureRefusalText,
  decisionRefusalText,
  bankRefusalText,
  editRefusalText,
  handOverRefusalText,
  legalRefusalText,
  paperRefusalText,
  shippingRefusalText,
  submitRefusalFor,
} from "./refusals.server";
export {
  bankInput,
  contactsInput,
  decideShopInput,
  legalInput,
  makingInput,
  openShopInput,
  paperInput,
  placeInput,
  removeShopPictureInput,
  storyInput,
  translationInput,
} from "./schema.server";
export { isAboutRows, readZone, zoneProblem } from "./zone-form.server";
export { moveWork, removeWork, saveWork } from "./portfolio/commands.server";
export { findWork, listWorks } from "./portfolio/queries.server";
export { moveWorkInput, workInput, workRefusalText } from "./portfolio/schema.server";
export { findShop, paperOwner, REGISTRATION, stateOf, type Shop } from "./shop-facts.server";
export { canChangePictures, chooseShopPicture, type ShopPictureRefusal } from "./shop-pictures.server";
export { CHANGES_QUEUE, isShopQueue, SHOP_QUEUE } from "./shop-queues";
export { findRequestedChanges, findSteps, listShopOutcomes } from "./shops-in-review.server";
export { saveTranslation } from "./translate-shop.server";
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

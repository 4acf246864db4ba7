/**
 * Orders: owns carts, orders with their lines, dues, parcels and hand-overs, the stock that is held for them, problems and
 * ratings. An order goes along the drawn steps only, in `takeStep`, and the database refuses any other way; what was agreed
 * never changes; pieces that were held come back once. Money is the room of payments': it calls, or works what is enqueued
 * for it.
 */
export { changeCartLine, chooseDelivery, putInCart, type CartRefusal } from "./cart/change-cart.server";
export { ownCartOf, tellCartCount } from "./cart/own-cart.server";
export { takeCartOver, type CartOwner } from "./cart/cart-rows.server";
export { readCart, type ReadCart } from "./cart/read-cart.server";
export { isCarried, isWithdrawable } from "./cart/price-cart";
export { isInUnion } from "./fulfilment/facts.server";
export { cartView } from "./cart/cart-view.server";
export { changeLineInput, deliveryInput, putInCartInput } from "./cart/schema.server";
export { cartRefusalText } from "./cart/refusals.server";
export { choosePaymentMethod } from "./choose-payment-method.server";
export { markDispute } from "./mark-dispute.server";
export { buyerStep, orderBuyerKey, orderOwnedBy, THE_CLOCK, THE_MONEY } from "./order-keys.server";
export { ORDER_ACCESS_DAYS } from "./guests/open-to-guest.server";
export { placeOrders, type Contact, type PlacedOrder, type Placing } from "./placing/place-orders.server";
export type { PlaceRefusal } from "./placing/refusals";
export { receiveForDues, type Allotted, type MoneyForDue } from "./receive-money.server";
export { recordRefunded, recordRefundFailed } from "./refund-money.server";
export { ORDER_REFERENCE_LETTERS, wantsMoney } from "./rules";
export { sellerNameOf } from "./seller-name.server";
export { holdStock, releaseHeld, returnTaken, type ShortLine } from "./stock/holds.server";
export { holdOrder, holdOrders, noteOnOrder, takeStep, type HeldOrder } from "./steps/take-step.server";
export { tidyOrders } from "./clocks/tidy-orders.server";
export { findProforma, issueProforma } from "./documents/buyers-proforma.server";
export {
  findOrderPaper,
  findOrderPapers,
  orderDocumentKindOf,
  postOrderDocument,
  readOrderDocumentAsBuyer,
  readOrderDocumentAsSeller,
} from "./documents/order-documents.server";
export { listOrderDocuments } from "./documents/issued-documents.server";
export { acceptMilestone } from "./fulfilment/accept-milestone.server";
export { acceptOrder } from "./fulfilment/accept-order.server";
export { askAgain } from "./fulfilment/ask-again.server";
export { cancelAsBuyer, cancelAsSeller, cancelAsStaff } from "./fulfilment/cancel-order.server";
export { correctParcel, findParcelToCorrect } from "./fulfilment/correct-parcel.server";
export { confirmReceipt } from "./fulfilment/confirm-receipt.server";
export { declineOrder } from "./fulfilment/decline-order.server";
export { LARGEST_HANDOVER_FORM_BYTES } from "./fulfilment/order-files.server";
export { deliverOrder } from "./fulfilment/deliver-order.server";
export { markReady } from "./fulfilment/mark-ready.server";
export { readOrderFileAsBuyer, readOrderFileAsSeller } from "./fulfilment/order-files.server";
export { postHandover } from "./fulfilment/post-handover.server";
export { postParcel } from "./fulfilment/post-parcel.server";
export { prepareOrder } from "./fulfilment/prepare-order.server";
export { shipOrder, type Parcel } from "./fulfilment/ship-order.server";
export { drawOrderLink, findOrderLink, keepOrderAccesses, openOrderLink, renewOrderLink } from "./guests/links.server";
export { orderJobs } from "./jobs.server";
export { merchantPlace } from "./reading/merchant-place.server";
export { tellBuyer, tellSeller } from "./letters/tell.server";
export { namedOrders } from "./named-subjects.server";
export { erasePersonalData, hasRunningOrders } from "./personal-data/erase-personal-data.server";
export { listPersonalData } from "./personal-data/list-personal-data.server";
export { answerProblem } from "./problems/answer-problem.server";
export { askStaff } from "./problems/ask-staff.server";
export { closeProblemAsBuyer, closeRefundedProblem, decideProblem } from "./problems/close-problem.server";
export { hasOpenProblem } from "./problems/open-problem.server";
export { postProblem } from "./problems/post-problem.server";
export { reportProblem } from "./problems/report-problem.server";
export { findRatings } from "./ratings/find-ratings.server";
export { hideRating, showRating } from "./ratings/hide-rating.server";
export { listStaffRatings, RATINGS_PAGE_SIZE } from "./ratings/list-ratings.server";
export { answerRating, rateOrder } from "./ratings/rate-order.server";
export { countWaitingOrders } from "./reading/count-waiting.server";
export { dueName } from "./reading/due-words.server";
export { findBuyersDeed, findBuyersOrder, findSellersOrder, findStaffOrder } from "./reading/find-order.server";
export { findUnpaidOrder } from "./reading/find-unpaid-order.server";
export {
  listBuyersOrders,
  listSellersOrders,
  listStaffOrders,
  ORDERS_PAGE_SIZE,
  type OrdersQuestion,
} from "./reading/list-orders.server";
export { buyersRefusalText, fulfilmentRefusalText, orderLinkRefusalText } from "./refusals.server";
export { ordersQuestionOf } from "./reading/question";
export { correctParcelInput, orderNoteInput, orderWordsInput, ratingInput, sellerCancelInput } from "./schema.server";

export {
  CANCEL_REASONS,
  DELIVERIES,
  FULFILMENT_REFUSALS,
  MOST_CART_LINES,
  MOST_PIECES,
  ORDER_KINDS,
  PAYMENT_METHODS,
  PROBLEM_KINDS,
  SELLER_CANCEL_REASONS,
  type CancelReason,
  type Delivery,
  type DueKind,
  type FulfilmentRefusal,
  type Merchant,
  type OrderAddress,
  type OrderKind,
  type PaymentMethod,
  type ProblemKind,
  type SellerCancelReason,
} from "./types";
export type { CartGroupView, CartLineView, CartView, DeliveryChoiceView } from "./cart/cart-views";
export { CHARGE_CURRENCIES, chargeCurrencies, chargeCurrency } from "./charge-currency";
export { groupKey } from "./cart/group-key";
export type { LineProblem } from "./cart/price-cart";
export { ORDER_STATUSES, type OrderActorKind, type OrderStatus } from "./transitions";
export {
  BUYERS_DEEDS,
  SELLERS_DEEDS,
  STAFFS_DEEDS,
  type BuyersDeed,
  type SellersDeed,
  type StaffsDeed,
} from "./reading/deeds";
export type { Stage, StageState } from "./reading/stages";
export type {
  BuyersDeedView,
  BuyersOrderView,
  DueView,
  HandoverView,
  MilestoneView,
  OfferedView,
  OrderEventView,
  OrderLineView,
  OrderRowView,
  OrderView,
  ParcelView,
  ProblemView,
  SellersOrderView,
  SendByView,
  StageView,
  StaffsOrderView,
} from "./reading/views";
export { CANCEL_REASON_TEXTS, ORDER_STATUS_TEXTS } from "./reading/words";
export type { ProformaState } from "./documents/buyers-proforma.server";
export type { OrderDocumentKind, OrderDocumentView, OrderPaperView } from "./documents/kinds";
export type { OwnRatingView, RatingsView, RatingView } from "./ratings/views";

import { route } from "@remix-run/route-config";

/** From the cart to the payment page and back. */
export const checkoutRoutes = [
  route("cart", "routes/buyer/cart.tsx"),
  route("cart/put", "routes/buyer/put-in-cart.ts"),
  route("cart/line", "routes/buyer/change-cart-line.ts"),
  route("cart/delivery", "routes/buyer/choose-delivery.ts"),
  route("checkout", "routes/buyer/checkout.tsx"),
  route("checkout/placed", "routes/buyer/checkout-placed.tsx"),
  route("checkout/:id", "routes/buyer/checkout-status.tsx"),
  route("checkout/:id/return", "routes/buyer/checkout-return.ts"),
  route("orders/:id/pay", "routes/buyer/pay-order.ts"),
];

/** Every URL of an order for its buyer, a guest by a link among them. */
export const buyersOrderRoutes = [
  route("orders/:id", "routes/inquirer/order.tsx"),
  route("orders/:id/confirm", "routes/inquirer/confirm-order.ts"),
  route("orders/:id/milestones/:milestone/accept", "routes/inquirer/accept-milestone.ts"),
  route("orders/:id/cancel", "routes/inquirer/cancel-order.tsx"),
  route("orders/:id/ask-again", "routes/inquirer/ask-again.tsx"),
  route("orders/:id/rate", "routes/inquirer/rate-order.tsx"),
  route("orders/:id/report/:kind", "routes/inquirer/report-order.tsx"),
  route("orders/:id/ask-staff", "routes/inquirer/ask-staff.tsx"),
  route("orders/:id/close-problem", "routes/inquirer/close-order-problem.ts"),
  route("orders/:id/files/:file", "routes/inquirer/order-file.ts"),
  route("orders/:id/documents/:file", "routes/inquirer/order-document.ts"),
  route("orders/:id/proforma", "routes/inquirer/order-proforma.ts"),
  route("account/orders", "routes/account/orders.tsx"),
];

/** For the shop that sells it. */
export const sellersOrderRoutes = [
  route("seller/orders", "routes/seller/orders.tsx"),
  route("seller/orders/:id", "routes/seller/order.tsx"),
  route("seller/orders/:id/accept", "routes/seller/accept-order.ts"),
  route("seller/orders/:id/decline", "routes/seller/decline-order.tsx"),
  route("seller/orders/:id/prepare", "routes/seller/prepare-order.ts"),
  route("seller/orders/:id/ready", "routes/seller/mark-order-ready.ts"),
  route("seller/orders/:id/ship", "routes/seller/ship-order.tsx"),
  route("seller/orders/:id/parcels/:position", "routes/seller/correct-parcel.tsx"),
  route("seller/orders/:id/deliver", "routes/seller/deliver-order.tsx"),
  route("seller/orders/:id/cancel", "routes/seller/cancel-order.tsx"),
  route("seller/orders/:id/refund", "routes/seller/refund-order.tsx"),
  route("seller/orders/:id/answer-problem", "routes/seller/answer-order-problem.tsx"),
  route("seller/orders/:id/answer-rating", "routes/seller/answer-rating.tsx"),
  route("seller/orders/:id/files/:file", "routes/seller/order-file.ts"),
  route("seller/orders/:id/documents", "routes/seller/order-papers.tsx"),
  route("seller/orders/:id/documents/:kind", "routes/seller/order-paper.tsx"),
  route("seller/orders/:id/issued/:file", "routes/seller/order-document.ts"),
];

/** For the Federation: the treasurer's orders, and the ratings that reviewers moderate. */
export const staffsOrderRoutes = [
  route("staff/orders", "routes/staff/orders.tsx"),
  route("staff/orders/:id", "routes/staff/order.tsx"),
  route("staff/orders/:id/cancel", "routes/staff/cancel-order.tsx"),
  route("staff/orders/:id/refund", "routes/staff/refund-order.tsx"),
  route("staff/orders/:id/retry-refund", "routes/staff/retry-refund.ts"),
  route("staff/disputes", "routes/staff/disputes.tsx"),
  route("staff/disputes/:id", "routes/staff/dispute.tsx"),
  route("staff/orders/:id/decide-problem", "routes/staff/decide-order-problem.tsx"),
  route("staff/orders/:id/record-transfer", "routes/staff/record-transfer.tsx"),
  route("staff/orders/:id/refunds/:refund/sent", "routes/staff/refund-sent.tsx"),
  route("staff/ratings", "routes/staff/ratings.tsx"),
  route("staff/ratings/:id", "routes/staff/rating.tsx"),
  route("staff/ratings/:id/show", "routes/staff/show-rating.ts"),
];

/** What sellers are paid, and what the treasurer does about it. */
export const payoutRoutes = [
  route("seller/payouts", "routes/seller/payouts.tsx"),
  route("seller/payouts/statement.csv", "routes/seller/statement-file.ts"),
  route("seller/payouts/statement.pdf", "routes/seller/statement-paper.ts"),
  route("staff/payouts", "routes/staff/payouts.tsx"),
  route("staff/payouts/prepare", "routes/staff/prepare-payouts.ts"),
  route("staff/payouts/accounts", "routes/staff/verify-account.ts"),
  route("staff/payouts/terms", "routes/staff/platform-terms.tsx"),
  route("staff/payouts/terms/:level", "routes/staff/level-terms.tsx"),
  route("staff/payouts/sellers/:id/terms", "routes/staff/seller-terms.tsx"),
  route("staff/payouts/sellers/:id/hold", "routes/staff/hold-payouts.tsx"),
  route("staff/payouts/sellers/:id/holds/:hold/lift", "routes/staff/lift-hold.ts"),
  route("staff/payouts/:id", "routes/staff/payout-batch.tsx"),
  route("staff/payouts/:id/do/:deed", "routes/staff/payout-batch-deed.ts"),
  route("staff/payouts/:id/return", "routes/staff/return-payout.ts"),
  route("staff/payouts/:id/file", "routes/staff/payout-file.ts"),
  route("staff/ledger", "routes/staff/ledger.tsx"),
];

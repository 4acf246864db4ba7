/**
 * Payments: owns the ledger, the terms under which sellers are paid, holds, payouts and what Stripe's books and ours differ
 * in. Every movement of money is an entry that sums to zero in each currency and is never changed; a balance is a sum.
 */
export { checkLedger, listToClear, type LedgerCheck, type ToClear } from "./ledger/check-ledger.server";
export { ledgerBalances, sellerBalance, type SellerBalance } from "./ledger/balances.server";
export { bookDisputeClosed, bookDisputeOpened, disputedParts } from "./ledger/disputes.server";
export { bookPayoutReturned, bookPayoutSent, bookPayoutSettled } from "./ledger/payouts.server";
export { bookReceipt, type ReceiptToBook } from "./ledger/receipts.server";
export { bookRefund, bookRefundFailed, type RefundToBook } from "./ledger/refunds.server";
export { findGiveBack } from "./refunds/give-back-page.server";
export { postGiveBackAsSeller, postGiveBackAsStaff } from "./refunds/post-give-back.server";
export { listMoneyWork } from "./desk/count-work.server";
export { findOrderMoney } from "./desk/order-money.server";
export { findDispute, listDisputes } from "./disputes/dispute-pages.server";
export { postEvidence } from "./disputes/post-evidence.server";
export { retryRefundInput } from "./refunds/give-back-schema.server";
export { retryRefund } from "./refunds/retry-refund.server";
export { retryRefusalText } from "./refunds/refusals.server";
export { bookRelease } from "./ledger/releases.server";
export { bookStripeMovement } from "./ledger/stripe-movements.server";
export { listSellerMovements, type SellerMovement } from "./ledger/movements.server";
export { lockOrderMoney, readOrderMoney } from "./ledger/order-money.server";
export { fixOrderTerms } from "./terms/order-terms.server";
export { checkoutInput, payInput } from "./checkout/checkout-schema.server";
export { filledIn, openCheckout, type CheckoutPage } from "./checkout/checkout-page.server";
export { findCheckoutStatus, findPlacedOrders, type CheckoutStatusView } from "./checkout/checkout-status.server";
export { findDecline } from "./checkout/find-decline.server";
export { openSession } from "./checkout/open-session.server";
export { findOrderPayments } from "./checkout/order-payments.server";
export { orderFromForm, payAt } from "./checkout/order-from-form.server";
export { checkoutRefusalText } from "./checkout/refusals.server";
export { settleCheckout } from "./checkout/settle-checkout.server";
export { payOrder, startCheckout, type CheckoutRefusal } from "./checkout/start-checkout.server";
export { checkoutJobs } from "./jobs.server";
export { merchant, TERMS_VERSION } from "./merchant.server";
export { takeEvent } from "./stripe-events/take-event.server";
export { endHold, listHolds, placeHold, type Hold } from "./holds/holds.server";
export { holdPayouts, liftHold } from "./holds/hold-money.server";
export { holdInput } from "./holds/schema.server";
export { levelTermsPage, platformTermsPage, sellerTermsPage } from "./desk/terms-pages.server";
export { SENT_NEWS, TRANSFER_NEWS } from "./receipts/transfer-words";
export { findTransferProblem } from "./receipts/transfer-problem.server";
export { refundSentInput, transferInput } from "./receipts/transfer-schema.server";
export { findOrderByHand } from "./desk/order-by-hand.server";
export { recordTransfer } from "./receipts/record-transfer.server";
export { listAllRefundsToSend } from "./refunds/refunds-to-send.server";
export { markRefundSent } from "./refunds/mark-refund-sent.server";
export { askWhetherTogether } from "./refunds/used-reference.server";
export { listPendingOrders, type PendingOrder } from "./releases/pending-orders.server";
export { releaseDeposit, releaseDueMoney } from "./releases/release-due-money.server";
export { findSellerTerms, listPlatformTerms, setPlatformTerms, setSellerTerms } from "./terms/set-terms.server";
export { approvePayoutBatch, discardPayoutBatch, preparePayoutBatch } from "./payouts/batches.server";
export { bankBatchOf } from "./payouts/bank-batch.server";
export { listCandidates, listPayableCurrencies, type Candidate } from "./payouts/candidates.server";
export { markPayoutReturned, markPayoutsSettled } from "./payouts/outcomes.server";
export { findBatch, listBatches, listSellersPayouts } from "./payouts/queries.server";
export { readBatchFile, sendPayoutBatch } from "./payouts/send-batch.server";
export { findLastRun, listDifferences, resolveDifference, type Difference } from "./reconciliation/differences.server";
export { reconcileStripe, RESOLVED_BY_ITSELF } from "./reconciliation/reconcile.server";
export { sellerPayoutsPage } from "./desk/seller-page.server";
export { batchView, ledgerDesk, payoutsDesk } from "./desk/staff-pages.server";
export {
  batchDeedInput,
  prepareBatchInput,
  resolveDifferenceInput,
  returnPayoutInput,
  verifyAccountInput,
} from "./desk/schema.server";
export { statementCsv } from "./statements/statement-csv.server";
export { printStatement } from "./statements/statement-pdf.server";
export { findStatements } from "./statements/statement.server";
export { levelTermsInput, termsInput } from "./terms/schema.server";
export { holdRefusalText, payoutNewsText, payoutRefusalText, termsRefusalText } from "./words";
export { batchDeedOf } from "./desk/batch-deed.server";
export { erasePersonalData, listPersonalData } from "./personal-data.server";

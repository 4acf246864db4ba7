import type Stripe from "stripe";
import { fromStripeAmount } from "./amounts";
import type {
  BalanceTransactionSeen,
  ChargeSeen,
  DisputeSeen,
  DisputeStatus,
  IntentSeen,
  PayoutSeen,
  RefundSeen,
  RefundStatus,
  SessionPayment,
  SessionSeen,
  SessionStatus,
} from "./port";

/*
 * From Stripe's objects to ours. Only what is named here is read, so fields and words that Stripe adds change nothing.
 */

type Reference = string | { id: string } | null | undefined;

/** The id of what stands in an object as an id, or whole where it was expanded. */
export function idOf(reference: Reference): string | undefined {
  return typeof reference === "string" ? reference : reference?.id;
}

const at = (seconds: number) => new Date(seconds * 1000);

export function sessionSeen(session: Stripe.Checkout.Session): SessionSeen {
  return {
    sessionId: session.id,
    // The package adds any text to its lists of words; these three and three are all that the API documents.
    status: (session.status ?? "open") as SessionStatus,
    payment: session.payment_status as SessionPayment,
    url: session.url ?? undefined,
    total: fromStripeAmount(session.amount_total ?? 0, session.currency ?? ""),
    paymentIntentId: idOf(session.payment_intent),
    metadata: session.metadata ?? {},
    expiresAt: at(session.expires_at),
  };
}

export function intentSeen(intent: Stripe.PaymentIntent): IntentSeen {
  const { last_payment_error: error } = intent;
  return {
    paymentIntentId: intent.id,
    status: intent.status as IntentSeen["status"],
    amount: fromStripeAmount(intent.amount, intent.currency),
    received: fromStripeAmount(intent.amount_received, intent.currency),
    latestChargeId: idOf(intent.latest_charge),
    lastErrorCode: error?.decline_code ?? error?.code ?? undefined,
    metadata: intent.metadata,
  };
}

export function chargeSeen(charge: Stripe.Charge): ChargeSeen {
  const { balance_transaction: transaction } = charge;
  return {
    chargeId: charge.id,
    paymentIntentId: idOf(charge.payment_intent),
    amount: fromStripeAmount(charge.amount, charge.currency),
    refunded: fromStripeAmount(charge.amount_refunded, charge.currency),
    isPaid: charge.paid && charge.status === "succeeded",
    isDisputed: charge.disputed,
    balanceTransaction: transaction && typeof transaction === "object" ? transactionSeen(transaction) : undefined,
    paidWith: paidWith(charge.payment_method_details),
  };
}

/** Brand and last digits stand in a part that is named like the type, in those types that have them. */
function paidWith(details: Stripe.Charge.PaymentMethodDetails | null): ChargeSeen["paidWith"] {
  if (!details) return undefined;
  const part = (details as unknown as Record<string, { brand?: unknown; last4?: unknown } | null | undefined>)[
    details.type
  ];
  return {
    type: details.type,
    ...(typeof part?.brand === "string" ? { brand: part.brand } : {}),
    ...(typeof part?.last4 === "string" ? { last4: part.last4 } : {}),
  };
}

const REFUND_STATUSES: readonly string[] = [
  "pending",
  "requires_action",
  "succeeded",
  "failed",
  "canceled",
] satisfies RefundStatus[];

export function refundSeen(refund: Stripe.Refund): RefundSeen {
  const { status } = refund;
  return {
    refundId: refund.id,
    chargeId: idOf(refund.charge),
    paymentIntentId: idOf(refund.payment_intent),
    amount: fromStripeAmount(refund.amount, refund.currency),
    status: status !== null && REFUND_STATUSES.includes(status) ? (status as RefundStatus) : "pending",
    failureReason: refund.failure_reason ?? undefined,
    balanceTransactionId: idOf(refund.balance_transaction),
    failureBalanceTransactionId: idOf(refund.failure_balance_transaction),
    metadata: refund.metadata ?? {},
  };
}

export function disputeSeen(dispute: Stripe.Dispute): DisputeSeen {
  const { evidence_details: evidence } = dispute;
  return {
    disputeId: dispute.id,
    chargeId: idOf(dispute.charge) ?? "",
    paymentIntentId: idOf(dispute.payment_intent),
    amount: fromStripeAmount(dispute.amount, dispute.currency),
    status: dispute.status as DisputeStatus,
    reason: dispute.reason,
    answerBy: evidence.due_by === null ? undefined : at(evidence.due_by),
    isEvidenceSent: evidence.submission_count > 0,
    balanceTransactions: dispute.balance_transactions.map(transactionSeen),
  };
}

export function transactionSeen(transaction: Stripe.BalanceTransaction): BalanceTransactionSeen {
  const { currency } = transaction;
  return {
    transactionId: transaction.id,
    type: transaction.type,
    reportingCategory: transaction.reporting_category,
    amount: fromStripeAmount(transaction.amount, currency),
    fee: fromStripeAmount(transaction.fee, currency),
    net: fromStripeAmount(transaction.net, currency),
    sourceId: idOf(transaction.source),
    createdAt: at(transaction.created),
    availableOn: at(transaction.available_on),
  };
}

export function payoutSeen(payout: Stripe.Payout): PayoutSeen {
  return {
    payoutId: payout.id,
    amount: fromStripeAmount(payout.amount, payout.currency),
    status: payout.status,
    arrivesOn: at(payout.arrival_date),
    balanceTransactionId: idOf(payout.balance_transaction),
  };
}

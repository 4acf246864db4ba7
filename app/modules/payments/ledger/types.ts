/**
 * Accounts of the ledger. What is on one is the sum of its postings; positive is debit, so what the Federation has or is
 * owed is positive and what it owes is negative.
 */
export const ACCOUNT_KINDS = [
  /** What Stripe owes by what was recorded here and is not yet in its own books, in the currency that was charged. */
  "stripe_clearing",
  /** The balance at Stripe, in the currency in which it settles. */
  "stripe_balance",
  "stripe_fees",
  "bank",
  /** Sent to the bank and not yet confirmed by it. */
  "bank_in_transit",
  /** Bridges two currencies of one movement; what is left of it is gain or loss by exchange. */
  "exchange",
  /** Money of orders that are not due to the seller yet. */
  "seller_pending",
  "seller_payable",
  /** What a seller was paid over the counter, until it is set off against what is owed to her. */
  "counter",
  "commission",
  /** Money that came for orders that did not want it, until it goes back. */
  "refunds_late",
  /** Money that Stripe took because a buyer disputes, until that is decided. */
  "disputes",
  /** What is in Stripe's books and in none of ours. */
  "unexplained",
] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

export const SELLERS_ACCOUNTS = [
  "seller_pending",
  "seller_payable",
  "counter",
] as const satisfies readonly AccountKind[];
export type SellersAccount = (typeof SELLERS_ACCOUNTS)[number];

export const ENTRY_KINDS = [
  "receipt",
  "late_receipt",
  "refund",
  "refund_failed",
  "release",
  "deposit_release",
  "counter_settled",
  "dispute_opened",
  "dispute_won",
  "dispute_lost",
  "stripe_charge",
  "stripe_refund",
  "stripe_dispute",
  "stripe_payout",
  "stripe_fee",
  "stripe_unexplained",
  "stripe_explained",
  "payout_sent",
  "payout_settled",
  "payout_returned",
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export type { PaymentMethod } from "~/modules/orders";

/** Part of a receipt or of a dispute: what of it is for one order. */
export type OrderPart = {
  orderId: string;
  sellerId: string;
  amountMinor: bigint;
  /** It came for an order that no longer wanted it: it never was the seller's. */
  isLate: boolean;
};

/** Whether a booking booked: the same source again books nothing. */
export type Booked = { isBooked: boolean };

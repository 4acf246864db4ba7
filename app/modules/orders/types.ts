import type { LocaleTexts } from "~/platform/i18n/locales";
import type { OrderActorKind, OrderDeed, OrderStatus } from "./transitions";

/** What a line is sold as; an order holds lines of one kind, since goods are shipped and services are accepted. */
export const ORDER_KINDS = ["good", "service"] as const;
export type OrderKind = (typeof ORDER_KINDS)[number];

export const DELIVERIES = ["post", "courier", "freight", "pick_up", "digital"] as const;
export type Delivery = (typeof DELIVERIES)[number];

export const PAYMENT_METHODS = ["stripe", "bank_transfer", "at_pick_up"] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

/** Which money must be there before the seller begins: all of it, the first due, or none (she is paid at her door). */
export const PREPARES_AFTER = ["all", "first_due", "nothing"] as const;
export type PreparesAfter = (typeof PREPARES_AFTER)[number];

export const DUE_KINDS = ["whole", "deposit", "milestone", "balance"] as const;
export type DueKind = (typeof DUE_KINDS)[number];

export const CANCEL_REASONS = [
  "buyer-changed-mind",
  "withdrawn",
  "not-accepted",
  "not-paid",
  "out-of-stock",
  "cannot-make",
  "cannot-ship",
  "wrong-price",
  "declined",
  "by-staff",
  "other",
] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];

/** Where goods go; nothing of it is needed for what is picked up or sent digitally. */
export type OrderAddress = {
  recipient: string;
  line1: string;
  line2?: string | undefined;
  city: string;
  region?: string | undefined;
  postalCode?: string | undefined;
  /** ISO 3166-1 alpha-2; the same as the order's destination. */
  country: string;
};

/** Rates as they were when an order was placed. */
export type LockedRates = { quotedOn: string; source: string; aznMillionths: Record<string, string> };

/**
 * Who takes the money, as the buyer was told before she paid. Where a site that takes no cards says neither, its address (the
 * country apart) and e-mail are left out.
 */
export type Merchant = {
  name: string;
  country: string;
  statement: string;
  address?: string | undefined;
  email?: string | undefined;
};

/** Who makes a step, for the history. The clock and money are nobody. */
export type StepActor = { kind: OrderActorKind; userId: string | undefined };

/** What both sides read of an order's history. */
export type OrderEvent = {
  position: number;
  happenedAt: Date;
  actor: OrderActorKind;
  deed: OrderDeed | NoteDeed;
  fromStatus: OrderStatus | undefined;
  toStatus: OrderStatus | undefined;
  words: string | undefined;
  facts: Readonly<Record<string, string | number | boolean>>;
};

/** What happens to an order without a change of its status. */
export const NOTE_DEEDS = [
  "place",
  "receive",
  "receive-late",
  "give-back",
  "refund",
  "refund-failed",
  "ready",
  "parcel",
  "correct-parcel",
  "hand-over",
  "accept-milestone",
  "dispute-opened",
  "dispute-won",
  "dispute-lost",
  "problem",
  "answer-problem",
  "ask-staff",
  "close-problem",
  "evidence",
  "transfer",
] as const;
export type NoteDeed = (typeof NOTE_DEEDS)[number];

/** What a buyer says of an order: that something is wrong, that she wants money back, or that she withdraws from the contract. */
export const PROBLEM_KINDS = ["problem", "refund", "withdrawal"] as const;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

export const PROBLEM_STATUSES = ["open", "answered", "closed"] as const;
export type ProblemStatus = (typeof PROBLEM_STATUSES)[number];

/** How a problem ended: the buyer is content, staff decided, nobody contradicted the answer, or all was paid back. */
export const PROBLEM_ENDS = ["settled", "decided", "silent", "refunded"] as const;
export type ProblemEnd = (typeof PROBLEM_ENDS)[number];

/** Why a seller cancels; the others are the buyer's, the clock's and the Federation's. */
export const SELLER_CANCEL_REASONS = [
  "out-of-stock",
  "cannot-make",
  "cannot-ship",
  "wrong-price",
  "other",
] as const satisfies readonly CancelReason[];
export type SellerCancelReason = (typeof SELLER_CANCEL_REASONS)[number];

/** Why somebody may not do something with an order now. */
export const FULFILMENT_REFUSALS = [
  "order-missing",
  "not-now",
  "too-late",
  "not-paid",
  "first-due-not-paid",
  "dispute-open",
  "problem-open",
  "milestone-missing",
  "milestone-not-delivered",
  "milestone-accepted",
  "problem-missing",
  "parcel-left",
  "not-picked-up",
  "not-sent",
  "not-delivered-by-hand",
  "say-that-paid",
  "nothing-packed",
  "too-many-pieces",
  "certificate-missing",
  "lighter-than-contents",
  "rest-not-refunded",
  "nothing-handed-over",
  "no-service",
  "no-rounds-left",
  "no-consumer",
  "no-goods",
  "custom-made",
  "service-begun",
  "nothing-to-refund",
  "more-than-left",
  "parcel-missing",
  "parcel-final",
  "nothing-to-correct",
] as const;
export type FulfilmentRefusal = (typeof FULFILMENT_REFUSALS)[number];

/** Why a link of a letter opens nothing. */
export const ORDER_LINK_REFUSALS = ["link-missing", "link-expired", "link-revoked", "throttled"] as const;
export type OrderLinkRefusal = (typeof ORDER_LINK_REFUSALS)[number];

export type OrderLineTitles = LocaleTexts<string>;

export const MOST_CART_LINES = 100;
export const MOST_PIECES = 100_000;

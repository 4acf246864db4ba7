import type { Money } from "~/platform/money";

/** One line of the hosted payment page: what the buyer reads there beside the amount. */
export type PaymentLine = { name: string; unit: Money; quantity: number };

export type CheckoutToOpen = {
  lines: readonly PaymentLine[];
  /** Our ids; they come back on the session, its payment intent and their events. At most 50 keys, values of 500 letters. */
  metadata: Readonly<Record<string, string>>;
  /** Our id of the checkout, shown in Stripe's list of payments. */
  reference: string;
  email: string;
  locale: string;
  /** Stripe puts the session's id for `{CHECKOUT_SESSION_ID}`. */
  successUrl: string;
  cancelUrl: string;
  /** From 30 minutes to 24 hours after it is opened. Source: docs.stripe.com/api/checkout/sessions/create. */
  expiresAt: Date;
  /** What the buyer's bank statement says beside the account's own prefix; 22 letters at most together. */
  statementSuffix: string | undefined;
};

export type SessionStatus = "open" | "complete" | "expired";

/** `unpaid` and complete at once: a delayed method is under way. */
export type SessionPayment = "paid" | "unpaid" | "no_payment_required";

export type SessionSeen = {
  sessionId: string;
  status: SessionStatus;
  payment: SessionPayment;
  /** The hosted page; gone once the session is over. */
  url: string | undefined;
  total: Money;
  paymentIntentId: string | undefined;
  metadata: Readonly<Record<string, string>>;
  expiresAt: Date;
};

export type IntentSeen = {
  paymentIntentId: string;
  status:
    | "requires_payment_method"
    | "requires_confirmation"
    | "requires_action"
    | "processing"
    | "requires_capture"
    | "canceled"
    | "succeeded";
  amount: Money;
  received: Money;
  latestChargeId: string | undefined;
  /** Code of the last attempt that failed (`card_declined`), for the buyer's message. */
  lastErrorCode: string | undefined;
  metadata: Readonly<Record<string, string>>;
};

export type ChargeSeen = {
  chargeId: string;
  paymentIntentId: string | undefined;
  amount: Money;
  refunded: Money;
  isPaid: boolean;
  isDisputed: boolean;
  /** Absent until Stripe has booked it. */
  balanceTransaction: BalanceTransactionSeen | undefined;
  /** `card`, `sepa_debit`… with brand and last digits where there are. */
  paidWith: { type: string; brand?: string; last4?: string } | undefined;
};

export type RefundStatus = "pending" | "requires_action" | "succeeded" | "failed" | "canceled";

export type RefundSeen = {
  refundId: string;
  chargeId: string | undefined;
  paymentIntentId: string | undefined;
  amount: Money;
  status: RefundStatus;
  failureReason: string | undefined;
  balanceTransactionId: string | undefined;
  /** Booked when a refund fails after it was sent. */
  failureBalanceTransactionId: string | undefined;
  metadata: Readonly<Record<string, string>>;
};

export type RefundToMake = {
  paymentIntentId: string;
  amount: Money;
  reason: "duplicate" | "fraudulent" | "requested_by_customer" | undefined;
  metadata: Readonly<Record<string, string>>;
};

/** Why Stripe makes no refund; other answers are faults. Source: docs.stripe.com/error-codes. */
export type RefundRefusal = "already-refunded" | "more-than-is-left" | "charge-disputed" | "balance-too-low";

export type DisputeStatus =
  | "warning_needs_response"
  | "warning_under_review"
  | "warning_closed"
  | "needs_response"
  | "under_review"
  | "won"
  | "lost"
  | "prevented";

export type DisputeSeen = {
  disputeId: string;
  chargeId: string;
  paymentIntentId: string | undefined;
  amount: Money;
  status: DisputeStatus;
  reason: string;
  /** Until when evidence may be sent. */
  answerBy: Date | undefined;
  isEvidenceSent: boolean;
  balanceTransactions: BalanceTransactionSeen[];
};

/** Evidence in words; files are named by the ids that `uploadEvidence` gave. */
export type DisputeEvidence = {
  productDescription?: string;
  buyerName?: string;
  buyerEmail?: string;
  shippingCarrier?: string;
  trackingNumber?: string;
  shippedOn?: string;
  shippingAddress?: string;
  refundPolicy?: string;
  refundRefusal?: string;
  words?: string;
  receiptFileId?: string;
  shippingFileId?: string;
  communicationFileId?: string;
  otherFileId?: string;
};

/** Why Stripe takes no evidence: the dispute is over, or was answered. Each is answered once. */
export type EvidenceRefusal = "dispute-closed" | "already-sent";

/** A movement of the Stripe balance, in the currency in which that account settles. */
export type BalanceTransactionSeen = {
  transactionId: string;
  /** `charge`, `payment`, `refund`, `payment_refund`, `adjustment`, `payout`, `stripe_fee`…: unknown ones are passed on. */
  type: string;
  reportingCategory: string;
  /** Signed, gross. */
  amount: Money;
  /** Stripe's fee, positive when it is taken. */
  fee: Money;
  net: Money;
  /** What caused it: `ch_…`, `re_…`, `dp_…`, `po_…`. */
  sourceId: string | undefined;
  createdAt: Date;
  availableOn: Date;
};

export type BalancePage = { transactions: BalanceTransactionSeen[]; nextAfter: string | undefined };

export type PayoutSeen = {
  payoutId: string;
  amount: Money;
  status: string;
  arrivesOn: Date;
  balanceTransactionId: string | undefined;
};

export type EventSeen = {
  eventId: string;
  /** As Stripe writes it, `checkout.session.completed`; also ones that nobody here knows. */
  type: string;
  createdAt: Date;
  /** Id of the object the event is about, `cs_…`. */
  objectId: string | undefined;
  isLive: boolean;
  /** The whole event as it came. */
  body: unknown;
};

/** Why what came to the webhook is not taken for Stripe's. */
export type SignatureRefusal = "no-signature" | "wrong-signature" | "too-old";

/**
 * Stripe as Karvan uses it. Amounts are ISO 4217 minor units; the adapter turns them into Stripe's. Each call that makes
 * something takes an idempotency key derived from our ids: the same key again gives the first answer, for 24 hours at
 * least. Faults (no connection, a wrong key, another 4xx) are thrown as `StripeFault`.
 */
export type StripePort = {
  /** @returns a session whose page takes money; the same one for the same key */
  openCheckout: (input: CheckoutToOpen, idempotencyKey: string) => Promise<SessionSeen>;
  findCheckout: (sessionId: string) => Promise<SessionSeen | undefined>;
  /** Ends an open session. Of one that is over already: what it is, so that the caller sees a payment that came first. */
  expireCheckout: (sessionId: string) => Promise<SessionSeen>;
  findIntent: (paymentIntentId: string) => Promise<IntentSeen | undefined>;
  /** With its balance transaction. */
  findCharge: (chargeId: string) => Promise<ChargeSeen | undefined>;
  refund: (
    input: RefundToMake,
    idempotencyKey: string,
  ) => Promise<{ ok: true; value: RefundSeen } | { ok: false; refusal: RefundRefusal }>;
  findRefund: (refundId: string) => Promise<RefundSeen | undefined>;
  findDispute: (disputeId: string) => Promise<DisputeSeen | undefined>;
  /** PDF, JPEG or PNG, at most 5 MB. @returns the id by which evidence names it */
  uploadEvidence: (file: { name: string; type: string; bytes: Uint8Array }, idempotencyKey: string) => Promise<string>;
  /** Sends evidence to the bank, all of it at once: nothing can be added afterwards. */
  sendEvidence: (
    disputeId: string,
    evidence: DisputeEvidence,
    idempotencyKey: string,
  ) => Promise<{ ok: true; value: DisputeSeen } | { ok: false; refusal: EvidenceRefusal }>;
  findPayout: (payoutId: string) => Promise<PayoutSeen | undefined>;
  /** Movements created in [from, until), oldest of Stripe's order last; `after` is the last page's `nextAfter`. */
  listBalance: (range: { from: Date; until: Date; after?: string | undefined }) => Promise<BalancePage>;
  /** Checks the signature over the bytes as they came, and that they are not older than five minutes. */
  readEvent: (
    body: Uint8Array,
    signature: string | null,
  ) => { ok: true; value: EventSeen } | { ok: false; refusal: SignatureRefusal };
};

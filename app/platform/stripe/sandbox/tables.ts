import type Stripe from "stripe";

/** A session as the API shows it, and what only the sandbox knows about it. */
export type KeptSession = {
  id: string;
  object: Stripe.Checkout.Session;
  items: Stripe.LineItem[];
  intentData: Stripe.Checkout.SessionCreateParams.PaymentIntentData;
  /** Number of the page's present form: a second post of the same form finds it used. */
  formNumber: number;
};

/** How a card or account behaves beyond its first answer. */
export type LaterFate = "dispute-fraudulent" | "dispute-not-received" | "refund-fails-later" | "refund-comes-later";

export type KeptIntent = {
  id: string;
  object: Stripe.PaymentIntent;
  sessionId: string | undefined;
  /** The instrument of a payment that waits for 3-D Secure. */
  waitingFor: string | undefined;
};

export type KeptCharge = {
  id: string;
  object: Stripe.Charge;
  fate: LaterFate | undefined;
  /** Of a delayed payment: how it ends, and at which second. */
  ends: { isPaid: boolean; at: number } | undefined;
};

export type KeptRefund = {
  id: string;
  object: Stripe.Refund;
  ends: { status: "succeeded" | "failed"; at: number } | undefined;
};

export type KeptEndpoint = { id: string; object: Stripe.WebhookEndpoint; secret: string };

export type DeliveryAttempt = { at: number; status: number | undefined; problem: string | undefined };

export type Delivery = {
  id: string;
  eventId: string;
  type: string;
  endpointId: string;
  status: "queued" | "delivered" | "dropped" | "given-up";
  attempts: DeliveryAttempt[];
};

/** What was answered to an idempotency key. */
export type SavedAnswer = {
  id: string;
  method: string;
  path: string;
  params: string;
  status: number;
  body: unknown;
  requestId: string;
  at: number;
};

export type KeptFile = { id: string; object: Stripe.File };

/** Everything the sandbox knows, by table; records are replaced, never changed in place. */
export type Tables = {
  sessions: KeptSession;
  intents: KeptIntent;
  charges: KeptCharge;
  refunds: KeptRefund;
  disputes: Stripe.Dispute;
  transactions: Stripe.BalanceTransaction;
  payouts: Stripe.Payout;
  events: Stripe.Event;
  /** Those that are still to be sent. */
  deliveries: Delivery;
  /** Those that are done with, in the order in which they were. */
  finished: Delivery;
  endpoints: KeptEndpoint;
  answers: SavedAnswer;
  files: KeptFile;
  /** One record, `clock`: how many seconds the sandbox is ahead. */
  clocks: { id: string; aheadSeconds: number };
};

export const TABLE_NAMES = [
  "sessions",
  "intents",
  "charges",
  "refunds",
  "disputes",
  "transactions",
  "payouts",
  "events",
  "deliveries",
  "finished",
  "endpoints",
  "answers",
  "files",
  "clocks",
] as const satisfies readonly (keyof Tables)[];

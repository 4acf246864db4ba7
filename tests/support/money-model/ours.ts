import { payBy } from "~/modules/orders/rules";
import type { Delivery, PreparesAfter } from "~/modules/orders/types";
import { statusAfter, type OrderActorKind, type OrderDeed, type OrderStatus } from "~/modules/orders/transitions";
import type { Entry } from "~/modules/payments/ledger/entries.server";
import type { OrderMoney } from "~/modules/payments/ledger/rules";
import type { AccountKind } from "~/modules/payments/ledger/types";
import type { CheckoutStatus } from "~/modules/payments/checkout/what-seen-says";
import type { RefundStatus } from "~/modules/payments/refunds/rules";

/** Karvan's side of a history: what its tables would hold, kept in memory. What is decided is decided by the rules of `app`. */
export type HoldStatus = "none" | "held" | "taken" | "released" | "returned";
export type Due = { dueId: string; amountMinor: bigint; receivedMinor: bigint };
export type Step = { orderId: string; deed: OrderDeed; by: OrderActorKind; from: OrderStatus; to: OrderStatus };

export type Order = {
  orderId: string;
  sellerId: string;
  variant: number;
  pieces: number;
  hold: HoldStatus;
  status: OrderStatus;
  dues: Due[];
  totalMinor: bigint;
  receivedMinor: bigint;
  refundedMinor: bigint;
  dispute: "none" | "open" | "won" | "lost";
  delivery: Delivery;
  preparesAfter: PreparesAfter;
  acceptBy: Date | null;
  payBy: Date | null;
  completeBy: Date | null;
  shippedAt: Date | null;
  deliveredAt: Date | null;
};

export type Checkout = {
  checkoutId: string;
  status: CheckoutStatus;
  dues: { dueId: string; order: Order; amountMinor: bigint }[];
  isLive: boolean;
  /** Whether the page's id is known here; it may be there at Stripe without. */
  isOpened: boolean;
  holdUntil: Date | undefined;
};

export type Receipt = {
  receiptId: string;
  checkout: Checkout;
  chargeId: string;
  /** Its money lies at a bank that disputes it, or went back by one. */
  isAtBank: boolean;
  intentId: string;
  parts: { order: Order; dueId: string | undefined; amountMinor: bigint }[];
};

export type OwnRefund = {
  refundId: string;
  receipt: Receipt;
  order: Order;
  amountMinor: bigint;
  isLate: boolean;
  status: RefundStatus;
  /** What it took, when it was booked. */
  taken: { fromPending: bigint; fromDue: bigint } | undefined;
};

export type OwnPayout = {
  payoutId: string;
  sellerId: string;
  amountMinor: bigint;
  status: "sent" | "settled" | "returned";
};

export type Ours = {
  now: number;
  /** Pieces on the shelf by variant. */
  stock: number[];
  orders: Order[];
  checkouts: Checkout[];
  receipts: Receipt[];
  refunds: OwnRefund[];
  payouts: OwnPayout[];
  disputes: Map<string, "open" | "closed">;
  /** Orders whose end is to be settled, and that preparation has begun of. */
  jobs: { kind: "settle-cancelled" | "release-deposit"; order: Order }[];
  steps: Step[];
  booked: Set<string>;
  /** What is on each account; a seller's by her id. */
  balances: Map<string, bigint>;
  money: Map<string, OrderMoney>;
  releases: Map<string, number>;
  /** Of one order, by its terms. */
  commissionBasisPoints: number;
  depositShare: number;
};

export const HOLD_DAYS = 7;
export const CURRENCY = "EUR";
const NOTHING: OrderMoney = { pendingMinor: 0n, releasedMinor: 0n, commissionMinor: 0n };

export type Terms = { commissionBasisPoints: number; depositShare: number };

export function makeOurs(stock: readonly number[], terms: Terms, now = 0): Ours {
  return {
    now,
    stock: [...stock],
    orders: [],
    checkouts: [],
    receipts: [],
    refunds: [],
    payouts: [],
    disputes: new Map(),
    jobs: [],
    steps: [],
    booked: new Set(),
    balances: new Map(),
    money: new Map(),
    releases: new Map(),
    ...terms,
  };
}

export type Wanted = { variant: number; pieces: number; unitMinor: bigint; carriageMinor: bigint; isInParts: boolean };

/** An order by card to be paid at once, or in two dues of about a third and the rest. */
export function placeOrder(ours: Ours, wanted: Wanted): Order {
  const { variant, pieces, unitMinor, carriageMinor, isInParts } = wanted;
  const orderId = `order-${String(ours.orders.length).padStart(3, "0")}`;
  const totalMinor = unitMinor * BigInt(pieces) + carriageMinor;
  const first = isInParts ? totalMinor / 3n : totalMinor;
  const amounts = isInParts ? [first, totalMinor - first] : [first];
  const order: Order = {
    orderId,
    sellerId: `seller-${variant}`,
    variant,
    pieces,
    hold: "none",
    status: "pending_payment",
    dues: amounts.map((amountMinor, at) => ({ dueId: `${orderId}-due-${at}`, amountMinor, receivedMinor: 0n })),
    totalMinor,
    receivedMinor: 0n,
    refundedMinor: 0n,
    dispute: "none",
    delivery: "post",
    preparesAfter: "all",
    acceptBy: null,
    payBy: payBy("stripe", new Date(ours.now)),
    completeBy: null,
    shippedAt: null,
    deliveredAt: null,
  };
  ours.orders.push(order);
  return order;
}

/** Along the drawing or not at all. */
export function step(ours: Ours, order: Order, deed: OrderDeed, by: OrderActorKind): boolean {
  const to = statusAfter(deed, by, order.status);
  if (to === undefined) return false;
  ours.steps.push({ orderId: order.orderId, deed, by, from: order.status, to });
  order.status = to;
  return true;
}

/** Books entries; what is booked already is passed over, as its unique source does. */
export function book(ours: Ours, entry: Entry): boolean {
  const postings = entry.postings.filter(({ amountMinor }) => amountMinor !== 0n);
  const key = `${entry.source.kind} ${entry.source.id}`;
  if (postings.length === 0 || ours.booked.has(key)) return false;
  ours.booked.add(key);
  let rest = 0n;
  for (const { account, amountMinor } of postings) {
    rest += amountMinor;
    const whose = accountKey(account, entry.sellerId);
    ours.balances.set(whose, (ours.balances.get(whose) ?? 0n) + amountMinor);
  }
  if (rest !== 0n) throw new Error(`an entry of ${key} does not sum to zero: ${rest}`);
  if (entry.orderId !== undefined) addToMoney(ours, entry.orderId, postings);
  return true;
}

export function accountKey(account: AccountKind, sellerId: string | undefined): string {
  return account === "seller_pending" || account === "seller_payable" ? `${account} ${sellerId}` : account;
}

function addToMoney(ours: Ours, orderId: string, postings: Entry["postings"]): void {
  let { pendingMinor, releasedMinor, commissionMinor } = moneyOf(ours, orderId);
  for (const { account, amountMinor } of postings) {
    if (account === "seller_pending") pendingMinor -= amountMinor;
    if (account === "seller_payable" || account === "commission") releasedMinor -= amountMinor;
    if (account === "commission") commissionMinor -= amountMinor;
  }
  ours.money.set(orderId, { pendingMinor, releasedMinor, commissionMinor });
}

export function moneyOf(ours: Ours, orderId: string): OrderMoney {
  return ours.money.get(orderId) ?? NOTHING;
}

import type { Entry, Posting } from "./entries.server";
import { giveBackOf, releaseOf, shareOf, shareOut, takeBackOf, type OrderMoney, type Shift } from "./rules";
import type { AccountKind, OrderPart, PaymentMethod } from "./types";

/** Where money is that came by a method. */
export const CASH_ACCOUNT: Readonly<Record<PaymentMethod, AccountKind>> = {
  stripe: "stripe_clearing",
  bank_transfer: "bank",
  at_pick_up: "counter",
};

/** What is owed is credit: a shift in the seller's favour is a negative posting. */
export function postingsOf(shift: Shift, currency: string): Posting[] {
  return [
    { account: "seller_pending", currency, amountMinor: -shift.pendingMinor },
    { account: "seller_payable", currency, amountMinor: -shift.payableMinor },
    { account: "commission", currency, amountMinor: -shift.commissionMinor },
  ];
}

/** Parts for one order are one entry: an order may have several dues in one receipt. */
export function addedUp(parts: readonly OrderPart[]): OrderPart[] {
  const sums = new Map<string, OrderPart>();
  for (const part of parts) {
    const key = `${part.orderId} ${part.isLate}`;
    const before = sums.get(key)?.amountMinor ?? 0n;
    sums.set(key, { ...part, amountMinor: before + part.amountMinor });
  }
  return [...sums.values()].toSorted((one, other) => (one.orderId < other.orderId ? -1 : 1));
}

type Cash = { method: PaymentMethod; currency: string };

/** @param parts added up, so that each is an entry of its own */
export function receiptEntries(
  { receiptId, method, currency }: Cash & { receiptId: string },
  parts: readonly OrderPart[],
): Entry[] {
  return parts.map(({ orderId, sellerId, amountMinor, isLate }): Entry => ({
    kind: isLate ? "late_receipt" : "receipt",
    source: { kind: isLate ? "late_receipt" : "receipt", id: `${receiptId}:${orderId}` },
    orderId,
    sellerId,
    ...(method === "stripe" ? { clearingItem: `receipt:${receiptId}` } : {}),
    postings: [
      { account: CASH_ACCOUNT[method], currency, amountMinor },
      { account: isLate ? "refunds_late" : "seller_pending", currency, amountMinor: -amountMinor },
    ],
  }));
}

export type Refunded = Cash & {
  refundId: string;
  amountMinor: bigint;
  orderId: string;
  sellerId: string;
  /** It goes back because it came too late: it never was the seller's. */
  isLate: boolean;
};

type Moved = { entry: Entry; shift: Shift };

/** Money that goes back: what is pending of the order first, the rest from what is due to the seller. */
export function refundEntry(refund: Refunded, money: OrderMoney, commissionBasisPoints: number): Moved {
  const { refundId, currency, amountMinor } = refund;
  const shift = takeBackOf(money, amountMinor, commissionBasisPoints);
  const entry = entryOfRefund(refund, "refund", { kind: "refund", id: refundId }, [
    ...(refund.isLate ? [{ account: "refunds_late" as const, currency, amountMinor }] : postingsOf(shift, currency)),
    { account: CASH_ACCOUNT[refund.method], currency, amountMinor: -amountMinor },
  ]);
  return { entry, shift };
}

/** @param taken what its refund took, by where it was taken from */
export function refundFailedEntry(
  refund: Refunded,
  taken: { fromPending: bigint; fromDue: bigint },
  money: OrderMoney,
  commissionBasisPoints: number,
): Moved {
  const { refundId, currency, amountMinor } = refund;
  const shift = giveBackOf(money, taken, commissionBasisPoints);
  const entry = entryOfRefund(refund, "refund_failed", { kind: "refund_failed", id: refundId }, [
    ...(refund.isLate
      ? [{ account: "refunds_late" as const, currency, amountMinor: -amountMinor }]
      : postingsOf(shift, currency)),
    { account: CASH_ACCOUNT[refund.method], currency, amountMinor },
  ]);
  return { entry, shift };
}

function entryOfRefund(
  { refundId, method, orderId, sellerId }: Refunded,
  kind: Entry["kind"],
  source: Entry["source"],
  postings: Posting[],
): Entry {
  const clearing = method === "stripe" ? { clearingItem: `refund:${refundId}` } : {};
  return { kind, source, orderId, sellerId, ...clearing, postings };
}

type Releasing = {
  orderId: string;
  sellerId: string;
  currency: string;
  commissionBasisPoints: number;
  /** Undefined for all that is pending. */
  depositShare: number | undefined;
  /** How often all that was pending has been released before. */
  releaseCount: number;
};

/** Money of an order that becomes due to its seller; undefined when nothing is pending. */
export function releaseEntry(
  { orderId, sellerId, currency, commissionBasisPoints, depositShare, releaseCount }: Releasing,
  money: OrderMoney,
): { entry: Entry; amountMinor: bigint } | undefined {
  const amountMinor = depositShare === undefined ? money.pendingMinor : shareOf(money.pendingMinor, depositShare);
  if (amountMinor <= 0n) return undefined;
  const isDeposit = depositShare !== undefined;
  const entry: Entry = {
    kind: isDeposit ? "deposit_release" : "release",
    source: isDeposit
      ? { kind: "deposit_release", id: orderId }
      : { kind: "release", id: `${orderId}:${releaseCount + 1}` },
    orderId,
    sellerId,
    postings: postingsOf(releaseOf(money, amountMinor, commissionBasisPoints), currency),
  };
  return { entry, amountMinor };
}

type Disputed = { disputeId: string; currency: string; amountMinor: bigint };

/** Stripe took money because a buyer disputes; nobody here loses it before that is decided. */
export function disputeOpenedEntry({ disputeId, currency, amountMinor }: Disputed): Entry {
  return {
    kind: "dispute_opened",
    source: { kind: "dispute_opened", id: disputeId },
    clearingItem: `dispute:${disputeId}`,
    postings: [
      { account: "disputes", currency, amountMinor },
      { account: "stripe_clearing", currency, amountMinor: -amountMinor },
    ],
  };
}

export function disputeWonEntry({ disputeId, currency, amountMinor }: Disputed): Entry {
  return {
    kind: "dispute_won",
    source: { kind: "dispute_closed", id: disputeId },
    clearingItem: `dispute:${disputeId}`,
    postings: [
      { account: "stripe_clearing", currency, amountMinor },
      { account: "disputes", currency, amountMinor: -amountMinor },
    ],
  };
}

/** @param isFirst whether it carries the dispute's own id, so that the dispute ends once */
export function disputeLostEntry(
  { disputeId, currency }: Pick<Disputed, "disputeId" | "currency">,
  { orderId, sellerId, amountMinor, isLate }: OrderPart,
  { money, commissionBasisPoints, isFirst }: { money: OrderMoney; commissionBasisPoints: number; isFirst: boolean },
): Entry {
  const owed: Posting[] = isLate
    ? [{ account: "refunds_late", currency, amountMinor }]
    : postingsOf(takeBackOf(money, amountMinor, commissionBasisPoints), currency);
  return {
    kind: "dispute_lost",
    source: isFirst
      ? { kind: "dispute_closed", id: disputeId }
      : { kind: "dispute_lost", id: `${disputeId}:${orderId}` },
    orderId,
    sellerId,
    postings: [...owed, { account: "disputes", currency, amountMinor: -amountMinor }],
  };
}

/** What a receipt paid for an order, and what of it went back already. */
export type DisputablePart = OrderPart & { refundedMinor: bigint };

/** On whom a disputed amount falls: by what has not gone back already or, where all has, by what was paid. */
export function shareDisputed(amountMinor: bigint, paid: readonly DisputablePart[]): OrderPart[] {
  const leftOf = ({ amountMinor: whole, refundedMinor }: DisputablePart) =>
    whole > refundedMinor ? whole - refundedMinor : 0n;
  const hasLeft = paid.some((part) => leftOf(part) > 0n);
  const shares = shareOut(
    amountMinor,
    paid.map((part) => (hasLeft ? leftOf(part) : part.amountMinor)),
  );
  return paid
    .map(({ orderId, sellerId, isLate }, at) => ({ orderId, sellerId, isLate, amountMinor: shares[at] ?? 0n }))
    .filter((part) => part.amountMinor > 0n);
}

const PAYOUT_WAYS = {
  payout_sent: { debit: "seller_payable", credit: "bank_in_transit" },
  payout_settled: { debit: "bank_in_transit", credit: "bank" },
  payout_returned: { debit: "bank_in_transit", credit: "seller_payable" },
} as const;

/** @param wasSettled of one that came back: whether the bank had said that it was paid */
export function payoutEntry(
  kind: keyof typeof PAYOUT_WAYS,
  {
    payoutId,
    sellerId,
    currency,
    amountMinor,
  }: { payoutId: string; sellerId: string; currency: string; amountMinor: bigint },
  wasSettled = false,
): Entry {
  const { debit, credit } = PAYOUT_WAYS[kind];
  const postings: Posting[] = [
    { account: kind === "payout_returned" && wasSettled ? "bank" : debit, currency, amountMinor },
    { account: credit, currency, amountMinor: -amountMinor },
  ];
  return { kind, source: { kind, id: payoutId }, sellerId, postings };
}

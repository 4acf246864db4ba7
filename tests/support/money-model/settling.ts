import { allotMoney, deedOfMoney } from "~/modules/orders/allot-money";
import { isAllReturned, isStillThere, wantsMoney } from "~/modules/orders/rules";
import { shareTaken, togetherByVariant } from "~/modules/orders/stock/share-stock";
import { whatSeenSays } from "~/modules/payments/checkout/what-seen-says";
import { KEPT_BY_BANK, outcomeOf, takesMoney } from "~/modules/payments/disputes/rules";
import { isDisputeOver } from "~/platform/stripe/dispute-status";
import {
  addedUp,
  disputeLostEntry,
  disputeOpenedEntry,
  disputeWonEntry,
  receiptEntries,
  refundEntry,
  refundFailedEntry,
  shareDisputed,
  type DisputablePart,
} from "~/modules/payments/ledger/bookings";
import { refundStep } from "~/modules/payments/refunds/rules";
import { book, CURRENCY, moneyOf, step, type Checkout, type Order, type Ours, type OwnRefund } from "./ours";
import * as stripe from "./world";
import type { World } from "./world";

/** What the worker and the webhook do about money, in the order in which the server code asks the rules. */
const method = "stripe" as const;

/** All of it or nothing; what holds something already takes no more. */
export function holdStock(ours: Ours, orders: readonly Order[]): boolean {
  const wanted = orders
    .filter(({ hold }) => hold !== "held" && hold !== "taken")
    .map((order) => ({ order, variantId: String(order.variant), least: order.pieces, most: order.pieces }));
  const together = togetherByVariant(wanted);
  if (together.some(({ variantId, least }) => (ours.stock[Number(variantId)] ?? 0) < least)) return false;
  const taken = new Map<string, number>();
  for (const { variantId, most } of together) {
    const there = ours.stock[Number(variantId)] ?? 0;
    const pieces = Math.min(there, most);
    taken.set(variantId, pieces);
    ours.stock[Number(variantId)] = there - pieces;
  }
  for (const { order, quantity } of shareTaken(wanted, taken)) {
    if (quantity !== order.pieces) throw new Error(`${order.orderId} holds ${quantity} of ${order.pieces}`);
    order.hold = "held";
  }
  return true;
}

export function giveBack(ours: Ours, order: Order, from: "held" | "taken"): void {
  if (order.hold !== from) return;
  order.hold = from === "held" ? "released" : "returned";
  ours.stock[order.variant] = (ours.stock[order.variant] ?? 0) + order.pieces;
}

export function endCheckout(ours: Ours, checkout: Checkout): void {
  if (checkout.status !== "open" && checkout.status !== "processing") return;
  checkout.status = "ended";
  checkout.isLive = false;
  checkout.holdUntil = undefined;
  for (const { order } of checkout.dues) giveBack(ours, order, "held");
}

const findSession = (world: World, { checkoutId }: Checkout) =>
  world.sessions.find((session) => session.checkoutId === checkoutId);

/** Asks Stripe how a checkout stands. */
export function settleCheckout(ours: Ours, world: World, checkout: Checkout): void {
  const session = checkout.isOpened ? findSession(world, checkout) : undefined;
  if (!session) return;
  const { intent } = session;
  const isPaid = session.status === "complete" && intent?.status === "succeeded";
  const charge = isPaid ? world.charges.find((one) => one.intent === intent) : undefined;
  const seen = { session, intent, charge: charge && { isPaid: true } };
  const says = whatSeenSays(checkout.status, seen);
  if (says === "book-charge" && charge) recordCharge(ours, checkout, charge);
  if (says === "end-expired" || says === "end-failed") endCheckout(ours, checkout);
  if (says === "under-way" && checkout.status === "open") {
    checkout.status = "processing";
    checkout.holdUntil = undefined;
  }
}

export function recordCharge(ours: Ours, checkout: Checkout, charge: stripe.Charge): void {
  const { chargeId } = charge;
  if (ours.receipts.some((receipt) => receipt.chargeId === chargeId)) return;
  const receiptId = `receipt-${ours.receipts.length}`;
  const receipt = {
    receiptId,
    checkout,
    chargeId,
    intentId: charge.intent.intentId,
    isAtBank: false,
    parts: [] as Part[],
  };
  const orders = [...new Set(checkout.dues.map(({ order }) => order))];
  const unwanted: Order[] = [];
  for (const order of orders) {
    const own = checkout.dues.filter((due) => due.order === order);
    const { parts, lateMinor } = receiveForOrder(ours, order, own);
    receipt.parts.push(...parts.map((part) => ({ ...part, order })));
    if (lateMinor > 0n) receipt.parts.push({ order, dueId: undefined, amountMinor: lateMinor });
    if (parts.length === 0) unwanted.push(order);
  }
  ours.receipts.push(receipt);
  const parts = receipt.parts.map(({ order: { orderId, sellerId }, dueId, amountMinor }) => {
    return { orderId, sellerId, amountMinor, isLate: dueId === undefined };
  });
  for (const entry of receiptEntries({ receiptId, method, currency: CURRENCY }, addedUp(parts))) book(ours, entry);
  for (const { order, dueId, amountMinor } of receipt.parts) {
    if (dueId === undefined) askRefund(ours, { receipt, order, amountMinor, isLate: true });
  }
  checkout.status = "paid";
  checkout.isLive = false;
  checkout.holdUntil = undefined;
  for (const order of unwanted) giveBack(ours, order, "held");
}

type Part = { order: Order; dueId: string | undefined; amountMinor: bigint };

function receiveForOrder(ours: Ours, order: Order, money: readonly { dueId: string; amountMinor: bigint }[]) {
  const canTake = wantsMoney(order) && (order.status !== "pending_payment" || holdStock(ours, [order]));
  const allotted = allotMoney(order.dues, money, canTake);
  for (const { dueId, amountMinor } of allotted.parts) {
    const due = order.dues.find((one) => one.dueId === dueId);
    if (due) due.receivedMinor += amountMinor;
  }
  if (allotted.takenMinor > 0n) {
    order.receivedMinor += allotted.takenMinor;
    step(ours, order, deedOfMoney(order), "money");
    if (order.hold === "held") order.hold = "taken";
  }
  return allotted;
}

export function askRefund(
  ours: Ours,
  refund: Pick<OwnRefund, "receipt" | "order" | "amountMinor" | "isLate">,
): OwnRefund {
  const refundId = `refund-${ours.refunds.length}`;
  const asked: OwnRefund = { ...refund, refundId, status: "asked", taken: undefined };
  ours.refunds.push(asked);
  return asked;
}

/** The worker sends what was asked for; again, after a crash too, it is the same one. */
export function sendRefund(ours: Ours, world: World, refund: OwnRefund): void {
  if (refund.status !== "asked") return;
  const answer = stripe.refund(world, refund.receipt.intentId, refund.amountMinor, refund.refundId);
  if (answer === "charge-disputed") refund.status = "refused";
  else bookSeenRefund(ours, refund, answer.status);
}

export function settleRefund(ours: Ours, seen: stripe.Refund): void {
  const refund = ours.refunds.find(({ refundId }) => refundId === seen.own);
  if (refund) bookSeenRefund(ours, refund, seen.status);
}

function bookSeenRefund(ours: Ours, refund: OwnRefund, seen: stripe.Refund["status"]): void {
  const next = refundStep(refund.status, seen);
  const { order, refundId, amountMinor, isLate } = refund;
  const { orderId, sellerId } = order;
  const toBook = { refundId, method, currency: CURRENCY, amountMinor, orderId, sellerId, isLate };
  const money = moneyOf(ours, orderId);
  if (next === "send") refund.status = "sent";
  if (next === "succeed") {
    refund.status = "succeeded";
    const { entry, shift } = refundEntry(toBook, money, ours.commissionBasisPoints);
    book(ours, entry);
    const fromDue = -(shift.payableMinor + shift.commissionMinor);
    refund.taken = isLate ? { fromPending: 0n, fromDue: 0n } : { fromPending: -shift.pendingMinor, fromDue };
    if (!isLate) noteRefunded(ours, order, amountMinor);
  }
  if (next === "fail") {
    const { taken } = refund;
    refund.status = "failed";
    if (!taken) return;
    book(ours, refundFailedEntry(toBook, taken, money, ours.commissionBasisPoints).entry);
    if (!isLate) order.refundedMinor -= amountMinor;
  }
}

function noteRefunded(ours: Ours, order: Order, amountMinor: bigint): void {
  order.refundedMinor += amountMinor;
  const isEnded = isAllReturned(order) && step(ours, order, "refund-all", "money");
  if (isEnded && isStillThere(order)) giveBack(ours, order, "taken");
}

/** @returns false while the charge it is about is not booked: the worker tries again */
export function settleDispute(ours: Ours, seen: stripe.Dispute): boolean {
  const receipt = ours.receipts.find(({ chargeId }) => chargeId === seen.charge.chargeId);
  if (!receipt) return false;
  const { disputeId, amountMinor, status } = seen;
  if (ours.disputes.get(disputeId) === "closed") return true;
  ours.disputes.set(disputeId, isDisputeOver(status) ? "closed" : "open");
  receipt.isAtBank = KEPT_BY_BANK.some((kept) => kept === status);
  const outcome = outcomeOf(status);
  const dispute = { disputeId, currency: CURRENCY, amountMinor };
  if (takesMoney(status)) book(ours, disputeOpenedEntry(dispute));
  if (outcome === "won") book(ours, disputeWonEntry(dispute));
  if (outcome === "lost") {
    for (const [at, part] of shareDisputed(amountMinor, paidBy(ours, receipt)).entries()) {
      const money = moneyOf(ours, part.orderId);
      const { commissionBasisPoints } = ours;
      book(ours, disputeLostEntry(dispute, part, { money, commissionBasisPoints, isFirst: at === 0 }));
    }
  }
  for (const { order, dueId } of receipt.parts) if (dueId !== undefined) order.dispute = outcome;
  return true;
}

/** What a receipt paid for each order, and what of it went back or is on its way back. */
function paidBy(ours: Ours, receipt: Ours["receipts"][number]): DisputablePart[] {
  const orders = [...new Set(receipt.parts.map(({ order }) => order))];
  return orders.map((order) => {
    const own = receipt.parts.filter((part) => part.order === order);
    const gone = ours.refunds.filter(
      (one) => one.receipt === receipt && one.order === order && one.status !== "failed" && one.status !== "refused",
    );
    return {
      orderId: order.orderId,
      sellerId: order.sellerId,
      amountMinor: own.reduce((sum, part) => sum + part.amountMinor, 0n),
      isLate: own.every(({ dueId }) => dueId === undefined),
      refundedMinor: gone.reduce((sum, one) => sum + one.amountMinor, 0n),
    };
  });
}

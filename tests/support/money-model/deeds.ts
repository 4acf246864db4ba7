import { whyNotCancel, whyNotConfirm, whyNotPrepare, whyNotShip } from "~/modules/orders/fulfilment/rules";
import type { OrderFacts } from "~/modules/orders/fulfilment/facts.server";
import { COMPLETE_DAYS, DAY_MS, wantsMoney } from "~/modules/orders/rules";
import { HOLD_MS } from "~/modules/payments/checkout/rules";
import { payoutEntry, releaseEntry } from "~/modules/payments/ledger/bookings";
import { refundParts } from "~/modules/payments/refunds/rules";
import { accountKey, book, CURRENCY, HOLD_DAYS, moneyOf, step, type Checkout, type Order, type Ours } from "./ours";
import { askRefund, endCheckout, giveBack, holdStock, recordCharge, sendRefund, settleCheckout } from "./settling";
import { settleDispute, settleRefund } from "./settling";
import * as stripe from "./world";
import type { Told, World } from "./world";

/** What people and the clock do to orders and their money. A deed that the rules refuse changes nothing. */
export const TRANSIT_DAYS = 9;

/** What of an order the rules look at; the rest is as it is for goods that are posted and of which nothing else happened. */
function factsOf(order: Order): OrderFacts {
  const [first] = order.dues;
  return {
    ...order,
    reference: order.orderId,
    kind: "good",
    revision: 1,
    paymentMethod: "stripe",
    currency: CURRENCY,
    placedAt: new Date(0),
    acceptedAt: null,
    readyAt: null,
    completedAt: null,
    transitDaysMax: TRANSIT_DAYS,
    goingBackMinor: 0n,
    isFirstDuePaid: first !== undefined && first.receivedMinor === first.amountMinor,
    parcelCount: order.shippedAt ? 1 : 0,
    piecesLeft: order.shippedAt ? 0 : order.pieces,
    handoverCount: 0,
    milestonesLeft: 0,
    milestonesToAccept: 0,
    problem: undefined,
    isForConsumerOfUnion: true,
    hasCustomMade: false,
    revisionsIncluded: undefined,
    revisionsAsked: 0,
    isRated: false,
  };
}

export const liveCheckoutOf = (ours: Ours, order: Order) =>
  ours.checkouts.find(({ isLive, dues }) => isLive && dues.some((due) => due.order === order));

/** The next due that lacks something, as a checkout asks for it. */
function nextDue(order: Order) {
  const due = order.dues.find(({ amountMinor, receivedMinor }) => receivedMinor < amountMinor);
  return due && { dueId: due.dueId, order, amountMinor: due.amountMinor - due.receivedMinor };
}

/** Begins to pay what is due next of orders: undefined where it is refused, and then nothing is held. */
export function beginPaying(ours: Ours, orders: readonly Order[]): Checkout | undefined {
  if (orders.some((order) => !wantsMoney(order) || liveCheckoutOf(ours, order))) return undefined;
  const dues = orders.flatMap((order) => nextDue(order) ?? []);
  if (dues.length !== orders.length || !holdStock(ours, orders)) return undefined;
  const checkout: Checkout = {
    checkoutId: `checkout-${ours.checkouts.length}`,
    status: "open",
    dues,
    isLive: true,
    isOpened: false,
    holdUntil: new Date(ours.now + HOLD_MS),
  };
  ours.checkouts.push(checkout);
  return checkout;
}

export function openPage(ours: Ours, world: World, checkout: Checkout): void {
  if (checkout.status !== "open") return;
  const total = checkout.dues.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  stripe.openCheckout(world, checkout.checkoutId, total);
  checkout.isOpened = true;
}

export function lookAtCheckout(ours: Ours, world: World, checkout: Checkout): void {
  if (checkout.status !== "open" && checkout.status !== "processing") return;
  if (!checkout.isOpened) openPage(ours, world, checkout);
  settleCheckout(ours, world, checkout);
  if (checkout.status === "open") endAtStripe(ours, world, checkout);
}

function endAtStripe(ours: Ours, world: World, checkout: Checkout): void {
  const session = world.sessions.find(({ checkoutId }) => checkoutId === checkout.checkoutId);
  if (!session || !checkout.isOpened) return;
  if (stripe.expire(world, session).status === "complete") settleCheckout(ours, world, checkout);
  else endCheckout(ours, checkout);
}

export function cancel(ours: Ours, order: Order, by: "buyer" | "staff"): boolean {
  if (whyNotCancel(factsOf(order), by) || !step(ours, order, "cancel", by)) return false;
  ours.jobs.push({ kind: "settle-cancelled", order });
  return true;
}

export function prepare(ours: Ours, order: Order): boolean {
  if (whyNotPrepare(factsOf(order)) || !step(ours, order, "prepare", "seller")) return false;
  ours.jobs.push({ kind: "release-deposit", order });
  return true;
}

export function ship(ours: Ours, order: Order): boolean {
  if (whyNotShip(factsOf(order))) return false;
  if (!step(ours, order, "ship", "seller")) return false;
  order.shippedAt = new Date(ours.now);
  order.completeBy = new Date(ours.now + (TRANSIT_DAYS + COMPLETE_DAYS) * DAY_MS);
  return true;
}

export function confirm(ours: Ours, order: Order): boolean {
  return !whyNotConfirm(factsOf(order)) && step(ours, order, "confirm", "buyer");
}

/** What came for the order's dues and has neither gone back nor is on its way back, in the order in which it came. */
function refundableOf(ours: Ours, order: Order) {
  return ours.receipts.flatMap((receipt) => {
    const paid = receipt.parts.filter((part) => part.order === order && part.dueId !== undefined);
    const gone = ours.refunds.filter(
      (one) =>
        one.receipt === receipt &&
        one.order === order &&
        !one.isLate &&
        one.status !== "failed" &&
        one.status !== "refused",
    );
    const leftMinor =
      paid.reduce((sum, { amountMinor }) => sum + amountMinor, 0n) -
      gone.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
    return leftMinor > 0n && !receipt.isAtBank ? [{ receiptId: receipt.receiptId, method: "stripe", leftMinor }] : [];
  });
}

/** Asks money of an order back; all that is left when no amount is given. */
export function giveMoneyBack(ours: Ours, order: Order, amountMinor?: bigint): boolean {
  const refundable = refundableOf(ours, order);
  const wanted = amountMinor ?? refundable.reduce((sum, { leftMinor }) => sum + leftMinor, 0n);
  if (wanted <= 0n) return false;
  const parts = refundParts(refundable, wanted);
  if (!parts) return false;
  for (const part of parts) {
    const receipt = ours.receipts.find(({ receiptId }) => receiptId === part.receiptId);
    if (receipt) askRefund(ours, { receipt, order, amountMinor: part.amountMinor, isLate: false });
  }
  return true;
}

export function sendRefunds(ours: Ours, world: World): void {
  for (const refund of ours.refunds) sendRefund(ours, world, refund);
}

/** Works what was enqueued with a step. */
export function workJobs(ours: Ours, world: World): void {
  for (const { kind, order } of ours.jobs.splice(0)) {
    if (kind === "settle-cancelled") settleCancelled(ours, world, order);
    else if (order.dispute !== "open" && ours.depositShare > 0) release(ours, order, ours.depositShare);
  }
}

function settleCancelled(ours: Ours, world: World, order: Order): void {
  const live = liveCheckoutOf(ours, order);
  if (live && !live.isOpened) openPage(ours, world, live);
  if (live?.status === "open") endAtStripe(ours, world, live);
  if (!liveCheckoutOf(ours, order)) giveBack(ours, order, "held");
  giveBack(ours, order, "taken");
  giveMoneyBack(ours, order);
}

function release(ours: Ours, order: Order, depositShare?: number): void {
  const { orderId, sellerId } = order;
  const { commissionBasisPoints } = ours;
  const releaseCount = ours.releases.get(orderId) ?? 0;
  const releasing = { orderId, sellerId, currency: CURRENCY, commissionBasisPoints, depositShare, releaseCount };
  const made = releaseEntry(releasing, moneyOf(ours, orderId));
  if (!made || !book(ours, made.entry)) return;
  if (depositShare === undefined) ours.releases.set(orderId, releaseCount + 1);
}

/** Does all that is due by the clock. */
export function tick(ours: Ours, world: World): void {
  const now = new Date(ours.now);
  for (const checkout of ours.checkouts) {
    const isOver = checkout.status === "open" && checkout.holdUntil !== undefined && checkout.holdUntil <= now;
    if (isOver || checkout.status === "processing") lookAtCheckout(ours, world, checkout);
  }
  for (const order of ours.orders) {
    const isUnpaid = order.payBy !== null && order.payBy <= now && !liveCheckoutOf(ours, order);
    const isReceived = order.completeBy !== null && order.completeBy <= now && order.dispute !== "open";
    if (isUnpaid && step(ours, order, "expire", "clock")) ours.jobs.push({ kind: "settle-cancelled", order });
    if (isReceived) step(ours, order, "complete", "clock");
  }
  releaseDue(ours, now);
}

const HAS_GONE_OUT = new Set(["shipped", "delivered", "completed"]);

function releaseDue(ours: Ours, now: Date): void {
  for (const order of ours.orders) {
    const isDue = order.shippedAt !== null && order.shippedAt.getTime() + HOLD_DAYS * DAY_MS <= now.getTime();
    const isWhole = order.receivedMinor >= order.totalMinor;
    if (isDue && isWhole && order.dispute !== "open" && HAS_GONE_OUT.has(order.status)) release(ours, order);
  }
}

/** Pays a seller all that is due to her. */
export function payOut(ours: Ours, sellerId: string): boolean {
  const amountMinor = -(ours.balances.get(accountKey("seller_payable", sellerId)) ?? 0n);
  if (amountMinor <= 0n) return false;
  const payoutId = `payout-${ours.payouts.length}`;
  ours.payouts.push({ payoutId, sellerId, amountMinor, status: "sent" });
  return book(ours, payoutEntry("payout_sent", { payoutId, sellerId, currency: CURRENCY, amountMinor }));
}

/** The bank paid, or sent the money back before or after it said so. */
export function endPayout(ours: Ours, payout: Ours["payouts"][number], status: "settled" | "returned"): boolean {
  const isOver = payout.status === "returned" || payout.status === status;
  if (isOver) return false;
  const wasSettled = payout.status === "settled";
  payout.status = status;
  return book(ours, payoutEntry(`payout_${status}`, { ...payout, currency: CURRENCY }, wasSettled));
}

/** @returns false when the worker has to try again later */
export function workEvent(ours: Ours, world: World, { type, objectId }: Told): boolean {
  if (type.startsWith("checkout.session.")) {
    const session = world.sessions.find(({ sessionId }) => sessionId === objectId);
    const checkout = ours.checkouts.find(({ checkoutId }) => checkoutId === session?.checkoutId);
    if (checkout) settleCheckout(ours, world, checkout);
    return true;
  }
  if (type.startsWith("charge.dispute.")) {
    const dispute = world.disputes.find(({ disputeId }) => disputeId === objectId);
    return dispute === undefined || settleDispute(ours, dispute);
  }
  if (type.startsWith("refund.")) {
    const refund = world.refunds.find(({ refundId }) => refundId === objectId);
    if (refund) settleRefund(ours, refund);
    return true;
  }
  const charge = world.charges.find(({ chargeId }) => chargeId === objectId);
  const checkout = ours.checkouts.find(({ checkoutId }) => checkoutId === charge?.intent.checkoutId);
  if (charge && checkout) recordCharge(ours, checkout, charge);
  return true;
}

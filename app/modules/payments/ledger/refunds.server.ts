import type { Trx } from "~/platform/db/db.server";
import { refundEntry, refundFailedEntry, type Refunded } from "./bookings";
import { counterSettled } from "./counter.server";
import { bookEntries, readPostings } from "./entries.server";
import { keepToRelease, lockOneOrder, readOrderMoney } from "./order-money.server";
import type { Booked } from "./types";

export type RefundToBook = Refunded & { at: Date };

/**
 * Books money that goes back: what is pending of the order first, the rest from what is due to the seller, with its
 * commission; her balance may fall below zero. Once per refund.
 */
export async function bookRefund(trx: Trx, refund: RefundToBook): Promise<Booked> {
  const { refundId, method, currency, orderId, isLate, at } = refund;
  const { commissionBasisPoints } = await lockOneOrder(trx, orderId);
  const source = { kind: "refund", id: refundId };
  if (await readPostings(trx, source)) return { isBooked: false };
  const money = await readOrderMoney(trx, orderId);
  const { entry, shift } = refundEntry(refund, money, commissionBasisPoints);
  const fromDue = isLate ? 0n : -(shift.payableMinor + shift.commissionMinor);
  const settled = method === "at_pick_up" ? [counterSettled(entry, currency, -fromDue)] : [];
  const booked = await bookEntries(trx, [entry, ...settled], at);
  if (!isLate) await keepToRelease(trx, orderId, money.pendingMinor + shift.pendingMinor);
  return { isBooked: booked.includes(true) };
}

/** Books that money of a refund did not leave after all: it is again where it was taken from. Nothing without a booked refund. */
export async function bookRefundFailed(trx: Trx, refund: RefundToBook): Promise<Booked> {
  const { refundId, method, currency, orderId, isLate, at } = refund;
  const { commissionBasisPoints } = await lockOneOrder(trx, orderId);
  const source = { kind: "refund_failed", id: refundId };
  const taken = await readPostings(trx, { kind: "refund", id: refundId });
  if (!taken || (await readPostings(trx, source))) return { isBooked: false };
  const fromPending = taken.get("seller_pending") ?? 0n;
  const fromDue = (taken.get("seller_payable") ?? 0n) + (taken.get("commission") ?? 0n);
  const money = await readOrderMoney(trx, orderId);
  const { entry, shift } = refundFailedEntry(refund, { fromPending, fromDue }, money, commissionBasisPoints);
  const settled =
    method === "at_pick_up" ? [counterSettled(entry, currency, shift.payableMinor + shift.commissionMinor)] : [];
  const booked = await bookEntries(trx, [entry, ...settled], at);
  if (!isLate) await keepToRelease(trx, orderId, money.pendingMinor + shift.pendingMinor);
  return { isBooked: booked.includes(true) };
}

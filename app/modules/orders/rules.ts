import type { HeldOrder } from "./steps/take-step.server";
import type { OrderStatus } from "./transitions";

const TAKES_NO_MONEY: ReadonlySet<OrderStatus> = new Set(["cancelled", "refunded", "awaiting_acceptance"]);

/** Whether money that comes for an order is wanted still; what is not goes back. */
export function wantsMoney({ status }: Pick<HeldOrder, "status">): boolean {
  return !TAKES_NO_MONEY.has(status);
}

/** Whether all that came for an order went back; what was cancelled ends so all the same. */
export function isAllReturned({ receivedMinor, refundedMinor }: Pick<HeldOrder, "receivedMinor" | "refundedMinor">) {
  return refundedMinor === receivedMinor;
}

/** Whether pieces of an order that ends are still at the seller's, and so in stock again. */
export function isStillThere({ shippedAt, deliveredAt }: Pick<HeldOrder, "shippedAt" | "deliveredAt">): boolean {
  return shippedAt === null && deliveredAt === null;
}

/** Days in which a seller has to say whether she takes an order. */
export const ACCEPT_DAYS = 5;
/** Hours in which an order has to be paid by card, from its placing or its acceptance. */
export const PAY_HOURS = 72;
/** Days in which a transfer has to be there. */
export const TRANSFER_DAYS = 10;
/** Days after which what was shipped counts as received, from the last day of its way; and after delivery digitally or by hand. */
export const COMPLETE_DAYS = 14;
/** Days in which a consumer of the European Union may withdraw. Source: Directive 2011/83/EU, art. 9. */
export const WITHDRAWAL_DAYS = 14;
/** Days in which she sends the goods back, from her withdrawal. Source: Directive 2011/83/EU, art. 14 (1). */
export const SEND_BACK_DAYS = 14;

export const DAY_MS = 86_400_000;
export const HOUR_MS = 3_600_000;

/** Until when an order that waits for money waits, by how it is paid; what is paid at the door has no such day. */
export function payBy(method: HeldOrder["paymentMethod"], now: Date): Date | null {
  if (method === "at_pick_up") return null;
  const wait = method === "stripe" ? PAY_HOURS * HOUR_MS : TRANSFER_DAYS * DAY_MS;
  return new Date(now.getTime() + wait);
}

/** Letters by which an order or a checkout is called. */
export const ORDER_REFERENCE_LETTERS = 8;

import type { Trx } from "~/platform/db/db.server";
import { THE_MONEY } from "./order-keys.server";
import { isAllReturned, isStillThere } from "./rules";
import { returnTaken } from "./stock/holds.server";
import { holdOrder, noteOnOrder, takeStep } from "./steps/take-step.server";

type Returned = { orderId: string; amountMinor: bigint };

/**
 * Says on an order that money of its dues went back. When all of it did, and the order was not cancelled anyhow, it ends as
 * refunded; what was not sent yet is in stock again.
 */
export async function recordRefunded(trx: Trx, { orderId, amountMinor }: Returned, now: Date): Promise<void> {
  const order = await holdOrder(trx, orderId);
  if (!order) throw new Error(`no order ${orderId}`);
  const refundedMinor = order.refundedMinor + amountMinor;
  await trx.updateTable("orders").set({ refundedMinor }).where("id", "=", orderId).execute();
  const facts = { amountMinor: amountMinor.toString(), currency: order.currency };
  const isAll = isAllReturned({ ...order, refundedMinor });
  const step = isAll ? await takeStep(trx, order, "refund-all", THE_MONEY, { now, facts }) : undefined;
  if (!step) await noteOnOrder(trx, orderId, "refund", THE_MONEY, { now, facts });
  if (step && isStillThere(order)) await returnTaken(trx, [orderId], now);
}

/** A refund that was counted did not arrive after all. The order stays ended: what is to be done now, staff decide. */
export async function recordRefundFailed(trx: Trx, { orderId, amountMinor }: Returned, now: Date): Promise<void> {
  const order = await holdOrder(trx, orderId);
  if (!order) throw new Error(`no order ${orderId}`);
  await trx
    .updateTable("orders")
    .set({ refundedMinor: order.refundedMinor - amountMinor })
    .where("id", "=", orderId)
    .execute();
  const facts = { amountMinor: amountMinor.toString(), currency: order.currency };
  await noteOnOrder(trx, orderId, "refund-failed", THE_MONEY, { now, facts });
}

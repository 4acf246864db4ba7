import { holdOrder, receiveForDues } from "~/modules/orders/index.server";
import { dayInBaku } from "~/platform/calendar";
import type { Db } from "~/platform/db/db.server";
import { selectLiveCheckout } from "../checkout/live-checkout.server";
import { freeDues, holdCheckout } from "../checkout/hold-checkout.server";
import { writeParts } from "./record-charge.server";

/**
 * Books that a buyer paid the seller at her door: all that the order lacks. Worked again it finds nothing lacking.
 *
 * @param userId who said so
 */
export async function recordCounterPayment(
  db: Db,
  { orderId, userId }: { orderId: string; userId: string },
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const live = await selectLiveCheckout(trx, orderId).executeTakeFirst();
    const checkout = live && (await holdCheckout(trx, live.checkoutId));
    const order = await holdOrder(trx, orderId);
    if (order?.paymentMethod !== "at_pick_up") return;
    const dues = await trx
      .selectFrom("orderDues")
      .where("orderId", "=", orderId)
      .where("paidAt", "is", null)
      .select((eb) => ["id as dueId", eb("amountMinor", "-", eb.ref("receivedMinor")).as("amountMinor")])
      .orderBy("position")
      .execute();
    const amountMinor = dues.reduce((sum, due) => sum + due.amountMinor, 0n);
    if (amountMinor === 0n) return;
    const { currency } = order;
    const { id: receiptId } = await trx
      .insertInto("receipts")
      .values({
        checkoutId: checkout?.checkoutId ?? null,
        method: "at_pick_up",
        currency,
        amountMinor,
        receivedOn: dayInBaku(now),
        recordedAt: now,
        recordedBy: userId,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const allotted = await receiveForDues(trx, dues, now, "door");
    await writeParts(trx, { receiptId, method: "at_pick_up", currency }, allotted, now);
    if (!checkout) return;
    await trx
      .updateTable("checkouts")
      .set({ status: "paid", endedAt: now, holdUntil: null })
      .where("id", "=", checkout.checkoutId)
      .execute();
    await freeDues(trx, checkout);
  });
}

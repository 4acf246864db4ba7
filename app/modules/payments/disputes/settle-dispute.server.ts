import { holdOrders, markDispute } from "~/modules/orders/index.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { isDisputeOver } from "~/platform/stripe/dispute-status";
import type { DisputeSeen, StripePort } from "~/platform/stripe/port";
import { bookDisputeClosed, bookDisputeOpened, disputedParts } from "../ledger/disputes.server";
import { outcomeOf, takesMoney } from "./rules";

/**
 * Books how a dispute stands: the money that the bank took, the orders it is about, and how it ended. May be told in any order
 * and more than once: the orders are held before it is looked at how far it was, so that an older answer of Stripe's that comes
 * in last changes nothing.
 */
export async function settleDispute(
  db: Db,
  stripe: StripePort,
  disputeId: string,
  now: Date,
): Promise<"done" | "nothing"> {
  const seen = await stripe.findDispute(disputeId);
  if (!seen) return "nothing";
  return db.transaction().execute(async (trx): Promise<"done"> => {
    const receipt = await trx
      .selectFrom("receipts")
      .where("chargeId", "=", seen.chargeId)
      .select("id as receiptId")
      .executeTakeFirst();
    if (!receipt) throw new Error(`dispute ${disputeId} is about a charge that is not booked yet`);
    const orderIds = await holdOrdersOf(trx, receipt.receiptId);
    const before = await trx
      .selectFrom("disputes")
      .where("id", "=", disputeId)
      .select(["status", "closedAt"])
      .forUpdate()
      .executeTakeFirst();
    if (before && before.closedAt !== null) return "done";
    await keepDispute(trx, receipt.receiptId, seen, now);
    const outcome = outcomeOf(seen.status);
    // An inquiry of a bank is a warning: no money is taken for it, so nothing is booked.
    if (takesMoney(seen.status)) {
      const booking = { disputeId, currency: seen.amount.currency, amountMinor: seen.amount.amountMinor, at: now };
      const parts = await disputedParts(trx, receipt.receiptId, booking.amountMinor);
      if (outcome === "open") await bookDisputeOpened(trx, booking);
      else await bookDisputeClosed(trx, { ...booking, outcome, parts });
    }
    for (const orderId of orderIds) await markDispute(trx, orderId, outcome, now);
    return "done";
  });
}

/** @returns those whose dues it paid; money that came too late is held with them, but is no longer an order's */
async function holdOrdersOf(trx: Trx, receiptId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom("receiptParts")
    .where("receiptId", "=", receiptId)
    .select((eb) => ["orderId", eb.fn<boolean>("bool_or", [eb("dueId", "is not", null)]).as("isPaidBy")])
    .groupBy("orderId")
    .execute();
  const held = await holdOrders(
    trx,
    rows.map(({ orderId }) => orderId),
  );
  const paid = new Set(rows.flatMap(({ orderId, isPaidBy }) => (isPaidBy ? [orderId] : [])));
  return held.flatMap(({ orderId }) => (paid.has(orderId) ? [orderId] : []));
}

async function keepDispute(trx: Trx, receiptId: string, seen: DisputeSeen, now: Date): Promise<void> {
  const state = {
    status: seen.status,
    answerBy: seen.answerBy ?? null,
    closedAt: isDisputeOver(seen.status) ? now : null,
  };
  await trx
    .insertInto("disputes")
    .values({
      ...state,
      id: seen.disputeId,
      receiptId,
      currency: seen.amount.currency,
      amountMinor: seen.amount.amountMinor,
      reason: seen.reason,
      openedAt: now,
    })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(state))
    .execute();
  if (!seen.isEvidenceSent) return;
  // It may have been sent at Stripe itself.
  await trx
    .updateTable("disputes")
    .set({ evidenceSentAt: now })
    .where("id", "=", seen.disputeId)
    .where("evidenceSentAt", "is", null)
    .execute();
}

import type { Db } from "~/platform/db/db.server";
import { enqueueEach } from "~/platform/jobs/enqueue.server";

const HOUR_MS = 3_600_000;
/** Hours after which a refund that is not over is looked at: its job, or Stripe's event, may have been lost. */
const WAITS_HOURS = 24;
/** In one round; the next comes within the hour. */
const ROUND = 200;

/**
 * Asks for a look at each refund by card that is under way for long: what was never sent is sent, by the same key, and of what
 * was sent Stripe is asked how it stands.
 */
export async function askToLookAtRefunds(db: Db, now: Date): Promise<void> {
  const rows = await db
    .selectFrom("refunds")
    .innerJoin("receipts", "receipts.id", "refunds.receiptId")
    .where("refunds.status", "in", ["asked", "sent"])
    .where("receipts.method", "=", "stripe")
    .where("refunds.askedAt", "<=", new Date(now.getTime() - WAITS_HOURS * HOUR_MS))
    .select(["refunds.id", "refunds.status", "refunds.stripeRefundId"])
    .orderBy("refunds.askedAt")
    .orderBy("refunds.id")
    .limit(ROUND)
    .execute();
  const unsent = rows.filter(({ status }) => status === "asked").map(({ id }) => id);
  const sent = rows.flatMap(({ stripeRefundId }) => stripeRefundId ?? []);
  await db.transaction().execute(async (trx) => {
    await enqueueEach(
      trx,
      "send-refund",
      unsent.map((refundId) => ({ payload: { refundId }, jobKey: `send-refund:${refundId}` })),
    );
    await enqueueEach(
      trx,
      "look-at-refund",
      sent.map((stripeRefundId) => ({ payload: { stripeRefundId }, jobKey: `look-at-refund:${stripeRefundId}` })),
    );
  });
}

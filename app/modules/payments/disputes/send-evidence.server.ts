import { createHash } from "node:crypto";
import type { Db } from "~/platform/db/db.server";
import { isStripeFault } from "~/platform/stripe/fault.server";
import type { StripePort } from "~/platform/stripe/port";
import { evidenceOf } from "./prefilled.server";
import { listDisputedOrders, selectDisputes } from "./read-dispute.server";
import { settleDispute } from "./settle-dispute.server";

/**
 * Sends to the bank what the treasurer said, by a key of its own: sent again, after a crash too, it is the same. A dispute that
 * ended meanwhile takes none, and is looked at.
 */
export async function sendEvidence(db: Db, stripe: StripePort, disputeId: string, now: Date): Promise<void> {
  const dispute = await selectDisputes(db).where("disputes.id", "=", disputeId).executeTakeFirst();
  if (!dispute || dispute.sendingAt === null || dispute.evidenceSentAt !== null) return;
  const orders = await listDisputedOrders(db, dispute.receiptId);
  const evidence = evidenceOf(orders, dispute.texts ?? {}, dispute.files ?? {});
  const digest = createHash("sha256").update(JSON.stringify(evidence)).digest("hex").slice(0, 16);
  const answer = await stripe
    .sendEvidence(disputeId, evidence, `evidence:${disputeId}:${digest}`)
    .catch(async (error: unknown) => {
      // What Stripe will never take as it is waits for the treasurer to mend it; anything else is sent again.
      if (isStripeFault(error) && !error.isPassing) await giveBackDraft(db, disputeId, "not-taken");
      throw error;
    });
  // What a lost answer has sent is sent, and so is what somebody sent at Stripe itself.
  if (answer.ok || answer.refusal === "already-sent") {
    await db
      .updateTable("disputes")
      .set({ evidenceSentAt: now })
      .where("id", "=", disputeId)
      .where("evidenceSentAt", "is", null)
      .execute();
  } else {
    await giveBackDraft(db, disputeId, answer.refusal);
  }
  await settleDispute(db, stripe, disputeId, now);
}

async function giveBackDraft(db: Db, disputeId: string, refusal: string): Promise<void> {
  await db
    .updateTable("disputeEvidence")
    .set({ sendingAt: null, sentBy: null, refusal })
    .where("disputeId", "=", disputeId)
    .execute();
}

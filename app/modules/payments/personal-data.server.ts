import { sql } from "kysely";
import type { Db, Trx } from "~/platform/db/db.server";

const MOST = 1_000;

/** What of terms, holds and payouts a person of the Federation answered for, for her copy of her data. */
export async function listPersonalData(db: Db, userId: string): Promise<Record<string, unknown>> {
  const payoutBatches = await db
    .selectFrom("payoutBatches")
    .select(["reference", "status", "preparedAt", "approvedAt", "sentAt"])
    .where((eb) => eb.or([eb("preparedBy", "=", userId), eb("approvedBy", "=", userId), eb("sentBy", "=", userId)]))
    .orderBy("preparedAt")
    .orderBy("id")
    .limit(MOST)
    .execute();
  return { payoutBatches };
}

/**
 * Parts a person from what she pressed. Entries, payouts and terms stay: they are the books of the Federation and of the
 * sellers, and name no person.
 */
export async function erasePersonalData(trx: Trx, userId: string): Promise<void> {
  await trx.updateTable("platformTerms").set({ setBy: null }).where("setBy", "=", userId).execute();
  await trx.updateTable("sellerTerms").set({ setBy: null }).where("setBy", "=", userId).execute();
  await trx.updateTable("payoutHolds").set({ heldBy: null }).where("heldBy", "=", userId).execute();
  await trx.updateTable("payoutHolds").set({ releasedBy: null }).where("releasedBy", "=", userId).execute();
  for (const column of ["preparedBy", "approvedBy", "sentBy", "discardedBy"] as const) {
    await trx
      .updateTable("payoutBatches")
      .set({ [column]: null })
      .where(column, "=", userId)
      .execute();
  }
  await trx.updateTable("receipts").set({ recordedBy: null }).where("recordedBy", "=", userId).execute();
  await trx.updateTable("refunds").set({ askedBy: null, words: null }).where("askedBy", "=", userId).execute();
  await trx.updateTable("disputeEvidence").set({ savedBy: null }).where("savedBy", "=", userId).execute();
  await trx.updateTable("disputeEvidence").set({ sentBy: null }).where("sentBy", "=", userId).execute();
  await forgetEvidence(trx);
  await trx
    .updateTable("reconciliationDifferences")
    .set({ resolvedBy: null })
    .where("resolvedBy", "=", userId)
    .execute();
}

/** What a bank was told of buyers who are gone from all of the orders that it was about. */
export async function forgetEvidence(trx: Trx): Promise<void> {
  await sql`
    update dispute_evidence set texts = '{}', files = '{}'
    from disputes where disputes.id = dispute_evidence.dispute_id and dispute_evidence.texts <> '{}' and not exists (
      select from receipt_parts join orders on orders.id = receipt_parts.order_id
      where receipt_parts.receipt_id = disputes.receipt_id and orders.erased_at is null)`.execute(trx);
}

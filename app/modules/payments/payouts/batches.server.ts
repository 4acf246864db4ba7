import { sql } from "kysely";
import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { drawReference } from "~/platform/reference-code.server";
import { done, refused, type Result } from "~/platform/result";
import type { StaffActor } from "~/platform/session/actors.server";
import { listCandidates } from "./candidates.server";
import { digestOf, readContent } from "./content.server";
import { whyNotPay, type NotPayable } from "./why-not-pay.server";

export type PrepareRefusal = "nobody-to-pay";
export type ApproveRefusal = "batch-missing" | "not-prepared" | "same-person" | NotPayable;
export type DiscardRefusal = "batch-missing" | "already-sent";

const REFERENCE_LETTERS = 8;

/** One at a time takes what is due in a currency into a batch; the key of two numbers is no other lock's. */
const PREPARE_LOCK = 7_203_442;

/**
 * Takes what is due to sellers in a currency into a batch: amounts and accounts as they are now, which nobody changes any
 * more. Who owes, is held, has told no account or is in another batch is left out, and so is money of orders that something
 * is open about. Two who prepare at once wait for each
 * other, and the second finds nobody left.
 */
export function preparePayoutBatch(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  currency: string,
  now = clock(),
): Promise<Result<{ batchId: string }, PrepareRefusal>> {
  return once(
    db,
    `staff ${staff.userId}`,
    formKey,
    async (trx): Promise<Result<{ batchId: string }, PrepareRefusal>> => {
      await sql`select pg_advisory_xact_lock(${PREPARE_LOCK}::int, hashtext(${currency}))`.execute(trx);
      const paid = (await listCandidates(trx, currency, now)).filter(({ skipped }) => skipped === undefined);
      if (paid.length === 0) return refused("nobody-to-pay");
      const reference = drawReference(REFERENCE_LETTERS);
      const { id: batchId } = await trx
        .insertInto("payoutBatches")
        .values({
          reference,
          provider: "bank_batch",
          currency,
          status: "prepared",
          preparedBy: staff.userId,
          preparedAt: now,
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      await trx
        .insertInto("payouts")
        .values(
          paid.map(({ sellerId, name, amountMinor, iban = "", town, country }, at) => ({
            batchId,
            sellerId,
            currency,
            amountMinor,
            iban,
            creditorName: name,
            creditorTown: town,
            creditorCountry: country,
            endToEndId: `${reference}-${String(at + 1).padStart(4, "0")}`,
            status: "due",
          })),
        )
        .execute();
      await note(trx, staff, "prepare-payout-batch", batchId, { reference, currency, count: paid.length });
      return done({ batchId });
    },
  );
}

/** A second person approves what the first prepared and may still be paid; from then on its content is known by its digest. */
export function approvePayoutBatch(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  batchId: string,
  now = clock(),
): Promise<Result<null, ApproveRefusal>> {
  return once(db, `staff ${staff.userId}`, formKey, async (trx): Promise<Result<null, ApproveRefusal>> => {
    const batch = await lockBatch(trx, batchId);
    if (!batch) return refused("batch-missing");
    if (batch.status !== "prepared") return refused("not-prepared");
    // Whose account is gone is nobody that could be told apart from the second.
    if (batch.preparedBy === null || batch.preparedBy === staff.userId) return refused("same-person");
    const refusal = await whyNotPay(trx, batchId, now);
    if (refusal) return refused(refusal);
    const contentSha256 = digestOf(await readContent(trx, batchId));
    await trx
      .updateTable("payoutBatches")
      .set({ status: "approved", approvedBy: staff.userId, approvedAt: now, contentSha256 })
      .where("id", "=", batchId)
      .execute();
    await note(trx, staff, "approve-payout-batch", batchId, { contentSha256 });
    return done(null);
  });
}

/** Gives up a batch that has not been sent; what it would have paid is due as before. */
export function discardPayoutBatch(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  batchId: string,
  now = clock(),
): Promise<Result<null, DiscardRefusal>> {
  return once(db, `staff ${staff.userId}`, formKey, async (trx): Promise<Result<null, DiscardRefusal>> => {
    const batch = await lockBatch(trx, batchId);
    if (!batch) return refused("batch-missing");
    if (batch.status !== "prepared" && batch.status !== "approved") return refused("already-sent");
    await trx
      .updateTable("payoutBatches")
      .set({ status: "discarded", discardedBy: staff.userId, discardedAt: now })
      .where("id", "=", batchId)
      .execute();
    await trx.updateTable("payouts").set({ status: "discarded" }).where("batchId", "=", batchId).execute();
    await note(trx, staff, "discard-payout-batch", batchId, {});
    return done(null);
  });
}

/** Whoever decides about a batch waits here for who does at this moment. */
export function lockBatch(trx: Trx, batchId: string) {
  return trx
    .selectFrom("payoutBatches")
    .select(["id", "reference", "currency", "status", "preparedBy", "approvedAt", "contentSha256"])
    .where("id", "=", batchId)
    .forUpdate()
    .executeTakeFirst();
}

export function note(
  trx: Trx,
  staff: StaffActor,
  action: string,
  batchId: string,
  after: Record<string, unknown>,
): Promise<void> {
  return recordAudit(trx, {
    actor: { kind: "staff", id: staff.userId },
    action,
    subject: { kind: "payout-batch", id: batchId },
    after,
  });
}

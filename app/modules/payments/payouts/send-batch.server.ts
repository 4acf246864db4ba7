import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { env } from "~/platform/env.server";
import type { FileStore } from "~/platform/files/port";
import { sha256Of } from "~/platform/private-files/private-files.server";
import { seal, unseal } from "~/platform/private-files/seal";
import { done, refused, type Result } from "~/platform/result";
import type { StaffActor } from "~/platform/session/actors.server";
import { bookPayoutSent } from "../ledger/payouts.server";
import { lockBatch, note } from "./batches.server";
import { digestOf, readContent } from "./content.server";
import type { PayoutProvider } from "./provider";
import { whyNotPay, type NotPayable } from "./why-not-pay.server";

export type SendRefusal = "provider-missing" | "batch-missing" | "not-approved" | "content-differs" | NotPayable;

/**
 * Sends an approved batch by the provider and books that it is on its way. The provider is asked between two transactions:
 * who dies in between sends the same again. What differs from what was approved, or may no longer be paid, is not sent.
 */
export async function sendPayoutBatch(
  db: Db,
  { files, provider }: { files: FileStore; provider: PayoutProvider | undefined },
  staff: StaffActor,
  formKey: FormKey,
  batchId: string,
  now = clock(),
): Promise<Result<null, SendRefusal>> {
  if (!provider) return refused("provider-missing");
  const batch = await db
    .selectFrom("payoutBatches")
    .select(["status", "approvedAt"])
    .where("id", "=", batchId)
    .executeTakeFirst();
  if (!batch) return refused("batch-missing");
  if (batch.status === "sent") return await send(db, staff, formKey, batchId, undefined, now);
  const refusal = await db.transaction().execute((trx) => whyNotSend(trx, batchId, now));
  if (refusal || batch.approvedAt === null) return refused(refusal ?? "not-approved");
  const { reference, currency, payouts } = await readContent(db, batchId);
  const { file } = await provider.send({
    reference,
    currency,
    approvedAt: batch.approvedAt,
    payouts: payouts.map(({ creditorTown, ...one }) => ({ ...one, creditorTown: creditorTown ?? undefined })),
  });
  const stored = file && (await storeFile(files, batchId, file.content));
  return send(db, staff, formKey, batchId, stored, now);
}

type StoredBatchFile = { fileKey: string; fileSha256: string };

async function storeFile(files: FileStore, batchId: string, content: Buffer): Promise<StoredBatchFile> {
  const fileSha256 = sha256Of(content);
  const fileKey = `payouts/${batchId}/${fileSha256}`;
  await files.put(fileKey, seal(content, fileKey, env.FILES_SECRET), "application/octet-stream");
  return { fileKey, fileSha256 };
}

function send(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  batchId: string,
  file: StoredBatchFile | undefined,
  now: Date,
): Promise<Result<null, SendRefusal>> {
  return once(db, `staff ${staff.userId}`, formKey, async (trx): Promise<Result<null, SendRefusal>> => {
    const refusal = await whyNotSend(trx, batchId, now);
    if (refusal) return refused(refusal);
    const { currency, payouts } = await readContent(trx, batchId);
    await trx
      .updateTable("payoutBatches")
      .set({ status: "sent", sentBy: staff.userId, sentAt: now, ...file })
      .where("id", "=", batchId)
      .execute();
    await trx.updateTable("payouts").set({ status: "sent" }).where("batchId", "=", batchId).execute();
    for (const payout of payouts) await bookPayoutSent(trx, { ...payout, currency, at: now });
    await note(trx, staff, "send-payout-batch", batchId, { fileSha256: file?.fileSha256 });
    return done(null);
  });
}

/** Locks the batch and looks at everything that may have changed since it was prepared. */
async function whyNotSend(trx: Trx, batchId: string, now: Date): Promise<SendRefusal | undefined> {
  const batch = await lockBatch(trx, batchId);
  if (!batch) return "batch-missing";
  if (batch.status !== "approved") return "not-approved";
  if (digestOf(await readContent(trx, batchId)) !== batch.contentSha256) return "content-differs";
  return whyNotPay(trx, batchId, now);
}

/**
 * The file of a sent batch, for who hands it to the bank.
 *
 * @returns undefined when there is none
 * @throws when its bytes are not those that were stored
 */
export async function readBatchFile(
  db: Db,
  files: FileStore,
  batchId: string,
): Promise<{ name: string; content: Buffer } | undefined> {
  const batch = await db
    .selectFrom("payoutBatches")
    .select(["reference", "fileKey", "fileSha256"])
    .where("id", "=", batchId)
    .executeTakeFirst();
  if (!batch || batch.fileKey === null) return undefined;
  const stored = await files.read(batch.fileKey);
  if (!stored) throw new Error(`the file of batch ${batch.reference} is not in the file store`);
  const content = unseal(stored.content, batch.fileKey, env.FILES_SECRET);
  if (sha256Of(content) !== batch.fileSha256) throw new Error(`the file of batch ${batch.reference} is another one`);
  return { name: `karvan-${batch.reference}.xml`, content };
}

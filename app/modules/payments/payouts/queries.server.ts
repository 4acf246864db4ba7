import { sql } from "kysely";
import type { Db } from "~/platform/db/db.server";

export const BATCH_STATUSES = ["prepared", "approved", "sent", "settled", "discarded"] as const;
export type BatchStatus = (typeof BATCH_STATUSES)[number];
export const PAYOUT_STATUSES = ["due", "sent", "settled", "returned", "discarded"] as const;
export type PayoutStatus = (typeof PAYOUT_STATUSES)[number];

export type BatchRow = {
  batchId: string;
  reference: string;
  currency: string;
  status: BatchStatus;
  preparedAt: Date;
  payoutCount: number;
  totalMinor: bigint;
  /** Of it: what the bank sent back. */
  returnedMinor: bigint;
};

const PAGE_SIZE = 30;

/** Batches, the latest first. */
export async function listBatches(db: Db, page = 1): Promise<{ batches: BatchRow[]; hasMore: boolean }> {
  const rows = await db
    .selectFrom("payoutBatches")
    .innerJoin("payouts", "payouts.batchId", "payoutBatches.id")
    .select([
      "payoutBatches.id as batchId",
      "reference",
      "payoutBatches.currency",
      "payoutBatches.status",
      "preparedAt",
    ])
    .select([sql<number>`count(*)::int`.as("payoutCount"), sql<bigint>`sum(amount_minor)::bigint`.as("totalMinor")])
    .select(
      sql<bigint>`coalesce(sum(amount_minor) filter (where payouts.status = 'returned'), 0)::bigint`.as(
        "returnedMinor",
      ),
    )
    .groupBy("payoutBatches.id")
    .orderBy("preparedAt", "desc")
    .orderBy("payoutBatches.id")
    .limit(PAGE_SIZE + 1)
    .offset((page - 1) * PAGE_SIZE)
    .execute();
  const batches = rows.slice(0, PAGE_SIZE).map((row) => ({ ...row, status: row.status as BatchStatus }));
  return { batches, hasMore: rows.length > PAGE_SIZE };
}

export type PayoutRow = {
  payoutId: string;
  sellerId: string;
  amountMinor: bigint;
  iban: string;
  creditorName: string;
  endToEndId: string;
  status: PayoutStatus;
  returnReason: string | undefined;
};

export type BatchPage = Omit<BatchRow, "payoutCount" | "returnedMinor"> & {
  preparedBy: string | undefined;
  preparerId: string | undefined;
  approvedBy: string | undefined;
  approvedAt: Date | undefined;
  contentSha256: string | undefined;
  sentAt: Date | undefined;
  settledAt: Date | undefined;
  hasFile: boolean;
  payouts: PayoutRow[];
};

/** A batch with all that it pays and who answered for it. */
export async function findBatch(db: Db, batchId: string): Promise<BatchPage | undefined> {
  const row = await db
    .selectFrom("payoutBatches")
    .leftJoin("users as preparer", "preparer.id", "preparedBy")
    .leftJoin("users as approver", "approver.id", "approvedBy")
    .select(["payoutBatches.id as batchId", "reference", "currency", "status", "preparedAt", "approvedAt"])
    .select(["contentSha256", "sentAt", "settledAt", "fileKey"])
    .select(["preparer.name as preparedBy", "preparer.id as preparerId", "approver.name as approvedBy"])
    .where("payoutBatches.id", "=", batchId)
    .executeTakeFirst();
  if (!row) return undefined;
  const payouts = await db
    .selectFrom("payouts")
    .select([
      "id as payoutId",
      "sellerId",
      "amountMinor",
      "iban",
      "creditorName",
      "endToEndId",
      "status",
      "returnReason",
    ])
    .where("batchId", "=", batchId)
    .orderBy("endToEndId")
    .execute();
  const { fileKey, ...batch } = row;
  return {
    ...batch,
    status: row.status as BatchStatus,
    preparedBy: row.preparedBy ?? undefined,
    preparerId: row.preparerId ?? undefined,
    approvedBy: row.approvedBy ?? undefined,
    approvedAt: row.approvedAt ?? undefined,
    contentSha256: row.contentSha256 ?? undefined,
    sentAt: row.sentAt ?? undefined,
    settledAt: row.settledAt ?? undefined,
    hasFile: fileKey !== null,
    totalMinor: payouts.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
    payouts: payouts.map((one) => ({
      ...one,
      status: one.status as PayoutStatus,
      returnReason: one.returnReason ?? undefined,
    })),
  };
}

export type SellersPayout = {
  payoutId: string;
  reference: string;
  currency: string;
  amountMinor: bigint;
  iban: string;
  status: PayoutStatus;
  preparedAt: Date;
  sentAt: Date | undefined;
  settledAt: Date | undefined;
  returnedAt: Date | undefined;
  returnReason: string | undefined;
};

const MOST_PAYOUTS = 50;

/** What a seller was and is paid, the latest first; a batch that was given up was never hers. */
export async function listSellersPayouts(db: Db, sellerId: string): Promise<SellersPayout[]> {
  const rows = await db
    .selectFrom("payouts")
    .innerJoin("payoutBatches", "payoutBatches.id", "payouts.batchId")
    .select(["payouts.id as payoutId", "endToEndId as reference", "payouts.currency", "amountMinor", "iban"])
    .select(["payouts.status", "preparedAt", "sentAt", "payouts.settledAt", "returnedAt", "returnReason"])
    .where("sellerId", "=", sellerId)
    .where("payouts.status", "<>", "discarded")
    .orderBy("preparedAt", "desc")
    .orderBy("payouts.id")
    .limit(MOST_PAYOUTS)
    .execute();
  return rows.map((row) => ({
    ...row,
    status: row.status as PayoutStatus,
    sentAt: row.sentAt ?? undefined,
    settledAt: row.settledAt ?? undefined,
    returnedAt: row.returnedAt ?? undefined,
    returnReason: row.returnReason ?? undefined,
  }));
}

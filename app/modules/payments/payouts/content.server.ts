import { createHash } from "node:crypto";
import type { Db, Trx } from "~/platform/db/db.server";

export type BatchContent = {
  reference: string;
  provider: string;
  currency: string;
  payouts: {
    payoutId: string;
    sellerId: string;
    amountMinor: bigint;
    iban: string;
    creditorName: string;
    creditorTown: string | null;
    creditorCountry: string;
    endToEndId: string;
  }[];
};

/** All that a batch pays, in the order of its ids. */
export async function readContent(db: Db | Trx, batchId: string): Promise<BatchContent> {
  const batch = await db
    .selectFrom("payoutBatches")
    .select(["reference", "provider", "currency"])
    .where("id", "=", batchId)
    .executeTakeFirstOrThrow();
  const payouts = await db
    .selectFrom("payouts")
    .select(["id as payoutId", "sellerId", "amountMinor", "iban", "creditorName", "creditorTown", "creditorCountry"])
    .select("endToEndId")
    .where("batchId", "=", batchId)
    .orderBy("endToEndId")
    .execute();
  return { ...batch, payouts };
}

/** What was approved, in 64 letters: who is paid, how much and where. */
export function digestOf({ reference, provider, currency, payouts }: BatchContent): string {
  const rows = payouts.map((one) => [
    one.payoutId,
    one.sellerId,
    one.endToEndId,
    one.amountMinor.toString(),
    one.iban,
    one.creditorName,
    one.creditorTown,
    one.creditorCountry,
  ]);
  return createHash("sha256")
    .update(JSON.stringify([reference, provider, currency, rows]))
    .digest("hex");
}

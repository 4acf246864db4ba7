import { sql } from "kysely";
import type { Trx } from "~/platform/db/db.server";
import { isSellerHeld } from "../holds/holds.server";
import { keptBy, listKeptBack } from "../holds/kept-back.server";

/** Since it was prepared; such a batch is discarded and prepared anew. */
export type NotPayable = "seller-held" | "balance-changed" | "money-kept-back";

/**
 * Looks once more at everybody whom a batch pays, both where it is approved and where it is sent: she may be held by now, may
 * have less, or something may have been reported or decided about an order whose money she would get. Amounts of a batch are
 * never changed, so one such payout stops all of it.
 *
 * @param batchId of a batch that this transaction holds
 */
export async function whyNotPay(trx: Trx, batchId: string, now: Date): Promise<NotPayable | undefined> {
  const held = await trx
    .selectFrom("payouts")
    .innerJoin("sellers", "sellers.id", "payouts.sellerId")
    .select("payouts.id")
    .where("batchId", "=", batchId)
    .where(isSellerHeld(now))
    .executeTakeFirst();
  if (held) return "seller-held";
  const paid = await trx
    .selectFrom("payouts")
    .innerJoin("ledgerAccounts", (join) =>
      join
        .onRef("ledgerAccounts.sellerId", "=", "payouts.sellerId")
        .onRef("ledgerAccounts.currency", "=", "payouts.currency")
        .on("ledgerAccounts.kind", "=", "seller_payable"),
    )
    .innerJoin("ledgerPostings", "ledgerPostings.accountId", "ledgerAccounts.id")
    .select(["payouts.sellerId", "payouts.amountMinor"])
    .select(sql<bigint>`(-sum(ledger_postings.amount_minor))::bigint`.as("dueMinor"))
    .where("batchId", "=", batchId)
    .groupBy("payouts.id")
    .execute();
  if (paid.some(({ amountMinor, dueMinor }) => dueMinor < amountMinor)) return "balance-changed";
  const keptOf = keptBy(await listKeptBack(trx, { batchId }), ({ sellerId }) => sellerId);
  const isKept = paid.some((one) => one.dueMinor - (keptOf.get(one.sellerId) ?? 0n) < one.amountMinor);
  return isKept ? "money-kept-back" : undefined;
}

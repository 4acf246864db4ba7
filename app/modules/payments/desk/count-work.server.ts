import { m } from "~/paraglide/messages.js";
import type { Db } from "~/platform/db/db.server";
import { selectByHand } from "../refunds/refunds-to-send.server";

/** What waits for a treasurer, by the page on which it is done: a sentence with its number, nothing where nothing waits. */
export type MoneyWork = Readonly<Record<"orders" | "disputes" | "payouts" | "refunds" | "ledger", string[]>>;

export async function listMoneyWork(db: Db): Promise<MoneyWork> {
  const all = () => db.fn.countAll<bigint>().as("count");
  const batches = db.selectFrom("payoutBatches").select(all());
  const counts = await db
    .selectNoFrom([
      db
        .selectFrom("orders")
        .where("paymentMethod", "=", "bank_transfer")
        .where("status", "in", ["pending_payment", "partly_paid"])
        .select(all())
        .as("transfers"),
      db
        .selectFrom("orderProblems")
        .where("status", "<>", "closed")
        .where("askedStaffAt", "is not", null)
        .select(all())
        .as("problems"),
      db
        .selectFrom("disputes")
        .where("closedAt", "is", null)
        .where("evidenceSentAt", "is", null)
        .select(all())
        .as("disputes"),
      batches.where("status", "=", "prepared").as("prepared"),
      batches.where("status", "=", "approved").as("approved"),
      selectByHand(db).select(all()).as("refunds"),
      db.selectFrom("reconciliationDifferences").where("resolvedAt", "is", null).select(all()).as("differences"),
    ])
    .executeTakeFirstOrThrow();
  const said = (text: (inputs: { count: number }) => string, count: bigint | null) =>
    count ? [text({ count: Number(count) })] : [];
  return {
    orders: [
      ...said(m["payments.work.transfers"], counts.transfers),
      ...said(m["payments.work.problems"], counts.problems),
    ],
    disputes: said(m["payments.work.disputes"], counts.disputes),
    payouts: [
      ...said(m["payments.work.prepared"], counts.prepared),
      ...said(m["payments.work.approved"], counts.approved),
    ],
    refunds: said(m["payments.work.refunds"], counts.refunds),
    ledger: said(m["payments.work.differences"], counts.differences),
  };
}

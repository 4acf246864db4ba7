import { m } from "~/paraglide/messages.js";
import type { Db } from "~/platform/db/db.server";

/** What waits for a treasurer, by the page on which it is done: a sentence with its number, nothing where nothing waits. */
export type MoneyWork = Readonly<Record<"orders" | "disputes" | "payouts" | "refunds" | "ledger", string[]>>;

export async function listMoneyWork(db: Db): Promise<MoneyWork> {
  const counts = await db
    .selectNoFrom((eb) => [
      eb
        .selectFrom("orders")
        .where("paymentMethod", "=", "bank_transfer")
        .where("status", "in", ["pending_payment", "partly_paid"])
        .select((one) => one.fn.countAll<bigint>().as("count"))
        .as("transfers"),
      eb
        .selectFrom("orderProblems")
        .where("status", "<>", "closed")
        .where("askedStaffAt", "is not", null)
        .select((one) => one.fn.countAll<bigint>().as("count"))
        .as("problems"),
      eb
        .selectFrom("disputes")
        .where("closedAt", "is", null)
        .where("evidenceSentAt", "is", null)
        .select((one) => one.fn.countAll<bigint>().as("count"))
        .as("disputes"),
      eb
        .selectFrom("payoutBatches")
        .where("status", "=", "prepared")
        .select((one) => one.fn.countAll<bigint>().as("count"))
        .as("prepared"),
      eb
        .selectFrom("payoutBatches")
        .where("status", "=", "approved")
        .select((one) => one.fn.countAll<bigint>().as("count"))
        .as("approved"),
      eb
        .selectFrom("refunds")
        .innerJoin("receipts", "receipts.id", "refunds.receiptId")
        .where("refunds.status", "=", "asked")
        .where("receipts.method", "<>", "stripe")
        .select((one) => one.fn.countAll<bigint>().as("count"))
        .as("refunds"),
      eb
        .selectFrom("reconciliationDifferences")
        .where("resolvedAt", "is", null)
        .select((one) => one.fn.countAll<bigint>().as("count"))
        .as("differences"),
    ])
    .executeTakeFirstOrThrow();
  const said = (text: (inputs: { count: number }) => string, count: bigint | null) =>
    Number(count ?? 0n) === 0 ? [] : [text({ count: Number(count) })];
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

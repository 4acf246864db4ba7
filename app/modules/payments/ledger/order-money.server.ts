import { sql } from "kysely";
import type { Db, Trx } from "~/platform/db/db.server";
import { fixOrderTerms } from "../terms/order-terms.server";
import type { OrderMoney } from "./rules";

export type LockedOrder = {
  orderId: string;
  sellerId: string;
  currency: string;
  commissionBasisPoints: number;
  holdDays: number;
  depositReleaseBasisPoints: number;
};

/**
 * Locks the money of orders until the transaction ends: what comes, goes back and is released waits for each other, since
 * each goes by what is pending. In the order of the ids, as everybody locks several. Who holds the orders themselves may
 * ask for it at any time.
 *
 * @throws when there is no such order
 */
export async function lockOrderMoney(trx: Trx, orderIds: readonly string[]): Promise<Map<string, LockedOrder>> {
  const ids = [...new Set(orderIds)];
  if (ids.length === 0) return new Map();
  await trx.selectFrom("orders").select("id").where("id", "in", ids).orderBy("id").forNoKeyUpdate().execute();
  // Money must never wait for terms: an order without them gets today's.
  await fixOrderTerms(trx, ids);
  const rows = await trx
    .selectFrom("orders")
    .innerJoin("orderTerms", "orderTerms.orderId", "orders.id")
    .select(["orders.id as orderId", "sellerId", "currency"])
    .select(["commissionBasisPoints", "holdDays", "depositReleaseBasisPoints"])
    .where("orders.id", "in", ids)
    .execute();
  if (rows.length < ids.length) throw new Error(`no such order among ${ids.join(", ")}`);
  return new Map(rows.map((row) => [row.orderId, row]));
}

export async function lockOneOrder(trx: Trx, orderId: string): Promise<LockedOrder> {
  const order = (await lockOrderMoney(trx, [orderId])).get(orderId);
  if (!order) throw new Error(`no such order: ${orderId}`);
  return order;
}

/** What the ledger has of an order; `counterMinor` is what the seller was paid over the counter and is not set off yet. */
export async function readOrderMoney(
  db: Db | Trx,
  orderId: string,
): Promise<OrderMoney & { counterMinor: bigint; lateMinor: bigint }> {
  const ofKind = (kind: string) =>
    sql<bigint>`coalesce(sum(amount_minor) filter (where ledger_accounts.kind = ${kind} and ledger_entries.kind <> 'counter_settled'), 0)::bigint`;
  const row = await db
    .selectFrom("ledgerEntries")
    .innerJoin("ledgerPostings", "ledgerPostings.entryId", "ledgerEntries.id")
    .innerJoin("ledgerAccounts", "ledgerAccounts.id", "ledgerPostings.accountId")
    .select([
      ofKind("seller_pending").as("pending"),
      ofKind("seller_payable").as("payable"),
      ofKind("commission").as("commission"),
      ofKind("refunds_late").as("late"),
      sql<bigint>`coalesce(sum(amount_minor) filter (where ledger_accounts.kind = 'counter'), 0)::bigint`.as("counter"),
    ])
    .where("orderId", "=", orderId)
    .executeTakeFirstOrThrow();
  return {
    pendingMinor: -row.pending,
    releasedMinor: -(row.payable + row.commission),
    commissionMinor: -row.commission,
    counterMinor: row.counter,
    lateMinor: -row.late,
  };
}

/** Keeps an order among those that the hourly release looks at as long as money of it is pending. */
export async function keepToRelease(trx: Trx, orderId: string, pendingMinor: bigint): Promise<void> {
  if (pendingMinor > 0n) {
    await trx
      .insertInto("ordersToRelease")
      .values({ orderId })
      .onConflict((conflict) => conflict.column("orderId").doNothing())
      .execute();
  } else {
    await trx.deleteFrom("ordersToRelease").where("orderId", "=", orderId).execute();
  }
}

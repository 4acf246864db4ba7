import { sql } from "kysely";
import { hasOpenProblem } from "~/modules/orders/index.server";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { isOrderHeld } from "../holds/holds.server";
import { commissionOf } from "../ledger/rules";
import { DUE_AT } from "./release-due-money.server";

export type PendingOrder = {
  orderId: string;
  reference: string;
  currency: string;
  pendingMinor: bigint;
  /** Of it: what the seller took herself at her door. */
  atDoorMinor: bigint;
  /** What the Federation keeps of the pending once it is due. */
  commissionMinor: bigint;
  /** Undefined until it goes out. */
  dueAt: Date | undefined;
  /** Why it is not due even then: the buyer has a problem open or disputes the payment, or it is held. */
  stopped: "problem" | "dispute" | "held" | undefined;
};

const MOST_PENDING = 200;

/** Orders of a seller whose money is not due yet, the soonest first, those that have not gone out last. */
export async function listPendingOrders(db: Db, sellerId: string, now = clock()): Promise<PendingOrder[]> {
  const rows = await db
    .selectFrom("ordersToRelease")
    .innerJoin("orders", "orders.id", "ordersToRelease.orderId")
    .innerJoin("orderTerms", "orderTerms.orderId", "orders.id")
    .innerJoinLateral(
      (join) =>
        join
          .selectFrom("ledgerEntries")
          .innerJoin("ledgerPostings", "ledgerPostings.entryId", "ledgerEntries.id")
          .innerJoin("ledgerAccounts", "ledgerAccounts.id", "ledgerPostings.accountId")
          .select([
            sql<bigint>`coalesce(-sum(amount_minor) filter (where ledger_accounts.kind = 'seller_pending'), 0)::bigint`.as(
              "pendingMinor",
            ),
            sql<bigint>`coalesce(sum(amount_minor) filter (where ledger_accounts.kind = 'counter'), 0)::bigint`.as(
              "atDoorMinor",
            ),
            sql<bigint>`coalesce(-sum(amount_minor) filter (
              where ledger_accounts.kind in ('seller_payable', 'commission')
                and ledger_entries.kind <> 'counter_settled'), 0)::bigint`.as("releasedMinor"),
            sql<bigint>`coalesce(-sum(amount_minor) filter (where ledger_accounts.kind = 'commission'), 0)::bigint`.as(
              "takenMinor",
            ),
          ])
          .whereRef("ledgerEntries.orderId", "=", "orders.id")
          .as("money"),
      (join) => join.onTrue(),
    )
    .select(["orders.id as orderId", "reference", "orders.currency", DUE_AT.as("dueAt")])
    .select(["pendingMinor", "atDoorMinor", "releasedMinor", "takenMinor", "commissionBasisPoints"])
    .select(
      sql<
        PendingOrder["stopped"] | null
      >`case when ${hasOpenProblem()} then 'problem' when dispute = 'open' then 'dispute'
        when ${isOrderHeld(now)} then 'held' end`.as("stopped"),
    )
    .where("orders.sellerId", "=", sellerId)
    .orderBy(sql`due_at`, (order) => order.asc().nullsLast())
    .orderBy("orders.id")
    .limit(MOST_PENDING)
    .execute();
  return rows.map(({ releasedMinor, takenMinor, commissionBasisPoints, ...row }) => ({
    ...row,
    commissionMinor: commissionOf(releasedMinor + row.pendingMinor, commissionBasisPoints) - takenMinor,
    dueAt: row.dueAt ?? undefined,
    stopped: row.stopped ?? undefined,
  }));
}

import { sql } from "kysely";
import type { Db } from "~/platform/db/db.server";
import type { EntryKind } from "./types";

export type SellerMovement = {
  entryId: bigint;
  kind: EntryKind;
  bookedAt: Date;
  currency: string;
  orderId: string | undefined;
  orderReference: string | undefined;
  /** Change of what is not due yet, of what is due, and of the commission that the Federation keeps. */
  pendingMinor: bigint;
  payableMinor: bigint;
  commissionMinor: bigint;
  /** What she took herself at her door, negative: it came to her and not to her balance; what she gave back of it is positive. */
  counterMinor: bigint;
};

export type MovementsAsked = {
  sellerId: string;
  currency?: string | undefined;
  from?: Date | undefined;
  until?: Date | undefined;
};

const PAGE_SIZE = 50;

function selectMovements(db: Db, { sellerId, currency, from, until }: MovementsAsked) {
  const ofKind = (kind: string) =>
    sql<bigint>`coalesce(-sum(amount_minor) filter (where ledger_accounts.kind = ${kind}), 0)::bigint`;
  return (
    db
      .selectFrom("ledgerEntries")
      .innerJoin("ledgerPostings", "ledgerPostings.entryId", "ledgerEntries.id")
      .innerJoin("ledgerAccounts", "ledgerAccounts.id", "ledgerPostings.accountId")
      .leftJoin("orders", "orders.id", "ledgerEntries.orderId")
      .select([
        "ledgerEntries.id as entryId",
        "ledgerEntries.kind",
        "bookedAt",
        "ledgerPostings.currency",
        "ledgerEntries.orderId",
        "orders.reference as orderReference",
        ofKind("seller_pending").as("pendingMinor"),
        ofKind("seller_payable").as("payableMinor"),
        ofKind("commission").as("commissionMinor"),
        ofKind("counter").as("counterMinor"),
      ])
      .where("ledgerEntries.sellerId", "=", sellerId)
      // Late money never was the seller's, and what the bank does with a payout moves nothing of hers.
      .where("ledgerEntries.kind", "not in", ["late_receipt", "payout_settled"])
      .$if(currency !== undefined, (query) => query.where("ledgerPostings.currency", "=", currency ?? ""))
      .$if(from !== undefined, (query) => query.where("bookedAt", ">=", from ?? null))
      .$if(until !== undefined, (query) => query.where("bookedAt", "<", until ?? null))
      .groupBy(["ledgerEntries.id", "ledgerPostings.currency", "orders.reference"])
      .having(sql`bool_or(ledger_accounts.kind in ('seller_pending', 'seller_payable'))`, "=", true)
  );
}

type Row = Awaited<ReturnType<ReturnType<typeof selectMovements>["execute"]>>[number];

const movementOf = (row: Row): SellerMovement => ({
  ...row,
  kind: row.kind as EntryKind,
  orderId: row.orderId ?? undefined,
  orderReference: row.orderReference ?? undefined,
});

/** Everything that changed a seller's balance, the latest first. */
export async function listSellerMovements(
  db: Db,
  asked: MovementsAsked,
  page = 1,
): Promise<{ movements: SellerMovement[]; hasMore: boolean }> {
  const rows = await selectMovements(db, asked)
    .orderBy("bookedAt", "desc")
    .orderBy("ledgerEntries.id", "desc")
    .limit(PAGE_SIZE + 1)
    .offset((page - 1) * PAGE_SIZE)
    .execute();
  return { movements: rows.slice(0, PAGE_SIZE).map(movementOf), hasMore: rows.length > PAGE_SIZE };
}

/** All of them in a span of time, the earliest first, as a statement shows them. */
export async function listMovementsBetween(
  db: Db,
  asked: MovementsAsked & { from: Date; until: Date },
): Promise<SellerMovement[]> {
  const rows = await selectMovements(db, asked).orderBy("bookedAt").orderBy("ledgerEntries.id").execute();
  return rows.map(movementOf);
}

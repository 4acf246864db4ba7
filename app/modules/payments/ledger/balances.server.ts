import { sql } from "kysely";
import type { Db, Trx } from "~/platform/db/db.server";
import type { AccountKind } from "./types";

export type LedgerBalance = { kind: AccountKind; currency: string; amountMinor: bigint };

/** What is on each kind of account, sellers' together; positive is debit. Those with nothing on them are left out. */
export async function ledgerBalances(db: Db | Trx): Promise<LedgerBalance[]> {
  const rows = await db
    .selectFrom("ledgerPostings")
    .innerJoin("ledgerAccounts", "ledgerAccounts.id", "ledgerPostings.accountId")
    .select(["kind", "ledgerAccounts.currency", sql<bigint>`sum(amount_minor)::bigint`.as("amountMinor")])
    .groupBy(["kind", "ledgerAccounts.currency"])
    .having(sql<bigint>`sum(amount_minor)`, "<>", 0n)
    .orderBy("kind")
    .orderBy("ledgerAccounts.currency")
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as AccountKind }));
}

export type SellerBalance = {
  currency: string;
  /** Of orders that are not due yet. */
  pendingMinor: bigint;
  /** Of the pending: what she took herself at her door, so that nothing of it comes to her any more. */
  atDoorMinor: bigint;
  /** Due and not yet sent; negative when more went back than was due. */
  payableMinor: bigint;
  /** Of the payable: in a batch that is not sent yet. */
  inPayoutMinor: bigint;
  /** Sent to the bank and not confirmed by it. */
  onItsWayMinor: bigint;
};

/** What a seller has, by currency, in the order of their codes. */
export async function sellerBalance(db: Db | Trx, sellerId: string): Promise<SellerBalance[]> {
  const owed = await db
    .selectFrom("ledgerAccounts")
    .innerJoin("ledgerPostings", "ledgerPostings.accountId", "ledgerAccounts.id")
    .select([
      "ledgerAccounts.currency",
      sql<bigint>`coalesce(-sum(amount_minor) filter (where kind = 'seller_pending'), 0)::bigint`.as("pendingMinor"),
      sql<bigint>`coalesce(-sum(amount_minor) filter (where kind = 'seller_payable'), 0)::bigint`.as("payableMinor"),
      sql<bigint>`coalesce(sum(amount_minor) filter (where kind = 'counter'), 0)::bigint`.as("atDoorMinor"),
    ])
    .where("sellerId", "=", sellerId)
    .groupBy("ledgerAccounts.currency")
    .orderBy("ledgerAccounts.currency")
    .execute();
  const paid = await db
    .selectFrom("payouts")
    .select([
      "currency",
      sql<bigint>`coalesce(sum(amount_minor) filter (where status = 'due'), 0)::bigint`.as("inPayoutMinor"),
      sql<bigint>`coalesce(sum(amount_minor) filter (where status = 'sent'), 0)::bigint`.as("onItsWayMinor"),
    ])
    .where("sellerId", "=", sellerId)
    .where("status", "in", ["due", "sent"])
    .groupBy("currency")
    .execute();
  const paidIn = new Map(paid.map((row) => [row.currency, row]));
  return owed.map((row) => {
    const { inPayoutMinor = 0n, onItsWayMinor = 0n } = paidIn.get(row.currency) ?? {};
    return { ...row, inPayoutMinor, onItsWayMinor };
  });
}

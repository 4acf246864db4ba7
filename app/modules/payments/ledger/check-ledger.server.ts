import { sql } from "kysely";
import type { Db, Trx } from "~/platform/db/db.server";
import { commissionOf } from "./rules";

/** A receipt, refund or dispute of which Stripe's books and ours have not met yet, with what of it is on `stripe_clearing`. */
export type ToClear = { item: string; currency: string; amountMinor: bigint; since: Date };

export type LedgerCheck = {
  /** Entries that do not sum to zero or lack postings: none, unless a constraint was taken away. */
  unbalanced: bigint[];
  /**
   * Orders of which more was released or taken than came, that paid another commission than what is due costs, or of which
   * money is pending and nobody looks at it.
   */
  wrongOrders: string[];
  toClear: ToClear[];
  /** What is on `stripe_clearing` beyond all that is to clear, by currency: nothing, ever. */
  clearingRest: { currency: string; amountMinor: bigint }[];
};

/** Goes through the whole ledger; for tests, for measuring under load, and for whoever doubts. */
export async function checkLedger(db: Db | Trx): Promise<LedgerCheck> {
  const unbalanced = await sql<{ id: bigint }>`
    select e.id from ledger_entries e left join (
      select entry_id, sum(postings) as postings, bool_or(rest <> 0) as is_off from (
        select entry_id, currency, count(*) as postings, sum(amount_minor) as rest from ledger_postings group by 1, 2) as by_currency
      group by 1) p on p.entry_id = e.id
    where p.entry_id is null or p.is_off or p.postings <> e.posting_count order by 1`.execute(db);
  const toClear = await listToClear(db);
  const onClearing = await db
    .selectFrom("ledgerPostings")
    .innerJoin("ledgerAccounts", "ledgerAccounts.id", "ledgerPostings.accountId")
    .select(["ledgerAccounts.currency", sql<bigint>`sum(amount_minor)::bigint`.as("amountMinor")])
    .where("kind", "=", "stripe_clearing")
    .groupBy("ledgerAccounts.currency")
    .execute();
  const clearingRest = onClearing
    .map(({ currency, amountMinor }) => ({
      currency,
      amountMinor: toClear
        .filter((one) => one.currency === currency)
        .reduce((rest, one) => rest - one.amountMinor, amountMinor),
    }))
    .filter(({ amountMinor }) => amountMinor !== 0n);
  return {
    unbalanced: unbalanced.rows.map(({ id }) => id),
    wrongOrders: await findWrongOrders(db),
    toClear,
    clearingRest,
  };
}

/** What Stripe's books and ours have not met in, the oldest first; `before` leaves out what is younger. */
export async function listToClear(db: Db | Trx, before?: Date): Promise<ToClear[]> {
  const rows = await db
    .selectFrom("ledgerEntries")
    .innerJoin("ledgerPostings", "ledgerPostings.entryId", "ledgerEntries.id")
    .innerJoin("ledgerAccounts", "ledgerAccounts.id", "ledgerPostings.accountId")
    .select(["clearingItem as item", "ledgerAccounts.currency"])
    .select([sql<bigint>`sum(amount_minor)::bigint`.as("amountMinor"), sql<Date>`min(booked_at)`.as("since")])
    .where("clearingItem", "is not", null)
    .where("ledgerAccounts.kind", "=", "stripe_clearing")
    .groupBy(["clearingItem", "ledgerAccounts.currency"])
    .having(sql<bigint>`sum(amount_minor)`, "<>", 0n)
    .$if(before !== undefined, (query) => query.having(sql<Date>`max(booked_at)`, "<", before ?? null))
    .orderBy("since")
    .orderBy("item")
    .execute();
  return rows.flatMap(({ item, ...row }) => (item === null ? [] : [{ ...row, item }]));
}

async function findWrongOrders(db: Db | Trx): Promise<string[]> {
  const sumOf = (kind: string) =>
    sql<bigint>`coalesce(-sum(amount_minor) filter (where ledger_accounts.kind = ${kind}), 0)::bigint`;
  const rows = await db
    .selectFrom("ledgerEntries")
    .innerJoin("ledgerPostings", "ledgerPostings.entryId", "ledgerEntries.id")
    .innerJoin("ledgerAccounts", "ledgerAccounts.id", "ledgerPostings.accountId")
    .innerJoin("orderTerms", "orderTerms.orderId", "ledgerEntries.orderId")
    .leftJoin("ordersToRelease", "ordersToRelease.orderId", "ledgerEntries.orderId")
    .select(["orderTerms.orderId", "commissionBasisPoints", "ordersToRelease.orderId as looked"])
    .select([sumOf("seller_pending").as("pending"), sumOf("seller_payable").as("payable")])
    .select(sumOf("commission").as("commission"))
    .where("ledgerEntries.kind", "<>", "counter_settled")
    .groupBy(["orderTerms.orderId", "ordersToRelease.orderId"])
    .orderBy("orderTerms.orderId")
    .execute();
  return rows
    .filter(
      ({ pending, payable, commission, commissionBasisPoints, looked }) =>
        pending < 0n ||
        pending > 0n !== (looked !== null) ||
        commission !== commissionOf(payable + commission, commissionBasisPoints),
    )
    .map(({ orderId }) => orderId);
}

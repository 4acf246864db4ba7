import { sql } from "kysely";
import type { Db } from "~/platform/db/db.server";
import { dayInBaku, instantInBaku } from "~/platform/calendar";
import { listMovementsBetween, type SellerMovement } from "../ledger/movements.server";

export type Statement = {
  currency: string;
  /** What was owed to the seller, due or not, as the month began; what she took at her door is not owed to her. */
  openingMinor: bigint;
  movements: SellerMovement[];
  closingMinor: bigint;
};

const firstOf = (month: string) => instantInBaku(`${month}-01T00:00`);

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
}

/**
 * What moved on a seller's balance in a month of Baku's calendar, by currency.
 *
 * @param month `2026-11`
 * @returns undefined when that is no month
 */
export async function findStatements(db: Db, sellerId: string, month: string): Promise<Statement[] | undefined> {
  const [from, until] = [firstOf(month), firstOf(monthAfter(month))];
  if (!/^\d{4}-\d\d$/.test(month) || !from || !until) return undefined;
  const opening = await db
    .selectFrom("ledgerAccounts")
    .innerJoin("ledgerPostings", "ledgerPostings.accountId", "ledgerAccounts.id")
    .innerJoin("ledgerEntries", "ledgerEntries.id", "ledgerPostings.entryId")
    .select("ledgerAccounts.currency")
    .select(sql<bigint>`coalesce(-sum(amount_minor) filter (where booked_at < ${from}), 0)::bigint`.as("openingMinor"))
    .where("ledgerAccounts.sellerId", "=", sellerId)
    .where("ledgerAccounts.kind", "in", ["seller_pending", "seller_payable", "counter"])
    .where("bookedAt", "<", until)
    .groupBy("ledgerAccounts.currency")
    .orderBy("ledgerAccounts.currency")
    .execute();
  const movements = await listMovementsBetween(db, { sellerId, from, until });
  return opening.map(({ currency, openingMinor }) => {
    const own = movements.filter((one) => one.currency === currency);
    const closingMinor = own.reduce(
      (sum, one) => sum + one.pendingMinor + one.payableMinor + one.counterMinor,
      openingMinor,
    );
    return { currency, openingMinor, movements: own, closingMinor };
  });
}

/** The months of which there can be a statement, the latest first, no more than a year. */
export function statementMonths(now: Date): string[] {
  const months = [dayInBaku(now).slice(0, 7)];
  while (months.length < 12) {
    const [year = 0, number = 0] = (months.at(-1) ?? "").split("-").map(Number);
    months.push(number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, "0")}`);
  }
  return months;
}

import { sql } from "kysely";
import type { Trx } from "~/platform/db/db.server";
import { SELLERS_ACCOUNTS, type AccountKind, type EntryKind } from "./types";

/** An account by what it is; whose it is comes with the entry. */
export type Posting = { account: AccountKind; currency: string; amountMinor: bigint };

export type Entry = {
  kind: EntryKind;
  /** What is booked, by its id: the same again books nothing. */
  source: { kind: string; id: string };
  orderId?: string;
  sellerId?: string;
  /** `receipt:`, `refund:` or `dispute:` and our id, where it touches `stripe_clearing`. */
  clearingItem?: string;
  note?: string;
  /** Those of nothing are left out. */
  postings: readonly Posting[];
};

type Account = { kind: AccountKind; sellerId: string | null; currency: string };

const isSellers = (kind: AccountKind) => SELLERS_ACCOUNTS.some((one) => one === kind);
const keyOf = ({ kind, sellerId, currency }: Account) => `${kind} ${sellerId ?? ""} ${currency}`;

/**
 * Books entries that belong together. An entry of which the source is booked already is passed over, and one that is being
 * booked at this moment is waited for.
 *
 * @returns for each entry whether it was booked
 */
export async function bookEntries(trx: Trx, entries: readonly Entry[], at: Date): Promise<boolean[]> {
  const weighed = entries.map((entry) => ({
    ...entry,
    postings: entry.postings.filter(({ amountMinor }) => amountMinor !== 0n),
  }));
  const accounts = await findAccounts(trx, weighed);
  const booked: boolean[] = [];
  for (const entry of weighed) booked.push(await bookEntry(trx, entry, accounts, at));
  return booked;
}

async function bookEntry(
  trx: Trx,
  entry: Entry,
  accounts: ReadonlyMap<string, number>,
  bookedAt: Date,
): Promise<boolean> {
  if (entry.postings.length === 0) return false;
  const row = await trx
    .insertInto("ledgerEntries")
    .values({
      kind: entry.kind,
      sourceKind: entry.source.kind,
      sourceId: entry.source.id,
      orderId: entry.orderId,
      sellerId: entry.sellerId,
      clearingItem: entry.clearingItem,
      note: entry.note,
      postingCount: entry.postings.length,
      bookedAt,
    })
    .onConflict((conflict) => conflict.columns(["sourceKind", "sourceId"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!row) return false;
  await trx
    .insertInto("ledgerPostings")
    .values(
      entry.postings.map(({ account, currency, amountMinor }, at) => ({
        entryId: row.id,
        position: at + 1,
        accountId: idOf(accounts, accountOf(entry, account, currency)),
        currency,
        amountMinor,
      })),
    )
    .execute();
  return true;
}

function accountOf({ sellerId }: Entry, kind: AccountKind, currency: string): Account {
  return { kind, sellerId: isSellers(kind) ? (sellerId ?? null) : null, currency };
}

function idOf(accounts: ReadonlyMap<string, number>, account: Account): number {
  const id = accounts.get(keyOf(account));
  if (id === undefined) throw new Error(`there is no account ${keyOf(account)}`);
  return id;
}

/** Accounts are opened when they are first needed, always in the same order, so that two that open them wait in line. */
async function findAccounts(trx: Trx, entries: readonly Entry[]): Promise<Map<string, number>> {
  const needed = new Map(
    entries
      .flatMap((entry) => entry.postings.map(({ account, currency }) => accountOf(entry, account, currency)))
      .map((account) => [keyOf(account), account]),
  );
  const known = await readAccounts(trx, [...needed.values()]);
  const missing = [...needed.keys()].filter((key) => !known.has(key)).toSorted();
  if (missing.length === 0) return known;
  await trx
    .insertInto("ledgerAccounts")
    .values(missing.flatMap((key) => needed.get(key) ?? []))
    .onConflict((conflict) => conflict.columns(["kind", "sellerId", "currency"]).doNothing())
    .execute();
  return readAccounts(trx, [...needed.values()]);
}

async function readAccounts(trx: Trx, accounts: readonly Account[]): Promise<Map<string, number>> {
  if (accounts.length === 0) return new Map();
  const rows = await trx
    .selectFrom("ledgerAccounts")
    .select(["id", "kind", "sellerId", "currency"])
    .where((eb) =>
      eb.or(
        accounts.map(({ kind, sellerId, currency }) =>
          eb.and([
            eb("kind", "=", kind),
            eb("currency", "=", currency),
            sellerId === null ? eb("sellerId", "is", null) : eb("sellerId", "=", sellerId),
          ]),
        ),
      ),
    )
    .execute();
  return new Map(rows.map((row) => [keyOf({ ...row, kind: row.kind as AccountKind }), row.id]));
}

/** Postings of an entry by account, the amounts of one account added up. */
export async function readPostings(trx: Trx, source: Entry["source"]): Promise<Map<AccountKind, bigint> | undefined> {
  const rows = await trx
    .selectFrom("ledgerEntries")
    .innerJoin("ledgerPostings", "ledgerPostings.entryId", "ledgerEntries.id")
    .innerJoin("ledgerAccounts", "ledgerAccounts.id", "ledgerPostings.accountId")
    .select(["ledgerAccounts.kind", sql<bigint>`sum(amount_minor)::bigint`.as("amountMinor")])
    .where("sourceKind", "=", source.kind)
    .where("sourceId", "=", source.id)
    .groupBy("ledgerAccounts.kind")
    .execute();
  if (rows.length === 0) return undefined;
  return new Map(rows.map(({ kind, amountMinor }) => [kind as AccountKind, amountMinor]));
}

import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { bookEntries, type Posting } from "~/modules/payments/ledger/entries.server";
import type { Trx } from "~/platform/db/db.server";
import { makeApprovedSeller } from "~db/factories";
import { testDb } from "~tests/support/database";
import { AT, expectSoundLedger, makeOrder } from "~tests/support/ledger";

let count = 0;
const EUR = (account: Posting["account"], amount: number): Posting => ({
  account,
  currency: "EUR",
  amountMinor: BigInt(amount),
});

async function book(postings: readonly Posting[], id = `test-${(count += 1)}`): Promise<bigint> {
  await testDb
    .transaction()
    .execute((trx) => bookEntries(trx, [{ kind: "receipt", source: { kind: "test", id }, postings }], AT));
  const { id: entryId } = await testDb
    .selectFrom("ledgerEntries")
    .select("id")
    .where("sourceId", "=", id)
    .executeTakeFirstOrThrow();
  return entryId;
}

const inSql = (statement: ReturnType<typeof sql>) => testDb.transaction().execute((trx: Trx) => statement.execute(trx));

describe("an entry", () => {
  it("that does not sum to zero is refused", async () => {
    await expect(book([EUR("bank", 100), EUR("commission", -99)])).rejects.toMatchObject({
      constraint: "ledger_entries_balanced",
    });
  });

  it("sums to zero in each currency, not over all of them", async () => {
    const dollars: Posting = { account: "commission", currency: "USD", amountMinor: -100n };
    await expect(book([EUR("bank", 100), dollars])).rejects.toMatchObject({ constraint: "ledger_entries_balanced" });
  });

  it("has two postings at least", async () => {
    await expect(book([EUR("bank", 100)])).rejects.toMatchObject({ code: "23514" });
  });

  it("without the postings that it announced is refused", async () => {
    const empty = sql`insert into ledger_entries (kind, source_kind, source_id, posting_count, booked_at)
      values ('receipt', 'test', 'empty', 2, ${AT})`;
    await expect(inSql(empty)).rejects.toMatchObject({ constraint: "ledger_entries_whole" });
  });

  it("takes no further postings later, not even such that sum to zero", async () => {
    const id = await book([EUR("bank", 100), EUR("commission", -100)]);
    const more = sql`insert into ledger_postings (entry_id, position, account_id, currency, amount_minor)
      select entry_id, position + 2, account_id, currency, amount_minor from ledger_postings where entry_id = ${id}`;
    await expect(inSql(more)).rejects.toMatchObject({ constraint: "ledger_entries_whole" });
  });

  it("names an account of its own currency", async () => {
    await book([EUR("bank", 100), EUR("commission", -100)]);
    const other = sql`
      with entry as (insert into ledger_entries (kind, source_kind, source_id, posting_count, booked_at)
        values ('receipt', 'test', 'other', 2, ${AT}) returning id)
      insert into ledger_postings (entry_id, position, account_id, currency, amount_minor)
      select entry.id, place, ledger_accounts.id, 'USD', amount from entry, ledger_accounts, (values (1, 5), (2, -5)) as of (place, amount)
      where kind = 'bank'`;
    await expect(inSql(other)).rejects.toMatchObject({ code: "23503" });
  });

  it("has no posting of nothing", async () => {
    await book([EUR("bank", 100), EUR("commission", -100)]);
    const nothing = sql`
      with entry as (insert into ledger_entries (kind, source_kind, source_id, posting_count, booked_at)
        values ('receipt', 'test', 'nothing', 2, ${AT}) returning id)
      insert into ledger_postings (entry_id, position, account_id, currency, amount_minor)
      select entry.id, 1, ledger_accounts.id, currency, 0 from entry, ledger_accounts where kind = 'bank'`;
    await expect(inSql(nothing)).rejects.toMatchObject({ code: "23514" });
  });

  it("of an order is of that order's seller", async () => {
    const order = await makeOrder(testDb);
    const stranger = await makeApprovedSeller(testDb);
    const foreign = testDb.transaction().execute((trx) =>
      bookEntries(
        trx,
        [
          {
            kind: "receipt",
            source: { kind: "test", id: "foreign" },
            orderId: order.orderId,
            sellerId: stranger.sellerId,
            postings: [EUR("bank", 1), EUR("seller_pending", -1)],
          },
        ],
        AT,
      ),
    );
    await expect(foreign).rejects.toMatchObject({ code: "23503" });
  });

  it("on a seller's account names the seller", async () => {
    await expect(book([EUR("bank", 1), EUR("seller_pending", -1)])).rejects.toMatchObject({
      constraint: "ledger_accounts_of_sellers",
    });
  });

  it("is booked once for its source, whatever the second says", async () => {
    await book([EUR("bank", 100), EUR("commission", -100)], "once");
    await book([EUR("bank", 900), EUR("commission", -900)], "once");

    const rows = await testDb
      .selectFrom("ledgerEntries")
      .innerJoin("ledgerPostings", "ledgerPostings.entryId", "ledgerEntries.id")
      .select("amountMinor")
      .where("sourceId", "=", "once")
      .execute();
    expect(rows.map(({ amountMinor }) => Number(amountMinor)).toSorted((one, other) => one - other)).toEqual([
      -100, 100,
    ]);
  });

  it("has one source in the database, also for who goes around the bookings", async () => {
    await book([EUR("bank", 100), EUR("commission", -100)], "twice");
    const again = sql`insert into ledger_entries (kind, source_kind, source_id, posting_count, booked_at)
      values ('receipt', 'test', 'twice', 2, ${AT})`;
    await expect(inSql(again)).rejects.toMatchObject({ constraint: "ledger_entries_source" });
  });
});

describe("what is booked", () => {
  const KEPT = { constraint: "ledger_kept" };

  it.each(["ledger_accounts", "ledger_entries", "ledger_postings"])("in %s is not emptied", async (table) => {
    await book([EUR("bank", 100), EUR("commission", -100)]);
    await expect(inSql(sql`truncate ${sql.table(table)} cascade`)).rejects.toMatchObject(KEPT);
  });

  it.each(["ledger_accounts", "ledger_entries", "ledger_postings"])("in %s is not deleted", async (table) => {
    await book([EUR("bank", 100), EUR("commission", -100)]);
    await expect(inSql(sql`delete from ${sql.table(table)}`)).rejects.toMatchObject(KEPT);
  });

  it.each([
    ["the amounts of postings", sql`update ledger_postings set amount_minor = amount_minor * 2`],
    ["the accounts of postings", sql`update ledger_postings set account_id = account_id`],
    ["the day of an entry", sql`update ledger_entries set booked_at = booked_at + interval '1 day'`],
    ["the order of an entry", sql`update ledger_entries set order_id = null`],
    ["what an account is", sql`update ledger_accounts set kind = 'exchange' where kind = 'bank'`],
    ["the currency of an account", sql`update ledger_accounts set currency = 'USD'`],
  ])("is not changed: %s", async (_what, statement) => {
    await book([EUR("bank", 100), EUR("commission", -100)]);
    await expect(inSql(statement)).rejects.toMatchObject(KEPT);
  });
});

it("an account exists once, also when two transactions open it at the same moment", async () => {
  const postings: Posting[] = [
    { account: "bank", currency: "GEL", amountMinor: 5n },
    { account: "unexplained", currency: "GEL", amountMinor: -5n },
  ];
  await Promise.all([...Array(6).keys()].map((at) => book(at % 2 ? postings : postings.toReversed())));

  const accounts = await testDb.selectFrom("ledgerAccounts").select("kind").where("currency", "=", "GEL").execute();
  expect(accounts).toHaveLength(2);
  await expectSoundLedger(testDb);
});

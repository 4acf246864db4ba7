import { beforeAll, expect, it, vi } from "vitest";
import { testDatabaseUrl, testDb } from "~tests/support/database";
import { makeRates } from "~db/factories";

type Opened = typeof import("~/platform/db/db.server");
type Search = typeof import("~/modules/search/index.server");

let opened: Opened;
let search: Search;

// A session that may not write stands for the replica: it refuses what a replica refuses, with the same words.
beforeAll(async () => {
  await makeRates(testDb, { EUR: 2 });
  process.env.DATABASE_READ_URL = `${testDatabaseUrl}?options=-c%20default_transaction_read_only%3Don`;
  vi.resetModules();
  opened = await import("~/platform/db/db.server");
  search = await import("~/modules/search/index.server");
  return async () => {
    delete process.env.DATABASE_READ_URL;
    await opened.closeDatabases();
  };
});

it("public pages read from the replica, which refuses to write", async () => {
  const writing = opened.readDb.updateTable("searchInstallations").set({ rebuildingSince: null }).execute();

  await expect(writing).rejects.toThrow(/read-only transaction/);
  expect(await opened.readDb.selectFrom("exchangeRates").select("currency").execute()).not.toEqual([]);
});

it("what a search that found nothing leaves behind is written to the primary", async () => {
  const nothing = {
    text: "qqqq zzzz",
    locale: "az",
    destination: "AZ",
    currency: "AZN",
    chosen: {},
    onlyShipsHere: false,
    sort: "relevance",
    page: 1,
    pageSize: 10,
  } as const;

  const { total } = await search.searchListings(opened.readDb, nothing, new Date(), { engine: null });

  expect(total).toBe(0);
  const noted = await testDb.selectFrom("zeroResultSearches").select("text").execute();
  expect(noted).toEqual([{ text: "qqqq zzzz" }]);
});

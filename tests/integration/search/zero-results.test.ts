import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { ListingSearch } from "~/modules/search";
import { listZeroResults, searchListings } from "~/modules/search/index.server";
import { makePublishedListing } from "~db/factories";
import { testDb } from "~tests/support/database";
import { catchUp, closeEngine } from "./both-engines";

const search: ListingSearch = {
  ...{ text: "", locale: "en", destination: "DE", currency: "EUR", chosen: {}, onlyShipsHere: false },
  ...{ sort: "relevance", page: 1, pageSize: 10 },
};

const MONDAY = new Date("2026-11-23T09:00:00Z");
const TUESDAY = new Date("2026-11-24T09:00:00Z");

const ask = (asked: Partial<ListingSearch>, now = MONDAY) =>
  searchListings(testDb, { ...search, ...asked }, now, { engine: null });

beforeEach(async () => {
  await testDb.deleteFrom("zeroResultSearches").execute();
});
afterAll(closeEngine);

describe("the log of searches that found nothing", () => {
  it("counts a text per day and language", async () => {
    await ask({ text: "Gramophone" });
    await ask({ text: "gramophone" });
    await ask({ text: "gramophone", locale: "az" });
    await ask({ text: "gramophone" }, TUESDAY);

    expect(await listZeroResults(testDb, "2026-11-23")).toEqual([
      { text: "gramophone", locale: "en", count: 3, lastOn: "2026-11-24" },
      { text: "gramophone", locale: "az", count: 1, lastOn: "2026-11-23" },
    ]);
    expect(await listZeroResults(testDb, "2026-11-24")).toEqual([
      { text: "gramophone", locale: "en", count: 1, lastOn: "2026-11-24" },
    ]);
  });

  it.each([
    ["gramophone for leyla@example.az", "gramophone for"],
    ["gramophone +994 50 123 45 67", "gramophone"],
    ["gramophone (012) 498-12-34", "gramophone"],
    ["gramophone https://shop.example/x?y=1", "gramophone"],
    ["gramophone www.shop.az", "gramophone"],
    ["gramophone my-shop.com/page", "gramophone"],
    ["gramophone AZ21NABZ00000000137010001944", "gramophone"],
    ["gramophone 4169 7388 1234 5678", "gramophone"],
  ])("keeps of '%s' only what names nobody", async (text, kept) => {
    await ask({ text });

    expect((await listZeroResults(testDb, "2026-11-01")).map((row) => row.text)).toEqual([kept]);
  });

  it("keeps nothing of a text that is only a way to reach somebody", async () => {
    await ask({ text: "leyla@example.az" });

    expect(await listZeroResults(testDb, "2026-11-01")).toEqual([]);
  });

  it("keeps numbers that belong to things", async () => {
    await ask({ text: "gramophone 925 A3" });

    expect((await listZeroResults(testDb, "2026-11-01")).map((row) => row.text)).toEqual(["gramophone 925 a3"]);
  });

  it("leaves out what was found, what filters have emptied, and later pages", async () => {
    await makePublishedListing(testDb, { title: "Mis sini" });
    await catchUp();
    await ask({ text: "sini" });
    await ask({ text: "gramophone", chosen: { region: ["naxcivan"] } });
    await ask({ text: "gramophone", page: 2 });
    await ask({ text: "" });

    expect(await listZeroResults(testDb, "2026-11-01")).toEqual([]);
  });
});

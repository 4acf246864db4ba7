import { beforeEach, describe, expect, it } from "vitest";
import { listZeroResults } from "~/modules/search/index.server";
import { parseListingSearch } from "~/modules/search/search-url";
import { noteZeroResult } from "~/modules/search/zero-results.server";
import { readerOf } from "~/platform/i18n/reader";
import { testDb } from "~tests/support/database";

const reader = (lang: string) => readerOf(new URL(`https://karvan.example/${lang}`), () => true);

async function find(text: string, { on = "2026-11-24", lang = "az", filters = {} } = {}): Promise<void> {
  const search = parseListingSearch(new URLSearchParams({ q: text, ...filters }), reader(lang));
  await noteZeroResult(testDb, search, on);
}

const texts = async () => (await listZeroResults(testDb, "2026-01-01")).map(({ text }) => text);

beforeEach(async () => {
  await testDb.deleteFrom("zeroResultSearches").execute();
});

describe("texts that found nothing", () => {
  it("are counted over days and listed by how often they were asked", async () => {
    await find("samovar", { on: "2026-11-23" });
    await find("Samovar ", { on: "2026-11-24" });
    await find("tar", { on: "2026-11-24" });

    expect(await listZeroResults(testDb, "2026-11-01")).toEqual([
      { text: "samovar", locale: "az", count: 2, lastOn: "2026-11-24" },
      { text: "tar", locale: "az", count: 1, lastOn: "2026-11-24" },
    ]);
  });

  it("are counted for each language", async () => {
    await find("samovar", { lang: "az" });
    await find("samovar", { lang: "ru" });

    expect(await listZeroResults(testDb, "2026-11-01")).toMatchObject([
      { locale: "az", count: 1 },
      { locale: "ru", count: 1 },
    ]);
  });

  it("are left out before the day that is asked for", async () => {
    await find("samovar", { on: "2026-11-23" });

    expect(await listZeroResults(testDb, "2026-11-24")).toEqual([]);
  });

  it("are as many as are asked for", async () => {
    for (const text of ["samovar", "tar", "zurna"]) await find(text);

    expect(await listZeroResults(testDb, "2026-11-01", 2)).toHaveLength(2);
  });

  it.each([
    ["carpet for aynur@example.org please", "carpet for please"],
    ["call +994 50 123 45 67", "call"],
    ["see https://example.org/me", "see"],
    ["www.example.org shawl", "shawl"],
  ])("keep nothing that names somebody: '%s'", async (typed, kept) => {
    await find(typed);
    expect(await texts()).toEqual([kept]);
  });

  it("are none when only a way to reach somebody was typed", async () => {
    await find("aynur@example.org");
    expect(await texts()).toEqual([]);
  });

  it("are none when filters took everything away", async () => {
    await find("samovar", { filters: { here: "1" } });

    expect(await texts()).toEqual([]);
  });
});

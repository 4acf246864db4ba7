import { beforeAll, describe, expect, it } from "vitest";
import { saveListing } from "~/modules/catalog/index.server";
import {
  findListingMonth,
  listListingNumbers,
  listSellerMonth,
  makeNumbersFile,
} from "~/modules/reporting/index.server";
import { makeApprovedSeller, makeBuyer, makePublishedListing, makeSellerActor, makeViews } from "~db/factories";
import { testDb } from "~tests/support/database";

const TODAY = "2026-11-26";
let sellerId: string;
let tray: string;
let cup: string;

beforeAll(async () => {
  ({ sellerId } = await makeApprovedSeller(testDb));
  tray = (await makePublishedListing(testDb, { sellerId, title: "Sini" })).listingId;
  cup = (await makePublishedListing(testDb, { sellerId, title: '=Fincan, "mis"' })).listingId;
  await makeViews(testDb, tray, TODAY, 5);
  await makeViews(testDb, cup, TODAY, 2);
  await makeViews(testDb, cup, "2026-10-28", 7);
  await makeViews(testDb, cup, "2026-10-27", 100);
  const [first, second] = [await makeBuyer(testDb), await makeBuyer(testDb)];
  // Half past midnight in Baku is still the day before in UTC.
  await saveListing(testDb, first, cup, new Date("2026-11-25T20:30:00Z"));
  await saveListing(testDb, second, cup, new Date("2026-11-20T08:00:00Z"));
  // One of the team keeps it, too, which is nobody's interest.
  const { userId } = await makeSellerActor(testDb, sellerId, "editor");
  await saveListing(testDb, { ...first, userId }, cup, new Date("2026-11-20T09:00:00Z"));
  const other = await makePublishedListing(testDb);
  await makeViews(testDb, other.listingId, TODAY, 50);
  await saveListing(testDb, first, other.listingId, new Date("2026-11-26T08:00:00Z"));
});

describe("a seller's month", () => {
  it("has every one of the thirty days up to today, with what was done on it", async () => {
    const { days, views, saves } = await listSellerMonth(testDb, sellerId, TODAY, "en");

    expect(days).toHaveLength(30);
    expect(days[0]).toEqual({ day: "2026-10-28", label: "28 Oct", views: 7, saves: 0 });
    expect(days.at(-1)).toEqual({ day: TODAY, label: "26 Nov", views: 7, saves: 1 });
    expect({ views, saves }).toEqual({ views: 14, saves: 2 });
  });

  it("is empty for who has nothing", async () => {
    const nobody = await makeApprovedSeller(testDb);
    const { days, views, saves } = await listSellerMonth(testDb, nobody.sellerId, TODAY, "az");
    expect([days.length, views, saves]).toEqual([30, 0, 0]);
  });

  it("is that of one listing when it is asked for, and only for whose it is", async () => {
    const own = await findListingMonth(testDb, { sellerId, listingId: cup }, TODAY, "az");
    const stranger = await makeApprovedSeller(testDb);

    expect(own?.month).toMatchObject({ views: 9, saves: 2 });
    expect(
      await findListingMonth(testDb, { sellerId: stranger.sellerId, listingId: cup }, TODAY, "az"),
    ).toBeUndefined();
  });
});

describe("the numbers by listing", () => {
  it.each([
    ["views", ["=Fincan", "Sini"]],
    ["saves", ["=Fincan", "Sini"]],
    ["title", ["=Fincan", "Sini"]],
  ] as const)("are sorted by %s", async (sort, order) => {
    const question = { sellerId, today: TODAY, locale: "az" as const, sort, page: 1 };
    const { listings, total } = await listListingNumbers(testDb, question);

    expect(listings.map(({ title }) => title.split(",")[0])).toEqual(order);
    expect(total).toBe(2);
  });

  it("come a page at a time", async () => {
    const question = { sellerId, today: TODAY, locale: "az" as const, sort: "views" as const, page: 2 };
    expect((await listListingNumbers(testDb, question)).listings).toEqual([]);
  });
});

describe("the file", () => {
  it("has a row per day and listing on which something happened, and no cell that a spreadsheet would calculate", async () => {
    const file = await makeNumbersFile(testDb, sellerId, TODAY, "en");

    expect(file).toBe(
      [
        "\uFEFFDay,Listing,Views,Saves",
        `2026-10-28,"'=Fincan, ""mis""",7,0`,
        `2026-11-20,"'=Fincan, ""mis""",0,1`,
        `2026-11-26,"'=Fincan, ""mis""",2,1`,
        "2026-11-26,Sini,5,0",
        "",
      ].join("\r\n"),
    );
  });
});

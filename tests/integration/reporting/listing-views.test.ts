import { describe, expect, it } from "vitest";
import { forgetVisitors, recordView } from "~/modules/reporting/index.server";
import { makeBuyer, makeListing, makePublishedListing, makeSellerActor } from "~db/factories";
import { testDb } from "~tests/support/database";

const NOW = new Date("2026-11-26T10:00:00Z");
const BROWSER = "Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36";

type Changes = { clientAddress?: string; agent?: string; userId?: string };
const look = (slug: string, { clientAddress = "192.0.2.1", agent = BROWSER, userId }: Changes = {}, now = NOW) =>
  recordView(testDb, { slug, clientAddress, agent, userId }, now);

const daysOf = (listingId: string) =>
  testDb
    .selectFrom("listingViewDays")
    .select(["day", "views"])
    .where("listingId", "=", listingId)
    .orderBy("day")
    .execute();

describe("a look at a listing", () => {
  it("counts once for a visitor and day, however often she comes", async () => {
    const { slug, listingId } = await makePublishedListing(testDb);

    expect([await look(slug), await look(slug)]).toEqual([true, false]);
    expect(await daysOf(listingId)).toEqual([{ day: "2026-11-26", views: 1 }]);
  });

  it("counts once when the browser tells of it twice at the same moment", async () => {
    const { slug, listingId } = await makePublishedListing(testDb);

    const counted = await Promise.all(Array.from({ length: 8 }, () => look(slug)));

    expect(counted.filter(Boolean)).toHaveLength(1);
    expect(await daysOf(listingId)).toEqual([{ day: "2026-11-26", views: 1 }]);
  });

  it("counts each of many visitors who come at the same moment, on a day that nobody has begun", async () => {
    const { slug, listingId } = await makePublishedListing(testDb);
    const now = new Date("2026-10-01T10:00:00Z");

    await Promise.all(Array.from({ length: 12 }, (_, at) => look(slug, { clientAddress: `192.0.2.${at}` }, now)));

    expect(await daysOf(listingId)).toEqual([{ day: "2026-10-01", views: 12 }]);
  });

  it("counts another visitor, another browser and another day of Baku", async () => {
    const { slug, listingId } = await makePublishedListing(testDb);
    await look(slug);
    await look(slug, { clientAddress: "192.0.2.2" });
    await look(slug, { agent: BROWSER.replace("140", "141") });
    await look(slug, {}, new Date("2026-11-26T20:00:00Z"));

    expect(await daysOf(listingId)).toEqual([
      { day: "2026-11-26", views: 3 },
      { day: "2026-11-27", views: 1 },
    ]);
  });

  it.each([
    "",
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "curl/8.5.0",
    "python-requests/2.32",
    "Mozilla/5.0 (compatible; bingbot/2.0)",
  ])("of the robot '%s' does not count", async (agent) => {
    const { slug, listingId } = await makePublishedListing(testDb);
    expect(await look(slug, { agent })).toBe(false);
    expect(await daysOf(listingId)).toEqual([]);
  });

  it("by the seller's own team does not count; by other people who are signed in it does", async () => {
    const { slug, sellerId } = await makePublishedListing(testDb);
    const editor = await makeSellerActor(testDb, sellerId, "editor");
    const other = await makeSellerActor(testDb, (await makePublishedListing(testDb)).sellerId);
    const buyer = await makeBuyer(testDb);

    expect(await look(slug, { userId: editor.userId })).toBe(false);
    expect(await look(slug, { userId: other.userId, clientAddress: "192.0.2.8" })).toBe(true);
    expect(await look(slug, { userId: buyer.userId, clientAddress: "192.0.2.9" })).toBe(true);
  });

  it("counts for nothing where the public sees nothing", async () => {
    const { slug, listingId } = await makeListing(testDb);
    expect([await look(slug), await look("no-such-listing")]).toEqual([false, false]);
    expect(await daysOf(listingId)).toEqual([]);
  });
});

describe("who looked", () => {
  const marks = () => testDb.selectFrom("listingViewMarks").select(["day", "listingId", "visitor"]).execute();

  it("is a digest that is another one for each listing and each day", async () => {
    const [a, b] = [await makePublishedListing(testDb), await makePublishedListing(testDb)];
    const tomorrow = new Date(NOW.getTime() + 86_400_000);
    for (const { slug } of [a, b]) await look(slug);
    await look(a.slug, {}, tomorrow);

    const own = (await marks()).filter(({ listingId }) => listingId === a.listingId || listingId === b.listingId);
    expect(own).toHaveLength(3);
    expect(new Set(own.map(({ visitor }) => visitor.toString("hex"))).size).toBe(3);
    expect(JSON.stringify(own)).not.toContain("192.0.2.1");
  });

  it("is forgotten with the salt when the day is over in Baku, and the count stays", async () => {
    const { slug, listingId } = await makePublishedListing(testDb);
    const day = new Date("2026-12-05T12:00:00Z");
    await look(slug, {}, day);
    await forgetVisitors(testDb, new Date("2026-12-05T19:59:59Z"));
    const before = (await marks()).filter((mark) => mark.listingId === listingId);

    await forgetVisitors(testDb, new Date("2026-12-05T20:00:00Z"));

    expect(before).toHaveLength(1);
    expect(await marks()).toEqual([]);
    expect(await testDb.selectFrom("viewSalts").select("day").execute()).toEqual([]);
    expect(await daysOf(listingId)).toEqual([{ day: "2026-12-05", views: 1 }]);
  });
});

import { XMLParser } from "fast-xml-parser";
import { beforeAll, describe, expect, it } from "vitest";
import { feedPart } from "~/modules/publications/index.server";
import { GOOGLE_LIMITS } from "~/modules/publications/feeds/google.server";
import { makePublishedListing } from "~db/factories";
import { testDb } from "~tests/support/database";
import { siteForTests } from "~tests/support/site";

const site = siteForTests();
const reader = { lang: "en", destination: "DE", currency: "EUR", to: undefined, cur: undefined } as const;
const now = new Date("2026-11-27T09:00:00Z");

beforeAll(async () => {
  const priced = { pictures: ["front", "detail"] as const, isOpenToExport: true, exportTiers: [{ amountMinor: 2900 }] };
  await makePublishedListing(testDb, {
    ...priced,
    title: "In stock",
    stockPolicy: "in_stock",
    stock: 5,
    monthlyCapacity: 0,
  });
  await makePublishedListing(testDb, {
    ...priced,
    title: "Made to order",
    stockPolicy: "made_to_order",
    stock: 0,
    leadTimeDays: 21,
  });
  await makePublishedListing(testDb, {
    ...priced,
    title: `Long ${"<&> ə".repeat(60)}`,
    description: "x\u0001 ".repeat(4_000),
  });
  await makePublishedListing(testDb, { ...priced, title: "On request", priceKind: "on_request" });
  await makePublishedListing(testDb, { ...priced, title: "At home only", isOpenToExport: false });
  await makePublishedListing(testDb, { ...priced, title: "No picture", pictures: [] });
  await makePublishedListing(testDb, { ...priced, title: "A service", kind: "service", categoryId: "graphic-design" });
  const hidden = await makePublishedListing(testDb, { ...priced, title: "Suspended" });
  await testDb.updateTable("sellers").set({ status: "suspended" }).where("id", "=", hidden.sellerId).execute();
});

type Item = Record<string, string | string[] | undefined>;
const parser = new XMLParser({
  parseTagValue: false,
  isArray: (name) => ["item", "g:additional_image_link"].includes(name),
});
const read = (xml: string) => (parser.parse(xml) as { rss: { channel: { item: Item[] } } }).rss.channel.item;
const google = async (query = "?lang=en") => {
  const answer = await site.get(`/feeds/google.xml${query}`);
  return { answer, items: read(await answer.text()) };
};
const letters = (value: unknown) => Array.from(String(value)).length;

describe("Google Merchant's feed", () => {
  // The rules are those of support.google.com/merchants/answer/7052112 and its pages per attribute.
  it("fills every required field by its rule", async () => {
    const { items } = await google();
    expect(items.length).toBe(3);
    for (const item of items) {
      expect(letters(item["g:id"])).toBeLessThanOrEqual(GOOGLE_LIMITS.id);
      for (const [name, most] of Object.entries({ title: 150, description: 5000, brand: 70 })) {
        expect(letters(item[`g:${name}`])).toBeGreaterThan(0);
        expect(letters(item[`g:${name}`])).toBeLessThanOrEqual(most);
      }
      expect(item["g:link"]).toMatch(/^https?:\/\/\S+$/);
      expect(item["g:image_link"]).toMatch(/^https?:\/\/\S+\.jpeg$/);
      expect(item["g:additional_image_link"]?.length).toBeLessThanOrEqual(10);
      expect(item["g:price"]).toMatch(/^\d+\.\d{2} EUR$/);
      expect(["in_stock", "out_of_stock", "preorder", "backorder"]).toContain(item["g:availability"]);
      expect(["new", "refurbished", "used"]).toContain(item["g:condition"]);
      expect(item["g:identifier_exists"]).toBe("no");
      const date = item["g:availability"] === "backorder" ? item["g:availability_date"] : "2026-01-01T00:00+0400";
      expect(date).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}\+\d{4}$/);
    }
    expect(new Set(items.map((item) => item["g:id"])).size).toBe(items.length);
  });

  it("says what is in stock and what has to be made, and leaves out what cannot be sold there", async () => {
    const { items } = await google();
    const titles = new Map(items.map((item) => [item["g:title"], item["g:availability"]]));
    expect(titles.get("In stock")).toBe("in_stock");
    expect(titles.get("Made to order")).toBe("backorder");
    for (const title of ["On request", "At home only", "No picture", "A service", "Suspended"]) {
      expect(titles.has(title)).toBe(false);
    }
  });

  it("is kept by caches for its address alone, in the reader's language and for her country", async () => {
    const { answer } = await google();
    expect(answer.headers.get("content-type")).toBe("application/xml; charset=utf-8");
    expect(answer.headers.get("cache-control")).toMatch(/^public/);
    expect(answer.headers.get("set-cookie")).toBeNull();
    const { items } = await google("?lang=az");
    expect(items.find((item) => item["g:title"] === "At home only")?.["g:price"]).toMatch(/ AZN$/);
    expect(String(items[0]?.["g:link"])).toContain("/az/listings/");
  });
});

describe("the plain feed", () => {
  it("is one JSON object a line: everything public, services and prices on request as well", async () => {
    const answer = await site.get("/feeds/listings.ndjson?lang=en");
    expect(answer.headers.get("content-type")).toBe("application/x-ndjson; charset=utf-8");
    const lines = (await answer.text())
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(7);
    for (const line of lines) {
      expect(line).toMatchObject({
        listingId: expect.any(String),
        url: expect.stringMatching(/^http/),
        updatedAt: expect.any(String),
      });
    }
    expect(lines.map(({ title }) => title)).not.toContain("Suspended");
  });

  it("comes in parts that are disjoint and complete, each naming the next", async () => {
    const part = (number: number) =>
      feedPart(testDb, { kind: "listings", reader, part: number, origin: "https://karvan.example", now, perPart: 3 });
    const parts = await Promise.all([part(1), part(2), part(3)]);
    const ids = parts.flatMap((one) =>
      (one?.body.trimEnd().split("\n") ?? []).map((line) => JSON.parse(line).listingId),
    );
    expect(parts.map((one) => one?.next)).toEqual(["?lang=en&part=2", "?lang=en&part=3", undefined]);
    expect(new Set(ids).size).toBe(7);
    expect(await part(4)).toBeUndefined();
  });

  it.each(["?part=2", "?part=0", "?part=x"])("answers 404 for a part that there is not: %s", async (query) => {
    expect((await site.get(`/feeds/listings.ndjson${query}`)).status).toBe(404);
  });
});

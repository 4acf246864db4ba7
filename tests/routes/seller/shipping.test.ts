import { describe, expect, it } from "vitest";
import { findShipping } from "~/modules/sellers/index.server";
import { makeSeller, makeSellerActor } from "~db/factories";
import { loadReferenceData } from "~db/reference/load";
import { testDb } from "~tests/support/database";
import { siteForTests } from "~tests/support/site";
import { makeSignedInVisitor, type Visitor } from "~tests/support/visitor";

const site = siteForTests();

const enter = (userId: string): Promise<Visitor> => makeSignedInVisitor(testDb, site, userId);

/** A shop whose post has been taken over from the Federation's table, and its zone with Germany. */
async function makeShop() {
  await loadReferenceData(testDb);
  const { sellerId } = await makeSeller(testDb);
  const visitor = await enter((await makeSellerActor(testDb, sellerId, "manager")).userId);
  const adopted = await visitor.post("/en/seller/routes", { version: "1", services: "post" });
  const [post] = (await findShipping(testDb, sellerId))?.routes ?? [];
  const zone = post?.zones.find(({ countries }) => countries.includes("TR"));
  return { sellerId, visitor, adopted, routeId: post?.routeId ?? "", zoneId: zone?.zoneId ?? "" };
}

const ZONE = { version: "2", deed: "save", countries: "TR", daysMin: "2", daysMax: "6" };
const zonesOf = async (sellerId: string) => (await findShipping(testDb, sellerId))?.routes[0]?.zones ?? [];

describe("the page of all ways", () => {
  it("takes the Federation's table over with one button, and says that it is a draft", async () => {
    const { visitor, adopted } = await makeShop();

    expect(adopted.location).toBe("/en/seller/routes?saved=1");
    const { html } = await visitor.get("/en/seller/routes");
    expect(html).toContain("draft as of 24 November 2026");
    expect(html).toContain("Türkiye");
  });

  it("says that somebody else was faster", async () => {
    const { visitor, routeId } = await makeShop();
    const answer = await visitor.post(`/en/seller/routes/${routeId}`, { version: "1", deed: "off" });

    expect(answer.location).toBe("/en/seller/routes?refused=changed-elsewhere");
    expect((await visitor.get(answer.location ?? "")).html).toContain("saved in another window");
  });

  it("takes a way or its zone away by a second press only, and says what will be lost", async () => {
    const { sellerId, visitor, zoneId } = await makeShop();
    const count = (await zonesOf(sellerId)).length;
    const boxed = async (path: string) =>
      [...(await visitor.get(path)).html.matchAll(/<details.*?<\/details>/gs)].join("");

    const [way, zone] = [await boxed("/en/seller/routes"), await boxed(`/en/seller/zones/${zoneId}`)];

    expect(way).toContain(`This way and its prices for ${count} groups of countries will be removed.`);
    expect(way).toContain('name="deed" value="remove"');
    expect(zone).toContain("These countries and their rates will be removed.");
    expect(zone).toContain(`action="/en/seller/zones/${zoneId}/remove"`);
  });

  it("is closed to an editor", async () => {
    const { sellerId } = await makeSeller(testDb);
    const editor = await enter((await makeSellerActor(testDb, sellerId, "editor")).userId);
    expect((await editor.get("/en/seller/routes")).status).toBe(404);
    expect((await editor.post("/en/seller/routes", { version: "1", services: "post" })).status).toBe(404);
  });
});

describe("the page of a zone", () => {
  it("saves what is typed with a comma, and leaves empty rows out", async () => {
    const { visitor, sellerId, zoneId } = await makeShop();
    const rows = { "kg-0": "0,5", "price-0": "7,50", "kg-1": "", "price-1": "", "kg-2": "2", "price-2": "12" };

    const saved = await visitor.post(`/en/seller/zones/${zoneId}`, { ...ZONE, ...rows, heaviest: "2" });

    expect(saved.location).toBe("/en/seller/routes?saved=1");
    expect((await zonesOf(sellerId)).find((zone) => zone.zoneId === zoneId)).toMatchObject({
      countries: ["TR"],
      daysMin: 2,
      daysMax: 6,
      maximumGrams: 2_000,
      rates: [
        { upToGrams: 500, amountMinor: 750n },
        { upToGrams: 2_000, amountMinor: 1_200n },
      ],
    });
  });

  it("says from which sum carriage is free, and the list of ways says it, too", async () => {
    const { visitor, sellerId, zoneId } = await makeShop();
    const typed = { ...ZONE, "kg-0": "2", "price-0": "12", freeOver: "199,50" };
    await visitor.post(`/en/seller/zones/${zoneId}`, typed);

    expect((await zonesOf(sellerId)).find((zone) => zone.zoneId === zoneId)?.freeOverMinor).toBe(19_950n);
    expect((await visitor.get("/en/seller/routes")).html).toContain("free from €199.50");
    expect((await visitor.get(`/en/seller/zones/${zoneId}`)).html).toContain('value="199.50"');
    // As it is typed where the reader writes a comma.
    expect((await visitor.get(`/az/seller/zones/${zoneId}`)).html).toContain('value="199,50"');
  });

  it("adds and takes away rows by its buttons, without saving and without losing what is typed", async () => {
    const { visitor, sellerId, zoneId } = await makeShop();
    const before = await zonesOf(sellerId);
    const typed = { ...ZONE, "kg-0": "0.7", "price-0": "7", "kg-1": "1.7", "price-1": "17", empty: "2" };

    const more = await visitor.post(`/en/seller/zones/${zoneId}`, { ...typed, deed: "more" });
    const fewer = await visitor.post(`/en/seller/zones/${zoneId}`, { ...typed, deed: "drop-0" });

    const rowsIn = (html: string) => [...html.matchAll(/name="kg-\d+"/g)].length;
    expect(more.status).toBe(200);
    expect(rowsIn(more.html)).toBe(7);
    expect(more.html).toContain('value="0.7"');
    expect(more.html).toContain('value="6"');
    expect(rowsIn(fewer.html)).toBe(3);
    expect(fewer.html).not.toContain('value="0.7"');
    expect(fewer.html).toContain('value="1.7"');
    expect(await zonesOf(sellerId)).toEqual(before);
  });

  it.each([
    [{ "kg-0": "x", "price-0": "7" }, "Write the weight in kilograms"],
    [{ "kg-0": "1", "price-0": "" }, "Write the price in figures"],
    [{ "kg-0": "1", "price-0": "7", daysMax: "1" }, "The most days cannot be fewer"],
    [{ "kg-0": "1", "price-0": "7", daysMin: "soon" }, "Write a whole number"],
    [{ "kg-0": "1", "price-0": "7", heaviest: "much" }, "Write the weight in kilograms"],
    [{ "kg-0": "1", "price-0": "7", freeOver: "lots" }, "Write an amount above zero"],
    [{ "kg-0": "1", "price-0": "7", freeOver: "0" }, "Write an amount above zero"],
    [{}, "Fill in at least one row"],
    [{ "kg-0": "1", "price-0": "7", version: "1" }, "Stored now:"],
  ])("answers %j in words, and keeps what was typed", async (changes: Record<string, string>, sentence) => {
    const { visitor, sellerId, zoneId } = await makeShop();
    const before = await zonesOf(sellerId);

    const answer = await visitor.post(`/en/seller/zones/${zoneId}`, { ...ZONE, ...changes });

    expect(answer.status).toBe(422);
    expect(answer.html).toContain(sentence);
    const typed = Object.entries(changes).filter(([name, value]) => value !== "" && name !== "version");
    for (const [, value] of typed) expect(answer.html).toContain(`value="${value}"`);
    expect(await zonesOf(sellerId)).toEqual(before);
  });

  it("offers countries once: those of another zone cannot be chosen", async () => {
    const { visitor, routeId } = await makeShop();
    const { html } = await visitor.get(`/en/seller/routes/${routeId}/new`);
    const boxes = [...html.matchAll(/<input[^>]*name="countries"[^>]*>/g)].map(([box]) => box);

    expect(boxes.filter((box) => !box.includes("disabled"))).toHaveLength(1);
    expect(boxes.find((box) => !box.includes("disabled"))).toContain('value="US"');
  });

  it("of another shop is missing: it can neither be seen, saved, nor removed", async () => {
    const [mine, other] = [await makeShop(), await makeShop()];
    const before = await zonesOf(other.sellerId);
    const { visitor } = mine;

    expect((await visitor.get(`/en/seller/zones/${other.zoneId}`)).status).toBe(404);
    expect((await visitor.post(`/en/seller/zones/${other.zoneId}`, ZONE)).status).toBe(404);
    expect((await visitor.get(`/en/seller/routes/${other.routeId}/new`)).status).toBe(404);
    await visitor.post(`/en/seller/zones/${other.zoneId}/remove`, { version: "2" });
    await visitor.post(`/en/seller/routes/${other.routeId}`, { version: "2", deed: "remove" });

    expect(await zonesOf(other.sellerId)).toEqual(before);
  });
});

describe("the page of a closure", () => {
  it("saves days and words, shows them, and takes them away", async () => {
    const { visitor } = await makeShop();
    const days = { fromOn: "2031-02-01", untilOn: "2031-02-13", noteAz: "Tətil" };

    const saved = await visitor.post("/en/seller/closure", { version: "1", ...days });
    expect(saved.location).toBe("/en/seller/closure?saved=1");
    expect((await visitor.get("/en/seller/closure")).html).toContain("back on 14 February 2031");

    await visitor.post("/en/seller/closure/remove", { version: "2" });
    expect((await visitor.get("/en/seller/closure")).html).not.toContain("back on 14 February");
  });

  it.each([
    [{ fromOn: "2031-02-05", untilOn: "2031-02-01" }, "cannot be before the first"],
    [{ fromOn: "soon", untilOn: "2031-02-01" }, "Choose a day."],
    [{ fromOn: "2031-02-01", untilOn: "2031-02-02", version: "9" }, "saved in another window"],
  ])("answers %j in words", async (fields, sentence) => {
    const { visitor } = await makeShop();
    const answer = await visitor.post("/en/seller/closure", { version: "1", ...fields });

    expect(answer.status).toBe(422);
    expect(answer.html).toContain(sentence);
    expect(answer.html).toContain(`value="${fields.untilOn}"`);
  });
});

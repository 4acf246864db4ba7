import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ListingSearch } from "~/modules/search";
import { FACTORY_NOW, makeApprovedSeller, makePublishedListing } from "~db/factories";
import { testDb } from "~tests/support/database";
import { allHits, catchUp, closeEngine, ENGINE_NAMES, listingsOn } from "./both-engines";

const search: ListingSearch = {
  ...{ text: "", locale: "en", destination: "DE", currency: "EUR", chosen: {}, onlyShipsHere: false },
  ...{ sort: "relevance", page: 1, pageSize: 10 },
};

const made = { tray: "", ring: "", ownRing: "" };

beforeAll(async () => {
  const { sellerId } = await makeApprovedSeller(testDb, { routes: [{ zones: [{ countries: ["DE"] }] }] });
  const goods = { sellerId, isOpenToExport: true, monthlyCapacity: 0, materialIds: ["copper"] };
  const title = (az: string, en: string) => ({ title: { az, en, ru: az }, description: "—" });
  const tray = { ...goods, ...title("Mis sini", "Copper tray"), stock: 5, placeId: "culfa" };
  const ring = { ...goods, ...title("Mis üzük", "Copper ring"), stock: 50, placeId: "baki-seher" };
  made.tray = (await makePublishedListing(testDb, tray)).listingId;
  made.ring = (await makePublishedListing(testDb, ring)).listingId;
  const silver = { ...goods, ...title("Gümüş üzük", "Silver ring"), stock: 50, materialIds: ["silver925"] };
  made.ownRing = (await makePublishedListing(testDb, { ...silver, placeId: "baki-seher" })).listingId;
  await catchUp();
});
afterAll(closeEngine);

describe.each(ENGINE_NAMES)("a search that nothing passes, on %s", (engine) => {
  const ask = (asked: Partial<ListingSearch>) => listingsOn(engine, { ...search, ...asked }, FACTORY_NOW);

  it("lets go of the filter that hurts most, and names it", async () => {
    // Without the quantity one listing is left, without the region two.
    const result = await ask({ quantity: 40, chosen: { region: ["naxcivan"] } });

    expect(result).toMatchObject({ relaxed: "region", total: 2 });
    expect(new Set(result.hitIds)).toEqual(new Set([made.ring, made.ownRing]));
  });

  it("begins the wider hits at their first page", async () => {
    const result = await ask({ quantity: 40, chosen: { region: ["naxcivan"] }, page: 7 });

    expect(result.hitIds.length).toBe(2);
  });

  it("still shows the chosen value with no hit", async () => {
    const result = await ask({ chosen: { region: ["lenkeran-astara"] } });

    expect(result.facets?.region).toContainEqual({ value: "lenkeran-astara", count: 0, isChosen: true });
  });

  it("lets go of words when they find nothing together: first the thing that is meant, then the rest", async () => {
    const result = await ask({ text: "silver tray" });

    expect(result).toMatchObject({ relaxed: "text", hitIds: [made.tray, made.ownRing] });
  });

  it("shows those with every word first when they are few, and says how many they are", async () => {
    const result = await ask({ text: "silver ring" });

    expect(result).toMatchObject({ relaxed: undefined, total: 2, inFull: 1, hitIds: [made.ownRing, made.ring] });
  });

  it("says that all have every word when they have", async () => {
    expect(await ask({ text: "ring" })).toMatchObject({ total: 2, inFull: 2 });
  });

  it.each([
    ["üzyk", "ring"],
    ["rinng", "ring"],
    ["сидебро", "ownRing"],
    ["sinilər", "tray"],
    ["синиләр", "tray"],
    ["синилер", "tray"],
  ] as const)("finds %s as %s", async (text, wanted) => {
    expect((await ask({ text })).hitIds).toContain(made[wanted]);
  });

  it("passes over a word that no listing has", async () => {
    const result = await ask({ text: "zzyzx ring" });

    expect(result.relaxed).toBe("text");
    expect(new Set(result.hitIds)).toEqual(new Set([made.ring, made.ownRing]));
  });

  it("says nothing of a filter when not even one less would help", async () => {
    const result = await ask({ text: "zzyzx" });

    expect(result).toMatchObject({ relaxed: undefined, total: 0, hitIds: [] });
  });
});

describe.each(ENGINE_NAMES)("a text that few listings have in full, on %s", (engine) => {
  const ask = (asked: Partial<ListingSearch>) => listingsOn(engine, { ...search, ...asked }, FACTORY_NOW);

  it("finds those first, then those that have what is looked for", async () => {
    const result = await ask({ text: "silver ring" });

    expect(result).toMatchObject({ relaxed: undefined, hitIds: [made.ownRing, made.ring], total: 2 });
  });

  it("gives as many hits for a value of a facet as its count said", async () => {
    const { facets } = await ask({ text: "silver ring" });
    const counted = facets?.material.find(({ value }) => value === "copper")?.count;
    const narrowed = { ...search, text: "silver ring", chosen: { material: ["copper"] } };

    expect(counted).toBe(1);
    expect(await allHits(engine, narrowed, FACTORY_NOW)).toEqual([made.ring]);
  });
});

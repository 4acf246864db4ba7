import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ListingSearch } from "~/modules/search";
import { FACTORY_NOW } from "~db/factories";
import { allHits, catchUp, closeEngine, ENGINE_NAMES, listingsOn } from "./both-engines";
import { makeManyListings } from "./many-listings";

/** Meilisearch stops at 1,000 hits and 100 values of a facet unless it is told otherwise. */
const LISTINGS = 1_300;
const SELLERS = 130;

const search: ListingSearch = {
  ...{ text: "", locale: "az", destination: "AZ", currency: "AZN", chosen: {}, onlyShipsHere: false },
  ...{ sort: "newest", page: 1, pageSize: 97 },
};

beforeAll(async () => {
  await makeManyListings({ sellers: SELLERS, listings: LISTINGS });
  await catchUp();
}, 120_000);
afterAll(closeEngine);

describe.each(ENGINE_NAMES)("a catalogue beyond the engine's own limits, on %s", (engine) => {
  it.each(["", "sini"])("shows every hit on one page of many, each once, for the text '%s'", async (text) => {
    const { total } = await listingsOn(engine, { ...search, text }, FACTORY_NOW);
    const hits = await allHits(engine, { ...search, text }, FACTORY_NOW);

    // The copies and the listing that they were made from.
    expect(total).toBe(LISTINGS + 1);
    expect(hits.length).toBe(total);
    expect(new Set(hits).size).toBe(total);
  });

  it("counts every value of a facet over the whole hit set", async () => {
    const { facets, total } = await listingsOn(engine, search, FACTORY_NOW);
    const sellers = facets?.seller ?? [];

    expect(sellers.length).toBe(SELLERS + 1);
    expect(sellers.reduce((sum, { count }) => sum + count, 0)).toBe(total);
  });

  it("keeps a sorted list in one order across its pages", async () => {
    const hits = await allHits(engine, search, FACTORY_NOW);
    const whole = await listingsOn(engine, { ...search, pageSize: LISTINGS + 1 }, FACTORY_NOW);

    expect(hits).toEqual(whole.hitIds);
  });
});

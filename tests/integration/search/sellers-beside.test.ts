import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ListingSearch } from "~/modules/search";
import { searchListings } from "~/modules/search/index.server";
import { FACTORY_NOW, makeApprovedSeller, makePublishedListing } from "~db/factories";
import { testDb } from "~tests/support/database";
import { answerOf, catchUp, closeEngine, ENGINE_NAMES } from "./both-engines";

const search: ListingSearch = {
  ...{ text: "ceyranbatan", locale: "en", destination: "DE", currency: "EUR", chosen: {}, onlyShipsHere: false },
  ...{ sort: "relevance", page: 1, pageSize: 10 },
};

const named: string[] = [];

beforeAll(async () => {
  for (const name of ["Ceyranbatan Mis", "Ceyranbatan Xalça", "Ceyranbatan Studio"]) {
    const { sellerId } = await makeApprovedSeller(testDb, { name });
    await makePublishedListing(testDb, { sellerId, title: "Mis sini" });
    named.push(sellerId);
  }
  const { sellerId: other } = await makeApprovedSeller(testDb, { name: "Lahıc ustaları" });
  await makePublishedListing(testDb, { sellerId: other, title: "Mis sini" });
  await catchUp();
});
afterAll(closeEngine);

describe.each(ENGINE_NAMES)("sellers beside the listings of a search, on %s", (name) => {
  const ask = (sellersBeside: number | undefined, asked: Partial<ListingSearch> = {}) =>
    answerOf(name, (engine) => searchListings(testDb, { ...search, ...asked }, FACTORY_NOW, { engine, sellersBeside }));

  it("are those that the text names, and no others", async () => {
    expect(new Set((await ask(5)).sellerIds)).toEqual(new Set(named));
  });

  it("are as many as were asked for, whatever page and filters the listings have", async () => {
    const result = await ask(2, { chosen: { region: ["naxcivan"], kind: ["service"] } });

    expect(result.sellerIds).toHaveLength(2);
    expect(named).toEqual(expect.arrayContaining(result.sellerIds));
  });

  it("do not count among the listings", async () => {
    const [beside, alone] = [await ask(5), await ask(undefined)];

    expect(alone.sellerIds).toEqual([]);
    expect([beside.hitIds, beside.total, beside.facets]).toEqual([alone.hitIds, alone.total, alone.facets]);
  });
});

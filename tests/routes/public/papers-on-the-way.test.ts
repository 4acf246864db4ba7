import { beforeAll, describe, expect, it } from "vitest";
import { listingPapers, recomputeReadiness } from "~/modules/export-readiness/index.server";
import { oneListingAnswer } from "~/modules/search/api/answer.server";
import { countStatements } from "~/platform/db/statement-count.server";
import { makePublishedListing, makeRates } from "~db/factories";
import { loadReferenceData } from "~db/reference/load";
import { testDb } from "~tests/support/database";
import { makeExporter, PASSPORT_NOW } from "~tests/support/exporter";
import { siteForTests } from "~tests/support/site";

const site = siteForTests();
const CARPET = { categoryId: "carpets-pile", hsCode: "570110", techniqueId: null, materialIds: ["wool"] };

beforeAll(async () => {
  await loadReferenceData(testDb);
  await makeRates(testDb, { EUR: 2, USD: 1.7 });
});

const textAt = async (path: string) => (await site.get(path)).text();
const wayOf = (html: string) => /<section aria-labelledby="papers-heading".*?<\/section>/s.exec(html)?.[0] ?? "";
const wayOn = async (path: string) => wayOf(await textAt(path));

describe("what a listing needs on its way, on its page", () => {
  it("is by its own code and for the reader's country, with days, the way out, and that it is guidance", async () => {
    const { slug } = await makePublishedListing(testDb, CARPET);
    const way = await wayOn(`/en/listings/${slug}?to=DE`);
    for (const said of [
      "Needed on the way: Germany",
      "commercial invoice and packing list",
      "cultural-property certificate",
      "fibre label in the language of the country of sale",
      "29 August 2014",
      "examined at the National Carpet Museum",
      "The seller gets it before the goods are sent",
      "How long it takes is not published",
      "Guidance, not legal advice",
    ]) {
      expect(way).toContain(said);
    }
    expect(await wayOn(`/en/listings/${slug}?to=US`)).toContain("flammability certificate");
    expect(await wayOn(`/az/listings/${slug}?to=DE`)).toContain("Milli Xalça Muzeyi");
    expect(await wayOn(`/ru/listings/${slug}?to=DE`)).toContain("Национальный музей ковра");
  });

  it("is the copper's weight and value to the United States, and no way out of the country for a cup", async () => {
    const { slug } = await makePublishedListing(testDb);
    const way = await wayOn(`/en/listings/${slug}?to=US`);
    expect(way).toContain("weight and value of the copper");
    expect(way).not.toContain("Leaving Azerbaijan");
  });

  it("is what all countries ask where no market is known, and nothing at home or of what stays there", async () => {
    const { slug } = await makePublishedListing(testDb, CARPET);
    const anywhere = await wayOn(`/en/listings/${slug}?to=CA`);
    expect(anywhere).toContain("commercial invoice");
    expect(anywhere).not.toContain("fibre label");
    expect(await wayOn(`/en/listings/${slug}?to=AZ`)).toBe("");
    const home = await makePublishedListing(testDb, { ...CARPET, isOpenToExport: false });
    expect(await wayOn(`/en/listings/${home.slug}?to=DE`)).toBe("");
  });

  it("is a contract and nothing of goods for a service", async () => {
    const { slug } = await makePublishedListing(testDb, { kind: "service" });
    const way = await wayOn(`/en/listings/${slug}?to=DE`);
    expect(way).toContain("written contract");
    expect(way).not.toContain("invoice");
  });

  it("costs no statement of its own", async () => {
    const { snapshot } = await makePublishedListing(testDb, CARPET);
    const ask = () => listingPapers(testDb, snapshot, { destination: "DE", lang: "en" });
    await ask();
    const { value, statements } = await countStatements(ask);
    expect(value?.papers.length).toBeGreaterThan(2);
    expect(statements).toEqual([]);
  });
});

describe("GET /api/v1/listings/{slug}", () => {
  it("answers the listing with what it needs on its way, in the shape that is described", async () => {
    const { slug } = await makePublishedListing(testDb, CARPET);
    const answer = await site.get(`/api/v1/listings/${slug}?to=DE&lang=en`);
    const { listing, onTheWay } = oneListingAnswer.parse(await answer.json());
    expect(answer.headers.get("cache-control")).toContain("s-maxage=30");
    expect(listing.slug).toBe(slug);
    expect(onTheWay?.papers.map(({ rule }) => rule)).toEqual(["ALL-G1", "ALL-G4", "EU-G1", "EU-G2"]);
    expect(onTheWay?.leavingAzerbaijan?.how).toContain("National Carpet Museum");
    const atHome = await site.get(`/api/v1/listings/${slug}?to=AZ`);
    expect(oneListingAnswer.parse(await atHome.json()).onTheWay).toBeNull();
  });

  it("knows no other address, and says what it does not understand", async () => {
    expect((await site.get("/api/v1/listings/nothing-here")).status).toBe(404);
    const { slug } = await makePublishedListing(testDb);
    expect((await site.get(`/api/v1/listings/${slug}?to=XX`)).status).toBe(400);
    expect((await site.get(`/api/v1/listings/${slug}?page=2`)).status).toBe(400);
  });
});

describe("the markets on a seller's page", () => {
  it("are those that can be served with what goes along, and of the others only that they are not", async () => {
    const { sellerId, slug } = await makeExporter();
    await recomputeReadiness(testDb, [sellerId], { now: PASSPORT_NOW });
    const html = await textAt(`/en/sellers/${slug}`);
    const table = /Markets it can serve.*?<\/section>/s.exec(html)?.[0] ?? "";
    for (const said of ["Georgia", "commercial invoice and packing list", "27 November 2026", "not at the moment"]) {
      expect(table).toContain(said);
    }
    expect(table).toContain("Some of it is the seller&#x27;s own word.");
    expect(table).toContain("European Union");
    expect(table).not.toContain("safety file");
    const { metRules } = await testDb
      .selectFrom("marketReadiness")
      .select("metRules")
      .where("sellerId", "=", sellerId)
      .where("marketId", "=", "GE")
      .executeTakeFirstOrThrow();
    expect(metRules).toEqual(["ALL-G1", "ALL-G2", "ALL-G3", "ALL-G5", "GE-G1"]);
  });

  it("are said to be none where none is open, without a word on what is missing", async () => {
    const { sellerId, slug } = await makeExporter();
    await testDb.deleteFrom("marketConfirmations").where("sellerId", "=", sellerId).execute();
    await testDb.updateTable("listings").set({ status: "paused" }).where("sellerId", "=", sellerId).execute();
    await recomputeReadiness(testDb, [sellerId], { now: PASSPORT_NOW });
    const html = await textAt(`/en/sellers/${slug}`);
    expect(html).toContain("No market is confirmed in full at the moment");
    expect(html).not.toContain("GE-G1");
  });
});

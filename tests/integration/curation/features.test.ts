import { beforeEach, describe, expect, it } from "vitest";
import { listCurrentFeatures } from "~/modules/curation/index.server";
import { FACTORY_NOW, makeApprovedSeller, makeCollection, makeFeature, makePublishedListing } from "~db/factories";
import { testDb } from "~tests/support/database";

const later = (milliseconds: number) => new Date(FACTORY_NOW.getTime() + milliseconds);
const HOUR = 3_600_000;

beforeEach(async () => {
  await testDb.deleteFrom("features").execute();
});

describe("what is featured", () => {
  it("begins at its start and is over at its end", async () => {
    const { sellerId } = await makeApprovedSeller(testDb);
    await makeFeature(testDb, { sellerId, startsAt: FACTORY_NOW, endsAt: later(HOUR) });

    const shown = async (at: Date) => (await listCurrentFeatures(testDb, at)).sellerIds.length;

    expect(await shown(later(-1))).toBe(0);
    expect(await shown(FACTORY_NOW)).toBe(1);
    expect(await shown(later(HOUR - 1))).toBe(1);
    expect(await shown(later(HOUR))).toBe(0);
  });

  it("is told apart by what it is, in the curator's order", async () => {
    const { sellerId } = await makeApprovedSeller(testDb);
    const first = await makePublishedListing(testDb);
    const second = await makePublishedListing(testDb);
    const { collectionId } = await makeCollection(testDb, { listingIds: [first.listingId] });
    await makeFeature(testDb, { listingId: second.listingId, position: 2 });
    await makeFeature(testDb, { listingId: first.listingId, position: 1 });
    await makeFeature(testDb, { sellerId });
    await makeFeature(testDb, { collectionId });

    expect(await listCurrentFeatures(testDb, FACTORY_NOW)).toEqual({
      listingIds: [first.listingId, second.listingId],
      sellerIds: [sellerId],
      collectionIds: [collectionId],
    });
  });
});

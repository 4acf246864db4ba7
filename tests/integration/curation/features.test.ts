import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { listCurrentFeatures } from "~/modules/curation/index.server";
import { setClockOffset } from "~/platform/clock.server";
import { FACTORY_NOW, makeApprovedSeller, makeCollection, makeFeature, makePublishedListing } from "~db/factories";
import { testDb } from "~tests/support/database";

const MINUTE = 60_000;
const from = (milliseconds: number) => new Date(FACTORY_NOW.getTime() + milliseconds);
const setNow = (at: Date) => setClockOffset(at.getTime() - Date.now());
let minute = 0;

beforeEach(async () => {
  await testDb.deleteFrom("features").execute();
  // Past what this process has kept from the test before.
  minute += 10;
  setNow(from(minute * MINUTE));
});
afterAll(() => setClockOffset(0));

describe("what is featured", () => {
  it("begins at its start and is over at its end, also while what was read is kept", async () => {
    const { sellerId } = await makeApprovedSeller(testDb);
    const at = (seconds: number) => from(minute * MINUTE + seconds * 1000);
    await makeFeature(testDb, { sellerId, startsAt: at(5), endsAt: at(10) });
    const shown = async (seconds: number) => {
      setNow(at(seconds));
      return (await listCurrentFeatures(testDb)).sellerIds.length;
    };

    expect([await shown(4), await shown(6), await shown(9), await shown(11)]).toEqual([0, 1, 1, 0]);
  });

  it("is seen half a minute after it was made", async () => {
    const { sellerId } = await makeApprovedSeller(testDb);
    const before = await listCurrentFeatures(testDb);
    await makeFeature(testDb, { sellerId, startsAt: from(0), endsAt: from(60 * MINUTE * 24) });

    setNow(from(minute * MINUTE + 31_000));

    expect(before.sellerIds).toEqual([]);
    expect((await listCurrentFeatures(testDb)).sellerIds).toEqual([sellerId]);
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

    expect(await listCurrentFeatures(testDb)).toEqual({
      listingIds: [first.listingId, second.listingId],
      sellerIds: [sellerId],
      collectionIds: [collectionId],
    });
  });
});

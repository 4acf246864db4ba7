import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { endFeature, listDeskFeatures, openHome, placeFeature } from "~/modules/curation/index.server";
import { readerFor } from "~/modules/catalog/index.server";
import { clock, setClockOffset } from "~/platform/clock.server";
import {
  FACTORY_NOW,
  makeApprovedSeller,
  makeCollection,
  makeFeature,
  makePublishedListing,
  makeRates,
  makeStaff,
} from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";

const SECOND = 1_000;
let start = FACTORY_NOW.getTime();
const at = (seconds: number) => new Date(start + seconds * SECOND);
const setNow = (seconds: number) => setClockOffset(at(seconds).getTime() - Date.now());

beforeAll(() => makeRates(testDb, { EUR: 1.9 }));
beforeEach(async () => {
  await testDb.deleteFrom("features").execute();
  // Past what this process has kept from the test before.
  start += 3_600 * SECOND;
  setNow(0);
});
afterAll(() => setClockOffset(0));

async function home() {
  const reader = await readerFor(testDb, new URL("http://site.invalid/az"));
  return openHome(testDb, reader, clock());
}
const sellersAt = async (seconds: number) => {
  setNow(seconds);
  return (await home()).home.sellers.map(({ sellerId }) => sellerId);
};

describe("the home page", () => {
  it("shows a featured seller from the second of its start to that of its end, while cards are kept", async () => {
    const { sellerId } = await makeApprovedSeller(testDb);
    await makeFeature(testDb, { sellerId, startsAt: at(20), endsAt: at(40) });

    expect(await sellersAt(10)).toEqual([]);
    expect(await sellersAt(19)).toEqual([]);
    expect(await sellersAt(20.5)).toEqual([sellerId]);
    expect(await sellersAt(39.5)).toEqual([sellerId]);
    expect(await sellersAt(40.5)).toEqual([]);
  });

  it("says when it becomes another page: at the next start or end", async () => {
    const { sellerId } = await makeApprovedSeller(testDb);
    await makeFeature(testDb, { sellerId, startsAt: at(20), endsAt: at(55) });

    expect((await home()).until).toEqual(at(20));
    setNow(21);
    expect((await home()).until).toEqual(at(55));
    setNow(56);
    expect((await home()).until).toBeUndefined();
  });

  it("shows at once what a curator features and ends in this process", async () => {
    const curator = await makeStaff(testDb, "curator");
    const { sellerId } = await makeApprovedSeller(testDb);
    expect(await sellersAt(0)).toEqual([]);

    const input = { slot: "home_seller" as const, subjectId: sellerId, startsAt: at(0), endsAt: at(600), reason: "x" };
    const placed = await placeFeature(testDb, curator, newKey(), input);
    expect(await sellersAt(1)).toEqual([sellerId]);
    await endFeature(testDb, curator, newKey(), placed.ok ? placed.value.featureId : "");

    expect(await sellersAt(2)).toEqual([]);
  });

  it("loses a suspended seller, a paused listing and an archived collection at once", async () => {
    const { sellerId } = await makeApprovedSeller(testDb);
    const { listingId } = await makePublishedListing(testDb);
    const { collectionId, slug } = await makeCollection(testDb, { listingIds: [listingId] });
    for (const subject of [{ sellerId }, { listingId }, { collectionId }]) await makeFeature(testDb, subject);
    const shown = async () => {
      const { home: page } = await home();
      return [page.sellers.length, page.featured.length, page.collections.filter((card) => card.slug === slug).length];
    };
    expect(await shown()).toEqual([1, 1, 1]);

    await testDb.updateTable("sellers").set({ status: "suspended" }).where("id", "=", sellerId).execute();
    await testDb.updateTable("listings").set({ status: "paused" }).where("id", "=", listingId).execute();
    await testDb.updateTable("collections").set({ status: "archived" }).where("id", "=", collectionId).execute();

    expect(await shown()).toEqual([0, 0, 0]);
  });

  it("shows of every place exactly what the curators' desk does not call waiting", async () => {
    const taken: { id: string; featureId: string }[] = [];
    for (let position = 0; position < 10; position += 1) {
      const { sellerId } = await makeApprovedSeller(testDb);
      const { listingId } = await makePublishedListing(testDb);
      const { collectionId, slug } = await makeCollection(testDb, { listingIds: [listingId] });
      const subjects = [
        { id: sellerId, of: { sellerId } },
        { id: listingId, of: { listingId } },
        { id: slug, of: { collectionId } },
      ];
      for (const { id, of } of subjects) taken.push({ id, ...(await makeFeature(testDb, { ...of, position })) });
      // Whom the public does not see takes nobody's room.
      const suspended = position === 2 && testDb.updateTable("sellers").set({ status: "suspended" });
      if (suspended) await suspended.where("id", "=", sellerId).execute();
    }

    const { home: page } = await home();
    const desk = await listDeskFeatures(testDb, "az", clock());

    const onPage = [
      ...page.sellers.map(({ sellerId }) => sellerId),
      ...page.featured.map(({ listingId }) => listingId),
      ...page.collections.map(({ slug }) => slug),
    ];
    const shown = desk.filter(({ isPublic, standsBehind }) => isPublic && standsBehind === undefined);
    const idOf = (featureId: string) => taken.find((one) => one.featureId === featureId)?.id ?? featureId;
    expect(shown.map(({ featureId }) => idOf(featureId)).toSorted()).toEqual(onPage.toSorted());
    const behind = (slot: string) => desk.flatMap((one) => (one.slot === slot ? (one.standsBehind ?? []) : []));
    expect(behind("home_seller")).toEqual([6, 7, 8]);
    expect(behind("home_listing")).toEqual([8, 9]);
    expect(behind("home_collection")).toEqual([4, 5, 6, 7, 8, 9]);
  });

  it("shows sellers and collections in the curators' order", async () => {
    const first = await makeApprovedSeller(testDb);
    const second = await makeApprovedSeller(testDb);
    const early = await makeCollection(testDb, { position: 1 });
    const late = await makeCollection(testDb, { position: 2 });
    await makeFeature(testDb, { sellerId: second.sellerId, position: 0 });
    await makeFeature(testDb, { sellerId: first.sellerId, position: 1 });
    await makeFeature(testDb, { collectionId: late.collectionId, position: 0 });
    await makeFeature(testDb, { collectionId: early.collectionId, position: 1 });

    const { home: page } = await home();

    expect(page.sellers.map(({ sellerId }) => sellerId)).toEqual([second.sellerId, first.sellerId]);
    expect(page.collections.map(({ slug }) => slug)).toEqual([late.slug, early.slug]);
  });
});

import { expect, it } from "vitest";
import { listSellerCards } from "~/modules/catalog/index.server";
import type { Reader } from "~/platform/i18n/reader";
import { FACTORY_NOW, makeApprovedSeller, makePublishedListing } from "~db/factories";
import { testDb } from "~tests/support/database";

const reader: Reader = { lang: "en", destination: "DE", currency: "EUR", to: undefined, cur: undefined };
const today = FACTORY_NOW.toISOString().slice(0, 10);

/** Published on so many days one after the other, the last one last. */
async function makeListings(sellerId: string, count: number): Promise<string[]> {
  const made: string[] = [];
  for (let day = 0; day < count; day += 1) {
    const publishedAt = new Date(FACTORY_NOW.getTime() + day * 86_400_000);
    made.push((await makePublishedListing(testDb, { sellerId, publishedAt })).listingId);
  }
  return made;
}

const idsOf = async (options: { sellerId: string; exceptId?: string; limit: number; offset?: number }) =>
  (await listSellerCards(testDb, reader, { ...options, today })).map(({ listingId }) => listingId);

it("are hers alone, the freshest first, page by page", async () => {
  const { sellerId } = await makeApprovedSeller(testDb);
  const { sellerId: otherId } = await makeApprovedSeller(testDb);
  const own = await makeListings(sellerId, 5);
  await makeListings(otherId, 2);

  const freshest = own.toReversed();
  expect(await idsOf({ sellerId, limit: 3 })).toEqual(freshest.slice(0, 3));
  expect(await idsOf({ sellerId, limit: 3, offset: 3 })).toEqual(freshest.slice(3));
});

it("leave out the one they stand beside, and what is paused", async () => {
  const { sellerId } = await makeApprovedSeller(testDb);
  const [first = "", second = "", third = ""] = await makeListings(sellerId, 3);
  await testDb.updateTable("listings").set({ status: "paused" }).where("id", "=", second).execute();

  expect(await idsOf({ sellerId, exceptId: third, limit: 4 })).toEqual([first]);
});

it("are found by what publications say of their seller, so a listing cannot be given to another", async () => {
  const { sellerId } = await makeApprovedSeller(testDb);
  const { sellerId: otherId } = await makeApprovedSeller(testDb);
  const [listingId = ""] = await makeListings(sellerId, 1);

  const given = testDb.updateTable("listings").set({ sellerId: otherId }).where("id", "=", listingId).execute();

  await expect(given).rejects.toThrow("a listing stays with its seller");
  expect(await idsOf({ sellerId, limit: 4 })).toEqual([listingId]);
});

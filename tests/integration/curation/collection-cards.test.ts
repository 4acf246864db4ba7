import { expect, it } from "vitest";
import { listCollectionCards } from "~/modules/curation/index.server";
import { makeApprovedSeller, makeCollection, makeListing, makePublishedListing, makeSeller } from "~db/factories";
import { testDb } from "~tests/support/database";

it("counts and shows of a collection only what the public sees", async () => {
  const shown = await makePublishedListing(testDb, { pictures: ["front"] });
  const draft = await makeListing(testDb);
  const paused = await makePublishedListing(testDb, { pictures: ["front"] });
  await testDb.updateTable("listings").set({ status: "paused" }).where("id", "=", paused.listingId).execute();
  const ofSuspended = await makePublishedListing(testDb, { pictures: ["front"] });
  await testDb.updateTable("sellers").set({ status: "suspended" }).where("id", "=", ofSuspended.sellerId).execute();
  const listings = [shown, draft, paused, ofSuspended].map(({ listingId }) => listingId);
  const sellers = [await makeApprovedSeller(testDb), await makeSeller(testDb, { status: "submitted" })];
  const ofListings = await makeCollection(testDb, { position: 1, listingIds: listings });
  const ofSellers = await makeCollection(testDb, { position: 2, sellerIds: sellers.map(({ sellerId }) => sellerId) });

  const ids = [ofListings, ofSellers].map(({ collectionId }) => collectionId);
  const cards = await listCollectionCards(testDb, "en", { limit: 10, ids });

  expect(cards.map(({ slug, entryCount, pictures }) => [slug, entryCount, pictures.length])).toEqual([
    [ofListings.slug, 1, 1],
    [ofSellers.slug, 1, 0],
  ]);
});

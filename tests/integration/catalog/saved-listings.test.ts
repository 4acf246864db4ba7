import { describe, expect, it } from "vitest";
import { listSavedListings, saveListing, unsaveListing } from "~/modules/catalog/index.server";
import { makeApprovedSeller, makeBuyer, makeListing, makePublishedListing } from "~db/factories";
import { testDb } from "~tests/support/database";

const reader = { lang: "en" as const, destination: "DE", currency: "EUR", to: undefined, cur: undefined };

const savedTitles = async (userId: string) => {
  const page = await listSavedListings(testDb, userId, reader, { page: 1, today: "2026-11-26" });
  return { titles: page.cards.map(({ title }) => title), total: page.total, hidden: page.hidden };
};

async function makePublic(title: string) {
  const { sellerId } = await makeApprovedSeller(testDb);
  return makePublishedListing(testDb, { sellerId, title });
}

describe("saved listings", () => {
  it("are shown with the latest first, each once however often it is saved", async () => {
    const buyer = await makeBuyer(testDb);
    const [tray, cup] = [await makePublic("Tray"), await makePublic("Cup")];
    await saveListing(testDb, buyer, tray.listingId, new Date("2026-11-20T10:00:00Z"));
    await saveListing(testDb, buyer, cup.listingId, new Date("2026-11-21T10:00:00Z"));
    await Promise.all([1, 2].map(() => saveListing(testDb, buyer, tray.listingId)));

    expect(await savedTitles(buyer.userId)).toEqual({ titles: ["Cup", "Tray"], total: 2, hidden: 0 });
  });

  it("are let go of one by one, and only by the person herself", async () => {
    const [buyer, stranger] = [await makeBuyer(testDb), await makeBuyer(testDb)];
    const tray = await makePublic("Tray");
    await saveListing(testDb, buyer, tray.listingId);

    await unsaveListing(testDb, stranger, tray.listingId);
    expect((await savedTitles(buyer.userId)).total).toBe(1);

    await unsaveListing(testDb, buyer, tray.listingId);
    expect((await savedTitles(buyer.userId)).total).toBe(0);
  });

  it("disappear while they are not public, and are counted as hidden", async () => {
    const buyer = await makeBuyer(testDb);
    const tray = await makePublic("Tray");
    await saveListing(testDb, buyer, tray.listingId);

    await testDb.updateTable("listings").set({ status: "paused" }).where("id", "=", tray.listingId).execute();

    expect(await savedTitles(buyer.userId)).toEqual({ titles: [], total: 0, hidden: 1 });
  });

  it("are public ones only: a draft is missing", async () => {
    const buyer = await makeBuyer(testDb);
    const { sellerId } = await makeApprovedSeller(testDb);
    const { listingId } = await makeListing(testDb, { sellerId });

    expect(await saveListing(testDb, buyer, listingId)).toEqual({ ok: false, refusal: "listing-missing" });
  });
});

import { describe, expect, it } from "vitest";
import { LISTING_QUEUES } from "~/modules/catalog";
import type { ListingQueue } from "~/modules/catalog/working/listing-queues";
import { decideListing, fileReport, findListingForReview, publishListing } from "~/modules/catalog/index.server";
import { claimReview, openReview } from "~/modules/reviews/index.server";
import { reinstateSeller, suspendSeller } from "~/modules/sellers/index.server";
import { clock } from "~/platform/clock.server";
import { runWithLocale } from "~/platform/i18n/locale.server";
import { readerOf } from "~/platform/i18n/reader";
import { makeListing, makePublishedListing, makeStaff, unique } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";

const reader = readerOf(new URL("http://site/en/staff"), () => true);

const readInEnglish = (listingId: string, queue: ListingQueue = "listing_changes") =>
  runWithLocale("en", () => findListingForReview(testDb, { listingId, queue }, reader));

async function approveListingItem(listingId: string, subjectVersion: number): Promise<void> {
  const staff = await makeStaff(testDb, "reviewer");
  const about = { queue: "listing_checks", subjectId: listingId, subjectVersion, workingDays: 2 };
  const { itemId } = await testDb.transaction().execute((trx) => openReview(trx, about));
  await claimReview(testDb, staff, itemId);
  const decision = { itemId, subjectVersion, decision: "approved", reasons: [], note: undefined } as const;
  await decideListing(testDb, staff, newKey(), decision);
}

describe("a listing before the reviewer", () => {
  it("that was never public shows all that is written, and calls nothing changed", async () => {
    const { listingId } = await makeListing(testDb, { title: "Mis güyüm", description: "Əllə döyülüb." });

    const found = await readInEnglish(listingId);

    expect(found).toMatchObject({ title: "Mis güyüm", isPublished: false, changed: [], gonePictures: [] });
    expect(found?.same).toContainEqual({ label: "Description (Azerbaijani)", value: "Əllə döyülüb.", lang: "az" });
  });

  it("that is public shows what differs from that, old beside new, and which pictures came and went", async () => {
    const { listingId } = await makePublishedListing(testDb, {
      title: "Mis güyüm",
      pictures: ["front", "detail"],
      homeTiers: [{ amountMinor: 5000 }],
    });
    await testDb.updateTable("listingTexts").set({ title: "Mis sərnic" }).where("listingId", "=", listingId).execute();
    await testDb
      .updateTable("priceTiers")
      .set({ amountMinor: 6000n })
      .where("listingId", "=", listingId)
      .where("side", "=", "home")
      .execute();
    await testDb.deleteFrom("listingImages").where("listingId", "=", listingId).where("position", "=", 1).execute();

    const found = await readInEnglish(listingId);

    expect(found?.changed.slice(0, 1)).toEqual([
      { label: "Title (Azerbaijani)", lang: "az", before: "Mis güyüm", after: "Mis sərnic" },
    ]);
    const price = found?.changed.find(({ label }) => label === "Price in Azerbaijan");
    expect(price?.before).toContain("50");
    expect(price?.after).toContain("60");
    expect(found?.pictures.map(({ isNew }) => isNew)).toEqual([false]);
    expect(found?.gonePictures).toHaveLength(1);
    expect(found?.same.map(({ label }) => label)).not.toContain("Title (Azerbaijani)");
  });

  it("that was published at once is put beside what staff approved last, not beside itself", async () => {
    const { listingId } = await makePublishedListing(testDb, { title: "Mis güyüm" });
    const before = await readInEnglish(listingId, "listing_checks");
    const version = before?.version ?? 0;
    await approveListingItem(listingId, version);
    const changed = { title: "Mis sərnic" };
    await testDb.updateTable("listingTexts").set(changed).where("listingId", "=", listingId).execute();
    await testDb
      .updateTable("listings")
      .set({ version: version + 1 })
      .where("id", "=", listingId)
      .execute();
    await testDb.transaction().execute((trx) => publishListing(trx, listingId, clock()));

    const found = await readInEnglish(listingId, "listing_checks");

    expect(before).toMatchObject({ comparedWith: undefined, changed: [] });
    expect(before?.same.length).toBeGreaterThan(0);
    expect(found?.comparedWith).toBe("approved");
    expect(found?.changed.slice(0, 1)).toEqual([
      { label: "Title (Azerbaijani)", lang: "az", before: "Mis güyüm", after: "Mis sərnic" },
    ]);
  });

  it("is missing when nobody knows it", async () => {
    expect(await readInEnglish("00000000-0000-4000-8000-000000000000")).toBeUndefined();
  });
});

describe("deciding a listing", () => {
  it("while its shop is suspended and it is reported neither hangs nor loses any of it", async () => {
    const staff = await makeStaff(testDb, "reviewer");
    for (let round = 0; round < 6; round += 1) {
      const { listingId, sellerId } = await makePublishedListing(testDb);
      const about = { queue: LISTING_QUEUES[2], subjectId: listingId, subjectVersion: 1, workingDays: 2 };
      const { itemId } = await testDb.transaction().execute((trx) => openReview(trx, about));
      await claimReview(testDb, staff, itemId);
      const approval = { itemId, subjectVersion: 1, decision: "approved" as const, reasons: [], note: undefined };
      const report = {
        listingId,
        reason: "other",
        words: "Bir söz, iki söz.",
        email: undefined,
        locale: "az",
      } as const;

      const [decided, suspended] = await Promise.all([
        decideListing(testDb, staff, newKey(), approval),
        suspendSeller(testDb, staff, newKey(), { sellerId, reason: "other", words: "Yoxlanılır." }),
        fileReport(testDb, { buyer: undefined, clientAddress: unique() }, newKey(), report),
      ]);

      expect([decided.ok, suspended.ok]).toEqual([true, true]);
      const back = await reinstateSeller(testDb, staff, newKey(), { sellerId, words: "Yoxlanıldı." });
      expect(back.ok).toBe(true);
    }
  });
});

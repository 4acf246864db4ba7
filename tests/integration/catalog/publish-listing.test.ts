import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { publishListing, selectPublicListings } from "~/modules/catalog/publication.server";
import { FACTORY_NOW, makeApprovedSeller, makeListing, makePicture, makePublishedListing } from "~db/factories";
import { testDb } from "~tests/support/database";

const publish = (listingId: string, now = FACTORY_NOW) =>
  testDb.transaction().execute((trx) => publishListing(trx, listingId, now));

async function publicIds(): Promise<string[]> {
  const rows = await selectPublicListings(testDb).select("listings.id").execute();
  return rows.map(({ id }) => id);
}

async function jobsOf(listingId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from graphile_worker._private_jobs as job
    join graphile_worker._private_tasks as task on task.id = job.task_id
    where task.identifier = 'index-listing' and job.payload->>'listingId' = ${listingId}`.execute(testDb);
  return rows[0]?.count ?? 0;
}

describe("publishing a listing", () => {
  it("freezes all that the public sees of it", async () => {
    const { sellerId } = await makeApprovedSeller(testDb);
    const { listingId, variantIds } = await makeListing(testDb, {
      sellerId,
      slug: "doyme-mis-fincan",
      title: { az: "Döymə mis fincan", en: "Hammered copper cup" },
      description: { az: "Əl işi.", en: "Made by hand." },
      categoryId: "copperware",
      techniqueId: "hammering",
      placeId: "lahic",
      materialIds: ["tin", "copper"],
      homeTiers: [
        { minimumQuantity: 20, amountMinor: 2500 },
        { minimumQuantity: 1, amountMinor: 3200 },
      ],
      exportTiers: [{ amountMinor: 1900, currency: "EUR" }],
      incoterm: { code: "DAP", place: "Hamburg" },
      stock: 7,
      monthlyCapacity: 40,
      minimumOrderQuantity: 4,
      leadTimeDays: 20,
      packedWeightGrams: 380,
      hasFoodContact: true,
      heritageElementId: "ich-2015-lahij",
    });
    const picture = await makePicture(testDb, { listingId, view: "front" });

    const snapshot = await publish(listingId);

    const expected = {
      listingId,
      version: 1,
      sellerId,
      slug: "doyme-mis-fincan",
      kind: "good",
      categoryId: "copperware",
      techniqueId: "hammering",
      materialIds: ["tin", "copper"],
      fibres: [],
      placeId: "lahic",
      regionId: "dagliq-sirvan",
      originCountry: "AZ",
      hsCode: "741810",
      texts: {
        az: { title: "Döymə mis fincan", description: "Əl işi." },
        en: { title: "Hammered copper cup", description: "Made by hand." },
      },
      pictures: [
        {
          mediaId: picture.mediaId,
          sha256: picture.sha256,
          view: "front",
          width: 1280,
          height: 1600,
          placeholder: expect.stringMatching(/^data:image/),
          dominantColour: "#b5652b",
        },
      ],
      priceKind: "tiers",
      priceUnit: "piece",
      homeTiers: [
        { minimumQuantity: 1, amountMinor: "3200", currency: "AZN" },
        { minimumQuantity: 20, amountMinor: "2500", currency: "AZN" },
      ],
      exportTiers: [{ minimumQuantity: 1, amountMinor: "1900", currency: "EUR" }],
      isOpenToExport: true,
      incoterm: { code: "DAP", place: "Hamburg" },
      stockPolicy: "made_to_order",
      monthlyCapacity: 40,
      minimumOrderQuantity: 4,
      leadTimeDays: 20,
      packedWeightGrams: 380,
      variants: [{ variantId: variantIds[0], sku: expect.stringMatching(/^SKU-/) }],
      rightsBasis: "own_design",
      hasFoodContact: true,
      isForChildren: false,
      restrictedMaterial: "none",
      woodSpecies: [],
      needsCulturalCheck: false,
      netWeightGrams: 350,
      heritageElementId: "ich-2015-lahij",
    };
    expect(snapshot).toEqual(expected);
    const stored = await testDb
      .selectFrom("listingPublications")
      .where("listingId", "=", listingId)
      .select("snapshot")
      .executeTakeFirstOrThrow();
    expect(stored.snapshot).toEqual(expected);
  });

  it("enqueues its indexing in the same transaction, once for many changes", async () => {
    const { listingId } = await makePublishedListing(testDb);
    await publish(listingId);
    const undone = await makeListing(testDb);
    const failing = testDb.transaction().execute(async (trx) => {
      await publishListing(trx, undone.listingId, FACTORY_NOW);
      throw new Error("changed my mind");
    });

    await expect(failing).rejects.toThrow("changed my mind");
    expect(await jobsOf(listingId)).toBe(1);
    expect(await jobsOf(undone.listingId)).toBe(0);
  });

  it("gives every publication a version of its own and keeps the first one's date", async () => {
    const { listingId } = await makePublishedListing(testDb, { publishedAt: new Date("2026-01-05T10:00:00Z") });
    await testDb
      .updateTable("listingTexts")
      .set({ title: "Yeni ad" })
      .where("listingId", "=", listingId)
      .where("locale", "=", "az")
      .execute();

    await publish(listingId, new Date("2026-03-01T10:00:00Z"));

    const publications = await testDb
      .selectFrom("listingPublications")
      .where("listingId", "=", listingId)
      .select(["version", "isCurrent", "firstPublishedAt", "publishedAt"])
      .orderBy("version")
      .execute();
    expect(publications).toEqual([
      expect.objectContaining({ version: 1, isCurrent: false }),
      {
        version: 2,
        isCurrent: true,
        firstPublishedAt: new Date("2026-01-05T10:00:00Z"),
        publishedAt: new Date("2026-03-01T10:00:00Z"),
      },
    ]);
    const listing = await testDb
      .selectFrom("listings")
      .where("id", "=", listingId)
      .select("version")
      .executeTakeFirst();
    expect(listing?.version).toBe(2);
  });

  it("keeps the figures of a price on request, and the export price of what is not exported, to the seller", async () => {
    const onRequest = await makePublishedListing(testDb, { priceKind: "on_request" });
    const homeOnly = await makePublishedListing(testDb, { isOpenToExport: false, exportTiers: [{ amountMinor: 900 }] });

    expect(onRequest.snapshot).toMatchObject({ priceKind: "on_request", homeTiers: [], exportTiers: [] });
    expect(homeOnly.snapshot.exportTiers).toEqual([]);
    expect(homeOnly.snapshot.homeTiers).toHaveLength(1);
  });

  it("leaves a draft translation out", async () => {
    const { listingId } = await makeListing(testDb);
    await testDb
      .updateTable("listingTexts")
      .set({ isDraft: true })
      .where("listingId", "=", listingId)
      .where("locale", "=", "ru")
      .execute();

    expect(Object.keys((await publish(listingId))?.texts ?? {})).toEqual(["az", "en"]);
  });

  it("answers undefined for a listing that is not there", async () => {
    expect(await publish("00000000-0000-4000-8000-000000000000")).toBeUndefined();
  });

  it("refuses to change a snapshot once it is written", async () => {
    const { listingId } = await makePublishedListing(testDb);

    const change = testDb
      .updateTable("listingPublications")
      .set({ snapshot: JSON.stringify({ title: "forged" }) })
      .where("listingId", "=", listingId)
      .execute();

    await expect(change).rejects.toThrow(/a publication is a snapshot/);
  });
});

describe("what the public sees", () => {
  it("is a published listing of an approved seller", async () => {
    const { listingId } = await makePublishedListing(testDb);
    expect(await publicIds()).toContain(listingId);
  });

  it.each(["draft", "in_review", "changes_requested", "paused", "archived"] as const)(
    "is not a listing that is %s, though it was published once",
    async (status) => {
      const { listingId } = await makePublishedListing(testDb);
      await testDb
        .updateTable("listings")
        .set({ status, submittedAt: status === "in_review" ? FACTORY_NOW : null })
        .where("id", "=", listingId)
        .execute();
      expect(await publicIds()).not.toContain(listingId);
    },
  );

  it.each(["draft", "submitted", "changes_requested", "suspended"] as const)(
    "is nothing of a seller who is %s",
    async (status) => {
      const { listingId, sellerId } = await makePublishedListing(testDb);
      const submittedAt = status === "submitted" ? FACTORY_NOW : null;
      await testDb.updateTable("sellers").set({ status, submittedAt }).where("id", "=", sellerId).execute();
      expect(await publicIds()).not.toContain(listingId);
    },
  );

  it("is the last publication only, once per listing", async () => {
    const { listingId } = await makePublishedListing(testDb);
    await publish(listingId);
    expect((await publicIds()).filter((id) => id === listingId)).toHaveLength(1);
  });
});

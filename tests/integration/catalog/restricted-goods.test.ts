import { describe, expect, it } from "vitest";
import { publishListing, restListing, selectPublicListings } from "~/modules/catalog/index.server";
import { FACTORY_NOW, makeStaff } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import {
  decide,
  forgetJobs,
  jobsOf,
  later,
  makeDraft,
  makeWorkshop,
  publish,
  publishedOf,
  save,
  submit,
  trust,
  waitingOf,
  workingOf,
} from "~tests/support/workshop";

const reviewer = await makeStaff(testDb, "reviewer");
const REFUSED = (refusal: string) => ({ ok: false, refusal });

async function isPublic(listingId: string): Promise<boolean> {
  const found = await selectPublicListings(testDb).select("listings.id").where("listings.id", "=", listingId).execute();
  return found.length === 1;
}

const put = (listingId: string, values: { madeYear?: number; restrictedMaterial?: string; woodSpecies?: string[] }) =>
  testDb.updateTable("listings").set(values).where("id", "=", listingId).execute();

const clear = (listingId: string) =>
  testDb
    .updateTable("listings")
    .set({
      speciesClearedAt: FACTORY_NOW,
      speciesClearedBy: reviewer.userId,
      speciesClearedBasis: "reason",
      speciesClearedWords: "Şirin su midiyası.",
    })
    .where("id", "=", listingId)
    .execute();

const publishAsIs = (listingId: string, at = FACTORY_NOW) =>
  testDb.transaction().execute((trx) => publishListing(trx, listingId, at));

describe("an object over a hundred years old", () => {
  it("is refused where its year is saved, and one of a hundred years is not", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makeDraft(workshop);

    expect(await save(workshop, listingId, "export", { madeYear: "1925" })).toEqual(REFUSED("over-hundred-years"));
    expect((await workingOf(listingId)).listing.madeYear).toBeNull();
    expect((await save(workshop, listingId, "export", { madeYear: "1926" })).ok).toBe(true);
    expect((await workingOf(listingId)).listing.madeYear).toBe(1926);
  });

  it("is not sent to the public by whoever put the year in", async () => {
    const workshop = await makeWorkshop();
    await trust(workshop);
    const listingId = await makeDraft(workshop, { madeYear: 1890 });

    expect(await submit(workshop, listingId)).toEqual(REFUSED("over-hundred-years"));
    expect(await publishedOf(listingId)).toBeUndefined();
  });

  it("is not approved: it may have grown too old while it waited", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makeDraft(workshop);
    await submit(workshop, listingId);
    await put(listingId, { madeYear: 1890 });

    expect(await decide(reviewer, listingId)).toEqual(REFUSED("over-hundred-years"));
    expect(await publishedOf(listingId)).toBeUndefined();
  });

  it("is refused by the table of publications, by the year of the publication", async () => {
    const listingId = await makeDraft(await makeWorkshop(), { madeYear: 1926 });

    await expect(publishAsIs(listingId, new Date("2027-01-02T00:00:00Z"))).rejects.toThrow(
      "listing_publications_not_over_100_years",
    );
    await expect(publishAsIs(listingId, new Date("2026-12-31T19:00:00Z"))).resolves.toBeDefined();
    expect(await isPublic(listingId)).toBe(true);
  });

  it("leaves the public when it grows too old after it was published", async () => {
    const listingId = await publish(await makeWorkshop(), reviewer);
    await put(listingId, { madeYear: 1926 });
    expect(await isPublic(listingId)).toBe(true);
    await put(listingId, { madeYear: 1925 });
    expect(await isPublic(listingId)).toBe(false);
  });

  it("has no year of making where it is a service", async () => {
    const listingId = await makeDraft(await makeWorkshop(), { kind: "service" });
    await expect(put(listingId, { madeYear: 1990 })).rejects.toThrow("listings_made_year_of_goods");
  });
});

describe("a good under permit", () => {
  it("is known by its customs code as by its category, and stays on sale", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makeDraft(workshop);
    expect((await workingOf(listingId)).listing.needsCulturalCheck).toBe(false);

    await save(workshop, listingId, "export", { hsCode: "570110" });
    expect((await workingOf(listingId)).listing.needsCulturalCheck).toBe(true);
    await save(workshop, listingId, "about", { title: "Xalça çanta" });
    expect((await workingOf(listingId)).listing.needsCulturalCheck).toBe(true);

    await submit(workshop, listingId);
    await decide(reviewer, listingId);
    expect(await isPublic(listingId)).toBe(true);
    expect((await publishedOf(listingId))?.needsCulturalCheck).toBe(true);
  });
});

describe("a protected species", () => {
  it("waits for a reviewer, whoever offers it, and is not approved before it is cleared", async () => {
    const workshop = await makeWorkshop();
    await trust(workshop);
    const listingId = await makeDraft(workshop, { restrictedMaterial: "mother_of_pearl" });

    expect(await submit(workshop, listingId)).toEqual({ ok: true, value: { outcome: "in-review" } });
    expect(await waitingOf(listingId)).toMatchObject([{ queue: "listings" }]);
    expect(await decide(reviewer, listingId)).toEqual(REFUSED("species-stopped"));
    expect(await isPublic(listingId)).toBe(false);

    await clear(listingId);
    expect((await decide(reviewer, listingId)).ok).toBe(true);
    expect(await isPublic(listingId)).toBe(true);
  });

  it("is refused by the table of publications until it is cleared", async () => {
    const listingId = await makeDraft(await makeWorkshop(), { restrictedMaterial: "coral" });

    await expect(publishAsIs(listingId)).rejects.toThrow("only after a reviewer has cleared it");
    await clear(listingId);
    await expect(publishAsIs(listingId)).resolves.toBeDefined();
  });

  it("takes a published listing out of the public the moment that its seller names it, and out of the search", async () => {
    const workshop = await makeWorkshop();
    await trust(workshop);
    const listingId = await publish(workshop, reviewer);
    await forgetJobs();

    await save(workshop, listingId, "export", { restrictedMaterial: "ivory" });
    expect(await isPublic(listingId)).toBe(false);
    expect(await jobsOf("index-listing", listingId)).toBe(1);
    // Taking it back shows what was public before.
    await save(workshop, listingId, "export", { restrictedMaterial: "none" });
    expect(await isPublic(listingId)).toBe(true);
  });

  it("keeps a paused listing from the public when it is resumed", async () => {
    const workshop = await makeWorkshop();
    const listingId = await publish(workshop, reviewer);
    const rest = (deed: "pause" | "resume") =>
      restListing(testDb, workshop.seller, newKey(), { listingId, deed }, later());
    await rest("pause");
    await save(workshop, listingId, "export", { restrictedMaterial: "ivory" });
    await rest("resume");
    expect(await isPublic(listingId)).toBe(false);
  });

  it.each([
    ["material", { restrictedMaterial: "ivory" }],
    ["wood", { woodSpecies: ["qoz"] }],
  ])("loses its clearance with a change of the %s", async (_what, change) => {
    const listingId = await makeDraft(await makeWorkshop(), { restrictedMaterial: "coral" });
    await clear(listingId);
    await put(listingId, { restrictedMaterial: "coral" });
    expect((await workingOf(listingId)).listing).toMatchObject({ isSpeciesStopped: false });

    await put(listingId, change);
    expect((await workingOf(listingId)).listing).toMatchObject({
      isSpeciesStopped: true,
      speciesClearedAt: null,
      speciesClearedBasis: null,
      speciesClearedWords: null,
    });
  });

  it("may be sent again though nothing else has changed, since its clearance is gone", async () => {
    const workshop = await makeWorkshop();
    await trust(workshop);
    const listingId = await makeDraft(workshop, { restrictedMaterial: "coral" });
    await clear(listingId);
    await publishAsIs(listingId, later());
    for (const restrictedMaterial of ["ivory", "coral"])
      await save(workshop, listingId, "export", { restrictedMaterial });

    expect((await workingOf(listingId)).isChanged).toBe(false);
    expect(await submit(workshop, listingId)).toEqual({ ok: true, value: { outcome: "in-review" } });
  });
});

import { describe, expect, it } from "vitest";
import { saveListingPart, withdrawListing } from "~/modules/catalog/index.server";
import { clearSpecies } from "~/modules/export-readiness/index.server";
import type { ClearSpecies } from "~/modules/export-readiness/species/clear-species.server";
import { releaseReview } from "~/modules/reviews/index.server";
import type { StaffActor } from "~/platform/session/actors.server";
import { FACTORY_NOW, makeStaff } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import {
  claimed,
  decide,
  deedsOf,
  fill,
  forgetJobs,
  jobsOf,
  later,
  makeDraft,
  makeWorkshop,
  publishedOf,
  submit,
  workingOf,
  type Workshop,
} from "~tests/support/workshop";

const reviewer = await makeStaff(testDb, "reviewer");
const REFUSED = (refusal: string) => ({ ok: false, refusal });
const WORDS = "Şirin su midiyasının sədəfi.";

async function makeHeld({ restrictedMaterial = "mother_of_pearl" } = {}) {
  const workshop = await makeWorkshop();
  const listingId = await makeDraft(workshop, { restrictedMaterial });
  await submit(workshop, listingId);
  const { itemId, subjectVersion } = await claimed(reviewer, listingId);
  return { workshop, listingId, itemId, subjectVersion };
}

type Asked = Pick<ClearSpecies, "itemId" | "subjectVersion"> & Partial<ClearSpecies> & { staff?: StaffActor };

const clear = ({ staff = reviewer, itemId, subjectVersion, basis = "reason", words = WORDS }: Asked) =>
  clearSpecies(testDb, staff, newKey(), { itemId, subjectVersion, basis, words }, later());

type Permit = { status?: string; expiresOn?: string; decidedAt?: Date | null };

const bringPermit = ({ sellerId }: Workshop, changes: Permit = {}) =>
  testDb
    .insertInto("evidence")
    .values({
      sellerId,
      documentType: "wildlife_permit",
      status: "verified",
      issuedOn: "2026-10-01",
      expiresOn: "2027-03-01",
      submittedAt: FACTORY_NOW,
      decidedAt: FACTORY_NOW,
      ...changes,
    })
    .execute();

describe("clearing a protected species", () => {
  it("lets the listing be approved, with who cleared it, by what and why on the record", async () => {
    const { listingId, itemId, subjectVersion } = await makeHeld();
    await forgetJobs();

    expect(await clear({ itemId, subjectVersion })).toEqual({ ok: true, value: { listingId } });
    expect((await workingOf(listingId)).listing).toMatchObject({
      isSpeciesStopped: false,
      version: subjectVersion,
      speciesClearedBasis: "reason",
      speciesClearedWords: WORDS,
    });
    expect((await deedsOf(listingId)).at(-1)).toMatchObject({ action: "clear-species", actorId: reviewer.userId });
    expect(await jobsOf("index-listing", listingId)).toBe(1);
    expect((await decide(reviewer, listingId)).ok).toBe(true);
    expect((await publishedOf(listingId))?.restrictedMaterial).toBe("mother_of_pearl");
  });

  it("rests on a permit that is verified and holds, or on words", async () => {
    const { workshop, itemId, subjectVersion } = await makeHeld();
    const byPermit = () => clear({ itemId, subjectVersion, basis: "permit", words: "" });

    expect(await byPermit()).toEqual(REFUSED("permit-missing"));
    await bringPermit(workshop, { status: "submitted", decidedAt: null });
    await bringPermit(workshop, { expiresOn: "2026-10-31" });
    await bringPermit(await makeWorkshop());
    expect(await byPermit()).toEqual(REFUSED("permit-missing"));
    expect(await clear({ itemId, subjectVersion, words: "olar" })).toEqual(REFUSED("reason-missing"));
    await bringPermit(workshop);
    expect((await byPermit()).ok).toBe(true);
  });

  it("is for who holds the listing, as it was on her screen", async () => {
    const { itemId, subjectVersion } = await makeHeld();
    const other = await makeStaff(testDb, "reviewer");

    expect(await clear({ staff: other, itemId, subjectVersion })).toEqual(REFUSED("claimed-by-other"));
    expect(await clear({ itemId, subjectVersion: subjectVersion + 1 })).toEqual(REFUSED("subject-changed"));
    await releaseReview(testDb, reviewer, itemId);
    expect(await clear({ itemId, subjectVersion })).toEqual(REFUSED("not-claimed"));
    const nobody = "00000000-0000-8000-8000-000000000000";
    expect(await clear({ itemId: nobody, subjectVersion })).toEqual(REFUSED("item-missing"));
  });

  it("is not for who filled the shop", async () => {
    const { workshop, itemId, subjectVersion } = await makeHeld();
    const began = { sellerId: workshop.sellerId, staffId: reviewer.userId, isCurrent: false, since: FACTORY_NOW };
    await testDb.insertInto("caretakings").values(began).execute();
    expect(await clear({ itemId, subjectVersion })).toEqual(REFUSED("filled-by-you"));
  });

  it("is done once, and only where there is something to clear", async () => {
    const { itemId, subjectVersion } = await makeHeld();
    expect((await clear({ itemId, subjectVersion })).ok).toBe(true);
    expect(await clear({ itemId, subjectVersion })).toEqual(REFUSED("nothing-to-clear"));
    const harmless = await makeHeld({ restrictedMaterial: "none" });
    expect(await clear(harmless)).toEqual(REFUSED("nothing-to-clear"));
  });

  it("is refused to one of two: who clears, or the seller who takes the listing back to change its material", async () => {
    for (let round = 0; round < 10; round += 1) {
      const { workshop, listingId, itemId, subjectVersion } = await makeHeld();
      const change = async () => {
        const withdrawn = await withdrawListing(testDb, workshop.seller, newKey(), listingId, later());
        const form = await fill(listingId, "export", { restrictedMaterial: "ivory" });
        return withdrawn.ok ? saveListingPart(testDb, workshop.seller, newKey(), form, later()) : withdrawn;
      };

      const [cleared, changed] = await Promise.all([clear({ itemId, subjectVersion }), change()]);

      expect(changed.ok).toBe(true);
      const refusal = cleared.ok ? "subject-changed" : cleared.refusal;
      expect(["item-missing", "item-decided", "subject-changed"]).toContain(refusal);
      // Whichever came first: ivory was cleared by nobody.
      expect((await workingOf(listingId)).listing).toMatchObject({
        restrictedMaterial: "ivory",
        isSpeciesStopped: true,
      });
    }
  });

  it("is refused when the material changes between the look and the press", async () => {
    const { workshop, listingId, itemId, subjectVersion } = await makeHeld();
    await withdrawListing(testDb, workshop.seller, newKey(), listingId, later());
    const form = await fill(listingId, "export", { restrictedMaterial: "ivory" });
    await saveListingPart(testDb, workshop.seller, newKey(), form, later());
    await submit(workshop, listingId);
    const again = await claimed(reviewer, listingId);

    expect(await clear({ itemId, subjectVersion })).toEqual(REFUSED("item-missing"));
    expect(await clear({ itemId: again.itemId, subjectVersion })).toEqual(REFUSED("subject-changed"));
    expect((await clear(again)).ok).toBe(true);
  });
});

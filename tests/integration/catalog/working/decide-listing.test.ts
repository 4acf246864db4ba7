import { describe, expect, it } from "vitest";
import { decideListing, findRequestedChanges, restListing, selectPublicListings } from "~/modules/catalog/index.server";
import { openReview } from "~/modules/reviews/index.server";
import { makeStaff } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import {
  APPROVED,
  claimed,
  decide,
  deedsOf,
  forgetJobs,
  jobsOf,
  later,
  makeDraft,
  makeWorkshop,
  publish,
  publishedOf,
  save,
  SENT_BACK,
  submit,
  trust,
  trustOf,
  waitingOf,
  workingOf,
  type Workshop,
} from "~tests/support/workshop";

const reviewer = await makeStaff(testDb, "reviewer");
const REFUSED = (refusal: string) => ({ ok: false, refusal });

async function isPublic(listingId: string): Promise<boolean> {
  const found = await selectPublicListings(testDb).select("listings.id").where("listings.id", "=", listingId).execute();
  return found.length === 1;
}

async function makeWaiting(workshop: Workshop): Promise<string> {
  const listingId = await makeDraft(workshop);
  await submit(workshop, listingId);
  return listingId;
}

describe("approving a listing", () => {
  it("shows it to the public, indexes it and tells its team", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makeWaiting(workshop);
    await forgetJobs();

    expect(await decide(reviewer, listingId)).toEqual({ ok: true, value: { listingId, queue: "listings" } });
    expect(await workingOf(listingId)).toMatchObject({ status: "published", isChanged: false, submittedAt: undefined });
    expect((await workingOf(listingId)).listing.isHsCodeReviewed).toBe(true);
    expect(await isPublic(listingId)).toBe(true);
    expect(await jobsOf("index-listing", listingId)).toBe(1);
    expect((await deedsOf(listingId)).at(-1)).toEqual({
      action: "decide-review",
      actorKind: "staff",
      actorId: reviewer.userId,
    });
  });

  it("of a shop that is not approved shows nothing yet", async () => {
    const listingId = await makeWaiting(await makeWorkshop({ status: "submitted" }));
    await decide(reviewer, listingId);
    expect((await workingOf(listingId)).status).toBe("published");
    expect(await isPublic(listingId)).toBe(false);
  });

  it("is refused to whoever filled its shop for the maker", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makeWaiting(workshop);
    const staff = await makeStaff(testDb, "reviewer");
    await testDb
      .insertInto("caretakings")
      .values({
        sellerId: workshop.sellerId,
        staffId: staff.userId,
        phone: null,
        since: later(),
        endedAt: later(),
        isCurrent: false,
      })
      .execute();

    expect(await decide(staff, listingId)).toEqual(REFUSED("filled-by-you"));
    expect((await workingOf(listingId)).status).toBe("in_review");
  });

  it("is refused for another version than the one that was on the screen", async () => {
    const listingId = await makeWaiting(await makeWorkshop());
    const { itemId, subjectVersion } = await claimed(reviewer, listingId);
    const seen = { itemId, ...APPROVED };

    expect(await decideListing(testDb, reviewer, newKey(), { ...seen, subjectVersion: 7 }, later())).toEqual(
      REFUSED("subject-changed"),
    );
    await testDb.updateTable("listings").set({ version: 2 }).where("id", "=", listingId).execute();
    expect(await decideListing(testDb, reviewer, newKey(), { ...seen, subjectVersion }, later())).toEqual(
      REFUSED("subject-changed"),
    );
    expect(await waitingOf(listingId)).toHaveLength(1);
    expect(await publishedOf(listingId)).toBeUndefined();
  });

  it("is refused to whoever does not hold it, and finds nothing of another queue", async () => {
    const listingId = await makeWaiting(await makeWorkshop());
    const { itemId, subjectVersion } = await claimed(reviewer, listingId);
    const other = await makeStaff(testDb, "reviewer");
    const decision = { itemId, subjectVersion, ...APPROVED };
    expect(await decideListing(testDb, other, newKey(), decision, later())).toEqual(REFUSED("claimed-by-other"));

    const about = { queue: "shops", subjectId: listingId, subjectVersion: 1, workingDays: 2 };
    const shop = await testDb.transaction().execute((trx) => openReview(trx, about, later()));
    await claimed(reviewer, listingId, "shops");
    const strange = { itemId: shop.itemId, subjectVersion: 1, ...APPROVED };
    expect(await decideListing(testDb, reviewer, newKey(), strange, later())).toEqual(REFUSED("item-missing"));
    expect((await workingOf(listingId)).status).toBe("in_review");
  });

  it("is done once per form, and once at all", async () => {
    const listingId = await makeWaiting(await makeWorkshop());
    const { itemId, subjectVersion } = await claimed(reviewer, listingId);
    const decision = { itemId, subjectVersion, ...APPROVED };
    const key = newKey();
    const first = await decideListing(testDb, reviewer, key, decision, later());

    expect(await decideListing(testDb, reviewer, key, decision, later())).toEqual(first);
    expect(await decideListing(testDb, reviewer, newKey(), decision, later())).toEqual(REFUSED("item-decided"));
  });
});

describe("sending a listing back", () => {
  it("gives it to its seller with the reasons, and none to the public", async () => {
    const listingId = await makeWaiting(await makeWorkshop());
    await decide(reviewer, listingId, SENT_BACK);

    expect(await workingOf(listingId)).toMatchObject({ status: "changes_requested", submittedAt: undefined });
    expect(await publishedOf(listingId)).toBeUndefined();
    expect((await findRequestedChanges(testDb, listingId))?.reasons).toMatchObject([
      { field: "title", code: "unclear" },
    ]);
  });

  it("needs a reason", async () => {
    const listingId = await makeWaiting(await makeWorkshop());
    const { itemId, subjectVersion } = await claimed(reviewer, listingId);
    const silent = { itemId, subjectVersion, ...SENT_BACK, reasons: [] };
    expect(await decideListing(testDb, reviewer, newKey(), silent, later())).toEqual(REFUSED("reason-missing"));
  });

  it("leaves what the public sees of a published one", async () => {
    const workshop = await makeWorkshop();
    const listingId = await publish(workshop, reviewer, { title: { az: "Mis sini" } });
    await save(workshop, listingId, "about", { title: "Gümüş sini" });
    await submit(workshop, listingId);
    await decide(reviewer, listingId, SENT_BACK);

    expect(await workingOf(listingId)).toMatchObject({ status: "published", isChanged: true, submittedAt: undefined });
    expect((await publishedOf(listingId))?.texts.az.title).toBe("Mis sini");
    expect(await isPublic(listingId)).toBe(true);
  });

  it("is said no more once the listing is approved", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makeWaiting(workshop);
    await decide(reviewer, listingId, SENT_BACK);
    await save(workshop, listingId, "about", { title: "Aydın ad" });
    await submit(workshop, listingId);
    await decide(reviewer, listingId);
    expect(await findRequestedChanges(testDb, listingId)).toBeUndefined();
  });
});

describe("trust", () => {
  it("comes with three listings that were approved as they were sent", async () => {
    const workshop = await makeWorkshop();
    for (const unchangedApprovals of [1, 2]) {
      await publish(workshop, reviewer);
      expect(await trustOf(workshop)).toEqual({ unchangedApprovals, isTrusted: false });
    }
    await publish(workshop, reviewer);
    expect(await trustOf(workshop)).toEqual({ unchangedApprovals: 3, isTrusted: true });
    await publish(await makeWorkshop(), reviewer);
    expect((await trustOf(workshop)).unchangedApprovals).toBe(3);
  });

  it("is lost by one that is sent back, and does not come from the one that is approved after", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makeWaiting(workshop);
    for (let times = 0; times < 3; times += 1) await publish(workshop, reviewer);
    await decide(reviewer, listingId, SENT_BACK);
    expect(await trustOf(workshop)).toEqual({ unchangedApprovals: 0, isTrusted: false });

    await save(workshop, listingId, "about", { title: "Aydın ad" });
    await submit(workshop, listingId);
    await decide(reviewer, listingId);
    expect(await trustOf(workshop)).toEqual({ unchangedApprovals: 0, isTrusted: false });
  });

  it("counts a listing once, however often it is changed and approved", async () => {
    const workshop = await makeWorkshop();
    const listingId = await publish(workshop, reviewer);
    for (const title of ["Mis sini", "Mis məcməyi"]) {
      await save(workshop, listingId, "about", { title });
      await submit(workshop, listingId);
      await decide(reviewer, listingId);
    }
    expect(await trustOf(workshop)).toEqual({ unchangedApprovals: 1, isTrusted: false });
  });

  it("counts what is decided of two listings of one shop at the same moment", async () => {
    const workshop = await makeWorkshop();
    const listings = await Promise.all([1, 2, 3].map(() => makeWaiting(workshop)));
    const staff = await Promise.all(listings.map(() => makeStaff(testDb, "reviewer")));
    await Promise.all(listings.map((listingId, at) => decide(staff[at] ?? reviewer, listingId)));
    expect(await trustOf(workshop)).toEqual({ unchangedApprovals: 3, isTrusted: true });
  });

  it("publishes at once, and the Federation looks at it after", async () => {
    const workshop = await makeWorkshop();
    await trust(workshop);
    const listingId = await makeDraft(workshop);

    expect(await submit(workshop, listingId)).toEqual({ ok: true, value: { outcome: "published" } });
    expect(await isPublic(listingId)).toBe(true);
    expect(await waitingOf(listingId)).toMatchObject([{ queue: "listing_checks", subjectVersion: 1 }]);
    await decide(reviewer, listingId);
    expect(await isPublic(listingId)).toBe(true);
    expect((await workingOf(listingId)).listing.isHsCodeReviewed).toBe(true);
  });

  it("publishes nothing at once while the shop is not approved", async () => {
    const workshop = await makeWorkshop({ status: "submitted" });
    await trust(workshop);
    expect(await submit(workshop, await makeDraft(workshop))).toEqual({ ok: true, value: { outcome: "in-review" } });
  });

  it("ends with a look that sends the listing back: the public sees it no more", async () => {
    const workshop = await makeWorkshop();
    await trust(workshop);
    const listingId = await makeDraft(workshop);
    await submit(workshop, listingId);
    await forgetJobs();
    await decide(reviewer, listingId, SENT_BACK);

    expect((await workingOf(listingId)).status).toBe("changes_requested");
    expect(await isPublic(listingId)).toBe(false);
    expect(await jobsOf("index-listing", listingId)).toBe(1);
    expect((await trustOf(workshop)).isTrusted).toBe(false);
  });

  it("is no reason to bring an archived listing back", async () => {
    const workshop = await makeWorkshop();
    await trust(workshop);
    const listingId = await makeDraft(workshop);
    await submit(workshop, listingId);
    await restListing(testDb, workshop.seller, newKey(), { listingId, deed: "archive" }, later());
    await decide(reviewer, listingId, SENT_BACK);
    expect((await workingOf(listingId)).status).toBe("archived");
  });
});

describe("a look at what is public while a change of it waits", () => {
  async function makeBoth() {
    const workshop = await makeWorkshop();
    await trust(workshop);
    const listingId = await makeDraft(workshop);
    await submit(workshop, listingId);
    await testDb.updateTable("sellers").set({ trustedAt: null }).where("id", "=", workshop.sellerId).execute();
    await save(workshop, listingId, "about", { title: "Gümüş sini" });
    await submit(workshop, listingId);
    return { workshop, listingId };
  }

  it("that approves leaves the change waiting", async () => {
    const { workshop, listingId } = await makeBoth();
    await decide(reviewer, listingId, APPROVED, "listing_checks");

    expect(await waitingOf(listingId)).toMatchObject([{ queue: "listing_changes" }]);
    expect((await save(workshop, listingId, "about", { title: "Başqa" })).ok).toBe(false);
    expect((await decide(reviewer, listingId)).ok).toBe(true);
    expect((await publishedOf(listingId))?.texts.az.title).toBe("Gümüş sini");
  });

  it("that sends back takes the change back, too", async () => {
    const { workshop, listingId } = await makeBoth();
    await decide(reviewer, listingId, SENT_BACK, "listing_checks");

    expect(await waitingOf(listingId)).toEqual([]);
    await save(workshop, listingId, "about", { title: "Aydın ad" });
    await submit(workshop, listingId);
    expect(await waitingOf(listingId)).toMatchObject([{ queue: "listings" }]);
  });
});

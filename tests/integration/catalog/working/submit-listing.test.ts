import { describe, expect, it } from "vitest";
import { submitListing, withdrawListing } from "~/modules/catalog/index.server";
import { makePicture, makeStaff } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import {
  decide,
  deedsOf,
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
  waitingOf,
  workingOf,
  type Workshop,
} from "~tests/support/workshop";

const IN_REVIEW = { ok: true, value: { outcome: "in-review" } };
const PUBLISHED = { ok: true, value: { outcome: "published" } };
const REFUSED = (refusal: string) => ({ ok: false, refusal });
const reviewer = await makeStaff(testDb, "reviewer");

const withdraw = ({ seller }: Workshop, listingId: string) =>
  withdrawListing(testDb, seller, newKey(), listingId, later());
const dearer = { home: [{ from: "1", amount: "70" }] };

async function rest(listingId: string) {
  await testDb.updateTable("listings").set({ status: "paused" }).where("id", "=", listingId).execute();
}

describe("sending a listing", () => {
  it("puts a draft before the Federation, and nothing before the public", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makeDraft(workshop);

    expect(await submit(workshop, listingId)).toEqual(IN_REVIEW);
    expect(await workingOf(listingId)).toMatchObject({ status: "in_review", submittedAt: expect.any(Date) });
    expect(await waitingOf(listingId)).toMatchObject([{ queue: "listings", subjectVersion: 1 }]);
    expect(await publishedOf(listingId)).toBeUndefined();
  });

  it("is done once per form", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makeDraft(workshop);
    const key = newKey();
    const post = () => submitListing(testDb, workshop.seller, key, listingId, later());
    expect(await Promise.all([post(), post()])).toEqual([IN_REVIEW, IN_REVIEW]);
    expect(await waitingOf(listingId)).toHaveLength(1);
  });

  it("is done by one of two colleagues who send it at the same moment", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makeDraft(workshop);
    const answers = await Promise.all([submit(workshop, listingId), submit(workshop, listingId)]);
    expect(answers).toEqual(expect.arrayContaining([IN_REVIEW, REFUSED("not-possible")]));
    expect(await waitingOf(listingId)).toHaveLength(1);
  });

  it("of another shop finds nothing", async () => {
    const foreign = await makeDraft(await makeWorkshop());
    const workshop = await makeWorkshop();
    expect(await submit(workshop, foreign)).toEqual(REFUSED("listing-missing"));
    expect(await waitingOf(foreign)).toEqual([]);
  });

  it("is refused to a suspended shop", async () => {
    const workshop = await makeWorkshop({ status: "suspended" });
    expect(await submit(workshop, await makeDraft(workshop))).toEqual(REFUSED("shop-suspended"));
  });

  it.each(["in_review", "archived"] as const)("that is %s is not possible", async (status) => {
    const workshop = await makeWorkshop();
    expect(await submit(workshop, await makeDraft(workshop, { status }))).toEqual(REFUSED("not-possible"));
  });

  it("without a picture is refused", async () => {
    const workshop = await makeWorkshop();
    expect(await submit(workshop, await makeDraft(workshop, { pictures: [] }))).toEqual(REFUSED("picture-missing"));
  });

  it("without a price is refused", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makeDraft(workshop, { homeTiers: [], exportTiers: [] });
    expect(await submit(workshop, listingId)).toEqual(REFUSED("price-missing"));
  });

  it("without a stock policy is refused", async () => {
    const workshop = await makeWorkshop();
    expect(await submit(workshop, await makeDraft(workshop, { stockPolicy: null }))).toEqual(REFUSED("stock-missing"));
  });

  it("without a title in Azerbaijani is refused", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makeDraft(workshop);
    await testDb.deleteFrom("listingTexts").where("listingId", "=", listingId).where("locale", "=", "az").execute();
    expect(await submit(workshop, listingId)).toEqual(REFUSED("title-missing"));
  });

  it.each(["published", "paused"])("that is %s and says what the public sees is refused", async (status) => {
    const workshop = await makeWorkshop();
    const listingId = await publish(workshop, reviewer);
    if (status === "paused") await rest(listingId);
    expect(await submit(workshop, listingId)).toEqual(REFUSED("nothing-changed"));
  });

  it("is in the audit log as its sender's", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makeDraft(workshop);
    await submit(workshop, listingId);
    expect(await deedsOf(listingId)).toEqual([
      { action: "submit-listing", actorKind: "seller", actorId: workshop.seller.userId },
    ]);
  });
});

describe("sending a change of a published listing", () => {
  it("leaves the public what was approved until the change is, too", async () => {
    const workshop = await makeWorkshop();
    const listingId = await publish(workshop, reviewer, { title: { az: "Mis sini" } });
    await save(workshop, listingId, "about", { title: "Gümüş sini" });

    expect(await submit(workshop, listingId)).toEqual(IN_REVIEW);
    expect(await workingOf(listingId)).toMatchObject({ status: "published", submittedAt: expect.any(Date) });
    expect(await waitingOf(listingId)).toMatchObject([{ queue: "listing_changes", subjectVersion: 2 }]);
    expect((await publishedOf(listingId))?.texts.az.title).toBe("Mis sini");

    await decide(reviewer, listingId);
    expect((await publishedOf(listingId))?.texts.az.title).toBe("Gümüş sini");
    expect(await workingOf(listingId)).toMatchObject({ status: "published", isChanged: false, submittedAt: undefined });
  });

  it("of its price alone is public at once, and nobody looks at it", async () => {
    const workshop = await makeWorkshop();
    const listingId = await publish(workshop, reviewer);
    await save(workshop, listingId, "price", dearer);

    expect(await submit(workshop, listingId)).toEqual(PUBLISHED);
    expect((await publishedOf(listingId))?.homeTiers[0]?.amountMinor).toBe("7000");
    expect(await waitingOf(listingId)).toEqual([]);
    expect(await jobsOf("index-listing", listingId)).toBe(1);
    expect((await deedsOf(listingId)).at(-1)).toEqual({
      action: "publish-listing",
      actorKind: "seller",
      actorId: workshop.seller.userId,
    });
  });

  it("of price and picture is looked at as a whole", async () => {
    const workshop = await makeWorkshop();
    const listingId = await publish(workshop, reviewer);
    await makePicture(testDb, { listingId, view: "detail" });
    await save(workshop, listingId, "price", dearer);

    expect(await submit(workshop, listingId)).toEqual(IN_REVIEW);
    expect((await publishedOf(listingId))?.homeTiers[0]?.amountMinor).toBe("5000");
  });

  it("leaves a paused one paused, at once and after a review", async () => {
    const workshop = await makeWorkshop();
    const listingId = await publish(workshop, reviewer);
    await rest(listingId);
    await save(workshop, listingId, "price", dearer);
    expect(await submit(workshop, listingId)).toEqual(PUBLISHED);
    expect(await workingOf(listingId)).toMatchObject({ status: "paused", isChanged: false });

    await save(workshop, listingId, "about", { title: "Gümüş sini" });
    expect(await submit(workshop, listingId)).toEqual(IN_REVIEW);
    await decide(reviewer, listingId);
    expect(await workingOf(listingId)).toMatchObject({ status: "paused", isChanged: false });
    expect((await publishedOf(listingId))?.texts.az.title).toBe("Gümüş sini");
  });
});

describe("sending what was sent back", () => {
  it("is refused as it was, and taken once something is mended", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makeDraft(workshop);
    await submit(workshop, listingId);
    await decide(reviewer, listingId, SENT_BACK);

    expect(await submit(workshop, listingId)).toEqual(REFUSED("nothing-mended"));
    await save(workshop, listingId, "about", { title: "Aydın ad" });
    expect(await submit(workshop, listingId)).toEqual(IN_REVIEW);
    expect(await waitingOf(listingId)).toMatchObject([{ queue: "listings", subjectVersion: 2 }]);
  });

  it("is refused as it was, too, when it was a change of a published listing", async () => {
    const workshop = await makeWorkshop();
    const listingId = await publish(workshop, reviewer);
    await save(workshop, listingId, "about", { title: "Gümüş sini" });
    await submit(workshop, listingId);
    await decide(reviewer, listingId, SENT_BACK);

    expect(await submit(workshop, listingId)).toEqual(REFUSED("nothing-mended"));
  });

  it("is judged again, though the public saw it once and only its price was changed since", async () => {
    const workshop = await makeWorkshop();
    await trust(workshop);
    const listingId = await makeDraft(workshop);
    await submit(workshop, listingId);
    await decide(reviewer, listingId, SENT_BACK, "listing_checks");
    await save(workshop, listingId, "price", dearer);

    expect(await submit(workshop, listingId)).toEqual(IN_REVIEW);
    await withdraw(workshop, listingId);
    expect((await workingOf(listingId)).status).toBe("changes_requested");
    expect(await submit(workshop, listingId)).toEqual(IN_REVIEW);
    expect((await publishedOf(listingId))?.homeTiers[0]?.amountMinor).toBe("5000");
  });
});

describe("taking a listing back", () => {
  it("makes it a draft again, and leaves nothing before the Federation", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makeDraft(workshop);
    await submit(workshop, listingId);

    expect(await withdraw(workshop, listingId)).toEqual({ ok: true, value: null });
    expect(await workingOf(listingId)).toMatchObject({ status: "draft", submittedAt: undefined });
    expect(await waitingOf(listingId)).toEqual([]);
    expect((await deedsOf(listingId)).at(-1)).toEqual({
      action: "withdraw-listing",
      actorKind: "seller",
      actorId: workshop.seller.userId,
    });
  });

  it("leaves a published one public, with its change still to be sent", async () => {
    const workshop = await makeWorkshop();
    const listingId = await publish(workshop, reviewer);
    await save(workshop, listingId, "about", { title: "Gümüş sini" });
    await submit(workshop, listingId);
    await withdraw(workshop, listingId);

    expect(await workingOf(listingId)).toMatchObject({ status: "published", isChanged: true, submittedAt: undefined });
    expect(await waitingOf(listingId)).toEqual([]);
    expect(await submit(workshop, listingId)).toEqual(IN_REVIEW);
  });

  it("is refused when it does not wait, and finds nothing of another shop", async () => {
    const [workshop, other] = [await makeWorkshop(), await makeWorkshop()];
    const [own, foreign] = [await makeDraft(workshop), await makeDraft(other)];
    await submit(other, foreign);

    expect(await withdraw(workshop, own)).toEqual(REFUSED("not-possible"));
    expect(await withdraw(workshop, foreign)).toEqual(REFUSED("listing-missing"));
    expect(await waitingOf(foreign)).toHaveLength(1);
  });
});

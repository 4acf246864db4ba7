import { describe, expect, it } from "vitest";
import { findOwnListing, restListing } from "~/modules/catalog/index.server";
import { findWorkingListing } from "~/modules/catalog/working/read-listing.server";
import { type RestDeed } from "~/modules/catalog/working/rest-listing.server";
import { makeStaff } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { waitFor } from "~tests/support/waiting";
import {
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
  submit,
  workingOf,
  type Workshop,
} from "~tests/support/workshop";

const reviewer = await makeStaff(testDb, "reviewer");
const DONE = { ok: true, value: null };
const REFUSED = (refusal: string) => ({ ok: false, refusal });

const rest = ({ seller }: Workshop, listingId: string, deed: RestDeed, key = newKey()) =>
  restListing(testDb, seller, key, { listingId, deed }, later());

describe("a published listing", () => {
  it("is paused, and put back as it was published", async () => {
    const workshop = await makeWorkshop();
    const listingId = await publish(workshop, reviewer);
    const before = await publishedOf(listingId);

    expect(await rest(workshop, listingId, "pause")).toEqual(DONE);
    expect((await workingOf(listingId)).status).toBe("paused");
    expect(await rest(workshop, listingId, "resume")).toEqual(DONE);
    expect((await workingOf(listingId)).status).toBe("published");
    expect(await publishedOf(listingId)).toEqual(before);
  });

  it.each<RestDeed>(["pause", "archive"])("leaves the index when its seller says %s", async (deed) => {
    const workshop = await makeWorkshop();
    const listingId = await publish(workshop, reviewer);
    await forgetJobs();
    await rest(workshop, listingId, deed);
    expect(await jobsOf("index-listing", listingId)).toBe(1);
  });

  it("comes back to the index when it is resumed", async () => {
    const workshop = await makeWorkshop();
    const listingId = await publish(workshop, reviewer);
    await rest(workshop, listingId, "pause");
    await forgetJobs();
    await rest(workshop, listingId, "resume");
    expect(await jobsOf("index-listing", listingId)).toBe(1);
  });

  it("is paused while a change of it waits, and stays so when that is approved", async () => {
    const workshop = await makeWorkshop();
    const listingId = await publish(workshop, reviewer);
    await save(workshop, listingId, "about", { title: "Gümüş sini" });
    await submit(workshop, listingId);

    expect(await rest(workshop, listingId, "pause")).toEqual(DONE);
    await decide(reviewer, listingId);
    expect((await workingOf(listingId)).status).toBe("paused");
  });

  it("rests once per form: a second post of a pause does not undo a resume", async () => {
    const workshop = await makeWorkshop();
    const listingId = await publish(workshop, reviewer);
    const key = newKey();
    await rest(workshop, listingId, "pause", key);
    await rest(workshop, listingId, "resume");

    expect(await rest(workshop, listingId, "pause", key)).toEqual(DONE);
    expect((await workingOf(listingId)).status).toBe("published");
  });
});

describe("a listing in the archive", () => {
  it.each(["draft", "changes_requested", "published", "paused"] as const)("may have been %s", async (status) => {
    const workshop = await makeWorkshop();
    const listingId = await makeDraft(workshop, { status });
    expect(await rest(workshop, listingId, "archive")).toEqual(DONE);
    expect((await workingOf(listingId)).status).toBe("archived");
  });

  it.each<RestDeed>(["pause", "resume", "archive"])("knows no %s", async (deed) => {
    const workshop = await makeWorkshop();
    const listingId = await makeDraft(workshop, { status: "archived" });
    expect(await rest(workshop, listingId, deed)).toEqual(REFUSED("not-possible"));
    expect((await workingOf(listingId)).status).toBe("archived");
  });

  it("comes back as a draft, which nobody sees until it is looked at anew", async () => {
    const workshop = await makeWorkshop();
    const listingId = await publish(workshop, reviewer);
    await rest(workshop, listingId, "archive");

    expect(await rest(workshop, listingId, "restore")).toEqual(DONE);
    expect((await workingOf(listingId)).status).toBe("draft");
    expect(await submit(workshop, listingId)).toEqual({ ok: true, value: { outcome: "in-review" } });
  });

  it("does not come back when the Federation has taken it down", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makeDraft(workshop, { status: "archived" });
    await testDb
      .insertInto("reportCases")
      .values({
        listingId,
        sellerId: workshop.sellerId,
        status: "decided",
        outcome: "taken_down",
        rule: "handmade",
        facts: "Fabrik malıdır.",
        openedAt: later(),
        answerBy: later(),
        listingVersion: 1,
        decidedAt: later(),
      })
      .execute();

    expect(await rest(workshop, listingId, "restore")).toEqual(REFUSED("taken-down"));
    expect((await workingOf(listingId)).status).toBe("archived");
    const opened = await findOwnListing(testDb, { sellerId: workshop.sellerId, listingId });
    expect(opened?.deeds).toEqual([]);
  });
});

describe("a listing", () => {
  it.each<[RestDeed, "draft" | "in_review" | "published"]>([
    ["pause", "draft"],
    ["pause", "in_review"],
    ["resume", "draft"],
    ["resume", "published"],
    ["archive", "in_review"],
    ["restore", "published"],
  ])("knows no %s while it is %s", async (deed, status) => {
    const workshop = await makeWorkshop();
    const listingId = await makeDraft(workshop, { status });
    expect(await rest(workshop, listingId, deed)).toEqual(REFUSED("not-possible"));
    expect((await workingOf(listingId)).status).toBe(status);
    expect(await deedsOf(listingId)).toEqual([]);
  });

  it("that a colleague is just putting into the archive is not paused any more", async () => {
    const workshop = await makeWorkshop();
    const listingId = await publish(workshop, reviewer);

    const paused = await waitFor(
      (trx) => restListing(trx, workshop.seller, newKey(), { listingId, deed: "archive" }, later()),
      () => rest(workshop, listingId, "pause"),
    );

    expect(paused).toEqual(REFUSED("not-possible"));
    expect((await workingOf(listingId)).status).toBe("archived");
  });

  it("of another shop is not found, and stays as it is", async () => {
    const [workshop, other] = [await makeWorkshop(), await makeWorkshop()];
    const foreign = await publish(other, reviewer);
    expect(await rest(workshop, foreign, "pause")).toEqual(REFUSED("listing-missing"));
    expect((await workingOf(foreign)).status).toBe("published");
  });

  it("of another shop is not found at once, though somebody of that shop holds it", async () => {
    const [workshop, other] = [await makeWorkshop(), await makeWorkshop()];
    const foreign = await publish(other, reviewer);

    const answer = await testDb.transaction().execute(async (trx) => {
      await findWorkingListing(trx, { listingId: foreign }, { lock: true });
      return rest(workshop, foreign, "pause");
    });

    expect(answer).toEqual(REFUSED("listing-missing"));
  });

  it.each<RestDeed>(["pause", "resume", "archive", "restore"])(
    "has its %s in the audit log as its seller's",
    async (deed) => {
      const workshop = await makeWorkshop();
      const listingId = await publish(workshop, reviewer);
      if (deed === "resume") await rest(workshop, listingId, "pause");
      if (deed === "restore") await rest(workshop, listingId, "archive");
      await rest(workshop, listingId, deed);
      expect((await deedsOf(listingId)).at(-1)).toEqual({
        action: `${deed}-listing`,
        actorKind: "seller",
        actorId: workshop.seller.userId,
      });
    },
  );
});

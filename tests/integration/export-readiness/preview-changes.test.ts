import { beforeAll, describe, expect, it } from "vitest";
import { findOwnListing, restListing } from "~/modules/catalog/index.server";
import { previewChanges, recomputeReadiness } from "~/modules/export-readiness/index.server";
import type { LevelChangeView } from "~/modules/export-readiness";
import { makeStaff } from "~db/factories";
import { loadReferenceData } from "~db/reference/load";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import {
  decide,
  later,
  makeDraft,
  makeWorkshop,
  publish,
  save,
  submit,
  trust,
  type Workshop,
} from "~tests/support/workshop";

beforeAll(async () => {
  await loadReferenceData(testDb);
});

const reviewer = await makeStaff(testDb, "reviewer");
const LONG = "Hammered by hand from one sheet of copper, tinned inside; each piece takes a master two full days.";
const GOOD = {
  title: { az: "Mis sini", en: "Copper tray", ru: "Медный поднос" },
  description: { az: LONG, en: LONG, ru: LONG },
};

async function preview({ sellerId }: Workshop, listingId: string) {
  const own = await findOwnListing(testDb, { sellerId, listingId });
  const question = { sellerId, listingId, written: own?.written, locale: "en" as const, mayManage: true };
  return previewChanges(testDb, question, later());
}

async function judgedOf({ sellerId }: Workshop) {
  await recomputeReadiness(testDb, [sellerId], { now: later() });
  const { score } = await testDb
    .selectFrom("readinessResults")
    .select("score")
    .where("sellerId", "=", sellerId)
    .executeTakeFirstOrThrow();
  const { criterionValues } = await testDb
    .selectFrom("readinessHistory")
    .select("criterionValues")
    .where("sellerId", "=", sellerId)
    .orderBy("computedAt", "desc")
    .executeTakeFirstOrThrow();
  return { score, values: criterionValues };
}

const scores = (change: LevelChangeView | undefined) => [change?.before.score, change?.after.score];
const idsOf = (list: LevelChangeView["lost"] | undefined) => list?.map(({ id }) => id) ?? [];

const rest = ({ seller }: Workshop, listingId: string, deed: "pause" | "resume" | "archive") =>
  restListing(testDb, seller, newKey(), { listingId, deed }, later());

describe("what a deed with a listing does to a level, said before", () => {
  it("is what the judgement says after a first listing was looked at and published", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makeDraft(workshop, GOOD);
    const before = await judgedOf(workshop);
    const { publish: change, rest: none } = await preview(workshop, listingId);

    await submit(workshop, listingId);
    await decide(reviewer, listingId);
    const after = await judgedOf(workshop);

    expect(after.score).toBeGreaterThan(before.score);
    expect(scores(change)).toEqual([before.score, after.score]);
    // The reviewer has looked at the customs code.
    expect(idsOf(change?.gained)).toContain("CO-02");
    expect(none).toBeUndefined();
  });

  it("is what the judgement says after a trusted shop published at once: nobody has looked at the code", async () => {
    const workshop = await makeWorkshop();
    await trust(workshop);
    const listingId = await makeDraft(workshop, GOOD);
    const { publish: change } = await preview(workshop, listingId);
    await submit(workshop, listingId);

    expect(scores(change)[1]).toBe((await judgedOf(workshop)).score);
    expect(idsOf(change?.gained)).not.toContain("CO-02");
  });

  it("names the criterion that a change gives up, on how many listings, with the way there", async () => {
    const workshop = await makeWorkshop();
    await trust(workshop);
    const [first] = [await publish(workshop, reviewer, GOOD), await publish(workshop, reviewer, GOOD)].slice(0, 1);
    const listingId = first ?? "";
    await save(workshop, listingId, "about", { techniqueId: "" });
    const before = await judgedOf(workshop);
    const { publish: change } = await preview(workshop, listingId);
    await submit(workshop, listingId);
    const after = await judgedOf(workshop);

    expect(after.score).toBeLessThan(before.score);
    expect(scores(change)).toEqual([before.score, after.score]);
    expect(change?.lost).toContainEqual({
      id: "OF-04",
      title: expect.any(String) as string,
      counted: { met: 1, total: 2 },
      place: { kind: "listing", listingId, part: "about", title: "Mis sini", lackingCount: 1 },
    });
  });

  it("is what the judgement says after pausing, and after resuming what was paused", async () => {
    const workshop = await makeWorkshop();
    const listingId = await publish(workshop, reviewer, GOOD);
    const open = await judgedOf(workshop);
    const { rest: pausing, resume: none } = await preview(workshop, listingId);
    await rest(workshop, listingId, "pause");
    const paused = await judgedOf(workshop);
    expect(scores(pausing)).toEqual([open.score, paused.score]);
    expect(paused.score).toBeLessThan(open.score);
    expect(none).toBeUndefined();

    const again = await preview(workshop, listingId);
    expect(again).toMatchObject({ publish: undefined, rest: undefined });
    expect(scores(again.resume)).toEqual([paused.score, open.score]);
    await rest(workshop, listingId, "resume");
    expect((await judgedOf(workshop)).score).toBe(open.score);
  });

  it("is what the judgement says after a listing was closed to export", async () => {
    const workshop = await makeWorkshop();
    const listingId = await publish(workshop, reviewer, GOOD);
    await save(workshop, listingId, "price", { isOpenToExport: undefined });
    const { publish: change } = await preview(workshop, listingId);
    await submit(workshop, listingId);
    expect(scores(change)[1]).toBe((await judgedOf(workshop)).score);
    expect(change?.isFelt).toBe(true);
  });

  it("says nothing of what is sold at home only, and of somebody else's listing", async () => {
    const workshop = await makeWorkshop();
    const nothing = { publish: undefined, rest: undefined, resume: undefined };
    const atHome = await publish(workshop, reviewer, { ...GOOD, isOpenToExport: false });
    expect(await preview(workshop, atHome)).toEqual(nothing);

    const listingId = await publish(workshop, reviewer, GOOD);
    const { sellerId } = await makeWorkshop();
    const question = { sellerId, listingId, written: undefined, locale: "en" as const, mayManage: true };
    expect(await previewChanges(testDb, question, later())).toEqual(nothing);
  });

  it("says in a quiet way that nothing changes", async () => {
    const workshop = await makeWorkshop();
    const listingId = await publish(workshop, reviewer, GOOD);
    await save(workshop, listingId, "price", { homeAmount: "60" });
    expect((await preview(workshop, listingId)).publish).toMatchObject({ isFelt: false, lost: [], gained: [] });
  });
});

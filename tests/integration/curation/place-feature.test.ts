import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  changeFeature,
  endFeature,
  listDeskFeatures,
  moveFeature,
  placeFeature,
} from "~/modules/curation/index.server";
import type { StaffActor } from "~/platform/session/actors.server";
import {
  FACTORY_NOW,
  makeApprovedSeller,
  makeCollection,
  makePublishedListing,
  makeSeller,
  makeStaff,
} from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { waitFor } from "~tests/support/waiting";

const MINUTE = 60_000;
const at = (minutes: number) => new Date(FACTORY_NOW.getTime() + minutes * MINUTE);
const NOW = at(0);
const window = { startsAt: at(10), endsAt: at(60), reason: "Novruz" };
let curator: StaffActor;

beforeAll(async () => {
  curator = await makeStaff(testDb, "curator");
});

const place = (subjectId: string, when: Partial<typeof window> = {}, now = NOW) =>
  placeFeature(testDb, curator, newKey(), { slot: "home_seller", subjectId, ...window, ...when }, now);

async function makePlaced(when: Partial<typeof window> = {}) {
  const { sellerId } = await makeApprovedSeller(testDb);
  const placed = await place(sellerId, when);
  if (!placed.ok) throw new Error(placed.refusal);
  return { sellerId, featureId: placed.value.featureId };
}

const rowOf = (id: string) =>
  testDb
    .selectFrom("features")
    .select(["slot", "startsAt", "endsAt", "reason", "version", "position"])
    .where("id", "=", id)
    .executeTakeFirst();

const auditOf = async (id: string) =>
  (
    await testDb
      .selectFrom("auditEntries")
      .select(["action", "actorId"])
      .where("subjectId", "=", id)
      .orderBy("id")
      .execute()
  ).map(({ action, actorId }) => `${action} by ${actorId === curator.userId ? "the curator" : actorId}`);

const deskNames = async (now: Date) =>
  (await listDeskFeatures(testDb, "az", now)).map(({ featureId, state, isPublic }) => ({ featureId, state, isPublic }));

describe("featuring something", () => {
  it("puts what the public sees into its place, and writes down who did it", async () => {
    const { featureId } = await makePlaced();

    expect(await rowOf(featureId)).toMatchObject({ slot: "home_seller", reason: "Novruz", startsAt: at(10) });
    expect(await auditOf(featureId)).toEqual(["place-feature by the curator"]);
  });

  it("takes a listing and a collection each into its own place", async () => {
    const { listingId } = await makePublishedListing(testDb);
    const { collectionId } = await makeCollection(testDb, { listingIds: [listingId] });

    const results = await Promise.all([
      placeFeature(testDb, curator, newKey(), { slot: "home_listing", subjectId: listingId, ...window }, NOW),
      placeFeature(testDb, curator, newKey(), { slot: "home_collection", subjectId: collectionId, ...window }, NOW),
    ]);

    expect(results.map(({ ok }) => ok)).toEqual([true, true]);
  });

  it("refuses what the public does not see", async () => {
    const draft = await makeSeller(testDb);
    const { collectionId } = await makeCollection(testDb, { status: "draft" });
    const { listingId } = await makePublishedListing(testDb);

    const results = await Promise.all([
      place(draft.sellerId),
      placeFeature(testDb, curator, newKey(), { slot: "home_collection", subjectId: collectionId, ...window }, NOW),
      placeFeature(testDb, curator, newKey(), { slot: "home_seller", subjectId: listingId, ...window }, NOW),
    ]);

    expect(results).toEqual([1, 2, 3].map(() => ({ ok: false, refusal: "subject-missing" })));
  });

  it("refuses an end that is over or before the beginning", async () => {
    const { sellerId } = await makeApprovedSeller(testDb);
    expect(await place(sellerId, { startsAt: at(-60), endsAt: at(-1) })).toEqual({ ok: false, refusal: "end-in-past" });
    expect(await place(sellerId, { endsAt: at(10) })).toEqual({ ok: false, refusal: "end-before-start" });
  });

  it("refuses the same thing in the same place at the same time, and takes it before and after", async () => {
    const { sellerId } = await makePlaced();

    expect(await place(sellerId, { startsAt: at(59), endsAt: at(90) })).toEqual({ ok: false, refusal: "overlaps" });
    expect((await place(sellerId, { startsAt: at(60), endsAt: at(90) })).ok).toBe(true);
    expect((await place(sellerId, { startsAt: at(5), endsAt: at(10) })).ok).toBe(true);
  });

  it("happens once when two curators feature the same thing at the same moment", async () => {
    const { sellerId } = await makeApprovedSeller(testDb);
    const other = await makeStaff(testDb, "curator");
    const input = { slot: "home_seller" as const, subjectId: sellerId, ...window };

    const results = await Promise.all(
      [curator, other, curator, other].map((staff) => placeFeature(testDb, staff, newKey(), input, NOW)),
    );

    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.refusal === "overlaps")).toHaveLength(3);
  });

  it("comes after what a colleague is just placing there", async () => {
    const [first, second] = [await makeApprovedSeller(testDb), await makeApprovedSeller(testDb)];
    const placed = await waitFor(
      (trx) => placeFeature(trx, curator, newKey(), { slot: "home_seller", subjectId: first.sellerId, ...window }, NOW),
      () => place(second.sellerId),
    );

    expect(placed.ok).toBe(true);
    const rows = await testDb
      .selectFrom("features")
      .select("position")
      .where("sellerId", "in", [first.sellerId, second.sellerId])
      .orderBy("position")
      .execute();
    expect((rows[1]?.position ?? 0) - (rows[0]?.position ?? 0)).toBe(1);
  });

  it("is one feature when a form is sent twice", async () => {
    const { sellerId } = await makeApprovedSeller(testDb);
    const key = newKey();
    const send = () => placeFeature(testDb, curator, key, { slot: "home_seller", subjectId: sellerId, ...window }, NOW);

    const [first, second] = await Promise.all([send(), send()]);

    expect(first).toEqual(second);
    expect(first.ok).toBe(true);
  });

  it("is refused by the table itself, whoever writes it", async () => {
    const { sellerId } = await makePlaced();
    const row = { slot: "home_seller", position: 0, sellerId, reason: "x", startsAt: at(20), endsAt: at(30) };

    await expect(testDb.insertInto("features").values(row).execute()).rejects.toMatchObject({
      constraint: "features_once_at_a_time",
    });
  });
});

describe("changing a feature", () => {
  const change = (featureId: string, version = 1, now = NOW, when = {}) =>
    changeFeature(
      testDb,
      curator,
      newKey(),
      { featureId, version, startsAt: at(30), endsAt: at(90), reason: "Yaz", ...when },
      now,
    );

  it("is possible before it begins", async () => {
    const { featureId } = await makePlaced();
    expect((await change(featureId)).ok).toBe(true);
    expect(await rowOf(featureId)).toMatchObject({ startsAt: at(30), endsAt: at(90), reason: "Yaz", version: 2 });
  });

  it("is refused once it runs", async () => {
    const { featureId } = await makePlaced();
    expect(await change(featureId, 1, at(10))).toEqual({ ok: false, refusal: "already-started" });
  });

  it("does not overwrite what another curator has changed meanwhile", async () => {
    const { featureId } = await makePlaced();
    const results = await Promise.all([1, 2, 3].map(() => change(featureId)));

    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.refusal === "changed-elsewhere")).toHaveLength(2);
  });

  it("refuses a time in which the same thing is there already", async () => {
    const { sellerId, featureId } = await makePlaced();
    await place(sellerId, { startsAt: at(70), endsAt: at(80) });
    expect(await change(featureId)).toEqual({ ok: false, refusal: "overlaps" });
    expect(await rowOf(featureId)).toMatchObject({ startsAt: at(10), version: 1 });
  });
});

describe("ending a feature", () => {
  it("ends a running one at that instant", async () => {
    const { featureId } = await makePlaced();
    expect((await endFeature(testDb, curator, newKey(), featureId, at(20))).ok).toBe(true);
    expect(await rowOf(featureId)).toMatchObject({ startsAt: at(10), endsAt: at(20) });
    expect(await auditOf(featureId)).toEqual(["place-feature by the curator", "end-feature by the curator"]);
  });

  it("takes one away that has not begun", async () => {
    const { featureId } = await makePlaced();
    expect((await endFeature(testDb, curator, newKey(), featureId, at(5))).ok).toBe(true);
    expect(await rowOf(featureId)).toBeUndefined();
    expect(await auditOf(featureId)).toEqual(["place-feature by the curator", "withdraw-feature by the curator"]);
  });

  it("leaves one that has ended as it was, and says when there is none", async () => {
    const { featureId } = await makePlaced();
    expect(await endFeature(testDb, curator, newKey(), featureId, at(60))).toEqual({
      ok: false,
      refusal: "already-ended",
    });
    expect(await endFeature(testDb, curator, newKey(), newKey(), at(60))).toEqual({
      ok: false,
      refusal: "feature-missing",
    });
  });
});

describe("the order in a place", () => {
  // A day on which nothing else of this file runs.
  const DAY = 24 * 60;
  const later = { startsAt: at(DAY), endsAt: at(DAY + 60) };
  afterAll(() => testDb.deleteFrom("features").execute());

  it("is that in which things were placed, and each can be moved up and down", async () => {
    await testDb.deleteFrom("features").execute();
    const [a, b, c] = [await makePlaced(later), await makePlaced(later), await makePlaced(later)].map(
      ({ featureId }) => featureId,
    );
    const order = async () => (await deskNames(NOW)).map(({ featureId }) => featureId);
    expect(await order()).toEqual([a, b, c]);

    await moveFeature(testDb, curator, newKey(), { featureId: c ?? "", by: -1 }, NOW);
    expect(await order()).toEqual([a, c, b]);
    await moveFeature(testDb, curator, newKey(), { featureId: a ?? "", by: 1 }, NOW);
    expect(await order()).toEqual([c, a, b]);
  });

  it("holds every feature once when curators move at the same moment", async () => {
    const before = (await deskNames(NOW)).map(({ featureId }) => featureId);
    await Promise.all(
      before.flatMap((featureId) => [
        moveFeature(testDb, curator, newKey(), { featureId, by: 1 }, NOW),
        moveFeature(testDb, curator, newKey(), { featureId, by: -1 }, NOW),
      ]),
    );

    const rows = await testDb.selectFrom("features").select(["id", "position"]).orderBy("position").execute();
    expect(rows.map(({ position }) => position)).toEqual([0, 1, 2]);
    expect(rows.map(({ id }) => id).toSorted()).toEqual(before.toSorted());
  });

  it("is not changed by what has ended", async () => {
    const [first] = await deskNames(NOW);
    const moved = await moveFeature(
      testDb,
      curator,
      newKey(),
      { featureId: first?.featureId ?? "", by: 1 },
      at(DAY + 60),
    );
    expect(moved).toEqual({ ok: false, refusal: "already-ended" });
  });
});

describe("the desk", () => {
  it("says which of the featured the public does not see, and what runs, comes and has ended", async () => {
    const { sellerId, featureId } = await makePlaced();
    await testDb.updateTable("sellers").set({ status: "suspended" }).where("id", "=", sellerId).execute();

    const seen = async (minutes: number) => (await deskNames(at(minutes))).find((one) => one.featureId === featureId);

    expect(await seen(9)).toEqual({ featureId, state: "coming", isPublic: false });
    expect((await seen(10))?.state).toBe("running");
    expect((await seen(60))?.state).toBe("ended");
  });
});

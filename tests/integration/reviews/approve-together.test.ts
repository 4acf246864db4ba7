import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  approveTogether,
  claimReview,
  decideReview,
  listLookedAt,
  openReview,
  releaseReview,
  type ApproveItem,
} from "~/modules/reviews/index.server";
import type { DecisionRefusal } from "~/modules/reviews";
import { done } from "~/platform/result";
import type { StaffActor } from "~/platform/session/actors.server";
import { makeStaff } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";

const QUEUE = "together";

const put = (subjectVersion = 1, subjectId: string = randomUUID()) =>
  testDb
    .transaction()
    .execute((trx) => openReview(trx, { queue: QUEUE, subjectId, subjectVersion, workingDays: 1 }))
    .then(({ itemId }) => ({ itemId, subjectVersion, subjectId }));

const approve: ApproveItem<DecisionRefusal> = (trx, staff, _key, item, now) =>
  decideReview(trx, staff, { ...item, decision: "approved" }, now);

async function lookAt(staff: StaffActor, itemId: string): Promise<void> {
  await claimReview(testDb, staff, itemId);
  await releaseReview(testDb, staff, itemId);
}

const stateOf = (itemId: string) =>
  testDb
    .selectFrom("reviewItems")
    .select(["status", "claimedBy", "decidedBy"])
    .where("id", "=", itemId)
    .executeTakeFirstOrThrow();

describe("approving several items at once", () => {
  it("approves what the person has looked at", async () => {
    const staff = await makeStaff(testDb, "reviewer");
    const items = await Promise.all([put(), put()]);
    for (const { itemId } of items) await lookAt(staff, itemId);

    const outcomes = await approveTogether(testDb, staff, newKey(), items, approve);

    expect(outcomes.map(({ refusal }) => refusal)).toEqual([undefined, undefined]);
    for (const { itemId } of items) expect(await stateOf(itemId)).toMatchObject({ status: "approved" });
  });

  it("leaves alone what somebody else holds, and approves the rest", async () => {
    const [staff, other] = [await makeStaff(testDb, "reviewer"), await makeStaff(testDb, "reviewer")];
    const [taken, free] = [await put(), await put()];
    for (const { itemId } of [taken, free]) await lookAt(staff, itemId);
    await claimReview(testDb, other, taken.itemId);

    const outcomes = await approveTogether(testDb, staff, newKey(), [taken, free], approve);

    expect(outcomes).toEqual([
      { itemId: taken.itemId, refusal: "claimed-by-other" },
      { itemId: free.itemId, refusal: undefined },
    ]);
    expect(await stateOf(taken.itemId)).toMatchObject({ status: "open", claimedBy: other.userId });
  });

  it("asks the room of the queue about nothing that somebody else holds", async () => {
    const [staff, other] = [await makeStaff(testDb, "reviewer"), await makeStaff(testDb, "reviewer")];
    const item = await put();
    await lookAt(staff, item.itemId);
    await claimReview(testDb, other, item.itemId);

    const outcomes = await approveTogether(testDb, staff, newKey(), [item], () => Promise.resolve(done(null)));

    expect(outcomes).toEqual([{ itemId: item.itemId, refusal: "claimed-by-other" }]);
  });

  it("refuses what the person has never opened, and leaves it free", async () => {
    const [staff, other] = [await makeStaff(testDb, "reviewer"), await makeStaff(testDb, "reviewer")];
    const item = await put();
    await lookAt(other, item.itemId);

    const outcomes = await approveTogether(testDb, staff, newKey(), [item], approve);

    expect(outcomes).toEqual([{ itemId: item.itemId, refusal: "not-looked-at" }]);
    expect(await stateOf(item.itemId)).toMatchObject({ status: "open", claimedBy: null });
  });

  it("refuses what was changed since it was looked at, whichever state the form names", async () => {
    const staff = await makeStaff(testDb, "reviewer");
    const item = await put();
    await lookAt(staff, item.itemId);
    await put(2, item.subjectId);

    const asSeen = await approveTogether(testDb, staff, newKey(), [item], approve);
    const asItIs = await approveTogether(testDb, staff, newKey(), [{ ...item, subjectVersion: 2 }], approve);

    expect([asSeen[0]?.refusal, asItIs[0]?.refusal]).toEqual(["subject-changed", "not-looked-at"]);
    expect(await stateOf(item.itemId)).toMatchObject({ status: "open", claimedBy: null });
    expect(await listLookedAt(testDb, staff.userId, [item.itemId])).toEqual(new Set());
  });

  it("gives a second post of the form the first one's result", async () => {
    const staff = await makeStaff(testDb, "reviewer");
    const item = await put();
    await lookAt(staff, item.itemId);
    const key = newKey();

    const [first, second] = await Promise.all([1, 2].map(() => approveTogether(testDb, staff, key, [item], approve)));

    expect(first).toEqual([{ itemId: item.itemId, refusal: undefined }]);
    expect(second).toEqual(first);
  });

  it("decides an item once when two people have chosen it", async () => {
    const people = await Promise.all([1, 2, 3].map(() => makeStaff(testDb, "reviewer")));
    const item = await put();
    for (const person of people) await lookAt(person, item.itemId);

    const outcomes = await Promise.all(people.map((one) => approveTogether(testDb, one, newKey(), [item], approve)));

    expect(outcomes.filter(([outcome]) => outcome?.refusal === undefined)).toHaveLength(1);
  });
});

describe("a look", () => {
  it("is the state in which the person last opened the item", async () => {
    const staff = await makeStaff(testDb, "reviewer");
    const item = await put();

    expect(await listLookedAt(testDb, staff.userId, [item.itemId])).toEqual(new Set());
    await lookAt(staff, item.itemId);
    expect(await listLookedAt(testDb, staff.userId, [item.itemId])).toEqual(new Set([item.itemId]));
    await put(2, item.subjectId);
    expect(await listLookedAt(testDb, staff.userId, [item.itemId])).toEqual(new Set());
    await lookAt(staff, item.itemId);
    expect(await listLookedAt(testDb, staff.userId, [item.itemId])).toEqual(new Set([item.itemId]));
  });
});

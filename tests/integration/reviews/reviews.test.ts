import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { CLAIM_MS } from "~/modules/reviews";
import {
  claimNextReview,
  claimReview,
  countReviews,
  decideReview,
  findReview,
  listReviewOutcomes,
  listReviews,
  openReview,
  releaseReview,
  withdrawReview,
  type Decision,
} from "~/modules/reviews/index.server";
import type { StaffActor } from "~/platform/session/actors.server";
import { makeStaff, unique } from "~db/factories";
import { testDb } from "~tests/support/database";

const HOUR = 3_600_000;
const NOW = new Date("2026-11-26T08:00:00Z");
const later = (milliseconds: number) => new Date(NOW.getTime() + milliseconds);

/** A queue of this test's own. */
const newQueue = () => `queue_${unique().replace(/\d/g, (digit) => String.fromCharCode(97 + Number(digit)))}`;

const put = (queue: string, subjectId: string = randomUUID(), subjectVersion = 1, at = NOW) =>
  testDb.transaction().execute((trx) => openReview(trx, { queue, subjectId, subjectVersion, workingDays: 1 }, at));

const decide = (
  staff: StaffActor,
  decision: Omit<Decision, "subjectVersion" | "decision"> & Partial<Decision>,
  at = NOW,
) =>
  testDb
    .transaction()
    .execute((trx) => decideReview(trx, staff, { subjectVersion: 1, decision: "approved", ...decision }, at));

describe("a queue", () => {
  it("shows the oldest first, with age and target, and counts what is late", async () => {
    const queue = newQueue();
    const [first, second] = [randomUUID(), randomUUID()];
    await put(queue, second, 1, later(HOUR));
    await put(queue, first, 1, NOW);

    const items = await listReviews(testDb, { queue, page: 1, pageSize: 10 }, later(HOUR));
    const counts = await countReviews(testDb, [queue, "empty"], later(24.5 * HOUR));

    expect(items.map(({ subjectId, openedAt, dueAt }) => ({ subjectId, openedAt, dueAt }))).toEqual([
      { subjectId: first, openedAt: NOW, dueAt: later(24 * HOUR) },
      { subjectId: second, openedAt: later(HOUR), dueAt: later(25 * HOUR) },
    ]);
    expect(counts.get(queue)).toEqual({ waiting: 2, late: 1 });
    expect(counts.get("empty")).toEqual({ waiting: 0, late: 0 });
  });

  it("holds a subject once, however often it is put there, in its latest state and with its first age", async () => {
    const queue = newQueue();
    const subjectId = randomUUID();
    await put(queue, subjectId, 2);
    await Promise.all([3, 5, 4].map((version) => put(queue, subjectId, version, later(HOUR))));

    const items = await listReviews(testDb, { queue, page: 1, pageSize: 10 }, later(HOUR));

    expect(items).toMatchObject([{ subjectId, subjectVersion: 5, openedAt: NOW }]);
  });

  it("keeps the latest state when an earlier one is put there after it", async () => {
    const queue = newQueue();
    const subjectId = randomUUID();
    await put(queue, subjectId, 5);
    await put(queue, subjectId, 3, later(HOUR));

    expect(await listReviews(testDb, { queue, page: 1, pageSize: 10 }, later(HOUR))).toMatchObject([
      { subjectVersion: 5 },
    ]);
  });

  it("lets go of what is withdrawn", async () => {
    const queue = newQueue();
    const subjectId = randomUUID();
    await put(queue, subjectId);

    const wasThere = await testDb.transaction().execute((trx) => withdrawReview(trx, { queue, subjectId }));
    const again = await testDb.transaction().execute((trx) => withdrawReview(trx, { queue, subjectId }));

    expect([wasThere, again]).toEqual([true, false]);
    expect(await listReviews(testDb, { queue, page: 1, pageSize: 10 })).toEqual([]);
  });
});

describe("a claim", () => {
  it("keeps others away until its time is over", async () => {
    const [anna, beyim] = [await makeStaff(testDb, "reviewer"), await makeStaff(testDb, "reviewer")];
    const { itemId } = await put(newQueue());

    expect(await claimReview(testDb, anna, itemId, NOW)).toEqual({ ok: true, value: { until: later(CLAIM_MS) } });
    expect(await claimReview(testDb, beyim, itemId, later(CLAIM_MS - 1))).toEqual({
      ok: false,
      refusal: "claimed-by-other",
    });
    expect((await findReview(testDb, itemId, NOW))?.claim?.userId).toBe(anna.userId);
    expect((await findReview(testDb, itemId, later(CLAIM_MS)))?.claim).toBeUndefined();
    expect((await claimReview(testDb, beyim, itemId, later(CLAIM_MS))).ok).toBe(true);
  });

  it("is renewed by who holds it, and let go by nobody else", async () => {
    const [anna, beyim] = [await makeStaff(testDb, "reviewer"), await makeStaff(testDb, "reviewer")];
    const { itemId } = await put(newQueue());
    await claimReview(testDb, anna, itemId, NOW);

    await releaseReview(testDb, beyim, itemId);
    expect((await claimReview(testDb, beyim, itemId, NOW)).ok).toBe(false);
    expect((await claimReview(testDb, anna, itemId, later(60_000))).ok).toBe(true);

    await releaseReview(testDb, anna, itemId);
    expect((await claimReview(testDb, beyim, itemId, later(60_000))).ok).toBe(true);
  });

  it("goes to one of several people who ask at the same moment", async () => {
    const people = await Promise.all([1, 2, 3, 4].map(() => makeStaff(testDb, "reviewer")));
    const { itemId } = await put(newQueue());

    const results = await Promise.all(people.map((person) => claimReview(testDb, person, itemId, NOW)));

    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("on the next item gives each of several people another one, the oldest first", async () => {
    const people = await Promise.all([1, 2, 3].map(() => makeStaff(testDb, "reviewer")));
    const queue = newQueue();
    const ids: string[] = [];
    for (let at = 0; at < 3; at += 1) ids.push((await put(queue, randomUUID(), 1, later(at))).itemId);

    const taken = await Promise.all(people.map((person) => claimNextReview(testDb, person, { queue }, later(HOUR))));
    const fourth = await claimNextReview(testDb, await makeStaff(testDb, "admin"), { queue }, later(HOUR));

    expect(taken.map((item) => item?.itemId ?? "").toSorted()).toEqual(ids.toSorted());
    expect(fourth).toBeUndefined();
  });

  it("on the next item passes over what the person must not judge", async () => {
    const queue = newQueue();
    const own = randomUUID();
    await put(queue, own, 1, NOW);
    const { itemId } = await put(queue, randomUUID(), 1, later(1));
    const person = await makeStaff(testDb, "reviewer");

    expect(await claimNextReview(testDb, person, { queue, except: [own] }, later(HOUR))).toEqual({ itemId });
    expect(await claimNextReview(testDb, person, { queue, except: [own] }, later(HOUR))).toBeUndefined();
  });
});

describe("the next item", () => {
  it("is neither one that is decided nor one that was taken back", async () => {
    const staff = await makeStaff(testDb, "reviewer");
    const [queue, subjectId] = [newQueue(), randomUUID()];
    const { itemId } = await put(queue);
    await claimReview(testDb, staff, itemId, NOW);
    await decide(staff, { itemId });
    await put(queue, subjectId);
    await testDb.transaction().execute((trx) => withdrawReview(trx, { queue, subjectId }));

    expect(await claimNextReview(testDb, staff, { queue }, later(HOUR))).toBeUndefined();
  });

  it("is one that somebody has held for too long", async () => {
    const [anna, beyim] = [await makeStaff(testDb, "reviewer"), await makeStaff(testDb, "reviewer")];
    const queue = newQueue();
    const { itemId } = await put(queue);
    await claimReview(testDb, anna, itemId, NOW);

    expect(await claimNextReview(testDb, beyim, { queue }, later(CLAIM_MS - 1))).toBeUndefined();
    expect(await claimNextReview(testDb, beyim, { queue }, later(CLAIM_MS))).toEqual({ itemId });
  });

  it("is another one for who asks while somebody is just taking the oldest", async () => {
    const [anna, beyim] = [await makeStaff(testDb, "reviewer"), await makeStaff(testDb, "reviewer")];
    const queue = newQueue();
    const [first, second] = [await put(queue, randomUUID(), 1, NOW), await put(queue, randomUUID(), 1, later(1))];

    const taken = await testDb.transaction().execute(async (trx) => {
      const hers = await claimNextReview(trx, anna, { queue }, later(HOUR));
      return [hers, await claimNextReview(testDb, beyim, { queue }, later(HOUR))];
    });

    expect(taken).toEqual([first, second]);
  });
});

describe("a decision", () => {
  it("is kept with its reasons, field by field, and recorded", async () => {
    const staff = await makeStaff(testDb, "reviewer");
    const [queue, subjectId] = [newQueue(), randomUUID()];
    const { itemId } = await put(queue, subjectId);
    await claimReview(testDb, staff, itemId, NOW);
    const reasons = [
      { field: "name", code: "not-as-registered", words: "The register says Atelye Buta." },
      { field: "cover", code: "blurred", words: undefined },
    ];

    const decided = await decide(staff, { itemId, decision: "changes_requested", reasons, note: "Nearly there." });

    expect(decided).toEqual({ ok: true, value: { queue, subjectId } });
    expect(await listReviewOutcomes(testDb, { queues: [queue], subjectId })).toMatchObject([
      { status: "changes_requested", note: "Nearly there.", reasons, decidedAt: NOW },
    ]);
    const entry = await testDb
      .selectFrom("auditEntries")
      .select(["action", "actorKind", "actorId"])
      .where("subjectId", "=", subjectId)
      .executeTakeFirst();
    expect(entry).toEqual({ action: "decide-review", actorKind: "staff", actorId: staff.userId });
    expect(await findReview(testDb, itemId)).toBeUndefined();
  });

  it("is made once when two windows of one person decide at the same moment", async () => {
    const staff = await makeStaff(testDb, "reviewer");
    const { itemId } = await put(newQueue());
    await claimReview(testDb, staff, itemId, NOW);

    const results = await Promise.all([
      decide(staff, { itemId }),
      decide(staff, { itemId, decision: "rejected", note: "No." }),
    ]);

    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: "item-decided" });
  });

  it.each<[string, (staff: StaffActor, itemId: string) => Promise<unknown>, string]>([
    ["who does not hold the item", (staff, itemId) => decide(staff, { itemId }), "not-claimed"],
    [
      "who held it too long ago",
      async (staff, itemId) => {
        await claimReview(testDb, staff, itemId, NOW);
        return decide(staff, { itemId }, later(CLAIM_MS));
      },
      "not-claimed",
    ],
    [
      "who lost it to somebody else",
      async (staff, itemId) => {
        await claimReview(testDb, await makeStaff(testDb, "reviewer"), itemId, NOW);
        return decide(staff, { itemId });
      },
      "claimed-by-other",
    ],
    [
      "who has an older state on the screen",
      async (staff, itemId) => {
        await claimReview(testDb, staff, itemId, NOW);
        return decide(staff, { itemId, subjectVersion: 7 });
      },
      "subject-changed",
    ],
    [
      "who sends back without a word",
      async (staff, itemId) => {
        await claimReview(testDb, staff, itemId, NOW);
        return decide(staff, { itemId, decision: "changes_requested", note: "  " });
      },
      "reason-missing",
    ],
    ["who decides what is not there", (staff) => decide(staff, { itemId: randomUUID() }), "item-missing"],
  ])("is refused to %s", async (_who, attempt, refusal) => {
    const staff = await makeStaff(testDb, "reviewer");
    const { itemId } = await put(newQueue());

    expect(await attempt(staff, itemId)).toEqual({ ok: false, refusal });
  });

  it("is undone with the transaction in which it was made", async () => {
    const staff = await makeStaff(testDb, "reviewer");
    const { itemId } = await put(newQueue());
    await claimReview(testDb, staff, itemId, NOW);

    const undone = testDb.transaction().execute(async (trx) => {
      await decideReview(trx, staff, { itemId, subjectVersion: 1, decision: "approved" }, NOW);
      throw new Error("the subject could not be changed");
    });

    await expect(undone).rejects.toThrow("could not be changed");
    expect((await findReview(testDb, itemId, NOW))?.claim?.userId).toBe(staff.userId);
  });

  it("does not keep the subject from being put there again", async () => {
    const staff = await makeStaff(testDb, "reviewer");
    const [queue, subjectId] = [newQueue(), randomUUID()];
    const { itemId } = await put(queue, subjectId);
    await claimReview(testDb, staff, itemId, NOW);
    await decide(staff, { itemId, decision: "changes_requested", note: "Mend the name." });

    await put(queue, subjectId, 2, later(HOUR));

    const outcomes = await listReviewOutcomes(testDb, { queues: [queue], subjectId });
    expect(outcomes.map(({ status }) => status)).toEqual(["open", "changes_requested"]);
  });
});

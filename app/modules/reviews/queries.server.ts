import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import type { ReviewItem, ReviewOutcome, ReviewReason, ReviewStatus } from "./types";

function selectItems(db: Db | Trx) {
  return db
    .selectFrom("reviewItems")
    .leftJoin("users", "users.id", "reviewItems.claimedBy")
    .select([
      "reviewItems.id",
      "reviewItems.queue",
      "reviewItems.subjectId",
      "reviewItems.subjectVersion",
      "reviewItems.openedAt",
      "reviewItems.dueAt",
      "reviewItems.claimedBy",
      "reviewItems.claimedUntil",
      "users.name",
    ])
    .where("reviewItems.status", "=", "open");
}

type ItemRow = {
  id: string;
  queue: string;
  subjectId: string;
  subjectVersion: number;
  openedAt: Date;
  dueAt: Date;
  claimedBy: string | null;
  claimedUntil: Date | null;
  name: string | null;
};

function itemOf({ id, claimedBy, claimedUntil, name, ...item }: ItemRow, now: Date): ReviewItem {
  const isHeld = claimedBy !== null && claimedUntil !== null && claimedUntil > now;
  return {
    ...item,
    itemId: id,
    claim: isHeld ? { userId: claimedBy, name: name ?? "", until: claimedUntil } : undefined,
  };
}

/** What waits in a queue, the oldest first. */
export async function listReviews(
  db: Db,
  { queue, page, pageSize }: { queue: string; page: number; pageSize: number },
  now = clock(),
): Promise<ReviewItem[]> {
  const rows = await selectItems(db)
    .where("reviewItems.queue", "=", queue)
    .orderBy("reviewItems.openedAt")
    .orderBy("reviewItems.id")
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  return rows.map((row) => itemOf(row, now));
}

export async function findReview(db: Db, itemId: string, now = clock()): Promise<ReviewItem | undefined> {
  const row = await selectItems(db).where("reviewItems.id", "=", itemId).executeTakeFirst();
  return row && itemOf(row, now);
}

/** Which of some items a person has opened in the state that they are in, so that she may approve them together. */
export async function listLookedAt(db: Db, userId: string, itemIds: readonly string[]): Promise<Set<string>> {
  if (itemIds.length === 0) return new Set();
  const rows = await db
    .selectFrom("reviewLooks")
    .innerJoin("reviewItems", "reviewItems.id", "reviewLooks.itemId")
    .select("reviewLooks.itemId")
    .where("reviewLooks.userId", "=", userId)
    .where("reviewLooks.itemId", "in", [...itemIds])
    .whereRef("reviewLooks.subjectVersion", "=", "reviewItems.subjectVersion")
    .execute();
  return new Set(rows.map(({ itemId }) => itemId));
}

/** What some items of a queue are about, open or not; items of other queues are left out. */
export async function listSubjectsOf(db: Db, queue: string, itemIds: readonly string[]): Promise<Map<string, string>> {
  if (itemIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("reviewItems")
    .select(["id", "subjectId"])
    .where("queue", "=", queue)
    .where("id", "in", [...itemIds])
    .execute();
  return new Map(rows.map(({ id, subjectId }) => [id, subjectId]));
}

/** How many wait in each queue, and how many of them longer than was promised. */
export async function countReviews(
  db: Db,
  queues: readonly string[],
  now = clock(),
): Promise<Map<string, { waiting: number; late: number }>> {
  const rows = await db
    .selectFrom("reviewItems")
    .select((eb) => [
      "queue",
      eb.fn.countAll<bigint>().as("waiting"),
      eb.fn.countAll<bigint>().filterWhere("dueAt", "<", now).as("late"),
    ])
    .where("status", "=", "open")
    .where("queue", "in", [...queues])
    .groupBy("queue")
    .execute();
  const counted = new Map(rows.map((row) => [row.queue, { waiting: Number(row.waiting), late: Number(row.late) }]));
  return new Map(queues.map((queue) => [queue, counted.get(queue) ?? { waiting: 0, late: 0 }]));
}

const MOST_OUTCOMES = 20;

/** What staff said of a subject in some queues: what waits still, then the latest decision first. */
export async function listReviewOutcomes(
  db: Db | Trx,
  { queues, subjectId }: { queues: readonly string[]; subjectId: string },
): Promise<ReviewOutcome[]> {
  const items = await db
    .selectFrom("reviewItems")
    .select(["id", "status", "subjectVersion", "openedAt", "decidedAt", "note"])
    .where("queue", "in", [...queues])
    .where("subjectId", "=", subjectId)
    .orderBy("decidedAt", (order) => order.desc().nullsFirst())
    .orderBy("openedAt", "desc")
    .orderBy("id")
    .limit(MOST_OUTCOMES)
    .execute();
  const reasons = await listReasons(
    db,
    items.map(({ id }) => id),
  );
  return items.map(({ id, status, decidedAt, note, ...item }) => ({
    ...item,
    itemId: id,
    // The table's check allows no other.
    status: status as ReviewStatus,
    decidedAt: decidedAt ?? undefined,
    note: note ?? undefined,
    reasons: reasons.get(id) ?? [],
  }));
}

/** Reasons of some items, in the order in which they were given. */
export async function listReasons(db: Db | Trx, itemIds: readonly string[]): Promise<Map<string, ReviewReason[]>> {
  const reasons = new Map<string, ReviewReason[]>();
  if (itemIds.length === 0) return reasons;
  const rows = await db
    .selectFrom("reviewReasons")
    .select(["itemId", "field", "code", "words"])
    .where("itemId", "in", [...itemIds])
    .orderBy("itemId")
    .orderBy("position")
    .execute();
  for (const { itemId, field, code, words } of rows) {
    reasons.set(itemId, [...(reasons.get(itemId) ?? []), { field, code, words: words ?? undefined }]);
  }
  return reasons;
}

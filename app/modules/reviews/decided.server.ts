import type { Db } from "~/platform/db/db.server";
import { listReasons } from "./queries.server";
import type { DecidedReview, ReviewReason, ReviewStatus } from "./types";

function selectDecided(db: Db, queues: readonly string[]) {
  return db
    .selectFrom("reviewItems")
    .leftJoin("users", "users.id", "reviewItems.decidedBy")
    .where("reviewItems.status", "<>", "open")
    .where("reviewItems.queue", "in", [...queues])
    .where("reviewItems.decidedAt", "is not", null)
    .select([
      "reviewItems.id",
      "reviewItems.queue",
      "reviewItems.subjectId",
      "reviewItems.subjectVersion",
      "reviewItems.status",
      "reviewItems.openedAt",
      "reviewItems.decidedAt",
      "reviewItems.note",
      "users.name as decidedBy",
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectDecided>["execute"]>>[number];

function decidedOf(row: Row, reasons: readonly ReviewReason[]): DecidedReview[] {
  const { id, decidedAt, decidedBy, note, status, ...item } = row;
  if (decidedAt === null) return [];
  return [
    {
      ...item,
      itemId: id,
      // The table's check allows no other.
      status: status as ReviewStatus,
      decidedAt,
      decidedBy: decidedBy ?? undefined,
      note: note ?? undefined,
      reasons: [...reasons],
    },
  ];
}

/** What waits no more in some queues, decided or taken back: the latest first. */
export async function listDecided(
  db: Db,
  { queues, page, pageSize }: { queues: readonly string[]; page: number; pageSize: number },
): Promise<{ items: DecidedReview[]; total: number }> {
  const [{ total }, rows] = await Promise.all([
    db
      .selectFrom("reviewItems")
      .select((eb) => eb.fn.countAll<bigint>().as("total"))
      .where("status", "<>", "open")
      .where("queue", "in", [...queues])
      .executeTakeFirstOrThrow(),
    selectDecided(db, queues)
      .orderBy("reviewItems.decidedAt", "desc")
      .orderBy("reviewItems.id")
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .execute(),
  ]);
  const reasons = await listReasons(
    db,
    rows.map(({ id }) => id),
  );
  return { total: Number(total), items: rows.flatMap((row) => decidedOf(row, reasons.get(row.id) ?? [])) };
}

/** @returns undefined for an item of another queue, and while it waits */
export async function findDecided(
  db: Db,
  { queues, itemId }: { queues: readonly string[]; itemId: string },
): Promise<DecidedReview | undefined> {
  const row = await selectDecided(db, queues).where("reviewItems.id", "=", itemId).executeTakeFirst();
  if (!row) return undefined;
  const reasons = await listReasons(db, [itemId]);
  return decidedOf(row, reasons.get(itemId) ?? [])[0];
}

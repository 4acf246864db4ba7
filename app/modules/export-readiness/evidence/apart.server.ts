import { findReview } from "~/modules/reviews/index.server";
import { claimShop, hasFilled, listFilled } from "~/modules/sellers/index.server";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { refused } from "~/platform/result";
import type { StaffActor } from "~/platform/session/actors.server";
import { EVIDENCE_QUEUE, RECHECK_QUEUE, type ApartRefusal } from "./types";

/** Papers that one of staff has verified or that are of shops she has filled, and that wait. */
const MOST_KEPT_FROM = 1_000;

export const isEvidenceQueue = (queue: string) => queue === EVIDENCE_QUEUE || queue === RECHECK_QUEUE;

/** Why somebody of staff does not judge a paper: it is of a shop that she has filled, or she has verified it herself. */
export async function whyKeptApart(
  db: Db | Trx,
  staff: StaffActor,
  { queue, evidenceId }: { queue: string; evidenceId: string },
): Promise<ApartRefusal | undefined> {
  const row = await db
    .selectFrom("evidence")
    .leftJoin("evidenceRechecks", "evidenceRechecks.evidenceId", "evidence.id")
    .select(["evidence.sellerId", "evidenceRechecks.verifiedBy"])
    .where("evidence.id", "=", evidenceId)
    .executeTakeFirst();
  if (!row) return undefined;
  if (await hasFilled(db, { sellerId: row.sellerId, staffId: staff.userId })) return "filled-by-you";
  return queue === RECHECK_QUEUE && row.verifiedBy === staff.userId ? "verified-by-you" : undefined;
}

/** Takes an item of any queue to look at it, unless it is for a colleague. */
export async function claimDeskItem(db: Db, staff: StaffActor, itemId: string, now = clock()) {
  const item = await findReview(db, itemId, now);
  const apart =
    item && isEvidenceQueue(item.queue)
      ? await whyKeptApart(db, staff, { queue: item.queue, evidenceId: item.subjectId })
      : undefined;
  return apart ? refused(apart) : claimShop(db, staff, itemId, now);
}

/** Subjects of a queue that somebody of staff leaves to her colleagues. */
export async function listKeptFrom(db: Db, staff: StaffActor, queue: string): Promise<string[]> {
  const { userId } = staff;
  // Ids of listings are among none of them.
  if (!isEvidenceQueue(queue)) return listFilled(db, userId);
  const rows = await db
    .selectFrom("evidence")
    .innerJoin("reviewItems", (join) =>
      join.onRef("reviewItems.subjectId", "=", "evidence.id").on("reviewItems.status", "=", "open"),
    )
    .leftJoin("evidenceRechecks", "evidenceRechecks.evidenceId", "evidence.id")
    .where("reviewItems.queue", "=", queue)
    .where((eb) =>
      eb.or([
        eb("evidence.sellerId", "in", eb.selectFrom("caretakings").select("sellerId").where("staffId", "=", userId)),
        ...(queue === RECHECK_QUEUE ? [eb("evidenceRechecks.verifiedBy", "=", userId)] : []),
      ]),
    )
    .select("evidence.id")
    .limit(MOST_KEPT_FROM)
    .execute();
  return rows.map(({ id }) => id);
}

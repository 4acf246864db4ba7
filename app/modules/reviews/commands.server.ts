import { sql } from "kysely";
import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import { inTransaction, type Db, type Trx } from "~/platform/db/db.server";
import { done, refused, type Result } from "~/platform/result";
import type { StaffActor } from "~/platform/session/actors.server";
import { afterWorkingDays, lacksReason } from "./rules";
import { CLAIM_MS, type ClaimRefusal, type DecisionRefusal, type ReviewDecision, type ReviewReason } from "./types";

export type OpenReview = {
  queue: string;
  subjectId: string;
  /** The state that is to be judged. */
  subjectVersion: number;
  /** How many working days the Federation promises to take at most. */
  workingDays: number;
};

/**
 * Puts a subject before staff. One that waits already keeps its place and its age and is judged in its new state; whoever
 * looks at it just now is told so when deciding.
 */
export async function openReview(
  trx: Trx,
  { queue, subjectId, subjectVersion, workingDays }: OpenReview,
  now = clock(),
): Promise<{ itemId: string }> {
  const { id } = await trx
    .insertInto("reviewItems")
    .values({
      queue,
      subjectId,
      subjectVersion,
      status: "open",
      openedAt: now,
      dueAt: afterWorkingDays(now, workingDays),
    })
    .onConflict((conflict) =>
      conflict
        .columns(["queue", "subjectId"])
        .where("status", "=", "open")
        .doUpdateSet({ subjectVersion: sql`greatest(review_items.subject_version, excluded.subject_version)` }),
    )
    .returning("id")
    .executeTakeFirstOrThrow();
  return { itemId: id };
}

/**
 * Holds what waits of a subject, before its own room holds the subject: a decision takes them in this order, too, and so the
 * two never wait for each other.
 */
export async function holdReviews(trx: Trx, subjectId: string): Promise<void> {
  await trx
    .selectFrom("reviewItems")
    .select("id")
    .where("subjectId", "=", subjectId)
    .where("status", "=", "open")
    .orderBy("id")
    .forUpdate()
    .execute();
}

/** Takes a subject back from the queue; what was decided already stays decided. */
export async function withdrawReview(
  trx: Trx,
  { queue, subjectId }: { queue: string; subjectId: string },
  now = clock(),
): Promise<boolean> {
  const withdrawn = await trx
    .updateTable("reviewItems")
    .set({ status: "withdrawn", decidedAt: now, claimedBy: null, claimedUntil: null })
    .where("queue", "=", queue)
    .where("subjectId", "=", subjectId)
    .where("status", "=", "open")
    .returning("id")
    .executeTakeFirst();
  return withdrawn !== undefined;
}

/**
 * Takes an item to look at it. Nobody else can until it is decided, let go, or the time is over; asking again renews it.
 * Who takes it is shown it: the look is written down.
 */
export function claimReview(
  db: Db | Trx,
  staff: StaffActor,
  itemId: string,
  now = clock(),
): Promise<Result<{ until: Date }, ClaimRefusal>> {
  return inTransaction(db, async (trx) => {
    const until = new Date(now.getTime() + CLAIM_MS);
    const claimed = await selectClaimable(trx, staff, now)
      .set({ claimedBy: staff.userId, claimedUntil: until })
      .where("id", "=", itemId)
      .returning("subjectVersion")
      .executeTakeFirst();
    if (!claimed) return refused(await whyNotClaimed(trx, itemId));
    await noteLook(trx, staff, { itemId, ...claimed }, now);
    return done({ until });
  });
}

/**
 * Takes what has waited longest in a queue and nobody looks at; two people who ask at the same moment get two items.
 *
 * @param except subjects that the person must not judge
 * @returns undefined when nothing waits
 */
export function claimNextReview(
  db: Db | Trx,
  staff: StaffActor,
  { queue, except = [] }: { queue: string; except?: readonly string[] },
  now = clock(),
): Promise<{ itemId: string } | undefined> {
  return inTransaction(db, async (trx) => {
    const next = await trx
      .selectFrom("reviewItems")
      .select(["id", "subjectVersion"])
      .where("queue", "=", queue)
      .where("status", "=", "open")
      .$if(except.length > 0, (query) => query.where("subjectId", "not in", [...except]))
      .where((eb) => eb.or([eb("claimedUntil", "is", null), eb("claimedUntil", "<=", now)]))
      .orderBy("openedAt")
      .orderBy("id")
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (!next) return undefined;
    await trx
      .updateTable("reviewItems")
      .set({ claimedBy: staff.userId, claimedUntil: new Date(now.getTime() + CLAIM_MS) })
      .where("id", "=", next.id)
      .execute();
    await noteLook(trx, staff, { itemId: next.id, subjectVersion: next.subjectVersion }, now);
    return { itemId: next.id };
  });
}

/** Lets an item go undecided; somebody else's claim stays. */
export async function releaseReview(db: Db | Trx, staff: StaffActor, itemId: string): Promise<void> {
  await db
    .updateTable("reviewItems")
    .set({ claimedBy: null, claimedUntil: null })
    .where("id", "=", itemId)
    .where("claimedBy", "=", staff.userId)
    .execute();
}

export type Decision = {
  itemId: string;
  /** The state that was on the screen. */
  subjectVersion: number;
  decision: ReviewDecision;
  reasons?: readonly ReviewReason[];
  note?: string | undefined;
  /** What the person has ticked beside it, for the record. */
  confirmed?: readonly string[];
};

/**
 * Decides an item that the person holds, in the transaction in which the queue's own room changes its subject. An item is
 * decided once: of two decisions at the same moment the second is refused.
 */
export async function decideReview(
  trx: Trx,
  staff: StaffActor,
  { itemId, subjectVersion, decision, reasons = [], note, confirmed = [] }: Decision,
  now = clock(),
): Promise<Result<{ queue: string; subjectId: string }, DecisionRefusal>> {
  if (lacksReason(decision, reasons, note)) return refused("reason-missing");
  const item = await trx
    .selectFrom("reviewItems")
    .select(["queue", "subjectId", "status", "claimedBy", "claimedUntil", "subjectVersion"])
    .where("id", "=", itemId)
    .forUpdate()
    .executeTakeFirst();
  if (!item) return refused("item-missing");
  if (item.status !== "open") return refused("item-decided");
  const isHeld = item.claimedUntil !== null && item.claimedUntil > now;
  if (!isHeld) return refused("not-claimed");
  if (item.claimedBy !== staff.userId) return refused("claimed-by-other");
  if (item.subjectVersion !== subjectVersion) return refused("subject-changed");

  await trx
    .updateTable("reviewItems")
    .set({
      status: decision,
      decidedBy: staff.userId,
      decidedAt: now,
      note: note?.trim() || null,
      claimedBy: null,
      claimedUntil: null,
    })
    .where("id", "=", itemId)
    .execute();
  if (reasons.length > 0) {
    await trx
      .insertInto("reviewReasons")
      .values(
        reasons.map(({ field, code, words }, position) => ({
          itemId,
          position,
          field,
          code,
          words: words?.trim() || null,
        })),
      )
      .execute();
  }
  await recordAudit(trx, {
    actor: { kind: "staff", id: staff.userId },
    action: "decide-review",
    subject: { kind: item.queue, id: item.subjectId },
    after: {
      decision,
      subjectVersion,
      reasons: reasons.map(({ field, code, words }) => [field, code, words?.trim()].filter(Boolean).join(": ")),
      note: note ?? null,
      ...(confirmed.length > 0 ? { confirmed } : {}),
    },
  });
  return done({ queue: item.queue, subjectId: item.subjectId });
}

type Looked = { itemId: string; subjectVersion: number };

async function noteLook(trx: Trx, { userId }: StaffActor, looked: Looked, now: Date): Promise<void> {
  await trx
    .insertInto("reviewLooks")
    .values({ ...looked, userId, lookedAt: now })
    .onConflict((conflict) =>
      conflict.columns(["itemId", "userId"]).doUpdateSet({ subjectVersion: looked.subjectVersion, lookedAt: now }),
    )
    .execute();
}

function selectClaimable(trx: Trx, staff: StaffActor, now: Date) {
  return trx
    .updateTable("reviewItems")
    .where("status", "=", "open")
    .where((eb) =>
      eb.or([eb("claimedUntil", "is", null), eb("claimedUntil", "<=", now), eb("claimedBy", "=", staff.userId)]),
    );
}

async function whyNotClaimed(trx: Trx, itemId: string): Promise<ClaimRefusal> {
  const item = await trx.selectFrom("reviewItems").select("status").where("id", "=", itemId).executeTakeFirst();
  if (!item) return "item-missing";
  return item.status === "open" ? "claimed-by-other" : "item-decided";
}

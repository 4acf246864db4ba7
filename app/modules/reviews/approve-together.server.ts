import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, partKey, type FormKey } from "~/platform/db/once.server";
import { done, refused, type Result } from "~/platform/result";
import type { StaffActor } from "~/platform/session/actors.server";
import { claimReview } from "./commands.server";
import { MOST_TOGETHER, type TogetherRefusal } from "./types";

/** An item of a list, in the state that was on the screen. */
export type ChosenItem = { itemId: string; subjectVersion: number };

/** The command by which the queue's own room approves one item. */
export type ApproveItem<Refusal extends string> = (
  trx: Trx,
  staff: StaffActor,
  formKey: FormKey,
  item: ChosenItem,
  now: Date,
) => Promise<Result<unknown, Refusal>>;

export type TogetherOutcome<Refusal extends string> = {
  itemId: string;
  /** Why it was not approved. */
  refusal: Refusal | TogetherRefusal | undefined;
};

/**
 * Approves several items that the person has looked at, each in a transaction of its own and by the same command as a
 * single one: what somebody else holds, what was changed since and what was not looked at stays undecided.
 */
export async function approveTogether<Refusal extends string>(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  items: readonly ChosenItem[],
  approve: ApproveItem<Refusal>,
  now = clock(),
): Promise<TogetherOutcome<Refusal>[]> {
  const outcomes: TogetherOutcome<Refusal>[] = [];
  for (const item of items.slice(0, MOST_TOGETHER)) {
    const key = partKey(formKey, item.itemId);
    const approved = await once(db, `staff together ${staff.userId}`, key, async (trx) => {
      if (!(await hasLookedAt(trx, staff, item))) return refused<Refusal | TogetherRefusal>("not-looked-at");
      const claimed = await claimReview(trx, staff, item.itemId, now);
      if (!claimed.ok) return claimed;
      const decided = await approve(trx, staff, key, item, now);
      return decided.ok ? done(null) : decided;
    });
    outcomes.push({ itemId: item.itemId, refusal: approved.ok ? undefined : approved.refusal });
  }
  return outcomes;
}

async function hasLookedAt(trx: Trx, { userId }: StaffActor, { itemId, subjectVersion }: ChosenItem): Promise<boolean> {
  const look = await trx
    .selectFrom("reviewLooks")
    .select("itemId")
    .where("itemId", "=", itemId)
    .where("userId", "=", userId)
    .where("subjectVersion", "=", subjectVersion)
    .executeTakeFirst();
  return look !== undefined;
}

import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import type { FormKey } from "~/platform/db/once.server";
import { done, refused } from "~/platform/result";
import type { InquirerActor, StaffActor } from "~/platform/session/actors.server";
import { doAsBuyer, doAsStaff, recordOrderDeed, type Deed, type Doing } from "../fulfilment/doing.server";
import { tellBuyer, tellSeller } from "../letters/tell.server";
import { DAY_MS } from "../rules";
import { noteOnOrder } from "../steps/take-step.server";
import type { ProblemEnd, StepActor } from "../types";

/** The buyer is content. */
export function closeProblemAsBuyer(
  db: Db,
  inquirer: InquirerActor,
  formKey: FormKey,
  orderId: string,
  now = clock(),
): Deed {
  return doAsBuyer(db, inquirer, formKey, { orderId, deed: "close-problem", now }, async (doing): Deed => {
    const { trx, facts, step } = doing;
    if (!facts.problem) return refused("problem-missing");
    await closeProblem(doing, { as: "settled", words: undefined }, now);
    await noteOnOrder(trx, orderId, "close-problem", step, { now, facts: { as: "settled" } });
    await tellSeller(trx, orderId, "problem-closed", {});
    await recordOrderDeed(doing, "close-problem", { as: "settled" });
    return done(null);
  });
}

/** Staff decide, in words that both sides read. What is to be given back is given back by the room of payments. */
export function decideProblem(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  { orderId, words }: { orderId: string; words: string },
  now = clock(),
): Deed {
  return doAsStaff(db, staff, formKey, { orderId, deed: "decide-problem" }, async (doing): Deed => {
    const { trx, facts, step } = doing;
    if (!facts.problem) return refused("problem-missing");
    await closeProblem(doing, { as: "decided", words }, now);
    await noteOnOrder(trx, orderId, "close-problem", step, { now, words, facts: { as: "decided" } });
    await tellBuyer(trx, orderId, "problem-closed", { words }, now);
    await tellSeller(trx, orderId, "problem-closed", { words });
    await recordOrderDeed(doing, "decide-problem", { words });
    return done(null);
  });
}

/**
 * Closes what is open about an order of whose money so much went back as the buyer wants: the room of payments calls it where
 * it books that.
 *
 * @returns whether there was anything to close
 */
export async function closeRefundedProblem(
  trx: Trx,
  orderId: string,
  actor: StepActor,
  now = clock(),
): Promise<boolean> {
  const closed = await trx
    .updateTable("orderProblems")
    .set({ status: "closed", closedAt: now, closedAs: "refunded", closedBy: actor.userId ?? null })
    .where("orderId", "=", orderId)
    .where("status", "<>", "closed")
    .returning("id")
    .executeTakeFirst();
  if (!closed) return false;
  await restClock(trx, orderId, now);
  await noteOnOrder(trx, orderId, "close-problem", actor, { now, facts: { as: "refunded" } });
  return true;
}

/** How long the buyer still has when a problem ends, at least: the clock does not complete on the same day. */
const REST_DAYS = 3;

/** The clock stood still meanwhile, and does not strike at once. */
async function restClock(trx: Trx, orderId: string, now: Date): Promise<void> {
  const least = new Date(now.getTime() + REST_DAYS * DAY_MS);
  await trx
    .updateTable("orders")
    .set({ completeBy: least })
    .where("id", "=", orderId)
    .where("completeBy", "<", least)
    .execute();
}

/** Ends what is open about an order, whoever ends it. */
export async function closeProblem(
  { trx, facts, step }: Pick<Doing, "trx" | "facts" | "step">,
  { as, words }: { as: ProblemEnd; words: string | undefined },
  now: Date,
): Promise<void> {
  await trx
    .updateTable("orderProblems")
    .set({ status: "closed", closedAt: now, closedAs: as, closedWords: words ?? null, closedBy: step.userId ?? null })
    .where("id", "=", facts.problem?.problemId ?? "")
    .execute();
  await restClock(trx, facts.orderId, now);
}

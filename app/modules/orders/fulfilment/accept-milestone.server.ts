import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import type { FormKey } from "~/platform/db/once.server";
import { done, refused } from "~/platform/result";
import type { InquirerActor } from "~/platform/session/actors.server";
import { tellSeller } from "../letters/tell.server";
import { noteOnOrder } from "../steps/take-step.server";
import { confirmHeld } from "./confirm-receipt.server";
import { doAsBuyer, recordOrderDeed, type Deed, type Doing } from "./doing.server";
import { whyNotAcceptMilestone } from "./rules";

export type AcceptedMilestone = { orderId: string; milestoneId: string };

/** The buyer accepts one milestone that was handed over; with the last of them the order is completed, as by confirming it. */
export function acceptMilestone(
  db: Db,
  inquirer: InquirerActor,
  formKey: FormKey,
  { orderId, milestoneId }: AcceptedMilestone,
  now = clock(),
): Deed {
  const deed = `accept-milestone ${milestoneId}`;
  return doAsBuyer(db, inquirer, formKey, { orderId, deed, now }, async (doing): Deed => {
    const { trx, facts } = doing;
    const milestone = await findMilestone(trx, { orderId, milestoneId });
    if (!milestone) return refused("milestone-missing");
    const refusal = whyNotAcceptMilestone(facts, milestone);
    if (refusal) return refused(refusal);
    if (!(await markAccepted(trx, { orderId, milestoneId }, now))) return refused("milestone-accepted");
    return facts.milestonesToAccept === 1
      ? confirmHeld(doing, now)
      : noteAccepted(doing, { milestoneId, position: milestone.position }, now);
  });
}

/** Whether it was, by this: what was accepted meanwhile stays as it is. */
export async function markAccepted(trx: Trx, { orderId, milestoneId }: AcceptedMilestone, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("orderMilestones")
    .set({ acceptedAt: now })
    .where("id", "=", milestoneId)
    .where("orderId", "=", orderId)
    .where("deliveredAt", "is not", null)
    .where("acceptedAt", "is", null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Writes into history and log that a milestone of an order that goes on was accepted, and tells the shop. */
export async function noteAccepted(
  doing: Doing,
  { milestoneId, position }: { milestoneId: string; position: number },
  now: Date,
): Deed {
  const { trx, facts, step } = doing;
  await noteOnOrder(trx, facts.orderId, "accept-milestone", step, { now, facts: { position } });
  await tellSeller(trx, facts.orderId, "milestone-accepted", {});
  await recordOrderDeed(doing, "accept-milestone", { milestoneId, position });
  return done(null);
}

function findMilestone(trx: Trx, { orderId, milestoneId }: AcceptedMilestone) {
  return trx
    .selectFrom("orderMilestones")
    .select(["position", "deliveredAt", "acceptedAt"])
    .where("id", "=", milestoneId)
    .where("orderId", "=", orderId)
    .executeTakeFirst();
}

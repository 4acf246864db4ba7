import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import type { FormKey } from "~/platform/db/once.server";
import { done, refused } from "~/platform/result";
import type { InquirerActor } from "~/platform/session/actors.server";
import { tellSeller } from "../letters/tell.server";
import { takeStep } from "../steps/take-step.server";
import { countCompleted } from "./count-completed.server";
import { doAsBuyer, recordOrderDeed, type Deed, type Doing } from "./doing.server";
import { whyNotConfirm } from "./rules";

/** The buyer has it, and it is as it should be: services are accepted by it. */
export function confirmReceipt(
  db: Db,
  inquirer: InquirerActor,
  formKey: FormKey,
  orderId: string,
  now = clock(),
): Deed {
  return doAsBuyer(db, inquirer, formKey, { orderId, deed: "confirm", now }, async (doing): Deed => {
    const refusal = whyNotConfirm(doing.facts);
    return refusal ? refused(refusal) : confirmHeld(doing, now);
  });
}

/** Completes an order by its buyer's word; the caller has asked whether she may. */
export async function confirmHeld(doing: Doing, now: Date): Deed {
  const { trx, facts, step } = doing;
  const { orderId } = facts;
  const taken = await takeStep(trx, facts, "confirm", step, { now, write: { completedAt: now } });
  if (!taken) return refused("not-now");
  await acceptMilestones(trx, orderId, now);
  await tellSeller(trx, orderId, "confirmed", {});
  await countCompleted(trx, facts.sellerId, now);
  await recordOrderDeed(doing, "confirm-receipt");
  return done(null);
}

/** What was handed over by milestones is accepted with the whole. */
export async function acceptMilestones(trx: Trx, orderId: string, now: Date): Promise<void> {
  await trx
    .updateTable("orderMilestones")
    .set({ acceptedAt: now })
    .where("orderId", "=", orderId)
    .where("deliveredAt", "is not", null)
    .where("acceptedAt", "is", null)
    .execute();
}

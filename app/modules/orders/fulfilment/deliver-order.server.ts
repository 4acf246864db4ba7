import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import type { FormKey } from "~/platform/db/once.server";
import { enqueue } from "~/platform/jobs/enqueue.server";
import { done, refused } from "~/platform/result";
import type { SellerActor } from "~/platform/session/actors.server";
import { tellBuyer } from "../letters/tell.server";
import { COMPLETE_DAYS, DAY_MS } from "../rules";
import { noteOnOrder, takeStep } from "../steps/take-step.server";
import { doAsSeller, recordOrderDeed, type Deed } from "./doing.server";
import { countFormFiles, handOverFiles } from "./order-files.server";
import { beginPreparing } from "./prepare-order.server";
import { whyNotDeliver } from "./rules";

export type Handover = {
  orderId: string;
  words: string | undefined;
  link: string | undefined;
  /** Of what is paid at the door: the buyer has paid. */
  isPaidAtDoor: boolean;
};

/**
 * The seller hands over what is not sent: digitally, with words, a link or files, or over her counter. What is agreed by
 * milestones is handed over one after another; the order is delivered with the last of them. Then the buyer's days to look
 * at it begin.
 */
export function deliverOrder(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { orderId, words, link, isPaidAtDoor }: Handover,
  now = clock(),
): Deed {
  return doAsSeller(db, seller, formKey, { orderId, deed: "deliver" }, async (doing): Deed => {
    const { trx, facts, step } = doing;
    const refusal = whyNotDeliver(facts, { isPaidAtDoor });
    if (refusal) return refused(refusal);
    const isDigital = facts.delivery === "digital";
    const isEmpty = words === undefined && link === undefined && (await countFormFiles(trx, formKey)) === 0;
    if (isDigital && isEmpty) return refused("nothing-handed-over");

    const round = facts.handoverCount + 1;
    const milestoneId = await deliverMilestone(trx, orderId, now);
    const { id: handoverId } = await trx
      .insertInto("orderHandovers")
      .values({
        orderId,
        round,
        milestoneId: milestoneId ?? null,
        words: words ?? null,
        link: link ?? null,
        handedAt: now,
        handedBy: step.userId ?? null,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await handOverFiles(trx, formKey, { orderId, handoverId });
    const completeBy = new Date(now.getTime() + COMPLETE_DAYS * DAY_MS);
    if (facts.milestonesLeft > 1) {
      const begun = facts.status === "in_preparation" ? facts : await beginPreparing(doing, now);
      if (!begun) return refused("not-now");
      await noteOnOrder(trx, orderId, "hand-over", step, { now, words, facts: { round } });
      await tellBuyer(trx, orderId, "milestone", { words, when: completeBy }, now);
      await recordOrderDeed(doing, "hand-over-milestone", { round });
      return done(null);
    }
    const write = { deliveredAt: now, completeBy };
    if (!(await takeStep(trx, facts, "deliver", step, { now, write, words, facts: { round } })))
      return refused("not-now");
    if (isPaidAtDoor && facts.paymentMethod === "at_pick_up" && facts.receivedMinor < facts.totalMinor) {
      const payload = { orderId, userId: seller.userId };
      await enqueue(trx, "record-counter-payment", payload, { jobKey: `record-counter-payment:${orderId}` });
    }
    await tellBuyer(trx, orderId, isDigital ? "delivered" : "handed-over", { words, when: completeBy }, now);
    await recordOrderDeed(doing, "deliver-order", { round, isPaidAtDoor });
    return done(null);
  });
}

/** The first milestone that was not handed over is, with this. */
async function deliverMilestone(trx: Trx, orderId: string, now: Date): Promise<string | undefined> {
  const next = await trx
    .selectFrom("orderMilestones")
    .select("id")
    .where("orderId", "=", orderId)
    .where("deliveredAt", "is", null)
    .orderBy("position")
    .limit(1)
    .executeTakeFirst();
  if (!next) return undefined;
  await trx.updateTable("orderMilestones").set({ deliveredAt: now }).where("id", "=", next.id).execute();
  return next.id;
}

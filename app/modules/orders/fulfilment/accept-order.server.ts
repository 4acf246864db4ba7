import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { FormKey } from "~/platform/db/once.server";
import { done, refused } from "~/platform/result";
import type { SellerActor } from "~/platform/session/actors.server";
import { tellBuyer } from "../letters/tell.server";
import { payBy } from "../rules";
import { takeStep } from "../steps/take-step.server";
import { doAsSeller, recordOrderDeed, type Deed } from "./doing.server";
import { whyNotAnswer } from "./rules";

/** The seller takes an order on; from now on the buyer has so many days to pay. */
export function acceptOrder(db: Db, seller: SellerActor, formKey: FormKey, orderId: string, now = clock()): Deed {
  return doAsSeller(db, seller, formKey, { orderId, deed: "accept" }, async (doing): Deed => {
    const { trx, facts, step } = doing;
    const refusal = whyNotAnswer(facts, "accept", now);
    if (refusal) return refused(refusal);
    const until = payBy(facts.paymentMethod, now);
    const taken = await takeStep(trx, facts, "accept", step, { now, write: { acceptedAt: now, payBy: until } });
    if (!taken) return refused("not-now");
    const isAtDoor = facts.paymentMethod === "at_pick_up";
    await tellBuyer(trx, orderId, isAtDoor ? "accepted-for-door" : "accepted", { when: until }, now);
    await recordOrderDeed(doing, "accept-order");
    return done(null);
  });
}

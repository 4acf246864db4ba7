import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { FormKey } from "~/platform/db/once.server";
import { done, refused } from "~/platform/result";
import type { SellerActor } from "~/platform/session/actors.server";
import { tellBuyer } from "../letters/tell.server";
import { noteOnOrder } from "../steps/take-step.server";
import { doAsSeller, recordOrderDeed, type Deed } from "./doing.server";
import { whyNotReady } from "./rules";

/** What is picked up lies ready: the buyer is told that she may come. */
export function markReady(db: Db, seller: SellerActor, formKey: FormKey, orderId: string, now = clock()): Deed {
  return doAsSeller(db, seller, formKey, { orderId, deed: "ready" }, async (doing): Deed => {
    const { trx, facts, step } = doing;
    const refusal = whyNotReady(facts);
    if (refusal) return refused(refusal);
    await trx.updateTable("orders").set({ readyAt: now }).where("id", "=", orderId).execute();
    await noteOnOrder(trx, orderId, "ready", step, { now });
    await tellBuyer(trx, orderId, "ready", {}, now);
    await recordOrderDeed(doing, "mark-order-ready");
    return done(null);
  });
}

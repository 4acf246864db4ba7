import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { FormKey } from "~/platform/db/once.server";
import { enqueue } from "~/platform/jobs/enqueue.server";
import { done, refused } from "~/platform/result";
import type { SellerActor } from "~/platform/session/actors.server";
import { tellBuyer } from "../letters/tell.server";
import { takeStep } from "../steps/take-step.server";
import { doAsSeller, recordOrderDeed, type Deed, type Doing } from "./doing.server";
import { whyNotPrepare } from "./rules";

/** The seller begins: she makes or packs it. A deposit may now be released to her. */
export function prepareOrder(db: Db, seller: SellerActor, formKey: FormKey, orderId: string, now = clock()): Deed {
  return doAsSeller(db, seller, formKey, { orderId, deed: "prepare" }, async (doing): Deed => {
    const { trx, facts } = doing;
    const refusal = whyNotPrepare(facts);
    if (refusal) return refused(refusal);
    if (!(await beginPreparing(doing, now))) return refused("not-now");
    await tellBuyer(trx, orderId, "prepared", {}, now);
    await recordOrderDeed(doing, "prepare-order");
    return done(null);
  });
}

/** The step itself, for deeds of which it is the first half. @returns the order as it is then */
export async function beginPreparing({ trx, facts, step }: Doing, now: Date) {
  const { orderId } = facts;
  const taken = await takeStep(trx, facts, "prepare", step, { now, write: { preparingAt: now } });
  if (taken) await enqueue(trx, "release-deposit", { orderId }, { jobKey: `release-deposit:${orderId}` });
  return taken;
}

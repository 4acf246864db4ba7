import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { FormKey } from "~/platform/db/once.server";
import { done, refused } from "~/platform/result";
import type { InquirerActor } from "~/platform/session/actors.server";
import { doAsBuyer, recordOrderDeed, type Deed } from "../fulfilment/doing.server";
import { tellSeller } from "../letters/tell.server";
import { noteOnOrder } from "../steps/take-step.server";

/** The answer does not settle it, or there is none: the Federation is asked to decide. */
export function askStaff(
  db: Db,
  inquirer: InquirerActor,
  formKey: FormKey,
  { orderId, words }: { orderId: string; words: string },
  now = clock(),
): Deed {
  return doAsBuyer(db, inquirer, formKey, { orderId, deed: "ask-staff", now }, async (doing): Deed => {
    const { trx, facts, step } = doing;
    const { problem } = facts;
    if (!problem) return refused("problem-missing");
    if (problem.isForStaff) return refused("not-now");
    await trx
      .updateTable("orderProblems")
      .set({ status: "open", askedStaffAt: now })
      .where("id", "=", problem.problemId)
      .execute();
    await noteOnOrder(trx, orderId, "ask-staff", step, { now, words });
    await tellSeller(trx, orderId, "asked-staff", { words });
    await recordOrderDeed(doing, "ask-staff-about-order", { words });
    return done(null);
  });
}

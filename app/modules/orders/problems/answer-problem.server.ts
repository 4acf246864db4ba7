import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { FormKey } from "~/platform/db/once.server";
import { done, refused } from "~/platform/result";
import type { SellerActor } from "~/platform/session/actors.server";
import { doAsSeller, recordOrderDeed, type Deed } from "../fulfilment/doing.server";
import { SILENCE_DAYS } from "../fulfilment/rules";
import { tellBuyer } from "../letters/tell.server";
import { DAY_MS } from "../rules";
import { noteOnOrder } from "../steps/take-step.server";

/** The seller answers what the buyer said. Her answer stands for seven days; then it counts as taken, unless it is contradicted. */
export function answerProblem(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { orderId, words }: { orderId: string; words: string },
  now = clock(),
): Deed {
  return doAsSeller(db, seller, formKey, { orderId, deed: "answer-problem" }, async (doing): Deed => {
    const { trx, facts, step } = doing;
    const { problem } = facts;
    if (!problem) return refused("problem-missing");
    // What staff were asked to decide is theirs to close; the seller may still say something to it.
    const status = problem.isForStaff ? problem.status : "answered";
    await trx
      .updateTable("orderProblems")
      .set({ status, answerWords: words, answeredAt: now, answeredBy: seller.userId })
      .where("id", "=", problem.problemId)
      .execute();
    await noteOnOrder(trx, orderId, "answer-problem", step, { now, words });
    const until = new Date(now.getTime() + SILENCE_DAYS * DAY_MS);
    await tellBuyer(trx, orderId, "answered", { words, when: until }, now);
    await recordOrderDeed(doing, "answer-problem", { words });
    return done(null);
  });
}

import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { FormKey } from "~/platform/db/once.server";
import { done, refused } from "~/platform/result";
import type { InquirerActor } from "~/platform/session/actors.server";
import { tellSeller } from "../letters/tell.server";
import { takeStep } from "../steps/take-step.server";
import { doAsBuyer, recordOrderDeed, type Deed } from "./doing.server";
import { whyNotAskAgain } from "./rules";

/** The buyer of a service wants changes, while the price includes a round of them. */
export function askAgain(
  db: Db,
  inquirer: InquirerActor,
  formKey: FormKey,
  { orderId, words }: { orderId: string; words: string },
  now = clock(),
): Deed {
  return doAsBuyer(db, inquirer, formKey, { orderId, deed: "ask-again", now }, async (doing): Deed => {
    const { trx, facts, step } = doing;
    const refusal = whyNotAskAgain(facts, now);
    if (refusal) return refused(refusal);
    const round = facts.revisionsAsked + 1;
    const taken = await takeStep(trx, facts, "ask-again", step, { now, words, facts: { round } });
    if (!taken) return refused("not-now");
    await tellSeller(trx, orderId, "asked-again", { words });
    await recordOrderDeed(doing, "ask-for-changes", { round });
    return done(null);
  });
}

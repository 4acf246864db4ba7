import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { FormKey } from "~/platform/db/once.server";
import type { InquirerActor } from "~/platform/http/openers.server";
import { done, refused } from "~/platform/result";
import { doAsBuyer, recordOrderDeed, type Deed } from "../fulfilment/doing.server";
import { whyNotReport } from "../fulfilment/rules";
import { tellSeller } from "../letters/tell.server";
import { noteOnOrder } from "../steps/take-step.server";
import type { ProblemKind } from "../types";

export type Reported = {
  orderId: string;
  kind: ProblemKind;
  /** Needed but for a withdrawal, which wants no reason. */
  words: string | undefined;
  /** Minor units of the order's currency that she wants back; all of it when undefined. */
  wantedMinor: bigint | undefined;
};

/**
 * The buyer says that something is wrong, wants money back, or withdraws. From now on nothing completes and nothing is paid
 * out of the order, until what she said is closed.
 */
export function reportProblem(
  db: Db,
  inquirer: InquirerActor,
  formKey: FormKey,
  { orderId, kind, words, wantedMinor }: Reported,
  now = clock(),
): Deed {
  return doAsBuyer(db, inquirer, formKey, { orderId, deed: `report ${kind}`, now }, async (doing): Deed => {
    const { trx, facts, step } = doing;
    const refusal = whyNotReport(facts, kind, now);
    if (refusal) return refused(refusal);
    if (wantedMinor !== undefined && wantedMinor > facts.receivedMinor - facts.refundedMinor) {
      return refused("more-than-received");
    }
    await trx
      .insertInto("orderProblems")
      .values({
        orderId,
        kind,
        status: "open",
        words: words ?? null,
        wantedMinor: wantedMinor ?? null,
        openedAt: now,
        openedBy: inquirer.userId ?? null,
      })
      .execute();
    const about: Record<string, string> =
      wantedMinor === undefined ? {} : { amountMinor: wantedMinor.toString(), currency: facts.currency };
    await noteOnOrder(trx, orderId, "problem", step, { now, words, facts: { kind, ...about } });
    await tellSeller(trx, orderId, kind, { words });
    await recordOrderDeed(doing, "report-problem", { kind, words, ...about });
    return done(null);
  });
}

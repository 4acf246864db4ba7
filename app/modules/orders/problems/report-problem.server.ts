import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { FormKey } from "~/platform/db/once.server";
import { done, refused } from "~/platform/result";
import type { InquirerActor } from "~/platform/session/actors.server";
import { doAsBuyer, recordOrderDeed, type Deed } from "../fulfilment/doing.server";
import { endOrder } from "../fulfilment/end-order.server";
import { leftToGiveBack, whyNotReport } from "../fulfilment/rules";
import { tellBuyer, tellSeller } from "../letters/tell.server";
import { DAY_MS, SEND_BACK_DAYS } from "../rules";
import { noteOnOrder } from "../steps/take-step.server";
import type { OrderKind, ProblemKind } from "../types";

export type Reported = {
  orderId: string;
  kind: ProblemKind;
  /** Needed but for a withdrawal, which wants no reason. */
  words: string | undefined;
  /** Minor units of the order's currency that she wants back; all of it when undefined. */
  wantedMinor: bigint | undefined;
};

/** By what it is confirmed to herself. */
const OWN_NEWS = {
  problem: "own-problem",
  refund: "own-refund",
  withdrawal: "own-withdrawal",
} as const satisfies Record<ProblemKind, string>;

/** Whether what she says ends the order at once: she withdraws from a service. */
export function isEnding(kind: ProblemKind, order: { kind: OrderKind }): boolean {
  return kind === "withdrawal" && order.kind === "service";
}

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
    if (isEnding(kind, facts)) {
      // Nothing has been handed over, so there is nothing to answer or to decide.
      const tells = { buyer: "own-service-withdrawal", seller: "service-withdrawal" } as const;
      return endOrder(doing, { deed: "cancel", reason: "withdrawn", words, tells }, now);
    }
    const leftMinor = leftToGiveBack(facts);
    if (wantedMinor !== undefined && wantedMinor > leftMinor) return refused("more-than-left");
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
    const sendBackBy = new Date(now.getTime() + SEND_BACK_DAYS * DAY_MS);
    const told = { words, amountMinor: wantedMinor ?? leftMinor, when: sendBackBy };
    await tellBuyer(trx, orderId, OWN_NEWS[kind], told, now);
    await recordOrderDeed(doing, "report-problem", { kind, words, ...about });
    return done(null);
  });
}

import { m } from "~/paraglide/messages.js";
import type { OrderFacts } from "../fulfilment/facts.server";
import { PROBLEM_DAYS, whyNoWithdrawal, whyNotAskAgain } from "../fulfilment/rules";
import { DAY_MS } from "../rules";

/**
 * What follows for a buyer from completing her order, asked before she does it: her word is not taken back. What she may still
 * say, and until when, is by the same rules that answer her afterwards.
 */
export function completionText(facts: OrderFacts, { day, now }: { day: (date: Date) => string; now: Date }): string {
  const stillUntil = new Date(now.getTime() + PROBLEM_DAYS * DAY_MS);
  return [
    m["orders.deed.confirmAsk.completes"](),
    // Over the counter she has been paid already.
    ...(facts.paymentMethod === "at_pick_up" ? [] : [m["orders.deed.confirmAsk.paid"]()]),
    ...(whyNotAskAgain(facts, now) === undefined ? [m["orders.deed.confirmAsk.changes"]()] : []),
    ...(beginsWithdrawal(facts) ? [m["orders.deed.confirmAsk.withdrawal"]()] : []),
    m["orders.deed.confirmAsk.still"]({ day: day(stillUntil) }),
  ].join(" ");
}

/** Her word is the receipt from which the days count; of what was handed over they count from that. */
function beginsWithdrawal(facts: OrderFacts): boolean {
  return facts.kind === "good" && facts.deliveredAt === null && whyNoWithdrawal(facts) === undefined;
}

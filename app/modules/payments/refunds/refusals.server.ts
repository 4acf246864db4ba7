import { m } from "~/paraglide/messages.js";
import type { GiveBackRefusal } from "./give-back-rules";

export const giveBackRefusalText: Readonly<Record<GiveBackRefusal, () => string>> = {
  "order-missing": m["orders.refusal.orderMissing"],
  "nothing-left": m["refunds.refusal.nothingLeft"],
  "more-than-left": m["refunds.refusal.moreThanLeft"],
  "dispute-open": m["refunds.refusal.disputeOpen"],
  "line-unknown": m["refunds.refusal.lineUnknown"],
  "too-many-pieces": m["refunds.refusal.tooManyPieces"],
  "no-carriage": m["refunds.refusal.noCarriage"],
  "nothing-chosen": m["refunds.refusal.nothingChosen"],
  "refund-missing": m["refunds.refusal.refundMissing"],
  "not-failed": m["refunds.refusal.notFailed"],
  "already-retried": m["refunds.refusal.alreadyRetried"],
};

/** The same by the name in an address; a name that nobody gave says nothing. */
export function retryRefusalText(name: string | null): string | undefined {
  const refusal = Object.keys(giveBackRefusalText).find((known): known is GiveBackRefusal => known === name);
  return refusal && giveBackRefusalText[refusal]();
}

import { isDisputeOver } from "~/platform/stripe/dispute-status";
import type { DisputeStatus } from "~/platform/stripe/port";

/** An inquiry of a bank is a warning: no money is taken for it, so nothing is booked. */
export function takesMoney(status: string): boolean {
  return status === "needs_response" || status === "under_review" || status === "won" || status === "lost";
}

/** While a dispute stands so its money lies at the bank, or is the buyer's for good: it is not ours to send back. */
export const KEPT_BY_BANK = ["needs_response", "under_review", "lost"] as const satisfies readonly DisputeStatus[];

/** How a dispute stands for the orders it is about. */
export function outcomeOf(status: DisputeStatus): "open" | "won" | "lost" {
  if (status === "lost") return "lost";
  return isDisputeOver(status) ? "won" : "open";
}

import type { DisputeStatus } from "./port";

const IS_OVER: ReadonlySet<DisputeStatus> = new Set(["won", "lost", "warning_closed", "prevented"] as const);

/** Whether a dispute has ended, so that nothing more is said to the bank. Source: docs.stripe.com/api/disputes/object. */
export function isDisputeOver(status: DisputeStatus): boolean {
  return IS_OVER.has(status);
}

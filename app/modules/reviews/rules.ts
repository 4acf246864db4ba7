import type { ReviewDecision, ReviewReason } from "./types";

/** What a decision has to say: whoever is sent back or refused must learn why. */
export function lacksReason(
  decision: ReviewDecision,
  reasons: readonly ReviewReason[],
  note: string | undefined,
): boolean {
  if (decision === "approved") return false;
  return reasons.length === 0 && (note === undefined || note.trim() === "");
}

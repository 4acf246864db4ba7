import { isWeekendInBaku } from "~/platform/calendar";
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

const DAY_MS = 86_400_000;

/**
 * The same hour so many working days later. Saturday and Sunday (in Baku) do not count; public holidays do, since the list
 * of them is decided anew each year.
 */
export function afterWorkingDays(from: Date, days: number): Date {
  let at = from.getTime();
  for (let left = days; left > 0;) {
    at += DAY_MS;
    if (!isWeekendInBaku(new Date(at))) left -= 1;
  }
  return new Date(at);
}

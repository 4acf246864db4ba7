import { workingDayFrom } from "~/platform/bank/working-day";
import { dayInBaku } from "~/platform/calendar";

/**
 * The calendar day on which the bank is asked to pay a batch: that of its approval, or the next one on which banks work, since
 * many refuse a file for another. It follows from the approval alone, so that a file that is written twice is the same one.
 */
export const executionDay = (approvedAt: Date): string => workingDayFrom(dayInBaku(approvedAt));

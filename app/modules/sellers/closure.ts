import { dayAfter, daysBetween } from "~/platform/calendar";
import type { Closure } from "./types";

/** A closure is said to buyers so many days before it begins, since what they order now may fall into it. */
export const ANNOUNCED_DAYS = 14;
/** Longer than that a shop is not closed but gone. */
export const LONGEST_CLOSURE_DAYS = 366;

/** Whether buyers are told of a closure: it lasts, or begins soon. */
export function isAnnounced({ fromOn, untilOn }: Closure, today: string): boolean {
  return daysBetween(today, untilOn) >= 0 && daysBetween(today, fromOn) <= ANNOUNCED_DAYS;
}

/** Whether the shop is closed on a day. */
export function isClosedOn({ fromOn, untilOn }: Closure, day: string): boolean {
  return daysBetween(fromOn, day) >= 0 && daysBetween(day, untilOn) >= 0;
}

/** The first day on which the shop works again. */
export function backOn({ untilOn }: Closure): string {
  return dayAfter(untilOn, 1);
}

export type ClosureRefusal = "until-before-from" | "too-long" | "over-already";

/** First reason why a closure makes no sense, or undefined. */
export function whyNotClose(closure: Closure, today: string): ClosureRefusal | undefined {
  const days = daysBetween(closure.fromOn, closure.untilOn) + 1;
  if (days < 1) return "until-before-from";
  if (days > LONGEST_CLOSURE_DAYS) return "too-long";
  if (daysBetween(today, closure.untilOn) < 0) return "over-already";
  return undefined;
}

import type { OrderFacts } from "../fulfilment/facts.server";
import { DAY_MS } from "../rules";
import type { FulfilmentRefusal } from "../types";

/** Days after completion in which an order may be rated. */
export const RATING_DAYS = 90;
/** Fewer ratings say nothing of a shop or a listing: one friend or one quarrel would decide. */
export const RATINGS_FOR_AN_AVERAGE = 3;

export function whyNotRate({ status, completedAt, isRated }: OrderFacts, now: Date): FulfilmentRefusal | undefined {
  if (isRated || status !== "completed" || !completedAt) return "not-now";
  return completedAt.getTime() + RATING_DAYS * DAY_MS <= now.getTime() ? "too-late" : undefined;
}

/** The average in tenths of a star, rounded; undefined while there are too few ratings to say. */
export function averageTenths({ count, sum }: { count: number; sum: number }): number | undefined {
  return count < RATINGS_FOR_AN_AVERAGE ? undefined : Math.round((sum * 10) / count);
}

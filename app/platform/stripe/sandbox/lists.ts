import type Stripe from "stripe";
import { refuse } from "./refusals";

type Paged = { limit?: number; starting_after?: string; ending_before?: string };
type Listed = { id: string; created: number };

/** Ten to a page unless asked for, a hundred at most. Source: docs.stripe.com/api/pagination. */
const USUAL_LIMIT = 10;
const LARGEST_LIMIT = 100;

export type ListAnswer = { object: "list"; data: unknown[]; has_more: boolean; url: string };

/**
 * One page, newest first.
 *
 * @param oldestFirst everything that matches, in the order in which it was made
 * @param url the path of the list
 */
export function pageOf(oldestFirst: readonly { id: string }[], input: Paged, url: string): ListAnswer {
  const { limit = USUAL_LIMIT, starting_after: after, ending_before: before } = input;
  const all = oldestFirst.toReversed();
  const size = Math.min(limit, LARGEST_LIMIT);
  const placeOf = (id: string, param: string) => {
    const at = all.findIndex((one) => one.id === id);
    return at === -1 ? refuse("resource-missing", { param, kind: "object", id }) : at;
  };
  if (before !== undefined) {
    const end = placeOf(before, "ending_before");
    const from = Math.max(0, end - size);
    return { object: "list", data: all.slice(from, end), has_more: from > 0, url };
  }
  const from = after === undefined ? 0 : placeOf(after, "starting_after") + 1;
  return { object: "list", data: all.slice(from, from + size), has_more: from + size < all.length, url };
}

/** Does it fall into what `created` asks for? */
export function isWithin({ created }: Listed, range: Stripe.RangeQueryParam | number | undefined): boolean {
  if (range === undefined) return true;
  if (typeof range === "number") return created === range;
  const { gt, gte, lt, lte } = range;
  return (
    (gt === undefined || created > gt) &&
    (gte === undefined || created >= gte) &&
    (lt === undefined || created < lt) &&
    (lte === undefined || created <= lte)
  );
}

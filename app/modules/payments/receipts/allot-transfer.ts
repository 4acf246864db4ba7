import type { MoneyForDue } from "~/modules/orders/index.server";

/** A due with what it lacks, in minor units. */
export type LackingDue = { dueId: string; orderId: string; lacksMinor: bigint };

/**
 * Spreads a transfer over dues in their order: each gets what it lacks until nothing is left. What is left over goes to the last
 * due of the order that it was entered for, which takes no more than it lacks, so that the surplus shows there and goes back.
 *
 * @param dues of the order it was entered for first; that order has at least one
 */
export function allotTransfer(amountMinor: bigint, orderId: string, dues: readonly LackingDue[]): MoneyForDue[] {
  let left = amountMinor;
  const shares = dues.map(({ dueId, lacksMinor }) => {
    const share = left < lacksMinor ? left : lacksMinor;
    left -= share;
    return { dueId, amountMinor: share };
  });
  const last = dues.findLast((due) => due.orderId === orderId)?.dueId;
  return shares
    .map(({ dueId, amountMinor: share }) => ({ dueId, amountMinor: dueId === last ? share + left : share }))
    .filter(({ amountMinor: share }) => share > 0n);
}

/** What a due asks for and what of it has come, in minor units of the order's currency. */
export type Due = { dueId: string; amountMinor: bigint; receivedMinor: bigint };

export type AllottedPart = { dueId: string; amountMinor: bigint; isFull: boolean };

export type MoneyAllotted = {
  parts: AllottedPart[];
  takenMinor: bigint;
  /** What came for nothing and has to go back. */
  lateMinor: bigint;
  isFirstDuePaid: boolean;
};

/**
 * Shares money among the dues it came for: each takes what it lacks and no more.
 *
 * @param dues all of the order's, the first one first
 * @param canTake false for an order that wants no money any more, or whose pieces are somebody else's by now
 */
export function allotMoney(
  dues: readonly Due[],
  money: readonly { dueId: string; amountMinor: bigint }[],
  canTake: boolean,
): MoneyAllotted {
  const came = money.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  const parts = canTake
    ? money.flatMap(({ dueId, amountMinor }) => {
        const due = dues.find((one) => one.dueId === dueId);
        const lacks = due ? due.amountMinor - due.receivedMinor : 0n;
        const taken = amountMinor < lacks ? amountMinor : lacks;
        return taken > 0n ? [{ dueId, amountMinor: taken, isFull: taken === lacks }] : [];
      })
    : [];
  const takenMinor = parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  return { parts, takenMinor, lateMinor: came - takenMinor, isFirstDuePaid: isFirstPaid(dues, parts) };
}

function isFirstPaid([first]: readonly Due[], parts: readonly AllottedPart[]): boolean {
  if (!first) return false;
  return (
    first.receivedMinor === first.amountMinor || parts.some(({ dueId, isFull }) => isFull && dueId === first.dueId)
  );
}

/** The step that an order makes by money, when it makes one. */
export function deedOfMoney(order: { receivedMinor: bigint; totalMinor: bigint }): "receive-all" | "receive-part" {
  return order.receivedMinor === order.totalMinor ? "receive-all" : "receive-part";
}

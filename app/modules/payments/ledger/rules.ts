import type { BalanceTransactionSeen } from "~/platform/stripe/port";

/**
 * Money of one order as the ledger has it, in minor units of the order's currency: not due yet, due to the seller before
 * the commission, and the commission. `releasedMinor` is negative when more went back than was released.
 */
export type OrderMoney = { pendingMinor: bigint; releasedMinor: bigint; commissionMinor: bigint };

/** What a step takes from (negative) or adds to what is owed to the seller and to the Federation; it sums to what came in. */
export type Shift = { pendingMinor: bigint; payableMinor: bigint; commissionMinor: bigint };

const lesser = (one: bigint, other: bigint) => (one < other ? one : other);

/** Commission of an amount that is due to the seller, rounded half up; of a debt there is none. */
export function commissionOf(amountMinor: bigint, basisPoints: number): bigint {
  return amountMinor <= 0n ? 0n : (amountMinor * BigInt(basisPoints) + 5_000n) / 10_000n;
}

/** Part of an amount, rounded half up. */
export function shareOf(amountMinor: bigint, basisPoints: number): bigint {
  return (amountMinor * BigInt(basisPoints) + 5_000n) / 10_000n;
}

/**
 * Makes an amount that is pending due to the seller. The commission is that of all that is due by then less what was taken
 * already, so the parts of an order cost what the whole costs, however it is cut.
 */
export function releaseOf(money: OrderMoney, amountMinor: bigint, basisPoints: number): Shift {
  if (amountMinor <= 0n || amountMinor > money.pendingMinor) throw new RangeError(`not pending: ${amountMinor}`);
  const commission = commissionOf(money.releasedMinor + amountMinor, basisPoints) - money.commissionMinor;
  return { pendingMinor: -amountMinor, payableMinor: amountMinor - commission, commissionMinor: commission };
}

/** Money that leaves an order: what is pending first, then what is due, of which the commission is given back. */
export function takeBackOf(money: OrderMoney, amountMinor: bigint, basisPoints: number): Shift {
  if (amountMinor <= 0n) throw new RangeError(`not an amount: ${amountMinor}`);
  const fromPending = lesser(amountMinor, money.pendingMinor > 0n ? money.pendingMinor : 0n);
  const fromDue = amountMinor - fromPending;
  const commission =
    fromDue === 0n ? 0n : commissionOf(money.releasedMinor - fromDue, basisPoints) - money.commissionMinor;
  return { pendingMinor: -fromPending, payableMinor: -fromDue - commission, commissionMinor: commission };
}

/**
 * Money that did not leave after all comes back to where it was taken from; but what more went back than was due, since
 * something else took money meanwhile, is made good first: nobody owes money of an order while other money of it is pending.
 */
export function giveBackOf(
  money: OrderMoney,
  taken: { fromPending: bigint; fromDue: bigint },
  basisPoints: number,
): Shift {
  const owed = -(money.releasedMinor + taken.fromDue);
  const madeGood = owed > 0n ? lesser(taken.fromPending, owed) : 0n;
  const toDue = taken.fromDue + madeGood;
  const commission = toDue === 0n ? 0n : commissionOf(money.releasedMinor + toDue, basisPoints) - money.commissionMinor;
  return {
    pendingMinor: taken.fromPending - madeGood,
    payableMinor: toDue - commission,
    commissionMinor: commission,
  };
}

/**
 * What of an order's released money is not paid out yet: all of it while something about the order is open, or what a refund
 * that is decided will take of it, less the commission that comes back with it.
 *
 * @param payableMinor due to the seller of this order, after the commission and what she took at her door
 * @param goesBackMinor decided to go back and not booked yet
 */
export function keptBackOf(
  money: OrderMoney,
  { payableMinor, goesBackMinor, isOpen }: { payableMinor: bigint; goesBackMinor: bigint; isOpen: boolean },
  basisPoints: number,
): bigint {
  const whole = isOpen && payableMinor > 0n ? payableMinor : 0n;
  const back = goesBackMinor > 0n ? -takeBackOf(money, goesBackMinor, basisPoints).payableMinor : 0n;
  return back > whole ? back : whole;
}

/** What of a balance is kept back: no more than is due; the rest waits for what becomes due. */
export function keptOfDue(keptMinor: bigint, dueMinor: bigint): bigint {
  return dueMinor > 0n ? lesser(keptMinor, dueMinor) : 0n;
}

/** An order's money after a step. */
export function afterShift(money: OrderMoney, shift: Shift): OrderMoney {
  return {
    pendingMinor: money.pendingMinor + shift.pendingMinor,
    releasedMinor: money.releasedMinor + shift.payableMinor + shift.commissionMinor,
    commissionMinor: money.commissionMinor + shift.commissionMinor,
  };
}

/**
 * Shares an amount out by weight so that the parts add up to it: each gets its whole units, and those with the largest
 * rest get one more, the earlier one of two alike.
 *
 * @param weights not negative, at least one above zero
 */
export function shareOut(amountMinor: bigint, weights: readonly bigint[]): bigint[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0n);
  if (whole <= 0n) throw new RangeError("nothing to share by");
  const parts = weights.map((weight, at) => ({
    at,
    units: (amountMinor * weight) / whole,
    rest: (amountMinor * weight) % whole,
  }));
  let left = amountMinor - parts.reduce((sum, { units }) => sum + units, 0n);
  const byRest = parts.toSorted((one, other) =>
    one.rest === other.rest ? one.at - other.at : one.rest < other.rest ? 1 : -1,
  );
  for (const part of byRest) {
    if (left === 0n) break;
    part.units += 1n;
    left -= 1n;
  }
  return parts.map(({ units }) => units);
}

export type StripeMovementKind = "charge" | "refund" | "dispute" | "payout" | "fee" | "unknown";

const MOVEMENT_KINDS: Readonly<Record<string, StripeMovementKind>> = {
  charge: "charge",
  payment: "charge",
  refund: "refund",
  payment_refund: "refund",
  refund_failure: "refund",
  payment_failure_refund: "refund",
  payout: "payout",
  payout_cancel: "payout",
  payout_failure: "payout",
  stripe_fee: "fee",
  stripe_fx_fee: "fee",
  tax_fee: "fee",
};

/** What a movement of the Stripe balance is to us. Source of the types: docs.stripe.com/reports/balance-transaction-types. */
export function movementKindOf({
  type,
  reportingCategory,
  sourceId,
}: Pick<BalanceTransactionSeen, "type" | "reportingCategory" | "sourceId">): StripeMovementKind {
  if (type !== "adjustment") return MOVEMENT_KINDS[type] ?? "unknown";
  const isDispute = reportingCategory === "dispute" || reportingCategory === "dispute_reversal";
  return isDispute || /^(dp|du)_/.test(sourceId ?? "") ? "dispute" : "unknown";
}

import { moneyOf, type Order, type Ours } from "./ours";

/** Holds pieces although it is over and money has nothing to do with it any more. */
export function isNoLonger({ status, hold, receivedMinor }: Order): boolean {
  return hold === "taken" && receivedMinor === 0n && status === "pending_payment";
}

/**
 * How everything stands, as text to compare. Of two charges for one thing either may be the one that was booked first, so
 * amounts are told and no receipts; and what of an order's money is due already and what is not depends on when a refund
 * failed, until it is released, so both are told as one, with whether somebody owes while other money is pending.
 */
export function standsOf(ours: Ours): string {
  const orders = ours.orders.map((order) => {
    const { pendingMinor, releasedMinor } = moneyOf(ours, order.orderId);
    const dues = order.dues.map(({ receivedMinor }) => receivedMinor).join("+");
    const money = `${order.receivedMinor} (${dues}) -${order.refundedMinor} ledger ${pendingMinor + releasedMinor}`;
    const owes = pendingMinor > 0n && releasedMinor < 0n;
    return `${order.orderId} ${order.status} ${order.hold} ${order.dispute} ${money} owes ${owes}`;
  });
  const checkouts = ours.checkouts.map(({ checkoutId, status, isLive }) => `${checkoutId} ${status} ${isLive}`);
  const refunds = ours.refunds.map((one) => `${one.order.orderId} ${one.amountMinor} ${one.isLate} ${one.status}`);
  const payouts = ours.payouts.map(({ sellerId, amountMinor, status }) => `${sellerId} ${amountMinor} ${status}`);
  const parts = [orders, checkouts, refunds.toSorted(), payouts, balancesOf(ours), [`stock ${ours.stock.join(" ")}`]];
  return parts.flat().join("\n");
}

const OWED = /^(seller_pending|seller_payable|commission)/;

function balancesOf(ours: Ours): string[] {
  const owed = [...ours.balances].reduce((sum, [account, amount]) => (OWED.test(account) ? sum + amount : sum), 0n);
  const others = [...ours.balances].filter(([account, amount]) => amount !== 0n && !OWED.test(account));
  return [`owed ${owed}`, ...others.map(([account, amount]) => `${account} ${amount}`).toSorted()];
}

/** The same as a database tells it, to the last split: there both are told the same things in the same order. */
export function exactly(ours: Ours): string[] {
  const orders = ours.orders.map((order) => {
    const { pendingMinor, releasedMinor, commissionMinor } = moneyOf(ours, order.orderId);
    const dues = order.dues.map(({ receivedMinor }) => receivedMinor).join("+");
    const money = `${order.receivedMinor} (${dues}) -${order.refundedMinor} ${pendingMinor}/${releasedMinor}/${commissionMinor}`;
    const refunds = ours.refunds
      .filter((refund) => refund.order === order)
      .toSorted(
        (one, other) => Number(one.amountMinor - other.amountMinor) || Number(one.isLate) - Number(other.isLate),
      )
      .map(({ amountMinor, isLate, status }) => ({ order: `${amountMinor} ${isLate}`, status }))
      .toSorted((one, other) => (one.order === other.order && one.status < other.status ? -1 : 0))
      .map((one) => `${one.order} ${one.status}`);
    const text = `${order.orderId} ${order.status} ${order.hold} ${order.dispute} ${money}`;
    return refunds.length === 0 ? text : `${text} ${refunds.join(", ")}`;
  });
  const checkouts = ours.checkouts.map(({ checkoutId, status }) => `${checkoutId} ${status}`);
  return [...orders, ...checkouts, `stock ${ours.stock.join(" ")}`];
}

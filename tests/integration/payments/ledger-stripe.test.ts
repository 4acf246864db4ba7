import { beforeEach, describe, expect, it } from "vitest";
import {
  bookDisputeClosed,
  bookDisputeOpened,
  bookReceipt,
  bookRefund,
  bookRefundFailed,
  bookStripeMovement,
  listToClear,
} from "~/modules/payments/index.server";
import type { Trx } from "~/platform/db/db.server";
import type { BalanceTransactionSeen } from "~/platform/stripe/port";
import { testDb } from "~tests/support/database";
import {
  AT,
  balances,
  expectSoundLedger,
  makeDispute,
  makeOrder,
  makeReceipt,
  makeRefund,
  movement,
} from "~tests/support/ledger";

const within = <Value>(work: (trx: Trx) => Promise<Value>) => testDb.transaction().execute(work);
const seen = (one: BalanceTransactionSeen) => within((trx) => bookStripeMovement(trx, one));

/** The ledger is one for all tests of a file: what a test moved is the difference. */
let before: Record<string, number> = {};
beforeEach(async () => {
  before = await balances(testDb);
});
async function moved(): Promise<Record<string, number>> {
  const after = await balances(testDb);
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changes = [...names].map((name) => [name, (after[name] ?? 0) - (before[name] ?? 0)] as const);
  return Object.fromEntries(changes.filter(([, change]) => change !== 0));
}

async function paid(currency = "EUR") {
  const order = await makeOrder(testDb, { currency });
  const { receiptId, chargeId } = await makeReceipt(testDb, [order]);
  const { orderId, sellerId, totalMinor } = order;
  const parts = [{ orderId, sellerId, amountMinor: totalMinor, isLate: false }];
  const receipt = { receiptId, method: "stripe", currency, parts, at: AT } as const;
  return { order, receiptId, sourceId: chargeId, parts, receive: () => within((trx) => bookReceipt(trx, receipt)) };
}

describe("a charge in Stripe's books", () => {
  it("takes what was recorded off the clearing account, with the fee beside it, once", async () => {
    const { sourceId, receive } = await paid();
    await receive();
    const charge = movement({ type: "charge", amount: 10_000, fee: 320, sourceId });

    expect((await seen(charge)).isBooked).toBe(true);
    expect((await seen(charge)).isBooked).toBe(false);
    expect(await moved()).toEqual({
      "stripe_balance EUR": 9_680,
      "stripe_fees EUR": 320,
      "seller_pending EUR": -10_000,
    });
  });

  it("is booked once when two workers read the same list", async () => {
    const { sourceId, receive } = await paid();
    await receive();
    const charge = movement({ type: "charge", amount: 10_000, fee: 320, sourceId });
    const booked = await Promise.all([...Array(6)].map(() => seen(charge)));
    expect(booked.filter(({ isBooked }) => isBooked)).toHaveLength(1);
    expect(await moved()).toMatchObject({ "stripe_balance EUR": 9_680 });
  });

  it("that settles in another currency leaves the exchange between the two", async () => {
    const { sourceId, receive } = await paid("AZN");
    await receive();
    await seen(movement({ type: "charge", amount: 5_060, fee: 200, sourceId }));
    expect(await moved()).toEqual({
      "stripe_balance EUR": 4_860,
      "stripe_fees EUR": 200,
      "exchange AZN": 10_000,
      "exchange EUR": -5_060,
      "seller_pending AZN": -10_000,
    });
  });

  it("that nobody here recorded lies unexplained, and is explained as soon as it is known, once", async () => {
    const { sourceId, receive, receiptId } = await paid("AZN");
    const unknown = movement({ type: "charge", amount: 5_060, fee: 200, sourceId: "ch_unknown" });
    expect(await seen(unknown)).toEqual({ kind: "charge", recorded: undefined, isBooked: true });
    expect(await seen(unknown)).toMatchObject({ isBooked: false });
    expect(await moved()).toMatchObject({ "unexplained EUR": -5_060, "stripe_balance EUR": 4_860 });

    await receive();
    const known = { ...unknown, sourceId };
    expect(await seen(known)).toMatchObject({ recorded: { item: `receipt:${receiptId}` }, isBooked: true });
    expect(await seen(known)).toMatchObject({ isBooked: false });
    expect(await moved()).toEqual({
      "stripe_balance EUR": 4_860,
      "stripe_fees EUR": 200,
      "exchange AZN": 10_000,
      "exchange EUR": -5_060,
      "seller_pending AZN": -10_000,
    });
  });

  it("of another amount than was recorded leaves the difference unexplained", async () => {
    const { sourceId, receive } = await paid();
    await receive();
    await seen(movement({ type: "charge", amount: 9_000, sourceId }));
    expect(await moved()).toEqual({
      "stripe_balance EUR": 9_000,
      "unexplained EUR": 1_000,
      "seller_pending EUR": -10_000,
    });
  });
});

describe("what goes back through Stripe", () => {
  it("is met by its refund and, when that fails, by its failure", async () => {
    const { order, receiptId, sourceId, receive } = await paid();
    await receive();
    await seen(movement({ type: "charge", amount: 10_000, sourceId }));
    before = await balances(testDb);
    const { refundId, stripeRefundId } = await makeRefund(testDb, order, receiptId, 4_000);
    const { orderId, sellerId } = order;
    const refund = { refundId, method: "stripe", currency: "EUR", amountMinor: 4_000n, orderId, sellerId } as const;

    await within((trx) => bookRefund(trx, { ...refund, isLate: false, at: AT }));
    expect(await moved()).toEqual({ "stripe_clearing EUR": -4_000, "seller_pending EUR": 4_000 });
    await seen(movement({ type: "refund", amount: -4_000, sourceId: stripeRefundId }));
    expect(await moved()).toEqual({ "stripe_balance EUR": -4_000, "seller_pending EUR": 4_000 });

    await within((trx) => bookRefundFailed(trx, { ...refund, isLate: false, at: AT }));
    await seen(movement({ type: "refund_failure", amount: 4_000, sourceId: stripeRefundId }));
    expect(await moved()).toEqual({});
  });

  it("is met by a dispute, whose fee the Federation bears, and by its reversal", async () => {
    const { receiptId, sourceId, parts, receive } = await paid();
    await receive();
    await seen(movement({ type: "charge", amount: 10_000, sourceId }));
    before = await balances(testDb);
    const disputeId = await makeDispute(testDb, receiptId, 10_000);
    const dispute = { disputeId, currency: "EUR", amountMinor: 10_000n, at: AT };
    const adjusted = { type: "adjustment", sourceId: disputeId };

    await within((trx) => bookDisputeOpened(trx, dispute));
    await seen(movement({ ...adjusted, amount: -10_000, fee: 1_500, reportingCategory: "dispute" }));
    expect(await moved()).toEqual({
      "stripe_balance EUR": -11_500,
      "stripe_fees EUR": 1_500,
      "disputes EUR": 10_000,
    });
    await within((trx) => bookDisputeClosed(trx, { ...dispute, outcome: "won", parts }));
    await seen(movement({ ...adjusted, amount: 10_000, reportingCategory: "dispute_reversal" }));
    expect(await moved()).toEqual({ "stripe_balance EUR": -1_500, "stripe_fees EUR": 1_500 });
  });
});

it("a payout of Stripe goes to the bank, and a fee to the fees", async () => {
  await seen(movement({ type: "payout", amount: -7_000, sourceId: "po_1" }));
  await seen(movement({ type: "stripe_fee", amount: -90 }));
  expect(await moved()).toEqual({ "bank EUR": 7_000, "stripe_balance EUR": -7_090, "stripe_fees EUR": 90 });
});

it("a type that nobody knows lies unexplained", async () => {
  await seen(movement({ type: "connect_collection_transfer", amount: 55 }));
  expect(await moved()).toEqual({ "stripe_balance EUR": 55, "unexplained EUR": -55 });
});

it("what Stripe has not listed yet is to clear, and explains all that is on the clearing account", async () => {
  const { receiptId, receive, sourceId } = await paid("USD");
  await receive();
  const open = (await listToClear(testDb)).filter(({ currency }) => currency === "USD");
  expect(open).toEqual([{ item: `receipt:${receiptId}`, currency: "USD", amountMinor: 10_000n, since: AT }]);
  expect(await listToClear(testDb, AT)).toEqual([]);
  await expectSoundLedger(testDb);

  await seen(movement({ type: "charge", amount: 10_000, currency: "USD", sourceId }));
  expect((await listToClear(testDb)).filter(({ currency }) => currency === "USD")).toEqual([]);
});

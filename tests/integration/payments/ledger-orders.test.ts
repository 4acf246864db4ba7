import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  bookDisputeClosed,
  bookDisputeOpened,
  bookReceipt,
  bookRefund,
  bookRefundFailed,
  bookRelease,
  disputedParts,
  readOrderMoney,
} from "~/modules/payments/index.server";
import type { Trx } from "~/platform/db/db.server";
import { testDb } from "~tests/support/database";
import {
  AT,
  balances,
  expectSoundLedger,
  makeDispute,
  makeOrder,
  makeReceipt,
  makeRefund,
  owed,
  type MadeOrder,
  type OrderOptions,
} from "~tests/support/ledger";

const within = <Value>(work: (trx: Trx) => Promise<Value>) => testDb.transaction().execute(work);

type Method = "stripe" | "bank_transfer" | "at_pick_up";
const partOf = ({ orderId, sellerId, totalMinor }: MadeOrder, isLate = false) => ({
  orderId,
  sellerId,
  amountMinor: totalMinor,
  isLate,
});

async function paid(options: OrderOptions = {}) {
  const order = await makeOrder(testDb, options);
  const method: Method = options.method ?? "stripe";
  const { receiptId } = await makeReceipt(testDb, [order], method);
  const receipt = { receiptId, method, currency: order.currency, parts: [partOf(order)], at: AT };
  await within((trx) => bookReceipt(trx, receipt));
  return { ...order, receiptId, method, receipt };
}

const refundOf = (order: MadeOrder & { method: Method }, amount: number, refundId: string = randomUUID()) => ({
  refundId,
  method: order.method,
  currency: order.currency,
  amountMinor: BigInt(amount),
  orderId: order.orderId,
  sellerId: order.sellerId,
  isLate: false,
  at: AT,
});
const release = (orderId: string) => within((trx) => bookRelease(trx, { orderId, at: AT }));

describe("money that came", () => {
  it("is owed to the seller and not due, once however often it is told", async () => {
    const order = await paid();
    const again = await within((trx) => bookReceipt(trx, order.receipt));

    expect(again).toEqual({ isBooked: false });
    expect(await owed(testDb, order.sellerId)).toEqual({ pending: 10_000, payable: 0 });
  });

  it("is booked once when it is told many times at the same moment", async () => {
    const order = await makeOrder(testDb);
    const { receiptId } = await makeReceipt(testDb, [order]);
    const receipt = { receiptId, method: "stripe", currency: "EUR", parts: [partOf(order)], at: AT } as const;
    const booked = await Promise.all([...Array(8)].map(() => within((trx) => bookReceipt(trx, receipt))));

    expect(booked.filter(({ isBooked }) => isBooked)).toHaveLength(1);
    expect(await owed(testDb, order.sellerId)).toEqual({ pending: 10_000, payable: 0 });
  });

  it("for orders of two sellers is each one's own, and for an order that did not want it nobody's", async () => {
    const [first, second, late] = await Promise.all([
      makeOrder(testDb, { totalMinor: 700 }),
      makeOrder(testDb, { totalMinor: 300 }),
      makeOrder(testDb, { totalMinor: 50, status: "cancelled" }),
    ]);
    const { receiptId } = await makeReceipt(testDb, [first, second, late]);
    const parts = [partOf(first), partOf(second), partOf(late, true)];
    await within((trx) => bookReceipt(trx, { receiptId, method: "stripe", currency: "EUR", parts, at: AT }));

    expect(await owed(testDb, first.sellerId)).toEqual({ pending: 700, payable: 0 });
    expect(await owed(testDb, second.sellerId)).toEqual({ pending: 300, payable: 0 });
    expect(await owed(testDb, late.sellerId)).toEqual({ pending: 0, payable: 0 });
    expect((await readOrderMoney(testDb, late.orderId)).lateMinor).toBe(50n);
  });

  it("for two dues of an order in one receipt is added up", async () => {
    const order = await makeOrder(testDb, { totalMinor: 1_000 });
    const { receiptId } = await makeReceipt(testDb, [order]);
    const part = (amountMinor: bigint) => ({ ...partOf(order), amountMinor });
    await within((trx) =>
      bookReceipt(trx, { receiptId, method: "stripe", currency: "EUR", parts: [part(300n), part(700n)], at: AT }),
    );
    expect(await owed(testDb, order.sellerId)).toEqual({ pending: 1_000, payable: 0 });
  });
});

describe("a release", () => {
  it("makes all that is pending due, less the commission, and does it once", async () => {
    const { orderId, sellerId } = await paid();
    expect(await release(orderId)).toEqual({ isBooked: true, amountMinor: 10_000n });
    expect(await release(orderId)).toEqual({ isBooked: false, amountMinor: 0n });
    expect(await owed(testDb, sellerId)).toEqual({ pending: 0, payable: 9_200 });
  });

  it("by many workers at the same moment is one", async () => {
    const { orderId, sellerId } = await paid();
    const released = await Promise.all([...Array(8)].map(() => release(orderId)));
    expect(released.filter(({ isBooked }) => isBooked)).toHaveLength(1);
    expect(await owed(testDb, sellerId)).toEqual({ pending: 0, payable: 9_200 });
  });

  it("of a deposit is of its own kind, once, and both together cost what the whole costs", async () => {
    const { orderId, sellerId } = await paid({ totalMinor: 3_337 });
    const deposit = () => within((trx) => bookRelease(trx, { orderId, depositShare: 3_000, at: AT }));
    expect(await deposit()).toEqual({ isBooked: true, amountMinor: 1_001n });
    expect(await deposit()).toEqual({ isBooked: false, amountMinor: 0n });
    await release(orderId);

    // 8 % of 33.37 is 2.6696.
    expect(await owed(testDb, sellerId)).toEqual({ pending: 0, payable: 3_337 - 267 });
    const kinds = await testDb.selectFrom("ledgerEntries").select("kind").where("orderId", "=", orderId).execute();
    expect(kinds.map(({ kind }) => kind).toSorted()).toEqual(["deposit_release", "receipt", "release"]);
  });

  it("of what was paid over the counter leaves only the commission owed", async () => {
    const { orderId, sellerId } = await paid({ method: "at_pick_up" });
    await release(orderId);
    expect(await owed(testDb, sellerId)).toEqual({ pending: 0, payable: -800 });
    expect((await readOrderMoney(testDb, orderId)).counterMinor).toBe(0n);
  });

  it("of an unpaid order releases nothing", async () => {
    const { orderId } = await makeOrder(testDb);
    expect(await release(orderId)).toEqual({ isBooked: false, amountMinor: 0n });
  });
});

describe("a refund", () => {
  it("is taken from what is pending, once", async () => {
    const order = await paid();
    const refund = refundOf(order, 4_000);
    expect(await within((trx) => bookRefund(trx, refund))).toEqual({ isBooked: true });
    expect(await within((trx) => bookRefund(trx, refund))).toEqual({ isBooked: false });
    expect(await owed(testDb, order.sellerId)).toEqual({ pending: 6_000, payable: 0 });
  });

  it("after the release is taken from what is due, with its commission, also below zero", async () => {
    const order = await paid();
    await release(order.orderId);
    await within((trx) => bookRefund(trx, refundOf(order, 2_500)));
    expect(await owed(testDb, order.sellerId)).toEqual({ pending: 0, payable: 9_200 - 2_300 });
    await within((trx) => bookRefund(trx, refundOf(order, 7_500)));
    expect(await owed(testDb, order.sellerId)).toEqual({ pending: 0, payable: 0 });
    expect((await readOrderMoney(testDb, order.orderId)).commissionMinor).toBe(0n);
  });

  it("that runs beside a release takes nothing twice", async () => {
    const orders = await Promise.all([...Array(5)].map(() => paid({ totalMinor: 1_000 })));
    await Promise.all(
      orders.flatMap((order) => [
        release(order.orderId),
        within((trx) => bookRefund(trx, refundOf(order, 1_000))),
        release(order.orderId),
      ]),
    );
    for (const { sellerId } of orders) expect(await owed(testDb, sellerId)).toEqual({ pending: 0, payable: 0 });
    await expectSoundLedger(testDb);
  });

  it("that fails puts everything where it was, once; one that was never booked puts nothing", async () => {
    const order = await paid({ totalMinor: 1_003 });
    await within((trx) => bookRelease(trx, { orderId: order.orderId, depositShare: 5_000, at: AT }));
    const before = await owed(testDb, order.sellerId);
    const refund = refundOf(order, 900);
    const failed = () => within((trx) => bookRefundFailed(trx, refund));

    expect(await failed()).toEqual({ isBooked: false });
    await within((trx) => bookRefund(trx, refund));
    expect(await failed()).toEqual({ isBooked: true });
    expect(await failed()).toEqual({ isBooked: false });
    expect(await owed(testDb, order.sellerId)).toEqual(before);
    await expectSoundLedger(testDb);
  });

  it("whose money came back after the release is released by the next one", async () => {
    const order = await paid();
    const refund = refundOf(order, 4_000);
    await within((trx) => bookRefund(trx, refund));
    await release(order.orderId);
    await within((trx) => bookRefundFailed(trx, refund));

    expect(await release(order.orderId)).toEqual({ isBooked: true, amountMinor: 4_000n });
    expect(await owed(testDb, order.sellerId)).toEqual({ pending: 0, payable: 9_200 });
  });

  it("of money that came too late touches nobody's", async () => {
    const order = await makeOrder(testDb, { status: "cancelled" });
    const { receiptId } = await makeReceipt(testDb, [order]);
    const parts = [partOf(order, true)];
    await within((trx) => bookReceipt(trx, { receiptId, method: "stripe", currency: "EUR", parts, at: AT }));
    const refund = { ...refundOf({ ...order, method: "stripe" }, 10_000), isLate: true };
    await within((trx) => bookRefund(trx, refund));
    expect((await readOrderMoney(testDb, order.orderId)).lateMinor).toBe(0n);
    await within((trx) => bookRefundFailed(trx, refund));
    expect((await readOrderMoney(testDb, order.orderId)).lateMinor).toBe(10_000n);
    expect(await owed(testDb, order.sellerId)).toEqual({ pending: 0, payable: 0 });
  });

  it("over the counter is the seller's own money: of the commission she gets hers back", async () => {
    const order = await paid({ method: "at_pick_up" });
    await within((trx) => bookRefund(trx, refundOf(order, 1_000)));
    await release(order.orderId);
    expect(await owed(testDb, order.sellerId)).toEqual({ pending: 0, payable: -720 });
    const refund = refundOf(order, 5_000);
    await within((trx) => bookRefund(trx, refund));
    expect(await owed(testDb, order.sellerId)).toEqual({ pending: 0, payable: -320 });
    await within((trx) => bookRefundFailed(trx, refund));
    expect(await owed(testDb, order.sellerId)).toEqual({ pending: 0, payable: -720 });
    expect((await readOrderMoney(testDb, order.orderId)).counterMinor).toBe(0n);
  });
});

describe("a dispute", () => {
  async function disputed(amount = 10_000) {
    const order = await paid();
    const disputeId = await makeDispute(testDb, order.receiptId, amount);
    return { order, dispute: { disputeId, currency: "EUR", amountMinor: BigInt(amount), at: AT } };
  }

  it("takes nothing from the seller while it is open, and is opened once", async () => {
    const { order, dispute } = await disputed();
    expect(await within((trx) => bookDisputeOpened(trx, dispute))).toEqual({ isBooked: true });
    expect(await within((trx) => bookDisputeOpened(trx, dispute))).toEqual({ isBooked: false });
    expect(await owed(testDb, order.sellerId)).toEqual({ pending: 10_000, payable: 0 });
  });

  it("that is won leaves nothing on its account; a loss that is told afterwards is no end any more", async () => {
    const { order, dispute } = await disputed();
    const parts = [partOf(order)];
    const before = (await balances(testDb))["disputes EUR"];
    await within((trx) => bookDisputeOpened(trx, dispute));
    await within((trx) => bookDisputeClosed(trx, { ...dispute, outcome: "won", parts }));
    const late = await within((trx) => bookDisputeClosed(trx, { ...dispute, outcome: "lost", parts }));

    expect(late).toEqual({ isBooked: false });
    expect((await balances(testDb))["disputes EUR"]).toBe(before);
    expect(await owed(testDb, order.sellerId)).toEqual({ pending: 10_000, payable: 0 });
  });

  it("that is lost falls on the seller, also when nobody told that it was opened", async () => {
    const { order, dispute } = await disputed(6_000);
    await within((trx) => bookRelease(trx, { orderId: order.orderId, depositShare: 5_000, at: AT }));
    const before = (await balances(testDb))["disputes EUR"];
    const parts = await within((trx) => disputedParts(trx, order.receiptId, 6_000n));
    const lose = () => within((trx) => bookDisputeClosed(trx, { ...dispute, outcome: "lost", parts }));

    expect(await lose()).toEqual({ isBooked: true });
    expect(await lose()).toEqual({ isBooked: false });
    // 50.00 were pending; 10.00 of the 50.00 that were due go, with their 0.80 of commission.
    expect(await owed(testDb, order.sellerId)).toEqual({ pending: 0, payable: 4_600 - 920 });
    expect((await balances(testDb))["disputes EUR"]).toBe(before);
    await expectSoundLedger(testDb);
  });

  it("of a payment for two orders falls on both, by what of each has not gone back", async () => {
    const [first, second] = [
      await makeOrder(testDb, { totalMinor: 700 }),
      await makeOrder(testDb, { totalMinor: 300 }),
    ];
    const { receiptId } = await makeReceipt(testDb, [first, second]);
    const parts = [partOf(first), partOf(second)];
    await within((trx) => bookReceipt(trx, { receiptId, method: "stripe", currency: "EUR", parts, at: AT }));
    await makeRefund(testDb, first, receiptId, 500);

    const shares = await within((trx) => disputedParts(trx, receiptId, 500n));
    expect(Object.fromEntries(shares.map(({ orderId, amountMinor }) => [orderId, amountMinor]))).toEqual({
      [first.orderId]: 200n,
      [second.orderId]: 300n,
    });
    const dispute = {
      disputeId: await makeDispute(testDb, receiptId, 500),
      currency: "EUR",
      amountMinor: 500n,
      at: AT,
    };
    await within((trx) => bookDisputeClosed(trx, { ...dispute, outcome: "lost", parts: shares }));
    expect(await owed(testDb, first.sellerId)).toEqual({ pending: 500, payable: 0 });
    expect(await owed(testDb, second.sellerId)).toEqual({ pending: 0, payable: 0 });
  });
});

import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  bookReceipt,
  bookRefund,
  bookRefundFailed,
  endHold,
  listPendingOrders,
  placeHold,
  releaseDeposit,
  releaseDueMoney,
} from "~/modules/payments/index.server";
import type { Trx } from "~/platform/db/db.server";
import { testDb } from "~tests/support/database";
import { AT, expectSoundLedger, makeOrder, makeReceipt, owed, type OrderOptions } from "~tests/support/ledger";

const within = <Value>(work: (trx: Trx) => Promise<Value>) => testDb.transaction().execute(work);
const daysOn = (days: number, seconds = 0) => new Date(AT.getTime() + days * 86_400_000 + seconds * 1000);

async function shipped(options: OrderOptions = {}) {
  const order = await makeOrder(testDb, { status: "shipped", shippedAt: AT, receivedMinor: 10_000, ...options });
  const { receiptId } = await makeReceipt(testDb, [order]);
  const parts = [{ orderId: order.orderId, sellerId: order.sellerId, amountMinor: 10_000n, isLate: false }];
  await within((trx) => bookReceipt(trx, { receiptId, method: "stripe", currency: "EUR", parts, at: AT }));
  return order;
}
const isDue = async ({ sellerId }: { sellerId: string }) => (await owed(testDb, sellerId)).payable > 0;

describe("the hourly release", () => {
  it("releases an order when the days of its own terms are over, and not a second earlier", async () => {
    const order = await shipped({ holdDays: 3 });
    await releaseDueMoney(testDb, daysOn(3, -1));
    expect(await isDue(order)).toBe(false);
    await releaseDueMoney(testDb, daysOn(3));
    expect(await owed(testDb, order.sellerId)).toEqual({ pending: 0, payable: 9_200 });
  });

  it("releases once, however many workers run at the same moment", async () => {
    const orders = await Promise.all([...Array(4)].map(() => shipped()));
    const counts = await Promise.all([...Array(4)].map(() => releaseDueMoney(testDb, daysOn(7))));
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(4);
    for (const { sellerId } of orders) expect(await owed(testDb, sellerId)).toEqual({ pending: 0, payable: 9_200 });
    expect(await releaseDueMoney(testDb, daysOn(8))).toBe(0);
    await expectSoundLedger(testDb);
  });

  it.each<[string, OrderOptions]>([
    ["that has not gone out", { status: "in_preparation" }],
    ["that was cancelled", { status: "cancelled" }],
    ["that is disputed", { dispute: "open" }],
    ["of which a part is not paid yet", { receivedMinor: 9_999 }],
  ])("leaves an order alone %s", async (_what, options) => {
    const order = await shipped(options);
    await releaseDueMoney(testDb, daysOn(30));
    expect(await isDue(order)).toBe(false);
  });

  it.each<[string, OrderOptions]>([
    ["delivered digitally", { status: "delivered", shippedAt: undefined, deliveredAt: AT }],
    ["completed", { status: "completed" }],
    ["whose dispute was won", { dispute: "won" }],
  ])("releases an order %s", async (_what, options) => {
    const order = await shipped(options);
    await releaseDueMoney(testDb, daysOn(7));
    expect(await isDue(order)).toBe(true);
  });

  it("leaves an order alone while it is held, and until the hold's own end", async () => {
    const [held, ended] = [await shipped(), await shipped()];
    const hold = { rule: "problem", reason: "The buyer reports a broken cup." } as const;
    await within((trx) => placeHold(trx, { ...held, ...hold }, daysOn(1)));
    await within((trx) => placeHold(trx, { ...ended, ...hold, until: daysOn(9) }, daysOn(1)));
    await releaseDueMoney(testDb, daysOn(8));
    expect([await isDue(held), await isDue(ended)]).toEqual([false, false]);

    await releaseDueMoney(testDb, daysOn(9));
    expect([await isDue(held), await isDue(ended)]).toEqual([false, true]);
    await within((trx) => endHold(trx, { ...held, rule: "problem" }, daysOn(10)));
    await releaseDueMoney(testDb, daysOn(10));
    expect(await isDue(held)).toBe(true);
  });

  it("releases once more what came back after the first release", async () => {
    const order = await shipped();
    const { orderId, sellerId } = order;
    const refund = {
      refundId: randomUUID(),
      method: "stripe",
      currency: "EUR",
      amountMinor: 2_500n,
      isLate: false,
    } as const;
    await within((trx) => bookRefund(trx, { ...refund, orderId, sellerId, at: AT }));
    await releaseDueMoney(testDb, daysOn(7));
    await within((trx) => bookRefundFailed(trx, { ...refund, orderId, sellerId, at: AT }));
    expect(await releaseDueMoney(testDb, daysOn(8))).toBe(1);
    expect(await owed(testDb, sellerId)).toEqual({ pending: 0, payable: 9_200 });
    await expectSoundLedger(testDb);
  });
});

describe("a deposit", () => {
  const release = (orderId: string) => within((trx) => releaseDeposit(trx, orderId, AT));

  it("is due as preparation starts by the share of the order's terms, once", async () => {
    const order = await shipped({ status: "in_preparation", depositReleaseBasisPoints: 3_000 });
    expect(await release(order.orderId)).toEqual({ amountMinor: 3_000n });
    expect(await release(order.orderId)).toEqual({ amountMinor: 0n });
    expect(await owed(testDb, order.sellerId)).toEqual({ pending: 7_000, payable: 2_760 });
  });

  it("is released once also when two ask at the same moment", async () => {
    const order = await shipped({ status: "in_preparation", depositReleaseBasisPoints: 3_000 });
    const amounts = await Promise.all([...Array(5)].map(() => release(order.orderId)));
    expect(amounts.filter(({ amountMinor }) => amountMinor > 0n)).toHaveLength(1);
  });

  it("is not released where the terms say none, and not while the order is disputed or held or has a problem", async () => {
    const none = await shipped({ status: "in_preparation" });
    const disputed = await shipped({ status: "in_preparation", depositReleaseBasisPoints: 3_000, dispute: "open" });
    const held = await shipped({ status: "in_preparation", depositReleaseBasisPoints: 3_000 });
    await within((trx) => placeHold(trx, { ...held, rule: "problem", reason: "Wrong size." }, AT));
    const wrong = await shipped({ status: "in_preparation", depositReleaseBasisPoints: 3_000 });
    const problem = { orderId: wrong.orderId, kind: "problem", status: "open", openedAt: AT };
    await testDb.insertInto("orderProblems").values(problem).execute();
    for (const { orderId } of [none, disputed, held, wrong])
      expect(await release(orderId)).toEqual({ amountMinor: 0n });
  });
});

it("a seller sees which money is pending, from when on it is due, and what holds it; a stranger sees none of it", async () => {
  const order = await shipped({ holdDays: 5 });
  const waiting = await shipped({ sellerId: order.sellerId, status: "in_preparation", shippedAt: undefined });
  await within((trx) => placeHold(trx, { ...waiting, rule: "staff", reason: "Under review." }, AT));

  expect(await listPendingOrders(testDb, order.sellerId, AT)).toMatchObject([
    { orderId: order.orderId, pendingMinor: 10_000n, dueAt: daysOn(5), stopped: undefined },
    { orderId: waiting.orderId, pendingMinor: 10_000n, dueAt: undefined, stopped: "held" },
  ]);
  expect(await listPendingOrders(testDb, (await shipped()).sellerId, AT)).toHaveLength(1);
});

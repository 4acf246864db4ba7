import { describe, expect, it } from "vitest";
import { settleCheckout } from "~/modules/payments/index.server";
import { askRefund } from "~/modules/payments/refunds/ask-refund.server";
import { listRefundable, refundFromReceipts } from "~/modules/payments/refunds/refund-order.server";
import { sendRefund, settleRefund } from "~/modules/payments/refunds/settle-refund.server";
import { holdOrder } from "~/modules/orders/index.server";
import { clock } from "~/platform/clock.server";
import {
  holdsOf,
  makeCup,
  moneyOf,
  openPage,
  refundsOf,
  sendRefunds,
  stockOf,
  workReceived,
} from "~tests/support/buying";
import { testDb } from "~tests/support/database";
import { balances, expectSoundLedger } from "~tests/support/ledger";
import { historyOf } from "~tests/support/order";
import { useStripeSandbox } from "~tests/support/stripe-sandbox";
import { waitFor } from "~tests/support/waiting";

const stand = useStripeSandbox();

/** A paid order of two cups: 69.00 EUR. */
async function paid(card = "4242424242424242") {
  const cup = await makeCup();
  const { checkoutId, sessionId, orderIds } = await openPage(stand, [{ listingId: cup.listingId, quantity: 2 }]);
  stand.sandbox.pay(sessionId, card);
  await settleCheckout(testDb, stand.stripe, checkoutId, clock());
  return { cup, checkoutId, orderId: orderIds[0] ?? "" };
}

const ask = (orderId: string, amountMinor: bigint) =>
  testDb.transaction().execute(async (trx) => {
    await holdOrder(trx, orderId);
    return refundFromReceipts(
      trx,
      orderId,
      { amountMinor, cause: "staff", words: "Broken", askedBy: undefined },
      clock(),
    );
  });

async function only(orderId: string) {
  return testDb
    .selectFrom("refunds")
    .where("orderId", "=", orderId)
    .select(["id", "stripeRefundId", "refusal", "status"])
    .executeTakeFirstOrThrow();
}

const sentToStripe = () => stand.sandbox.events().filter(({ type }) => type === "refund.created").length;

describe("a refund of a part", () => {
  it("is sent once, however many send it, and leaves the order where it is", async () => {
    const before = await balances(testDb);
    const { cup, orderId } = await paid();
    expect(await ask(orderId, 2_000n)).toBe(true);
    const { id } = await only(orderId);
    const sentBefore = sentToStripe();
    await Promise.all([1, 2, 3].map(() => sendRefund(testDb, stand.stripe, id, clock())));
    await workReceived(stand);

    expect(sentToStripe() - sentBefore).toBe(1);
    expect(await refundsOf(orderId)).toEqual(["staff 2000 succeeded"]);
    expect(await moneyOf(orderId)).toEqual({ status: "paid", received: 6_900, refunded: 2_000 });
    expect((await historyOf(orderId)).slice(1)).toEqual(["receive-all by money", "refund by money"]);
    expect([await stockOf(cup), await holdsOf([orderId])]).toEqual([8, ["taken 2"]]);
    const after = await balances(testDb);
    expect((after["seller_pending EUR"] ?? 0) - (before["seller_pending EUR"] ?? 0)).toBe(-4_900);
    await expectSoundLedger(testDb);
  });

  it("whose answer is lost is the same one when it is sent again", async () => {
    const { orderId } = await paid();
    await ask(orderId, 2_000n);
    const { id } = await only(orderId);
    const sentBefore = sentToStripe();
    stand.sandbox.failNext({ drop: "after", count: 2, method: "POST", path: "/v1/refunds" });
    await expect(sendRefund(testDb, stand.stripe, id, clock())).rejects.toMatchObject({ name: "StripeFault" });
    expect(await refundsOf(orderId)).toEqual(["staff 2000 asked"]);
    await sendRefund(testDb, stand.stripe, id, clock());
    expect(sentToStripe() - sentBefore).toBe(1);
    expect(await moneyOf(orderId)).toMatchObject({ refunded: 2_000 });
  });

  it("is known by its event where the answer never came", async () => {
    const { orderId } = await paid();
    await ask(orderId, 2_000n);
    stand.sandbox.failNext({ drop: "after", count: 2, method: "POST", path: "/v1/refunds" });
    await expect(sendRefunds(stand, orderId)).rejects.toMatchObject({ name: "StripeFault" });
    await workReceived(stand);
    expect(await refundsOf(orderId)).toEqual(["staff 2000 succeeded"]);
  });
});

describe("two refunds of the same money", () => {
  it("wait for each other, and the second finds nothing left, though nobody holds the order", async () => {
    const { checkoutId, orderId } = await paid();
    const { id: receiptId } = await testDb
      .selectFrom("receipts")
      .where("checkoutId", "=", checkoutId)
      .select("id")
      .executeTakeFirstOrThrow();
    const refund = {
      receiptId,
      orderId,
      amountMinor: 6_900n,
      cause: "staff",
      words: "So",
      askedBy: undefined,
    } as const;
    const second = waitFor(
      (trx) => askRefund(trx, refund, clock()),
      () => testDb.transaction().execute((trx) => askRefund(trx, refund, clock())),
    );
    await expect(second).rejects.toMatchObject({ constraint: "refunds_within_receipt" });
    expect(await refundsOf(orderId)).toEqual(["staff 6900 asked"]);
  });
});

describe("a refund of all", () => {
  it("ends the order before it is sent, and its pieces are there again", async () => {
    const { cup, orderId } = await paid();
    await ask(orderId, 2_000n);
    await sendRefunds(stand, orderId);
    await ask(orderId, 4_900n);
    await sendRefunds(stand, orderId);
    expect(await moneyOf(orderId)).toEqual({ status: "refunded", received: 6_900, refunded: 6_900 });
    expect([await stockOf(cup), await holdsOf([orderId])]).toEqual([10, ["returned 2"]]);
    expect((await historyOf(orderId)).at(-1)).toBe("refund-all by money");
    await expectSoundLedger(testDb);
  });

  it("ends it after it was sent, too, and what is away stays away", async () => {
    const { cup, orderId } = await paid();
    const at = clock();
    await testDb
      .updateTable("orders")
      .set({ status: "shipped", revision: 3, shippedAt: at, completeBy: at })
      .where("id", "=", orderId)
      .execute();
    await ask(orderId, 6_900n);
    await sendRefunds(stand, orderId);
    expect(await moneyOf(orderId)).toMatchObject({ status: "refunded" });
    expect([await stockOf(cup), await holdsOf([orderId])]).toEqual([8, ["taken 2"]]);
  });
});

describe("no more goes back than came", () => {
  it("by two who ask at once", async () => {
    const { orderId } = await paid();
    const asked = await Promise.all([ask(orderId, 4_000n), ask(orderId, 4_000n)]);
    expect(asked.toSorted()).toEqual([false, true]);
    expect(await refundsOf(orderId)).toEqual(["staff 4000 asked"]);
    const left = await testDb.transaction().execute((trx) => listRefundable(trx, orderId));
    expect(left.map(({ leftMinor }) => leftMinor)).toEqual([2_900n]);
  });

  it("by whoever gets past the rules: the database counts", async () => {
    const { orderId, checkoutId } = await paid();
    const receipt = await testDb
      .selectFrom("receipts")
      .where("checkoutId", "=", checkoutId)
      .select("id")
      .executeTakeFirstOrThrow();
    const write = (amountMinor: bigint) =>
      testDb
        .insertInto("refunds")
        .values({
          receiptId: receipt.id,
          orderId,
          currency: "EUR",
          amountMinor,
          cause: "staff",
          status: "asked",
          askedAt: clock(),
        })
        .execute();
    const both = await Promise.allSettled([write(3_500n), write(3_500n)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(write(3_401n)).rejects.toMatchObject({ constraint: "refunds_within_receipt" });
    await write(3_400n);
  });
});

describe("a refund that Stripe does not make", () => {
  it("is written down with the reason, and may be asked for again", async () => {
    const { checkoutId, orderId } = await paid();
    await ask(orderId, 6_900n);
    const { id } = await only(orderId);
    const { chargeId } = await testDb
      .selectFrom("receipts")
      .where("checkoutId", "=", checkoutId)
      .select("chargeId")
      .executeTakeFirstOrThrow();
    stand.sandbox.openDispute(chargeId ?? "");
    await sendRefund(testDb, stand.stripe, id, clock());
    expect(await only(orderId)).toMatchObject({ status: "refused", refusal: "charge-disputed", stripeRefundId: null });
    expect(await moneyOf(orderId)).toEqual({ status: "paid", received: 6_900, refunded: 0 });
    expect(await ask(orderId, 6_900n)).toBe(true);
  });

  it("but is pending first is counted when it has succeeded", async () => {
    const { orderId } = await paid("4000000000007726");
    await ask(orderId, 2_000n);
    await sendRefunds(stand, orderId);
    expect([await refundsOf(orderId), (await moneyOf(orderId)).refunded]).toEqual([["staff 2000 sent"], 0]);
    stand.sandbox.settleNow();
    await workReceived(stand);
    expect([await refundsOf(orderId), (await moneyOf(orderId)).refunded]).toEqual([["staff 2000 succeeded"], 2_000]);
  });

  it("after all, though it had succeeded, is taken back in the books, once, and staff see it", async () => {
    const before = await balances(testDb);
    const { orderId } = await paid("4000000000005126");
    await ask(orderId, 2_000n);
    await sendRefunds(stand, orderId);
    expect((await moneyOf(orderId)).refunded).toBe(2_000);
    stand.sandbox.settleNow();
    const { stripeRefundId } = await only(orderId);
    await Promise.all([1, 2].map(() => settleRefund(testDb, stand.stripe, stripeRefundId ?? "", clock())));
    await workReceived(stand, { inOrder: (ids) => ids.toReversed() });

    expect(await only(orderId)).toMatchObject({ status: "failed", refusal: expect.any(String) });
    expect(await moneyOf(orderId)).toEqual({ status: "paid", received: 6_900, refunded: 0 });
    expect((await historyOf(orderId)).slice(-2)).toEqual(["refund by money", "refund-failed by money"]);
    const after = await balances(testDb);
    expect((after["seller_pending EUR"] ?? 0) - (before["seller_pending EUR"] ?? 0)).toBe(-6_900);
    await expectSoundLedger(testDb);
  });

  it("that is not ours is left alone", async () => {
    expect(await settleRefund(testDb, stand.stripe, "re_none", clock())).toBe(false);
  });
});

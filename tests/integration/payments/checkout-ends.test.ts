import { describe, expect, it } from "vitest";
import { settleCheckout } from "~/modules/payments/index.server";
import { endCheckout, holdCheckout } from "~/modules/payments/checkout/hold-checkout.server";
import { listCheckoutsToLookAt, lookAtCheckout } from "~/modules/payments/checkout/look-at-checkout.server";
import { settleCancelledOrder } from "~/modules/payments/checkout/settle-cancelled.server";
import { cancelAsBuyer } from "~/modules/orders/index.server";
import { clock } from "~/platform/clock.server";
import { makeInquirer } from "~db/factories";
import {
  callsOf,
  checkoutState,
  beginCheckout,
  holdsOf,
  inMinutes,
  makeCup,
  moneyOf,
  openPage,
  refundsOf,
  sendRefunds,
  stockOf,
  workReceived,
} from "~tests/support/buying";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { balances, expectSoundLedger } from "~tests/support/ledger";
import { historyOf, statusOf } from "~tests/support/order";
import { useStripeSandbox } from "~tests/support/stripe-sandbox";
import { waitFor } from "~tests/support/waiting";

const stand = useStripeSandbox();
const GOOD_CARD = "4242424242424242";
const SLOW_DEBIT = "AT321904300235473204";
const look = (checkoutId: string, now = inMinutes(41)) => lookAtCheckout(testDb, callsOf(stand), checkoutId, now);

async function page(quantity = 1) {
  const cup = await makeCup();
  const { orderIds, ...rest } = await openPage(stand, [{ listingId: cup.listingId, quantity }]);
  return { ...rest, cup, orderIds, orderId: orderIds[0] ?? "" };
}

async function cancel(owner: { visitDigest: string | undefined }, orderId: string) {
  const inquirer = makeInquirer({ visitDigest: owner.visitDigest ?? "" });
  const done = await cancelAsBuyer(testDb, inquirer, newKey(), { orderId, words: undefined });
  expect(done).toMatchObject({ ok: true });
}

describe("a page that nobody pays on", () => {
  it("is looked at once its hold is over, and not before", async () => {
    const { checkoutId } = await page();
    expect(await listCheckoutsToLookAt(testDb, inMinutes(38))).not.toContain(checkoutId);
    expect(await listCheckoutsToLookAt(testDb, inMinutes(41))).toContain(checkoutId);
    await look(checkoutId);
    expect(await listCheckoutsToLookAt(testDb, inMinutes(41))).not.toContain(checkoutId);
  });

  it("is ended at Stripe by the clock before its stock goes back, once, however many look", async () => {
    const { checkoutId, sessionId, orderId, cup } = await page(4);
    expect(await stockOf(cup)).toBe(6);
    await Promise.all([look(checkoutId), look(checkoutId)]);
    await look(checkoutId);
    await workReceived(stand);
    expect((await stand.stripe.findCheckout(sessionId))?.status).toBe("expired");
    expect([await stockOf(cup), await holdsOf([orderId])]).toEqual([10, ["released 4"]]);
    expect([await checkoutState(checkoutId), await statusOf(orderId)]).toEqual(["ended, expired", "pending_payment"]);
  });

  it("keeps its stock while Stripe does not say that it is over", async () => {
    const { checkoutId, orderId, cup } = await page();
    stand.sandbox.failNext({ refusal: "server-error", count: 9 });
    await expect(look(checkoutId)).rejects.toMatchObject({ name: "StripeFault" });
    expect([await stockOf(cup), await holdsOf([orderId])]).toEqual([9, ["held 1"]]);
  });

  it("is booked as paid when the money came before the look", async () => {
    const { checkoutId, sessionId, orderId, cup } = await page();
    stand.sandbox.pay(sessionId, GOOD_CARD);
    await look(checkoutId);
    expect([await checkoutState(checkoutId), await statusOf(orderId), await stockOf(cup)]).toEqual([
      "paid, complete",
      "paid",
      9,
    ]);
  });

  it("and is paid at the moment at which its stock goes back has its pieces held anew, not paid without them", async () => {
    const { checkoutId, sessionId, orderId, cup } = await page();
    stand.sandbox.pay(sessionId, GOOD_CARD);
    const settled = await waitFor(
      async (trx) => {
        const checkout = await holdCheckout(trx, checkoutId);
        if (checkout) await endCheckout(trx, checkout, "expired", clock());
      },
      () => settleCheckout(testDb, stand.stripe, checkoutId, clock()),
    );
    expect([settled, await statusOf(orderId), await stockOf(cup)]).toEqual(["paid", "paid", 9]);
    expect((await holdsOf([orderId])).toSorted()).toEqual(["released 1", "taken 1"]);
  });

  it("that was never made, since Stripe did not want it, gives its stock back", async () => {
    const cup = await makeCup();
    const { checkoutId, orderIds } = await beginCheckout([cup], inMinutes(-45));
    await look(checkoutId, clock());
    expect([await checkoutState(checkoutId), await holdsOf(orderIds)]).toEqual(["ended, refused", ["released 1"]]);
    expect(await stockOf(cup)).toBe(10);
  });
});

describe("a payment that takes days", () => {
  it("keeps its stock past the hold, and pays when it succeeds", async () => {
    const { checkoutId, sessionId, orderId, cup } = await page(2);
    stand.sandbox.pay(sessionId, SLOW_DEBIT);
    await workReceived(stand);
    expect(await checkoutState(checkoutId)).toBe("processing, complete");
    await look(checkoutId, inMinutes(60));
    expect([await stockOf(cup), await holdsOf([orderId])]).toEqual([8, ["held 2"]]);

    stand.sandbox.settleNow();
    await workReceived(stand);
    expect([await checkoutState(checkoutId), await statusOf(orderId)]).toEqual(["paid, complete", "paid"]);
    expect(await holdsOf([orderId])).toEqual(["taken 2"]);
    await expectSoundLedger(testDb);
  });

  it("is asked about every few hours, should the event that tells its end be lost", async () => {
    const { checkoutId, sessionId, orderId } = await page();
    stand.sandbox.pay(sessionId, SLOW_DEBIT);
    await settleCheckout(testDb, stand.stripe, checkoutId, clock());
    expect(await listCheckoutsToLookAt(testDb, inMinutes(5 * 60))).not.toContain(checkoutId);
    expect(await listCheckoutsToLookAt(testDb, inMinutes(6 * 60 + 1))).toContain(checkoutId);
    stand.sandbox.settleNow();
    await look(checkoutId, inMinutes(6 * 60 + 1));
    expect(await statusOf(orderId)).toBe("paid");
    expect(await listCheckoutsToLookAt(testDb, inMinutes(6 * 60 + 1))).not.toContain(checkoutId);
  });

  it("gives its stock back when it fails, and the order can be paid anew", async () => {
    const { checkoutId, sessionId, orderId, cup } = await page(2);
    stand.sandbox.pay(sessionId, "AT861904300235473202");
    await workReceived(stand);
    expect(await stockOf(cup)).toBe(8);
    stand.sandbox.settleNow();
    await workReceived(stand, { inOrder: (ids) => ids.toReversed() });
    expect([await checkoutState(checkoutId), await statusOf(orderId)]).toEqual(["ended, complete", "pending_payment"]);
    expect([await stockOf(cup), await holdsOf([orderId])]).toEqual([10, ["released 2"]]);
  });
});

describe("money that nobody wants any more", () => {
  it("of a cancelled order goes back by itself, and its history says so", async () => {
    const before = await balances(testDb);
    const { checkoutId, sessionId, orderId, cup, owner } = await page();
    stand.sandbox.pay(sessionId, SLOW_DEBIT);
    await workReceived(stand);
    await cancel(owner, orderId);
    await settleCancelledOrder(testDb, () => callsOf(stand), orderId, clock());
    expect([await stockOf(cup), await holdsOf([orderId])]).toEqual([9, ["held 1"]]);

    stand.sandbox.settleNow();
    await workReceived(stand);
    await sendRefunds(stand, orderId);
    await sendRefunds(stand, orderId);
    await workReceived(stand);

    expect(await refundsOf(orderId)).toEqual(["late 3900 succeeded"]);
    expect((await historyOf(orderId)).slice(-2)).toEqual(["receive-late by money", "refund by money"]);
    expect(await moneyOf(orderId)).toEqual({ status: "cancelled", received: 0, refunded: 0 });
    expect([await stockOf(cup), await holdsOf([orderId])]).toEqual([10, ["released 1"]]);
    expect(await checkoutState(checkoutId)).toBe("paid, complete");
    const after = await balances(testDb);
    for (const account of ["refunds_late EUR", "seller_pending EUR", "stripe_clearing EUR"]) {
      expect([account, after[account] ?? 0]).toEqual([account, before[account] ?? 0]);
    }
    await expectSoundLedger(testDb);
  });

  it("of a cancelled order cannot come where the page was open still: it is ended at Stripe", async () => {
    const { checkoutId, sessionId, orderId, cup, owner } = await page();
    await cancel(owner, orderId);
    await settleCancelledOrder(testDb, () => callsOf(stand), orderId, clock());
    await settleCancelledOrder(testDb, () => callsOf(stand), orderId, clock());
    expect(stand.sandbox.pay(sessionId, GOOD_CARD)).toEqual({ kind: "over" });
    expect([await checkoutState(checkoutId), await stockOf(cup)]).toEqual(["ended, expired", 10]);
  });

  it("of a cancelled order that was paid goes back whole, and the stock with it", async () => {
    const { checkoutId, sessionId, orderId, cup, owner } = await page();
    stand.sandbox.pay(sessionId, GOOD_CARD);
    await settleCheckout(testDb, stand.stripe, checkoutId, clock());
    await cancel(owner, orderId);
    await settleCancelledOrder(testDb, () => callsOf(stand), orderId, clock());
    await settleCancelledOrder(testDb, () => callsOf(stand), orderId, clock());
    await sendRefunds(stand, orderId);
    expect(await refundsOf(orderId)).toEqual(["cancelled 3900 succeeded"]);
    expect(await moneyOf(orderId)).toEqual({ status: "cancelled", received: 3900, refunded: 3900 });
    expect([await stockOf(cup), await holdsOf([orderId])]).toEqual([10, ["returned 1"]]);
    await expectSoundLedger(testDb);
  });

  it.each(["same-intent", "other-intent"] as const)("of a second charge goes back: %s", async (how) => {
    const { checkoutId, sessionId, orderId } = await page();
    stand.sandbox.pay(sessionId, GOOD_CARD);
    stand.sandbox.payTwice(sessionId, how);
    await settleCheckout(testDb, stand.stripe, checkoutId, clock());
    await workReceived(stand);
    await workReceived(stand, { inOrder: (ids) => ids.toReversed() });
    await sendRefunds(stand, orderId);
    expect(await moneyOf(orderId)).toEqual({ status: "paid", received: 3900, refunded: 0 });
    expect(await refundsOf(orderId)).toEqual(["late 3900 succeeded"]);
    expect(await holdsOf([orderId])).toEqual(["taken 1"]);
    await expectSoundLedger(testDb);
  });

  it("is found out by the second charge alone, whichever of the two is told first", async () => {
    const { sessionId, orderId } = await page();
    stand.sandbox.webhooks({ order: "reverse", hold: true });
    stand.sandbox.pay(sessionId, GOOD_CARD);
    stand.sandbox.payTwice(sessionId, "other-intent");
    stand.sandbox.webhooks({ hold: false });
    await workReceived(stand);
    await sendRefunds(stand, orderId);
    expect(await refundsOf(orderId)).toEqual(["late 3900 succeeded"]);
    expect(await moneyOf(orderId)).toMatchObject({ received: 3900, refunded: 0 });
  });

  it("of a page that ran out goes to nobody who cannot get the pieces any more", async () => {
    const cup = await makeCup({ stock: 1 });
    const { checkoutId, sessionId, orderIds } = await openPage(stand, [cup]);
    const orderId = orderIds[0] ?? "";
    stand.sandbox.pay(sessionId, "AT861904300235473202");
    stand.sandbox.settleNow();
    await workReceived(stand);
    expect(await checkoutState(checkoutId)).toBe("ended, complete");
    const second = await openPage(stand, [cup]);
    expect(await stockOf(cup)).toBe(0);

    stand.sandbox.payTwice(sessionId, "other-intent");
    await workReceived(stand);
    await sendRefunds(stand, orderId);
    expect(await moneyOf(orderId)).toEqual({ status: "pending_payment", received: 0, refunded: 0 });
    expect(await refundsOf(orderId)).toEqual(["late 3900 succeeded"]);
    expect([await holdsOf([orderId]), await holdsOf(second.orderIds)]).toEqual([["released 1"], ["held 1"]]);
    await expectSoundLedger(testDb);
  });
});

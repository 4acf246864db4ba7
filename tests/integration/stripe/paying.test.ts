import { describe, expect, it } from "vitest";
import { money } from "~/platform/money";
import { freshKey, makeCheckoutToOpen, useStripeSandbox } from "~tests/support/stripe-sandbox";

const stand = useStripeSandbox();

const open = (changes: Parameters<typeof makeCheckoutToOpen>[0] = {}) =>
  stand.stripe.openCheckout(makeCheckoutToOpen(changes), freshKey());

describe("a checkout", () => {
  it("is open, unpaid and has a page, and is found again", async () => {
    const session = await open();

    expect(session).toMatchObject({
      sessionId: expect.stringMatching(/^cs_test_\w{58}$/),
      status: "open",
      payment: "unpaid",
      url: `${stand.sandbox.url}/c/pay/${session.sessionId}`,
      total: money(2400n, "EUR"),
      paymentIntentId: undefined,
      metadata: { checkout: "c-1" },
    });
    expect(await stand.stripe.findCheckout(session.sessionId)).toEqual(session);
  });

  it("that does not exist is not found, and neither is anything else", async () => {
    expect(await stand.stripe.findCheckout("cs_test_none")).toBeUndefined();
    expect(await stand.stripe.findIntent("pi_none")).toBeUndefined();
    expect(await stand.stripe.findCharge("ch_none")).toBeUndefined();
    expect(await stand.stripe.findRefund("re_none")).toBeUndefined();
    expect(await stand.stripe.findDispute("dp_none")).toBeUndefined();
    expect(await stand.stripe.findPayout("po_none")).toBeUndefined();
  });

  it("in yen, Kuwaiti dinars, ariary and krónur comes back in the amount that was sent", async () => {
    const amounts = [money(5000n, "JPY"), money(5120n, "KWD"), money(500_000n, "MGA"), money(900n, "ISK")];
    for (const unit of amounts) {
      const session = await open({ lines: [{ name: "Cup", unit, quantity: 1 }] });
      stand.sandbox.pay(session.sessionId, "4242424242424242");
      const paid = await stand.stripe.findCheckout(session.sessionId);
      const intent = await stand.stripe.findIntent(paid?.paymentIntentId ?? "");

      expect(session.total).toEqual(unit);
      expect(intent?.received).toEqual(unit);
    }
  });

  it("of an amount that cannot be charged exactly is not opened", async () => {
    const lines = [{ name: "Cup", unit: money(5124n, "KWD"), quantity: 1 }];
    await expect(open({ lines })).rejects.toThrow(RangeError);
  });
});

describe("a card", () => {
  it("that is good pays the session at once, and the charge is booked with its fee", async () => {
    const { sessionId } = await open();

    stand.sandbox.pay(sessionId, "4242 4242 4242 4242");
    await stand.sandbox.settled();

    const paid = await stand.stripe.findCheckout(sessionId);
    expect(paid).toMatchObject({ status: "complete", payment: "paid", url: undefined });
    const intent = await stand.stripe.findIntent(paid?.paymentIntentId ?? "");
    expect(intent).toMatchObject({
      status: "succeeded",
      received: money(2400n, "EUR"),
      metadata: { checkout: "c-1" },
      lastErrorCode: undefined,
    });
    const charge = await stand.stripe.findCharge(intent?.latestChargeId ?? "");
    expect(charge).toMatchObject({
      isPaid: true,
      isDisputed: false,
      amount: money(2400n, "EUR"),
      refunded: money(0n, "EUR"),
      paidWith: { type: "card", brand: "visa", last4: "4242" },
      // 1.5 % of 24.00 and 0.25.
      balanceTransaction: {
        type: "charge",
        reportingCategory: "charge",
        amount: money(2400n, "EUR"),
        fee: money(61n, "EUR"),
        net: money(2339n, "EUR"),
      },
    });
    expect(stand.types()).toEqual([
      "payment_intent.created",
      "charge.succeeded",
      "charge.updated",
      "payment_intent.succeeded",
      "checkout.session.completed",
    ]);
  });

  it("charged in dollars is booked in euro at the sandbox's rate", async () => {
    const { sessionId } = await open({ lines: [{ name: "Cup", unit: money(10_000n, "USD"), quantity: 1 }] });

    stand.sandbox.pay(sessionId, "4242424242424242");

    const paid = await stand.stripe.findCheckout(sessionId);
    const intent = await stand.stripe.findIntent(paid?.paymentIntentId ?? "");
    const charge = await stand.stripe.findCharge(intent?.latestChargeId ?? "");
    expect(charge?.amount).toEqual(money(10_000n, "USD"));
    // 100 USD at 0.92; 2.9 % and 2 % of 92.00, and 0.30.
    expect(charge?.balanceTransaction).toMatchObject({ amount: money(9200n, "EUR"), fee: money(481n, "EUR") });
  });

  it.each([
    ["4000000000000002", "generic_decline"],
    ["4000000000009995", "insufficient_funds"],
  ])("%s is declined, and the next one pays the same payment intent with another charge", async (number, code) => {
    const { sessionId } = await open();

    expect(stand.sandbox.pay(sessionId, number)).toMatchObject({ kind: "declined" });
    const declined = await stand.stripe.findCheckout(sessionId);
    const before = await stand.stripe.findIntent(declined?.paymentIntentId ?? "");
    stand.sandbox.pay(sessionId, "4242424242424242");
    const after = await stand.stripe.findIntent(declined?.paymentIntentId ?? "");

    expect(declined?.status).toBe("open");
    expect(before).toMatchObject({ status: "requires_payment_method", lastErrorCode: code });
    expect(after).toMatchObject({ status: "succeeded", received: money(2400n, "EUR") });
    expect(after?.latestChargeId).not.toBe(before?.latestChargeId);
    const failed = await stand.stripe.findCharge(before?.latestChargeId ?? "");
    expect(failed).toMatchObject({ isPaid: false, balanceTransaction: undefined });
  });

  it.each([
    ["4000002500003155", true, "succeeded", "paid"],
    ["4000002760003184", true, "succeeded", "paid"],
    ["4000002760003184", false, "requires_payment_method", "unpaid"],
  ])("%s asks for 3-D Secure; passed: %s", async (number, isPassed, status, payment) => {
    const { sessionId } = await open();

    expect(stand.sandbox.pay(sessionId, number)).toEqual({ kind: "challenge" });
    const waiting = await stand.stripe.findCheckout(sessionId);
    expect(await stand.stripe.findIntent(waiting?.paymentIntentId ?? "")).toMatchObject({ status: "requires_action" });
    stand.sandbox.answerChallenge(sessionId, isPassed);

    expect(await stand.stripe.findIntent(waiting?.paymentIntentId ?? "")).toMatchObject({ status });
    expect(await stand.stripe.findCheckout(sessionId)).toMatchObject({ payment });
  });
});

describe("a SEPA debit", () => {
  it.each([
    ["AT611904300234573201", 5, "paid", "checkout.session.async_payment_succeeded"],
    ["AT321904300235473204", 180, "paid", "checkout.session.async_payment_succeeded"],
    ["AT861904300235473202", 5, "unpaid", "checkout.session.async_payment_failed"],
  ])("%s ends after %s seconds as %s", async (iban, seconds, payment, type) => {
    const { sessionId } = await open();

    expect(stand.sandbox.pay(sessionId, iban)).toEqual({ kind: "processing" });
    stand.sandbox.advance(seconds - 2);
    expect(await stand.stripe.findCheckout(sessionId)).toMatchObject({ status: "complete", payment: "unpaid" });
    stand.sandbox.advance(2);
    await stand.sandbox.settled();

    expect(await stand.stripe.findCheckout(sessionId)).toMatchObject({ status: "complete", payment });
    expect(stand.types()).toContain(type);
  });

  it("is booked as a payment of its own kind", async () => {
    const { sessionId } = await open();

    stand.sandbox.pay(sessionId, "AT611904300234573201");
    stand.sandbox.settleNow();

    const session = await stand.stripe.findCheckout(sessionId);
    const intent = await stand.stripe.findIntent(session?.paymentIntentId ?? "");
    const charge = await stand.stripe.findCharge(intent?.latestChargeId ?? "");
    expect(charge).toMatchObject({
      chargeId: expect.stringMatching(/^py_/),
      paidWith: { type: "sepa_debit", last4: "3201" },
      balanceTransaction: { type: "payment", fee: money(35n, "EUR") },
    });
  });

  it("takes no dollars", async () => {
    const { sessionId } = await open({ lines: [{ name: "Cup", unit: money(1000n, "USD"), quantity: 1 }] });
    expect(stand.sandbox.pay(sessionId, "AT611904300234573201")).toEqual({ kind: "unknown" });
  });
});

describe("the end of a checkout", () => {
  it("by us is told, and its payment intent ends with it", async () => {
    const { sessionId } = await open();
    stand.sandbox.pay(sessionId, "4000000000000002");

    const expired = await stand.stripe.expireCheckout(sessionId);
    await stand.sandbox.settled();

    expect(expired).toMatchObject({ status: "expired", payment: "unpaid", url: undefined });
    expect(await stand.stripe.findIntent(expired.paymentIntentId ?? "")).toMatchObject({ status: "canceled" });
    expect(stand.types()).toEqual(expect.arrayContaining(["payment_intent.canceled", "checkout.session.expired"]));
  });

  it("by us shows the payment that came first", async () => {
    const { sessionId } = await open();
    stand.sandbox.pay(sessionId, "4242424242424242");

    expect(await stand.stripe.expireCheckout(sessionId)).toMatchObject({ status: "complete", payment: "paid" });
    expect(await stand.stripe.expireCheckout(sessionId)).toMatchObject({ status: "complete", payment: "paid" });
  });

  it("comes by itself at its time, and nobody can pay afterwards", async () => {
    const { sessionId } = await open();

    stand.sandbox.advance(41 * 60);
    await stand.sandbox.settled();

    expect(stand.types()).toContain("checkout.session.expired");
    expect(await stand.stripe.findCheckout(sessionId)).toMatchObject({ status: "expired", url: undefined });
    expect(stand.sandbox.pay(sessionId, "4242424242424242")).toEqual({ kind: "over" });
    stand.sandbox.advance(-41 * 60);
  });

  it("while the payer is at 3-D Secure takes nothing when the payer comes back", async () => {
    const { sessionId } = await open();
    stand.sandbox.pay(sessionId, "4000002760003184");

    await stand.stripe.expireCheckout(sessionId);

    expect(stand.sandbox.answerChallenge(sessionId, true)).toEqual({ kind: "over" });
    expect(await stand.stripe.findCheckout(sessionId)).toMatchObject({ status: "expired", payment: "unpaid" });
  });
});

describe("paying twice", () => {
  it.each(["same-intent", "other-intent"] as const)(
    "by the %s leaves two charges that somebody must notice",
    async (how) => {
      const { sessionId } = await open();
      stand.sandbox.pay(sessionId, "4242424242424242");
      const { paymentIntentId } = (await stand.stripe.findCheckout(sessionId)) ?? {};

      const second = await stand.stripe.findCharge(stand.sandbox.payTwice(sessionId, how));
      await stand.sandbox.settled();

      expect(second).toMatchObject({ isPaid: true, amount: money(2400n, "EUR") });
      expect(second?.paymentIntentId === paymentIntentId).toBe(how === "same-intent");
      expect(stand.types().filter((type) => type === "payment_intent.succeeded")).toHaveLength(2);
    },
  );
});

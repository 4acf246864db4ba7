import type Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { money } from "~/platform/money";
import { shape } from "~/platform/stripe/sandbox/shapes";
import {
  chargeSeen,
  disputeSeen,
  intentSeen,
  payoutSeen,
  refundSeen,
  sessionSeen,
  transactionSeen,
} from "~/platform/stripe/seen.server";

/** Every object has more than we know: fields, and words in known ones. */
const withMore = <Thing>(thing: Thing): Thing => ({ ...thing, brand_new: { field: [1, { a: null }] } });

describe("Stripe's own sample", () => {
  it("of a session is read, with nothing priced yet", () => {
    const session = { ...withMore(shape("checkout.session")), currency: "usd", amount_total: 1099 };
    expect(sessionSeen(session)).toEqual({
      sessionId: "cs_test_a1YS1URlnyQCN5fUUduORoQ7Pw41PJqDWkIVQCpJPqkfIhd6tVY8XB1OLY",
      status: "open",
      payment: "unpaid",
      url: "https://checkout.stripe.com/pay/c/cs_test_a1YS1URlnyQCN5fUUduORoQ7Pw41PJqDWkIVQCpJPqkfIhd6tVY8XB1OLY",
      total: money(1099n, "USD"),
      paymentIntentId: "pi_1PgafyB7WZ01zgkWSjxsAJo3",
      metadata: {},
      expiresAt: new Date(1_234_567_890_000),
    });
  });

  it("of a payment intent is read", () => {
    expect(intentSeen(withMore(shape("payment_intent")))).toMatchObject({
      status: "requires_payment_method",
      amount: money(1099n, "USD"),
      received: money(0n, "USD"),
      latestChargeId: undefined,
      lastErrorCode: undefined,
    });
  });

  it("of a charge is read, whether its parts are ids or whole", () => {
    const charge = withMore(shape("charge"));
    expect(chargeSeen(charge)).toMatchObject({
      amount: money(100n, "USD"),
      refunded: money(0n, "USD"),
      balanceTransaction: undefined,
      paidWith: { type: "card", brand: "visa", last4: "4242" },
    });
    const whole = {
      ...charge,
      balance_transaction: withMore(shape("balance_transaction")),
      payment_intent: shape("payment_intent"),
    };
    expect(chargeSeen(whole)).toMatchObject({
      paymentIntentId: "pi_1PgafyB7WZ01zgkWSjxsAJo3",
      balanceTransaction: { transactionId: "txn_1PgaxNB7WZ01zgkWEV3TLf40", amount: money(100n, "USD") },
    });
  });

  it("of a charge paid by a method that nobody knew is read", () => {
    const details = {
      type: "carrier_pigeon",
      carrier_pigeon: { colour: "grey" },
    } as unknown as Stripe.Charge.PaymentMethodDetails;
    expect(chargeSeen({ ...shape("charge"), payment_method_details: details }).paidWith).toEqual({
      type: "carrier_pigeon",
    });
    expect(chargeSeen({ ...shape("charge"), payment_method_details: null }).paidWith).toBeUndefined();
  });

  it("of a refund is read; a status that nobody knew is not a success", () => {
    expect(refundSeen(withMore(shape("refund")))).toMatchObject({ status: "succeeded", amount: money(100n, "USD") });
    expect(refundSeen({ ...shape("refund"), status: "on_its_way", metadata: null })).toMatchObject({
      status: "pending",
      metadata: {},
    });
  });

  it("of a dispute is read", () => {
    expect(disputeSeen(withMore(shape("dispute")))).toMatchObject({
      status: "warning_needs_response",
      amount: money(1000n, "USD"),
      reason: "general",
      answerBy: new Date(1_723_679_999_000),
      isEvidenceSent: false,
    });
  });

  it("of a movement of the balance is read, of whatever type", () => {
    const transaction = {
      ...withMore(shape("balance_transaction")),
      type: "climate_gift" as Stripe.BalanceTransaction.Type,
    };
    expect(transactionSeen(transaction)).toMatchObject({
      type: "climate_gift",
      fee: money(0n, "USD"),
      net: money(100n, "USD"),
      sourceId: "ch_1PgafuB7WZ01zgkWXYmPNZs8",
    });
  });

  it("of a payout is read", () => {
    expect(payoutSeen(withMore(shape("payout")))).toMatchObject({ status: "in_transit", amount: money(1100n, "USD") });
  });
});

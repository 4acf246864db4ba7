import { describe, expect, it } from "vitest";
import { money } from "~/platform/money";
import { checkoutParams, evidenceParams, statementSuffix, stripeLocale } from "~/platform/stripe/checkout-params";
import { refundRefusalOf } from "~/platform/stripe/stripe.server";
import { Stripe } from "stripe";
import { faultOf } from "~/platform/stripe/fault.server";

describe("the words on a bank statement", () => {
  it.each([
    ["Karvan 1042", "Karvan 1042"],
    ["Şəki ipəyi", "Seki ipeyi"],
    ["İçərişəhər", "Iceriseher"],
    ["Ağdaş «Nar»", "Agdas Nar"],
    [`a<b>c\\d'e"f*g`, "abcdefg"],
    ["A".repeat(30), "A".repeat(22)],
    ["12345", undefined],
    ["Шелк", undefined],
    ["", undefined],
    [undefined, undefined],
  ])("of %s are %s", (words, suffix) => {
    expect(statementSuffix(words)).toBe(suffix);
  });
});

describe("the language of Stripe's page", () => {
  it.each([
    ["en", "en"],
    ["ru", "ru"],
    ["az", "auto"],
  ])("for %s is %s", (locale, asked) => {
    expect(stripeLocale(locale)).toBe(asked);
  });
});

describe("a checkout", () => {
  const input = {
    lines: [{ name: "Xalça", unit: money(5n, "ISK"), quantity: 3 }],
    metadata: { checkout: "c-1" },
    reference: "c-1",
    email: "anna@example.com",
    locale: "az",
    successUrl: "https://karvan.example/az/done",
    cancelUrl: "https://karvan.example/az/cart",
    expiresAt: new Date("2026-11-27T12:00:00.900Z"),
    statementSuffix: "Şəki",
  };

  it("is sent in Stripe's units and names", () => {
    expect(checkoutParams(input)).toEqual({
      mode: "payment",
      line_items: [{ quantity: 3, price_data: { currency: "isk", unit_amount: 500, product_data: { name: "Xalça" } } }],
      client_reference_id: "c-1",
      customer_email: "anna@example.com",
      locale: "auto",
      success_url: "https://karvan.example/az/done",
      cancel_url: "https://karvan.example/az/cart",
      expires_at: 1_795_780_800,
      metadata: { checkout: "c-1" },
      payment_intent_data: { metadata: { checkout: "c-1" }, statement_descriptor_suffix: "Seki" },
    });
  });

  it("leaves the methods to Stripe and says nothing on the statement when nothing can be said", () => {
    const params = checkoutParams({ ...input, statementSuffix: undefined });
    expect(params).not.toHaveProperty("payment_method_types");
    expect(params.payment_intent_data).not.toHaveProperty("statement_descriptor_suffix");
  });
});

describe("evidence", () => {
  it("is sent under Stripe's names, and what is missing is not sent", () => {
    expect(evidenceParams({ words: "Delivered", shippingFileId: "file_1", buyerName: "" })).toEqual({
      uncategorized_text: "Delivered",
      shipping_documentation: "file_1",
    });
  });
});

const answered = (fields: { code?: string; param?: string; message?: string }) =>
  Stripe.errors.StripeError.generate({ type: "invalid_request_error", message: "", ...fields } as never);

describe("an answer that makes no refund", () => {
  it.each([
    [{ code: "charge_already_refunded" }, "already-refunded"],
    [{ code: "charge_disputed" }, "charge-disputed"],
    [{ code: "refund_disputed_payment" }, "charge-disputed"],
    [{ code: "balance_insufficient" }, "balance-too-low"],
    [{ code: "insufficient_funds" }, "balance-too-low"],
    [{ code: "amount_too_large", param: "amount" }, "more-than-is-left"],
    [
      { param: "amount", message: "Refund amount (€2) is greater than unrefunded amount on charge (€1)" },
      "more-than-is-left",
    ],
    [{ code: "parameter_unknown", param: "amount", message: "Received unknown parameter" }, undefined],
  ])("%j is %s", (fields, refusal) => {
    expect(refundRefusalOf(answered(fields))).toBe(refusal);
  });
});

describe("a fault", () => {
  it("tells what was wanted and the code, and never a key", () => {
    const error = answered({ message: "Invalid API Key provided: sk_live_****abcd and whsec_secret" });
    const fault = faultOf(error, "refund");

    expect(fault.message).toContain("refund");
    expect(fault.message).not.toMatch(/abcd|secret/);
    expect(JSON.stringify(fault)).not.toMatch(/abcd/);
    expect(fault.cause).toBeUndefined();
  });
});

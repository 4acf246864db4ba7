import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { money } from "~/platform/money";
import {
  fromStripeAmount,
  roundUpToChargeable,
  smallestCharge,
  toStripeAmount,
  whyNotChargeable,
} from "~/platform/stripe/amounts";
import { STRIPE_CURRENCIES } from "~/platform/stripe/currencies";

describe("an amount for Stripe", () => {
  it.each([
    ["EUR", 1250n, 1250],
    ["USD", 1n, 1],
    ["AZN", 4990n, 4990],
    ["BIF", 500n, 500],
    ["CLP", 500n, 500],
    ["DJF", 500n, 500],
    ["GNF", 500n, 500],
    ["JPY", 500n, 500],
    ["KMF", 500n, 500],
    ["KRW", 500n, 500],
    ["PYG", 500n, 500],
    ["RWF", 500n, 500],
    ["VND", 500n, 500],
    ["VUV", 500n, 500],
    ["XAF", 500n, 500],
    ["XOF", 500n, 500],
    ["XPF", 500n, 500],
    // 500.00 ariary: hundredths in ISO 4217, whole units at Stripe.
    ["MGA", 50_000n, 500],
    ["ISK", 5n, 500],
    ["UGX", 5n, 500],
    ["BHD", 5120n, 5120],
    ["JOD", 5120n, 5120],
    ["KWD", 5120n, 5120],
    ["OMR", 5120n, 5120],
    ["TND", 5120n, 5120],
  ])("in %s of %s minor units is %s", (currency, amountMinor, sent) => {
    expect(toStripeAmount(money(amountMinor, currency))).toBe(sent);
    expect(fromStripeAmount(sent, currency.toLowerCase())).toEqual(money(amountMinor, currency));
  });

  it.each([
    [5124n, "KWD", "5.124 KWD cannot be charged exactly: Stripe takes steps of 0.010"],
    [5129n, "BHD", "5.129 BHD cannot be charged exactly: Stripe takes steps of 0.010"],
    [50_001n, "MGA", "500.01 MGA cannot be charged exactly: Stripe takes steps of 1.00"],
    [5000n, "IQD", "Stripe takes no payments in IQD"],
    [10n ** 17n, "EUR", "1000000000000000.00 EUR is too much for Stripe"],
  ])("is refused for %s %s, and says why", (amountMinor, currency, sentence) => {
    expect(() => toStripeAmount(money(amountMinor, currency))).toThrow(new RangeError(sentence));
  });

  it("of Stripe's that is finer than the currency is refused", () => {
    expect(() => fromStripeAmount(550, "isk")).toThrow(RangeError);
    expect(() => fromStripeAmount(5.5, "eur")).toThrow(RangeError);
  });

  it("keeps its sign", () => {
    expect(fromStripeAmount(-1250, "eur")).toEqual(money(-1250n, "EUR"));
    expect(fromStripeAmount(-300, "isk")).toEqual(money(-3n, "ISK"));
  });

  it("comes back as it went, in every currency, when it can be charged", () => {
    fc.assert(
      fc.property(fc.constantFrom(...STRIPE_CURRENCIES), fc.bigInt(0n, 10n ** 10n), (currency, amountMinor) => {
        const amount = roundUpToChargeable(money(amountMinor, currency));
        expect(fromStripeAmount(toStripeAmount(amount), currency)).toEqual(amount);
      }),
    );
  });
});

describe("rounding up to what can be charged", () => {
  it.each([
    [5124n, "KWD", 5130n],
    [5120n, "KWD", 5120n],
    [1n, "TND", 10n],
    [1201n, "MGA", 1300n],
    [1200n, "MGA", 1200n],
    [7n, "ISK", 7n],
    [7n, "JPY", 7n],
    [1251n, "EUR", 1251n],
    [0n, "OMR", 0n],
  ])("makes %s %s to %s", (amountMinor, currency, rounded) => {
    expect(roundUpToChargeable(money(amountMinor, currency))).toEqual(money(rounded, currency));
  });
});

describe("the limits of a charge", () => {
  it.each([
    [49n, "EUR", "below-smallest"],
    [50n, "EUR", undefined],
    [29n, "GBP", "below-smallest"],
    [30n, "GBP", undefined],
    [49n, "JPY", "below-smallest"],
    [50n, "JPY", undefined],
    [0n, "AZN", "below-smallest"],
    [1n, "AZN", undefined],
    [99_999_999n, "EUR", undefined],
    [100_000_000n, "EUR", "above-largest"],
    [999_999n, "ISK", undefined],
    [1_000_000n, "ISK", "above-largest"],
    [99_999_990n, "KWD", undefined],
    [100_000_000n, "KWD", "above-largest"],
    [9_999_999_900n, "MGA", undefined],
    [10_000_000_000n, "MGA", "above-largest"],
    [5124n, "KWD", "not-in-steps"],
    [5000n, "IQD", "currency-not-taken"],
  ])("judge %s %s as %s", (amountMinor, currency, obstacle) => {
    expect(whyNotChargeable(money(amountMinor, currency))).toBe(obstacle);
  });

  it("are told in our own minor units, where Stripe documents them", () => {
    expect(smallestCharge("CZK")).toEqual(money(1500n, "CZK"));
    expect(smallestCharge("AZN")).toBeUndefined();
  });
});

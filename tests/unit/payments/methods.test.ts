import { describe, expect, it } from "vitest";
import { PAYMENT_METHODS, type PaymentMethod } from "~/modules/orders";
import { METHODS, offeredMethods } from "~/modules/payments/methods/methods";
import { money } from "~/platform/money";
import { keepsTheRulesOfMethods, somethingToPay, type MethodTraits } from "~tests/support/payment-method-kit";

const TRAITS: Readonly<Record<PaymentMethod, MethodTraits>> = {
  // Source: docs.stripe.com/currencies#minimum-and-maximum-charge-amounts, eight digits.
  stripe: { needs: "hasStripe", largestMinor: 99_999_999n, isAtDoor: false },
  bank_transfer: { needs: "hasAccount", largestMinor: undefined, isAtDoor: false },
  at_pick_up: { needs: undefined, largestMinor: undefined, isAtDoor: true },
};

describe.each(PAYMENT_METHODS.map((method) => ({ method })))("paying by $method", ({ method }) => {
  it("goes by its own name", () => {
    expect(METHODS[method].method).toBe(method);
  });
  keepsTheRulesOfMethods(METHODS[method], TRAITS[method]);
});

describe("the ways to pay that are offered", () => {
  const asked = somethingToPay(TRAITS.at_pick_up);

  it("are the usual one first, and each once", () => {
    expect(offeredMethods(asked)).toEqual(["stripe", "bank_transfer", "at_pick_up"]);
  });

  it("leave out a transfer where the site has no account, and everything where nothing is to be paid", () => {
    expect(offeredMethods({ ...asked, hasAccount: false })).toEqual(["stripe", "at_pick_up"]);
    expect(offeredMethods({ ...asked, total: money(0n, "EUR") })).toEqual([]);
  });
});

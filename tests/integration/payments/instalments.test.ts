import { describe, expect, it } from "vitest";
import { findDecline, openSession, payOrder, settleCheckout } from "~/modules/payments/index.server";
import { clock } from "~/platform/clock.server";
import { runWithLocale } from "~/platform/i18n/locale.server";
import type { PaymentLine, StripePort } from "~/platform/stripe/port";
import { makeOrder, type MadeOrder } from "~db/factories";
import { callsOf, makeCup, openPage, sessionOf } from "~tests/support/buying";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { lettersTo, mailOf } from "~tests/support/order";
import { useStripeSandbox } from "~tests/support/stripe-sandbox";

const stand = useStripeSandbox();
const GOOD_CARD = "4242424242424242";

/** 69.00 EUR: thirty per cent first, the rest later. */
const makeInstalments = () =>
  makeOrder(testDb, {
    status: "pending_payment",
    locale: "en",
    placedAt: clock(),
    hold: "held",
    dues: [
      { kind: "deposit", amountMinor: 2_070 },
      { kind: "balance", amountMinor: 4_830 },
    ],
  });

/** Pays what is due next by card, and says what the payment page was asked to show. */
async function payNext({ inquirer, orderId }: MadeOrder): Promise<PaymentLine[]> {
  const asked = { orderId, method: "stripe" as const, lang: "en" as const, hasStripe: true };
  const started = await payOrder(testDb, inquirer, newKey(), asked);
  if (!started.ok || started.value.checkoutId === null) throw new Error("nothing to pay");
  const { checkoutId } = started.value;
  let lines: PaymentLine[] = [];
  const openCheckout: StripePort["openCheckout"] = (input, key) => {
    lines = [...input.lines];
    return stand.stripe.openCheckout(input, key);
  };
  const calls = { ...callsOf(stand), stripe: { ...stand.stripe, openCheckout } };
  await openSession(testDb, calls, checkoutId, clock());
  stand.sandbox.pay(await sessionOf(checkoutId), GOOD_CARD);
  await settleCheckout(testDb, stand.stripe, checkoutId, clock());
  return lines;
}

describe("an order that is paid in two parts", () => {
  it("says on the payment page which part it is, and on each receipt what was paid and what is left", async () => {
    await runWithLocale("en", async () => {
      const made = await makeInstalments();

      const [deposit] = await payNext(made);
      const [balance] = await payNext(made);

      expect(deposit?.name).toBe(`Order ${made.reference}: deposit of 30%`);
      expect(balance?.name).toBe(`Order ${made.reference}: balance`);
      const letters = (await lettersTo(mailOf(made.buyer))).map(({ text }) => text);
      expect(letters).toHaveLength(2);
      expect(letters[0]).toMatch(/your payment of €20\.70 [^]*Still to be paid: €48\.30\./);
      expect(letters[1]).toMatch(/your payment of €48\.30 [^]*Nothing is left to be paid\./);
    });
  });
});

describe("a card that was not taken", () => {
  const declineOf = (checkoutId: string, status: "open" | "paid" = "open") =>
    findDecline(testDb, stand.stripe, { checkoutId, status });

  it("is told of while the checkout can be paid still, and not before or after", async () => {
    const { checkoutId, sessionId } = await openPage(stand, [await makeCup()]);
    expect(await declineOf(checkoutId)).toBeUndefined();

    stand.sandbox.pay(sessionId, "4000000000000002");

    expect(await declineOf(checkoutId)).toBe("declined");
    expect(await declineOf(checkoutId, "paid")).toBeUndefined();
    expect(await findDecline(testDb, undefined, { checkoutId, status: "open" })).toBeUndefined();
  });

  it.each([
    ["expired_card", "expired"],
    ["incorrect_cvc", "wrong-code"],
    ["payment_intent_authentication_failure", "unproven"],
    ["processing_error", "declined"],
  ])("with the code %s is told of as %s", async (lastErrorCode, told) => {
    const { checkoutId, sessionId } = await openPage(stand, [await makeCup()]);
    stand.sandbox.pay(sessionId, "4000000000000002");
    const findIntent: StripePort["findIntent"] = async (id) => {
      const intent = await stand.stripe.findIntent(id);
      return intent && { ...intent, lastErrorCode };
    };

    expect(await findDecline(testDb, { ...stand.stripe, findIntent }, { checkoutId, status: "open" })).toBe(told);
  });

  it("is not told of while Stripe does not answer", async () => {
    const { checkoutId, sessionId } = await openPage(stand, [await makeCup()]);
    stand.sandbox.pay(sessionId, "4000000000000002");
    const fault = Object.assign(new Error("Stripe: find: no answer"), { name: "StripeFault", code: "api_error" });
    const findIntent = () => Promise.reject(fault);

    expect(await findDecline(testDb, { ...stand.stripe, findIntent }, { checkoutId, status: "open" })).toBeUndefined();
  });
});

import { describe, expect, it } from "vitest";
import { findOrderByHand } from "~/modules/payments/index.server";
import { clock } from "~/platform/clock.server";
import { runWithLocale } from "~/platform/i18n/locale.server";
import { makeOrder, type OrderOptions } from "~db/factories";
import { testDb } from "~tests/support/database";

/** 69.00 EUR by transfer: thirty per cent first, the rest later. */
async function formOf(options: OrderOptions) {
  const { orderId } = await makeOrder(testDb, { paymentMethod: "bank_transfer", placedAt: clock(), ...options });
  const { transfer } = await runWithLocale("en", () => findOrderByHand(testDb, { orderId, lang: "en" }));
  return transfer;
}
const balance = { kind: "balance", amountMinor: 4_830, receivedMinor: 0 } as const;

describe("the form of a transfer for an order that is paid in two parts", () => {
  it("is filled with the deposit, and says what the whole is", async () => {
    const deposit = { kind: "deposit", amountMinor: 2_070, receivedMinor: 0 } as const;
    const { amount, lead } = await formOf({ status: "pending_payment", dues: [deposit, balance] });
    expect(amount).toBe("20.70");
    expect(lead).toContain("Due now: €20.70. The whole order is €69, of which €69 is still to be paid.");
  });

  it("is filled with what still lacks of a deposit that came in part", async () => {
    const deposit = { kind: "deposit", amountMinor: 2_070, receivedMinor: 70 } as const;
    const { amount, lead } = await formOf({ status: "partly_paid", dues: [deposit, balance] });
    expect(amount).toBe("20.00");
    expect(lead).toContain("Due now: €20. The whole order is €69, of which €68.30 is still to be paid.");
  });

  it("is filled with the balance once the deposit is there, which is all that lacks", async () => {
    const deposit = { kind: "deposit", amountMinor: 2_070 } as const;
    const { amount, lead } = await formOf({ status: "partly_paid", dues: [deposit, balance] });
    expect(amount).toBe("48.30");
    expect(lead).toBe("As it stands on the bank’s statement. What the order does not want goes back.");
  });

  it("is empty for an order that ended", async () => {
    const deposit = { kind: "deposit", amountMinor: 2_070, receivedMinor: 0 } as const;
    const { amount, lead } = await formOf({ status: "cancelled", dues: [deposit, balance] });
    expect([amount, lead]).toEqual([
      "",
      "The order waits for no money: all of a transfer that is entered here goes back.",
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { cancelAsStaff } from "~/modules/orders/index.server";
import { makeStaff } from "~db/factories";
import { makeCup, moneyOf, refundsOf } from "~tests/support/buying";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { no } from "~tests/support/order";
import { openAccount, orderByTransfer, transfer } from "~tests/support/transfers";

openAccount();
const treasurer = await makeStaff(testDb, "treasurer");
const BACK = { ok: true, value: { outcome: "back" } };

/** Two cups for 69.00 EUR, which a transfer is waited for. */
async function twoCups(): Promise<string> {
  const cup = await makeCup();
  return (await orderByTransfer([{ listingId: cup.listingId, quantity: 2 }])).orderId;
}

/** What the letters about an order say, which name it in their subject. */
async function letterOf(orderId: string, kind: string): Promise<string> {
  const { reference } = await testDb
    .selectFrom("orders")
    .select("reference")
    .where("id", "=", orderId)
    .executeTakeFirstOrThrow();
  const { bodyText } = await testDb
    .selectFrom("outgoingMessages")
    .select("bodyText")
    .where("kind", "=", kind)
    .where("subject", "like", `${reference}:%`)
    .executeTakeFirstOrThrow();
  return bodyText ?? "";
}

describe("a transfer of more than is due", () => {
  it("has to be confirmed, and books nothing before", async () => {
    const orderId = await twoCups();
    expect(await transfer(treasurer, orderId, { amount: "100000", isMore: false })).toEqual(no("more-than-due"));
    expect(await moneyOf(orderId)).toMatchObject({ received: 0 });
    expect(await transfer(treasurer, orderId, { amount: "69", isMore: false })).toMatchObject({ ok: true });
  });

  it("pays the order once it is confirmed, and the buyer reads in her receipt what goes back", async () => {
    const orderId = await twoCups();
    expect(await transfer(treasurer, orderId, { amount: "119", isMore: true })).toEqual(BACK);
    expect(await refundsOf(orderId)).toEqual(["late 5000 asked"]);
    expect(await letterOf(orderId, "order-paid")).toContain(
      "You sent €50 more than was due: this amount goes back to you.",
    );
  });

  it("is not asked about where nothing is due: the form has said that all of it goes back", async () => {
    const orderId = await twoCups();
    await cancelAsStaff(testDb, treasurer, newKey(), { orderId, words: "The shop has closed." });
    expect(await transfer(treasurer, orderId, { amount: "69", isMore: false })).toEqual(BACK);
  });
});

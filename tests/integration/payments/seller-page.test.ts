import { describe, expect, it } from "vitest";
import { findBuyersOrder, findSellersOrder } from "~/modules/orders/index.server";
import { bookRelease, findStatements, sellerPayoutsPage, statementCsv } from "~/modules/payments/index.server";
import { recordCounterPayment } from "~/modules/payments/receipts/record-counter-payment.server";
import { refundFromReceipts } from "~/modules/payments/refunds/refund-order.server";
import { runWithLocale } from "~/platform/i18n/locale.server";
import { makeOrder, makeStaff } from "~db/factories";
import { testDb } from "~tests/support/database";
import { AT } from "~tests/support/ledger";
import { lettersTo } from "~tests/support/order";
import { makePaidOrder, makeReleasedOrder } from "~tests/support/released-order";

const staff = await makeStaff(testDb, "treasurer");
const inEnglish = <Answer>(work: () => Answer) => runWithLocale("en", work);
const pageOf = (sellerId: string) => inEnglish(() => sellerPayoutsPage(testDb, sellerId, "en", 1, AT));
const mailOf = async (userId: string) =>
  (await testDb.selectFrom("users").select("email").where("id", "=", userId).executeTakeFirstOrThrow()).email;

/** Handed over; the buyer paid 69.00 there. */
async function paidAtDoor() {
  const made = await makeOrder(testDb, {
    status: "delivered",
    delivery: "pick_up",
    paymentMethod: "at_pick_up",
    lines: [{ quantity: 1, unitMinor: 6_900 }],
  });
  await recordCounterPayment(testDb, { orderId: made.orderId, userId: made.seller.userId }, AT);
  return made;
}

describe("money that a seller took herself at her door", () => {
  it("is not shown as coming: only its commission is still to be taken off", async () => {
    const { sellerId, orderId, reference } = await paidAtDoor();
    const { balances, orders, atDoor, movements } = await pageOf(sellerId);
    expect(balances).toMatchObject([{ pending: "€0", atDoor: "€69", payable: "€0" }]);
    expect(orders).toEqual([]);
    expect(atDoor).toMatchObject([{ orderId, reference, amount: "€69" }]);
    expect(atDoor[0]?.commission).toMatch(/^Commission €5\.52, taken off from /);
    expect(movements.map(({ what }) => what)).toEqual(["You took the money yourself at pick-up"]);
  });

  it("stands on the statement as hers, and leaves the commission on her balance once it is due", async () => {
    const { sellerId, orderId } = await paidAtDoor();
    const rows = () =>
      inEnglish(async () => {
        const csv = statementCsv((await findStatements(testDb, sellerId, "2026-11")) ?? []);
        return csv.trim().split("\r\n").slice(2);
      });
    expect((await rows()).map((row) => row.split(",").slice(3))).toEqual([
      ["69.00", "", "", "-69.00", "0.00", "EUR"],
      ["", "", "", "", "0.00", "EUR"],
    ]);
    await testDb.transaction().execute((trx) => bookRelease(trx, { orderId, at: AT }));
    expect((await rows()).at(-1)?.split(",").slice(-2)).toEqual(["-5.52", "EUR"]);
    const { balances, atDoor } = await pageOf(sellerId);
    expect(balances).toMatchObject([{ pending: "€0", atDoor: undefined, isNegative: true }]);
    expect(atDoor).toEqual([]);
  });

  it("is said to be taken by the maker on both pages of the order and in the buyer's receipt; the seller is not told to send", async () => {
    const { sellerId, orderId, inquirer, buyer, seller } = await paidAtDoor();
    const asked = { orderId, lang: "en" } as const;
    const [hers, sellers] = await inEnglish(() =>
      Promise.all([findBuyersOrder(testDb, inquirer, asked, AT), findSellersOrder(testDb, sellerId, asked, AT)]),
    );
    expect(hers?.merchant).toBe(`${hers?.seller.name ?? ""} takes the payment at pick-up.`);
    expect(sellers?.merchant).toMatch(/^You take the payment yourself at pick-up/);
    expect([hers?.deliveryText, sellers?.deliveryText]).toEqual(["You pick it up", "The buyer picks it up"]);
    const [receipt] = await lettersTo(await mailOf(buyer?.userId ?? ""));
    expect(receipt?.kind).toBe("order-paid-at-door");
    expect(receipt?.text).toContain("says that you paid €69");
    expect(receipt?.text).not.toMatch(/KARVAN|Karvan Trade/);
    expect(await lettersTo(await mailOf(seller.userId))).toEqual([]);
  });
});

describe("money of a refund that is decided and not sent", () => {
  const decide = ({ orderId }: { orderId: string }, amountMinor: bigint) => {
    const asked = { amountMinor, cause: "staff", words: "Broken", askedBy: staff.userId } as const;
    return testDb.transaction().execute((trx) => refundFromReceipts(trx, orderId, asked, AT));
  };

  it("goes back to the buyer and is no part of what comes to the seller", async () => {
    const order = await makePaidOrder("EUR");
    const other = await makePaidOrder("EUR", { seller: order.seller });
    await decide(order, 10_000n);
    await decide(other, 2_500n);
    const { balances, orders, back } = await pageOf(order.sellerId);
    expect(balances).toMatchObject([{ pending: "€75", back: "€125" }]);
    expect(orders).toMatchObject([{ reference: other.reference, amount: "€75" }]);
    expect(Object.fromEntries(back.map(({ reference, amount }) => [reference, amount]))).toEqual({
      [order.reference]: "€100",
      [other.reference]: "€25",
    });
  });

  it("is told among what is kept back where it was due already", async () => {
    const order = await makeReleasedOrder("EUR");
    await decide(order, 2_500n);
    const { back, kept } = await pageOf(order.sellerId);
    expect([back, kept.map(({ reference }) => reference)]).toEqual([[], [order.reference]]);
  });
});

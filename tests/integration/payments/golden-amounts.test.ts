import { describe, expect, it } from "vitest";
import { shipOrder } from "~/modules/orders/index.server";
import { releaseDueMoney, sellerPayoutsPage } from "~/modules/payments/index.server";
import { clock } from "~/platform/clock.server";
import { makeRates } from "~db/factories";
import { makeCup } from "~tests/support/buying";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { buyByCard, inEnglish, moneyPapers, pagesOf, printedInvoice } from "~tests/support/golden";
import { expectSoundLedger } from "~tests/support/ledger";
import { DAY_MS, lettersTo, mailOf } from "~tests/support/order";
import { useStripeSandbox } from "~tests/support/stripe-sandbox";

const stand = useStripeSandbox();

/**
 * Twelve cups of 25.00 EUR each (30.00 below ten), with 9.00 EUR of carriage, paid in dollars at 1.9748 and 1.7000 manats:
 * 25.00 × 1.9748 / 1.7 = 29.041… → 29.04, times 12 = 348.48; 9.00 × 1.9748 / 1.7 = 10.454… → 10.45; together 358.93.
 * Commission of 8 per cent: 28.7144 → 28.71; the maker is owed 330.22. Worked out by hand.
 */
const GOLDEN = {
  unit: "29.04",
  goods: "348.48",
  carriage: "10.45",
  total: "358.93",
  commission: "28.71",
  net: "330.22",
};

/** Orders the twelve cups and pays them by card. */
async function buy() {
  await makeRates(testDb, { EUR: 1.9748, USD: 1.7 });
  const exportTiers = [
    { minimumQuantity: 1, amountMinor: 3_000 },
    { minimumQuantity: 10, amountMinor: 2_500 },
  ];
  const cup = await makeCup({ priceKind: "tiers", exportTiers, stock: 40, packedWeightGrams: 500 });
  const wanted = [{ listingId: cup.listingId, quantity: 12 }];
  return buyByCard(stand, { sellerId: cup.sellerId, wanted, currency: "USD" });
}

describe("twelve cups of 25.00 EUR to Germany, paid in dollars", () => {
  it("cost the same on every page, in every letter, on the invoice and in the books", async () => {
    const golden = await buy();
    const { buyer, seller, cart, asked } = golden;

    expect(cart.total).toBe(`$${GOLDEN.total}`);
    expect(asked?.total).toEqual({ amountMinor: 35_893n, currency: "USD" });

    const shown = { goods: `$${GOLDEN.goods}`, shipping: `$${GOLDEN.carriage}`, total: `$${GOLDEN.total}` };
    for (const page of await pagesOf(golden)) {
      expect(page).toMatchObject({ ...shown, received: `$${GOLDEN.total}` });
      expect(page.lines).toMatchObject([{ quantity: 12, price: `$${GOLDEN.unit}`, total: `$${GOLDEN.goods}` }]);
      expect(page.dues).toMatchObject([{ amount: `$${GOLDEN.total}`, isPaid: true }]);
    }

    const receipts = await lettersTo(mailOf(buyer));
    expect(receipts.map(({ text }) => text).join("\n")).toContain(`$${GOLDEN.total}`);
    const told = await lettersTo(mailOf(seller));
    // Hers is in Azerbaijani, where the sign stands behind the amount.
    expect(told.map(({ text }) => text.replaceAll(/\s/g, " ")).join("\n")).toContain("358,93 $");

    const printed = await printedInvoice(golden);
    for (const amount of [GOLDEN.unit, GOLDEN.goods, GOLDEN.carriage, GOLDEN.total]) expect(printed).toContain(amount);
  });

  it("leave the maker what is hers after the commission, on her page and in her statement", async () => {
    const { seller, orderId } = await buy();
    const before = await inEnglish(() => sellerPayoutsPage(testDb, seller.sellerId, "en", 1));
    expect(JSON.stringify(before)).toContain(`$${GOLDEN.total}`);

    const lines = await testDb.selectFrom("orderLines").where("orderId", "=", orderId).select("id").execute();
    const parcel = {
      orderId,
      carrier: "Azərpoçt",
      trackingCode: undefined,
      trackingUrl: undefined,
      weightGrams: 6_000,
      pieces: lines.map(({ id: lineId }) => ({ lineId, quantity: 12 })),
      certificates: [],
      isLast: false,
    };
    await shipOrder(testDb, seller, newKey(), parcel, clock());
    const later = new Date(clock().getTime() + 8 * DAY_MS);
    await releaseDueMoney(testDb, later);

    const { page, movements, printed } = await moneyPapers(seller, later);
    expect(JSON.stringify(page)).toContain(`$${GOLDEN.net}`);
    expect(movements).toEqual([
      [GOLDEN.total, "", "", "", GOLDEN.total, "USD"],
      ["", `-${GOLDEN.commission}`, "", "", GOLDEN.net, "USD"],
    ]);
    for (const amount of [`$${GOLDEN.net}`, `-$${GOLDEN.commission}`]) expect(printed).toContain(amount);
    await expectSoundLedger(testDb);
  });
});

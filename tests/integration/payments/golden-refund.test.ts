import { describe, expect, it } from "vitest";
import { shipOrder } from "~/modules/orders/index.server";
import { releaseDueMoney } from "~/modules/payments/index.server";
import { listOrderRefunds } from "~/modules/payments/refunds/order-refunds.server";
import { giveBackAsSeller } from "~/modules/payments/refunds/give-back.server";
import { clock } from "~/platform/clock.server";
import type { Reader } from "~/platform/i18n/reader";
import { makePublishedListing } from "~db/factories";
import { sendRefunds, stockOf } from "~tests/support/buying";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { buyByCard, inEnglish, moneyPapers, pagesOf } from "~tests/support/golden";
import { balances, expectSoundLedger, owed } from "~tests/support/ledger";
import { DAY_MS, DONE, lettersTo, mailOf } from "~tests/support/order";
import { useStripeSandbox } from "~tests/support/stripe-sandbox";

const stand = useStripeSandbox();
const IN_BAKU: Reader = { lang: "en", destination: "AZ", currency: "AZN", to: undefined, cur: undefined };
const GANJA = {
  recipient: "Aysel Quliyeva",
  line1: "Cavad xan küçəsi 7",
  city: "Gəncə",
  postalCode: "AZ2000",
  country: "AZ",
};

/**
 * One shop, three lines, in manats, posted to Gəncə. Worked out by hand:
 *
 * - twelve cups at 29.90 (35.00 below ten): 12 × 29.90 = 358.80; five plates, all that there are, at 47.35: 236.75; three
 *   bowls at 18.20: 54.60; goods together 650.15;
 * - parcels of 10 kg at the most, the heaviest pieces first: 3 bowls of 1,200 g, 5 plates of 800 g and 4 cups of 500 g are
 *   9,600 g, in the band up to 10 kg: 11.80; the other 8 cups are 4,000 g, in the band up to 5 kg: 7.20; carriage 19.00;
 * - total 669.15; commission of 8 per cent 53.532 → 53.53; due to the shop 669.15 − 53.53 = 615.62;
 * - two plates go back: 2 × 47.35 = 94.70, so 574.45 stay; their commission is 45.956 → 45.96, so 53.53 − 45.96 = 7.57 of it
 *   are given back; due to the shop 615.62 − 94.70 + 7.57 = 528.49, which is 574.45 − 45.96.
 *
 * At Stripe are 669.15 − 94.70 = 574.45.
 */
const SUM = {
  goods: "650.15",
  carriage: "19.00",
  total: "669.15",
  commission: "53.53",
  due: "615.62",
  back: "94.70",
  commissionBack: "7.57",
  dueAfter: "528.49",
};
/** As pages write it: without the part after the point where it is nothing. */
const manats = (amount: string) => `₼${amount.replace(/\.00$/, "")}`;

async function buy() {
  const rates = [
    { upToGrams: 2_000, amountMinor: 450 },
    { upToGrams: 5_000, amountMinor: 720 },
    { upToGrams: 10_000, amountMinor: 1_180 },
  ];
  const zone = { countries: ["AZ"], daysMin: 1, daysMax: 3, currency: "AZN", rates };
  const isLimited = { stockPolicy: "in_stock", monthlyCapacity: null } as const;
  const cups = await makePublishedListing(testDb, {
    ...isLimited,
    title: "Mis fincan",
    priceKind: "tiers",
    homeTiers: [
      { minimumQuantity: 1, amountMinor: 3_500 },
      { minimumQuantity: 10, amountMinor: 2_990 },
    ],
    stock: 40,
    packedWeightGrams: 500,
    seller: { routes: [{ service: "post", zones: [zone] }] },
  });
  const { sellerId } = cups;
  const ofShop = { ...isLimited, sellerId };
  const plates = await makePublishedListing(testDb, {
    ...ofShop,
    title: "Mis boşqab",
    homeTiers: [{ amountMinor: 4_735 }],
    stock: 5,
    packedWeightGrams: 800,
  });
  const bowls = await makePublishedListing(testDb, {
    ...ofShop,
    title: "Mis kasa",
    homeTiers: [{ amountMinor: 1_820 }],
    stock: 20,
    packedWeightGrams: 1_200,
  });
  const wanted = [
    { listingId: cups.listingId, quantity: 12 },
    { listingId: plates.listingId, quantity: 5 },
    { listingId: bowls.listingId, quantity: 3 },
  ];
  const bought = await buyByCard(stand, { sellerId, wanted, currency: "AZN", reader: IN_BAKU, address: GANJA });
  const lines = await testDb
    .selectFrom("orderLines")
    .where("orderId", "=", bought.orderId)
    .select(["id as lineId", "quantity"])
    .orderBy("position")
    .execute();
  return { ...bought, lines, plates };
}
type Bought = Awaited<ReturnType<typeof buy>>;

const lettersOf = async (person: { userId: string }) =>
  (await lettersTo(mailOf(person))).map(({ kind, subject, text }) => ({
    kind,
    text: `${subject} ${text}`.replaceAll(/\s/g, " "),
  }));

/** The shop posts all, and its money becomes due. @returns when */
async function shipAndRelease({ seller, orderId, lines }: Bought): Promise<Date> {
  const parcel = {
    orderId,
    carrier: "Azərpoçt",
    trackingCode: undefined,
    trackingUrl: undefined,
    weightGrams: 13_600,
    pieces: lines,
    certificates: [],
    isLast: false,
  };
  expect(await shipOrder(testDb, seller, newKey(), parcel, clock())).toEqual(DONE);
  const later = new Date(clock().getTime() + 8 * DAY_MS);
  await releaseDueMoney(testDb, later);
  return later;
}

describe("three lines of one shop, posted to Gəncə and paid in manats", () => {
  it("cost the same in the cart, at Stripe, on every page and in every letter", async () => {
    const bought = await buy();
    const { buyer, seller, cart, asked, plates } = bought;
    expect(cart.total).toBe(manats(SUM.total));
    expect(cart.groups).toMatchObject([{ goods: manats(SUM.goods), shipping: manats(SUM.carriage) }]);
    expect(asked?.total).toEqual({ amountMinor: 66_915n, currency: "AZN" });
    expect(await stockOf(plates)).toBe(0);

    for (const page of await pagesOf(bought)) {
      expect(page).toMatchObject({
        goods: manats(SUM.goods),
        shipping: manats(SUM.carriage),
        total: manats(SUM.total),
        received: manats(SUM.total),
        refunded: undefined,
        dues: [{ amount: manats(SUM.total), isPaid: true }],
      });
      expect(page.lines.map(({ quantity, price, total }) => `${quantity} × ${price} = ${total}`)).toEqual([
        "12 × ₼29.90 = ₼358.80",
        "5 × ₼47.35 = ₼236.75",
        "3 × ₼18.20 = ₼54.60",
      ]);
    }
    const receipt = (await lettersOf(buyer)).find(({ kind }) => kind === "order-paid");
    expect(receipt?.text).toContain(manats(SUM.total));
    const told = (await lettersOf(seller)).find(({ kind }) => kind === "order-paid");
    expect(told?.text).toContain("669,15 ₼");
    expect(await owed(testDb, seller.sellerId, "AZN")).toEqual({ pending: 66_915, payable: 0 });
  });

  it("after two of five plates went back, nobody reads another sum than the books have", async () => {
    const bought = await buy();
    const { buyer, seller, orderId, lines } = bought;
    const later = await shipAndRelease(bought);
    const before = await moneyPapers(seller, later);
    expect(before.page.balances).toMatchObject([
      { currency: "AZN", pending: manats("0.00"), payable: manats(SUM.due) },
    ]);
    const atStripe = (await balances(testDb))["stripe_clearing AZN"] ?? 0;

    const pieces = [{ lineId: lines[1]?.lineId ?? "", quantity: 2 }];
    const wanted = { what: "chosen" as const, pieces, hasCarriage: false };
    const words = "Two came broken.";
    expect(await giveBackAsSeller(testDb, seller, newKey(), { orderId, wanted, words }, later)).toEqual(DONE);
    await sendRefunds(stand, orderId, later);

    for (const page of await pagesOf(bought, later)) {
      expect(page).toMatchObject({ total: manats(SUM.total), received: manats(SUM.total) });
      expect(page).toMatchObject({ status: "shipped", refunded: manats(SUM.back) });
      expect(page.history.map(({ text }) => text).join("\n")).toContain(manats(SUM.back));
    }
    for (const reader of ["buyer", "others"] as const) {
      const refunds = await inEnglish(() => listOrderRefunds(testDb, orderId, { lang: "en", reader }));
      expect(refunds).toMatchObject([{ amount: manats(SUM.back), words }]);
    }
    const letter = (await lettersOf(buyer)).find(({ kind }) => kind === "order-given-back");
    expect(letter?.text).toContain(manats(SUM.back));

    expect(await owed(testDb, seller.sellerId, "AZN")).toEqual({ pending: 0, payable: 52_849 });
    expect((await balances(testDb))["stripe_clearing AZN"]).toBe(atStripe - 9_470);

    const { page, movements, closing, printed } = await moneyPapers(seller, later);
    expect(page.balances).toMatchObject([{ pending: manats("0.00"), payable: manats(SUM.dueAfter) }]);
    expect(page.movements).toMatchObject([
      { amount: `-${manats(SUM.back)}`, commission: manats(SUM.commissionBack) },
      { amount: manats(SUM.due), commission: `-${manats(SUM.commission)}` },
      { amount: manats(SUM.total), commission: undefined },
    ]);
    expect(movements).toEqual([
      [SUM.total, "", "", "", SUM.total, "AZN"],
      ["", `-${SUM.commission}`, "", "", SUM.due, "AZN"],
      ["", SUM.commissionBack, `-${SUM.back}`, "", SUM.dueAfter, "AZN"],
    ]);
    expect(closing).toEqual(["", "", "", "", SUM.dueAfter, "AZN"]);
    for (const amount of [
      SUM.total,
      `-₼${SUM.commission}`,
      SUM.due,
      SUM.commissionBack,
      `-₼${SUM.back}`,
      SUM.dueAfter,
    ]) {
      expect(printed).toContain(amount);
    }
    await expectSoundLedger(testDb);
  });
});

import { describe, expect, it } from "vitest";
import { prepareOrder, shipOrder } from "~/modules/orders/index.server";
import {
  approvePayoutBatch,
  batchView,
  listSellerMovements,
  payOrder,
  preparePayoutBatch,
  readBatchFile,
  releaseDeposit,
  releaseDueMoney,
  sendPayoutBatch,
  setSellerTerms,
} from "~/modules/payments/index.server";
import { bankBatch } from "~/modules/payments/payouts/bank-batch.server";
import { clock } from "~/platform/clock.server";
import { files } from "~/platform/files/files.server";
import { makeBuyer, makeInquirer, makeOrder, makeStaff } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { dressShop, inEnglish, moneyPapers, pagesOf, payAtStripe, type Golden } from "~tests/support/golden";
import { expectSoundLedger, owed } from "~tests/support/ledger";
import { DAY_MS, DONE, jobsOf, lettersTo, mailOf, statusOf } from "~tests/support/order";
import { problemsOfPain001 } from "~tests/support/pain001";
import { useStripeSandbox } from "~tests/support/stripe-sandbox";

const stand = useStripeSandbox();
const [preparer, approver] = [await makeStaff(testDb, "treasurer"), await makeStaff(testDb, "treasurer")];
const provider = bankBatch({ name: "Federasiya", iban: "AZ96AZEJ00000000001234567890", bic: "PAHAAZ22" });

/**
 * Seven cups at 37.15 EUR with 9.00 EUR of carriage, 30 per cent first and the rest later, under terms of the shop's own:
 * commission 7.5 per cent, 5 days, 40 per cent of what came due as preparation begins. Worked out by hand:
 *
 * - 7 × 37.15 = 260.05, with carriage 269.05; 30 per cent are 80.715 → 80.72, so 188.33 stay;
 * - of the first 80.72 become due 40 per cent: 32.288 → 32.29, less 7.5 per cent of it, 2.42175 → 2.42: 29.87; 48.43 are pending;
 * - with the second, 48.43 + 188.33 = 236.76 are pending; as they become due, the commission of all 269.05 is 20.17875 → 20.18,
 *   of which 2.42 are taken: 17.76; due are 236.76 − 17.76 = 219.00;
 * - paid out 29.87 + 219.00 = 248.87, which is 269.05 − 20.18.
 */
const SUM = {
  goods: "260.05",
  total: "269.05",
  first: "80.72",
  second: "188.33",
  deposit: "29.87",
  depositCommission: "2.42",
  pending: "48.43",
  pendingAfter: "236.76",
  commission: "17.76",
  rest: "219.00",
};
const euros = (amount: string) => `€${amount.replace(/\.00$/, "")}`;
const later = () => new Date(clock().getTime() + 6 * DAY_MS);

async function place() {
  const buyer = await makeBuyer(testDb, { name: "Jonas Petersen" });
  const made = await makeOrder(testDb, {
    status: "pending_payment",
    buyer,
    placedAt: clock(),
    preparesAfter: "first_due",
    lines: [{ quantity: 7, unitMinor: 3_715 }],
    shippingMinor: 900,
    dues: [
      { kind: "deposit", amountMinor: 8_072 },
      { kind: "balance", amountMinor: 18_833 },
    ],
  });
  const { sellerId, orderId, lineIds, seller } = made;
  await dressShop(sellerId);
  await testDb
    .updateTable("sellers")
    .set({ iban: "AZ21NABZ00000000137010001944" })
    .where("id", "=", sellerId)
    .execute();
  const terms = { commissionBasisPoints: 750, holdDays: 5, depositReleaseBasisPoints: 4_000 };
  expect(await setSellerTerms(testDb, preparer, newKey(), { sellerId, revision: 0, ...terms })).toEqual(DONE);
  return { orderId, buyer, seller, lineIds };
}

/** Pays what is due next. @returns what Stripe's page asked for */
async function pay({ orderId, buyer }: Golden, card: string) {
  const paying = { orderId, method: "stripe" as const, lang: "en" as const, hasStripe: true };
  const begun = await payOrder(testDb, makeInquirer({ userId: buyer.userId }), newKey(), paying);
  if (!begun.ok || begun.value.checkoutId === null) throw new Error(`not paid: ${JSON.stringify(begun)}`);
  return (await payAtStripe(stand, begun.value.checkoutId, card))?.total;
}

const letterOf = async (person: { userId: string }, kind: string) =>
  (await lettersTo(mailOf(person)))
    .filter((one) => one.kind === kind)
    .map(({ text }) => text.replaceAll(/\s/g, " "))
    .join("\n");

/** Pays out all that is due in euros: prepared by one, approved by another, sent. @returns the batch's page and its file */
async function payOut(now: Date) {
  const made = await preparePayoutBatch(testDb, preparer, newKey(), "EUR", now);
  if (!made.ok) throw new Error(made.refusal);
  const { batchId } = made.value;
  expect((await approvePayoutBatch(testDb, approver, newKey(), batchId, now)).ok).toBe(true);
  const parts = { files: files(), provider };
  expect(await sendPayoutBatch(testDb, parts, preparer, newKey(), batchId, now)).toEqual(DONE);
  const xml = (await readBatchFile(testDb, files(), batchId))?.content.toString() ?? "";
  expect(problemsOfPain001(xml)).toEqual([]);
  const told = (name: string) => [...xml.matchAll(new RegExp(`<${name}[^>]*>([^<]+)<`, "g"))].map(([, text]) => text);
  const page = await inEnglish(() => batchView(testDb, batchId, "en", preparer.userId));
  return { total: page?.total, amounts: told("InstdAmt"), sums: [...new Set(told("CtrlSum"))] };
}

/** What makes money of an order due to its seller, the first first, in minor units: before the commission, and that. */
async function releasesOf({ seller: { sellerId } }: Golden) {
  const { movements } = await listSellerMovements(testDb, { sellerId }, 1);
  return movements
    .filter(({ kind }) => kind.endsWith("release"))
    .map(({ kind, pendingMinor, payableMinor, commissionMinor }) => [
      kind,
      -pendingMinor,
      payableMinor,
      commissionMinor,
    ])
    .toReversed();
}

describe("an order that is paid in two parts by two cards, of which a share is due at the beginning", () => {
  it("comes to the same sums on every page, in every letter, in the books and at the bank", async () => {
    const golden = await place();
    const { orderId, buyer, seller, lineIds } = golden;
    expect(await pay(golden, "4242424242424242")).toEqual({ amountMinor: 8_072n, currency: "EUR" });
    for (const page of await pagesOf(golden)) {
      expect(page).toMatchObject({ status: "partly_paid", goods: euros(SUM.goods), shipping: "€9" });
      expect(page).toMatchObject({ total: euros(SUM.total), received: euros(SUM.first) });
      expect(page.dues).toMatchObject([
        { amount: euros(SUM.first), isPaid: true, left: undefined },
        { amount: euros(SUM.second), isPaid: false, left: euros(SUM.second) },
      ]);
    }
    // The receipt is of what came, and says besides what the order costs.
    const receipt = await letterOf(buyer, "order-partly-paid");
    for (const amount of [SUM.first, SUM.total]) expect(receipt).toContain(euros(amount));
    expect(await letterOf(seller, "order-partly-paid")).toContain("80,72 €");
    expect(await owed(testDb, seller.sellerId)).toEqual({ pending: 8_072, payable: 0 });

    expect(await prepareOrder(testDb, seller, newKey(), orderId)).toEqual(DONE);
    expect(await jobsOf("release-deposit", orderId)).toBe(1);
    await testDb.transaction().execute((trx) => releaseDeposit(trx, orderId));
    expect(await owed(testDb, seller.sellerId)).toEqual({ pending: 4_843, payable: 2_987 });
    expect((await moneyPapers(seller, clock())).page.balances).toMatchObject([
      { pending: euros(SUM.pending), payable: euros(SUM.deposit) },
    ]);
    expect(await payOut(clock())).toEqual({
      total: euros(SUM.deposit),
      amounts: [SUM.deposit],
      sums: [SUM.deposit],
    });

    expect(await pay(golden, "4000000000007726")).toEqual({ amountMinor: 18_833n, currency: "EUR" });
    for (const page of await pagesOf(golden)) {
      expect(page).toMatchObject({ status: "in_preparation", received: euros(SUM.total) });
      expect(page.dues).toMatchObject([{ isPaid: true }, { isPaid: true, amount: euros(SUM.second), left: undefined }]);
    }
    const last = await letterOf(buyer, "order-paid");
    for (const amount of [SUM.second, SUM.total]) expect(last).toContain(euros(amount));
    expect(await owed(testDb, seller.sellerId)).toEqual({ pending: 23_676, payable: 0 });

    const parcel = {
      orderId,
      carrier: "Azərpoçt",
      trackingCode: undefined,
      trackingUrl: undefined,
      weightGrams: 3_500,
      pieces: lineIds.map((lineId) => ({ lineId, quantity: 7 })),
      certificates: [],
      isLast: false,
    };
    expect(await shipOrder(testDb, seller, newKey(), parcel, clock())).toEqual(DONE);
    expect(await statusOf(orderId)).toBe("shipped");
    await releaseDueMoney(testDb, later());
    expect(await releasesOf(golden)).toEqual([
      ["deposit_release", 3_229n, 2_987n, 242n],
      ["release", 23_676n, 21_900n, 1_776n],
    ]);
    expect(await payOut(later())).toEqual({ total: euros(SUM.rest), amounts: [SUM.rest], sums: [SUM.rest] });

    const { page, movements, closing, printed } = await moneyPapers(seller, later());
    expect(page.balances).toMatchObject([{ pending: "€0", payable: "€0" }]);
    expect(page.payouts.map(({ amount }) => amount).toSorted()).toEqual([euros(SUM.rest), euros(SUM.deposit)]);
    expect(movements).toEqual([
      [SUM.first, "", "", "", SUM.first, "EUR"],
      ["", `-${SUM.depositCommission}`, "", "", "78.30", "EUR"],
      ["", "", "", `-${SUM.deposit}`, SUM.pending, "EUR"],
      [SUM.second, "", "", "", SUM.pendingAfter, "EUR"],
      ["", `-${SUM.commission}`, "", "", SUM.rest, "EUR"],
      ["", "", "", `-${SUM.rest}`, "0.00", "EUR"],
    ]);
    expect(closing).toEqual(["", "", "", "", "0.00", "EUR"]);
    for (const amount of [SUM.first, SUM.second, SUM.depositCommission, SUM.commission, SUM.deposit, "219"]) {
      expect(printed).toContain(amount);
    }
    await expectSoundLedger(testDb);
  });
});

import { describe, expect, it } from "vitest";
import {
  approvePayoutBatch,
  findBatch,
  holdPayouts,
  liftHold,
  listHolds,
  markPayoutReturned,
  markPayoutsSettled,
  placeHold,
  preparePayoutBatch,
  sellerPayoutsPage,
  sendPayoutBatch,
  setSellerTerms,
} from "~/modules/payments/index.server";
import { bankBatch } from "~/modules/payments/payouts/bank-batch.server";
import { files } from "~/platform/files/files.server";
import { runWithLocale } from "~/platform/i18n/locale.server";
import { makeStaff } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { AT } from "~tests/support/ledger";
import { DONE, inDays, lettersTo, no } from "~tests/support/order";
import { reach } from "~tests/support/noticed";
import { makePaidOrder, makeReleasedOrder } from "~tests/support/released-order";

const [first, second] = [await makeStaff(testDb, "treasurer"), await makeStaff(testDb, "treasurer")];
const provider = bankBatch({ name: "Federasiya", iban: "AZ96AZEJ00000000001234567890", bic: "PAHAAZ22" });

/** Each payout is in a currency of its own: a batch takes all that is due in one. */
let made = 0;
async function paidOut() {
  made += 1;
  const order = await makeReleasedOrder(`L${String.fromCharCode(65 + Math.floor(made / 26), 65 + (made % 26))}`);
  await reach(order.seller.userId, { locale: "en" });
  const batch = await preparePayoutBatch(testDb, first, newKey(), order.currency, AT);
  if (!batch.ok) throw new Error(batch.refusal);
  const { batchId } = batch.value;
  await approvePayoutBatch(testDb, second, newKey(), batchId, AT);
  await sendPayoutBatch(testDb, { files: files(), provider }, first, newKey(), batchId, AT);
  const payoutId = (await findBatch(testDb, batchId))?.payouts[0]?.payoutId ?? "";
  return { ...order, batchId, payoutId };
}

async function paidOrder() {
  const order = await makePaidOrder("EUR");
  await reach(order.seller.userId, { locale: "en" });
  return order;
}

/** What the owner of a shop was written about its money, by kind. */
async function toldTo({ seller }: { seller: { userId: string } }) {
  const { email } = await testDb
    .selectFrom("users")
    .select("email")
    .where("id", "=", seller.userId)
    .executeTakeFirstOrThrow();
  return lettersTo(email);
}

describe("the people of a shop who decide are told", () => {
  it("that a payout was paid, once", async () => {
    const payout = await paidOut();
    const settle = () => markPayoutsSettled(testDb, first, newKey(), { ...payout, payoutId: undefined }, AT);
    expect([await settle(), await settle()]).toEqual([DONE, no("not-on-its-way")]);
    const letters = await toldTo(payout);
    expect(letters).toMatchObject([{ kind: "payout-settled" }]);
    expect(letters[0]?.text).toMatch(/The bank has paid .*92.* to your account AZ21 NABZ … 1944\./);
  });

  it("that a payout came back, why and what to do, and read it on their page", async () => {
    const payout = await paidOut();
    const returned = { ...payout, reason: "AC04 closed account" };
    expect(await markPayoutReturned(testDb, first, newKey(), returned, AT)).toEqual(DONE);
    const [letter] = await toldTo(payout);
    expect(letter?.kind).toBe("payout-returned");
    for (const part of ["AC04 closed account", "stands in your balance again", "/en/seller/shop/bank"])
      expect(letter?.text).toContain(part);
    const page = await runWithLocale("en", () => sellerPayoutsPage(testDb, payout.sellerId, "en", 1, AT));
    expect(page.payouts).toMatchObject([{ cameBack: expect.stringContaining("Came back from the bank on") as string }]);
  });

  it("that their payouts are on hold, why and until when, and that they go on", async () => {
    const order = await paidOrder();
    const { sellerId } = order;
    const hold = { sellerId, reason: "The contract is not signed.", until: inDays(10) };
    expect(await holdPayouts(testDb, first, newKey(), hold, AT)).toEqual(DONE);
    expect(await holdPayouts(testDb, first, newKey(), hold, AT)).toEqual(no("already-held"));
    const [placed] = await listHolds(testDb, sellerId, AT);
    expect(await liftHold(testDb, first, newKey(), placed?.holdId ?? "", AT)).toEqual(DONE);
    const letters = await toldTo(order);
    expect(letters.map(({ kind }) => kind)).toEqual(["payouts-held", "hold-lifted"]);
    expect(letters[0]?.text).toMatch(/The contract is not signed\.[^]*Payouts go on from \d+ December 2026\./);
    expect(letters[1]?.text).toContain("what is due to you is paid again");
  });

  it("of which order money is no longer held", async () => {
    const order = await paidOrder();
    const { sellerId, orderId, reference } = order;
    const hold = { sellerId, orderId, rule: "problem", reason: "Looked into." } as const;
    await testDb.transaction().execute((trx) => placeHold(trx, hold, AT));
    const [placed] = await listHolds(testDb, sellerId, AT);
    await liftHold(testDb, first, newKey(), placed?.holdId ?? "", AT);
    expect((await toldTo(order))[0]?.text).toContain(`Money of order ${reference} is no longer held.`);
  });

  it("of new terms, for orders from then on, with the share of deposits", async () => {
    const order = await paidOrder();
    const { sellerId } = order;
    const terms = { commissionBasisPoints: 750, holdDays: 5, depositReleaseBasisPoints: 3_000 };
    const set = () => setSellerTerms(testDb, first, newKey(), { sellerId, revision: 0, ...terms }, AT);
    expect([await set(), await set()]).toEqual([DONE, no("terms-changed")]);
    const letters = await toldTo(order);
    expect(letters).toMatchObject([{ kind: "terms-set" }]);
    for (const part of ["7.5%", "5 days", "30% of a deposit", "for orders placed from now on"])
      expect(letters[0]?.text).toContain(part);
    const page = await runWithLocale("en", () => sellerPayoutsPage(testDb, sellerId, "en", 1, AT));
    expect(page.terms).toContain(
      "30% of a deposit is due as soon as preparation starts. These terms are for new orders",
    );
  });
});

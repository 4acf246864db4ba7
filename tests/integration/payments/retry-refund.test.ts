import { describe, expect, it } from "vitest";
import { giveBackAsSeller } from "~/modules/payments/refunds/give-back.server";
import { retryRefund } from "~/modules/payments/refunds/retry-refund.server";
import { settleRefund } from "~/modules/payments/refunds/settle-refund.server";
import { settleDispute } from "~/modules/payments/disputes/settle-dispute.server";
import { clock } from "~/platform/clock.server";
import { moneyOf, refundsOf, sendRefunds, workReceived } from "~tests/support/buying";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { expectSoundLedger } from "~tests/support/ledger";
import { actionsOn, DONE, no } from "~tests/support/order";
import { makePaidOrder, partsBack, type PaidOrder } from "~tests/support/paid-order";
import { useStripeSandbox } from "~tests/support/stripe-sandbox";

const stand = useStripeSandbox();

async function firstRefund(orderId: string) {
  return testDb
    .selectFrom("refunds")
    .where("orderId", "=", orderId)
    .where("retryOf", "is", null)
    .select(["id", "stripeRefundId"])
    .executeTakeFirstOrThrow();
}

const giveCup = ({ orderId, lineId, seller }: PaidOrder, { quantity = 1, hasCarriage = false } = {}) =>
  giveBackAsSeller(testDb, seller, newKey(), {
    orderId,
    wanted: { what: "chosen", pieces: [{ lineId, quantity }], hasCarriage },
    words: "It was broken.",
  });

/** One cup goes back, and after a while the buyer's bank does not take it. */
async function makeFailed({ unitMinor = 3_000, hasCarriage = false } = {}) {
  const made = await makePaidOrder(stand, { card: "4000000000005126", unitMinor });
  await giveCup(made, { hasCarriage });
  await sendRefunds(stand, made.orderId);
  stand.sandbox.settleNow();
  const { id, stripeRefundId } = await firstRefund(made.orderId);
  await settleRefund(testDb, stand.stripe, stripeRefundId ?? "", clock());
  await stand.sandbox.settled();
  return { ...made, refundId: id };
}
const retry = ({ staff, orderId, refundId }: Awaited<ReturnType<typeof makeFailed>>) =>
  retryRefund(testDb, staff, newKey(), { orderId, refundId });

describe("a refund that failed", () => {
  it("is tried again as one of its own, for the same pieces, and the books are right", async () => {
    const made = await makeFailed();
    expect(await moneyOf(made.orderId)).toMatchObject({ refunded: 0 });
    expect(await retry(made)).toEqual(DONE);
    expect(await partsBack(made.orderId)).toEqual(["1 3000"]);
    await sendRefunds(stand, made.orderId);
    expect(await refundsOf(made.orderId)).toEqual(["seller 3000 failed", "seller 3000 succeeded"]);
    expect(await moneyOf(made.orderId)).toMatchObject({ refunded: 3_000 });
    expect(await actionsOn(made.orderId)).toContain("retry-refund");
    await expectSoundLedger(testDb);
  });

  it("is tried again once, by however many at once", async () => {
    const made = await makeFailed();
    const answers = await Promise.all([1, 2, 3, 4].map(() => retry(made)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((one) => !one.ok && one.refusal !== "already-retried")).toEqual([]);
    expect(await refundsOf(made.orderId)).toEqual(["seller 3000 failed", "seller 3000 asked"]);
  });

  it("is tried again once by the database, too", async () => {
    const made = await makeFailed();
    await retry(made);
    const { id: _id, ...row } = await testDb
      .selectFrom("refunds")
      .where("retryOf", "=", made.refundId)
      .select(["id", "receiptId", "orderId", "currency", "amountMinor", "cause", "status", "askedAt", "retryOf"])
      .executeTakeFirstOrThrow();
    await expect(testDb.insertInto("refunds").values(row).execute()).rejects.toMatchObject({
      constraint: "refunds_retried_once",
    });
  });

  it("is not tried again where its pieces, or its money, have gone back meanwhile", async () => {
    // Cheap ones, so that the carriage leaves money enough.
    const [pieces, carriage, money] = [
      await makeFailed({ unitMinor: 500 }),
      await makeFailed({ hasCarriage: true }),
      await makeFailed(),
    ];
    expect(await giveCup(pieces, { quantity: 2 })).toEqual(DONE);
    expect(await retry(pieces)).toEqual(no("too-many-pieces"));
    expect(await giveCup(carriage, { quantity: 0, hasCarriage: true })).toEqual(DONE);
    expect(await retry(carriage)).toEqual(no("no-carriage"));
    const wanted = { what: "amount", amountMinor: 4_000n } as const;
    const asked = { orderId: money.orderId, wanted, words: "As agreed." };
    expect(await giveBackAsSeller(testDb, money.seller, newKey(), asked)).toEqual(DONE);
    expect(await retry(money)).toEqual(no("more-than-left"));
    const rest = { orderId: money.orderId, wanted: { what: "all" } as const, words: "The rest." };
    await giveBackAsSeller(testDb, money.seller, newKey(), rest);
    expect(await retry(money)).toEqual(no("nothing-left"));
  });
});

describe("a refund that is tried again", () => {
  it("must have failed, and be of this order", async () => {
    const made = await makePaidOrder(stand);
    await giveCup(made);
    const { id: refundId } = await firstRefund(made.orderId);
    expect(await retry({ ...made, refundId })).toEqual(no("not-failed"));
    const other = await makePaidOrder(stand);
    expect(await retry({ ...other, refundId })).toEqual(no("refund-missing"));
    expect(await retry({ ...made, orderId: refundId, refundId })).toEqual(no("order-missing"));
  });

  it("waits while a bank disputes the money", async () => {
    const made = await makePaidOrder(stand);
    await giveCup(made);
    const { id } = stand.sandbox.openDispute(made.chargeId);
    await sendRefunds(stand, made.orderId);
    await settleDispute(testDb, stand.stripe, id, clock());
    const { id: refundId } = await firstRefund(made.orderId);
    expect(await refundsOf(made.orderId)).toEqual(["seller 3000 refused"]);
    expect(await retry({ ...made, refundId })).toEqual(no("dispute-open"));
    stand.sandbox.decideDispute(id, true);
    await workReceived(stand);
    expect(await retry({ ...made, refundId })).toEqual(DONE);
  });

  it("may be of money that came too late: it is not sent back twice by itself", async () => {
    const made = await makePaidOrder(stand);
    const { receiptId } = await testDb
      .selectFrom("receiptParts")
      .where("orderId", "=", made.orderId)
      .select("receiptId")
      .executeTakeFirstOrThrow();
    const { id: refundId } = await testDb
      .insertInto("refunds")
      .values({
        ...{ receiptId, orderId: made.orderId, currency: "EUR", amountMinor: 100n, cause: "late" },
        ...{ status: "refused", refusal: "balance-too-low", askedAt: clock(), endedAt: clock() },
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    expect(await retry({ ...made, refundId })).toEqual(DONE);
    expect(await refundsOf(made.orderId)).toEqual(["late 100 refused", "late 100 asked"]);
  });
});

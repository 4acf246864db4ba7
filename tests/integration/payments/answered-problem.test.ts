import { describe, expect, it } from "vitest";
import { reportProblem } from "~/modules/orders/index.server";
import { giveBackAsSeller, giveBackAsStaff } from "~/modules/payments/refunds/give-back.server";
import type { WantedBack } from "~/modules/payments/refunds/give-back-rules";
import { recordCounterPayment } from "~/modules/payments/receipts/record-counter-payment.server";
import { clock } from "~/platform/clock.server";
import { makeInquirer, makeOrder } from "~db/factories";
import { makeGuest, moneyOf, refundsOf, sendRefunds } from "~tests/support/buying";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { expectSoundLedger } from "~tests/support/ledger";
import { DONE, historyOf, orderRow } from "~tests/support/order";
import { makePaidOrder, type PaidOrder } from "~tests/support/paid-order";
import { useStripeSandbox } from "~tests/support/stripe-sandbox";

const stand = useStripeSandbox();
const DAY_MS = 86_400_000;
const amount = (amountMinor: bigint): WantedBack => ({ what: "amount", amountMinor });

/** Delivered to a person in Germany, who says something about it. */
async function makeReported(kind: "problem" | "refund" | "withdrawal", wantedMinor?: bigint) {
  const made = await makePaidOrder(stand);
  const { visitDigest = "" } = makeGuest();
  const now = clock();
  const { orderId } = made;
  await testDb
    .updateTable("orders")
    .set({ status: "delivered", revision: 3, shippedAt: now, deliveredAt: now, completeBy: now })
    .where("id", "=", orderId)
    .execute();
  await testDb
    .insertInto("orderAccesses")
    .values({ visitDigest, orderId, createdAt: now, expiresAt: new Date(now.getTime() + DAY_MS) })
    .execute();
  const said = { orderId, kind, words: "It is not what I ordered.", wantedMinor };
  expect(await reportProblem(testDb, makeInquirer({ visitDigest }), newKey(), said)).toEqual(DONE);
  return made;
}

async function give({ orderId, seller }: PaidOrder, wanted: WantedBack) {
  expect(await giveBackAsSeller(testDb, seller, newKey(), { orderId, wanted, words: "Sorry." })).toEqual(DONE);
  await sendRefunds(stand, orderId);
}

async function problemOf(orderId: string) {
  const { status, closedAs } = await testDb
    .selectFrom("orderProblems")
    .where("orderId", "=", orderId)
    .select(["status", "closedAs"])
    .executeTakeFirstOrThrow();
  return closedAs ?? status;
}

describe("what the buyer has open about an order", () => {
  it("is closed when all goes back by which she withdraws from it", async () => {
    const made = await makeReported("withdrawal");
    await give(made, { what: "all" });
    expect(await refundsOf(made.orderId)).toEqual(["withdrawal 6900 succeeded"]);
    expect([await problemOf(made.orderId), (await moneyOf(made.orderId)).status]).toEqual(["refunded", "refunded"]);
    expect((await historyOf(made.orderId)).slice(-2)).toEqual(["refund-all by money", "close-problem by money"]);
  });

  it("is closed when so much has gone back as she named, and the clock gives her three days more", async () => {
    const made = await makeReported("refund", 2_000n);
    await give(made, amount(1_500n));
    expect([await problemOf(made.orderId), await refundsOf(made.orderId)]).toEqual([
      "open",
      ["problem 1500 succeeded"],
    ]);
    const before = clock().getTime();
    await give(made, amount(500n));
    expect(await problemOf(made.orderId)).toBe("refunded");
    const { completeBy } = await orderRow(made.orderId);
    expect(completeBy?.getTime()).toBeGreaterThanOrEqual(before + 3 * DAY_MS);
  });

  it("stays open by what is only asked for, or went back before she named an amount", async () => {
    const made = await makeReported("refund", 2_000n);
    await testDb
      .updateTable("orderProblems")
      .set({ openedAt: new Date(clock().getTime() + DAY_MS) })
      .where("orderId", "=", made.orderId)
      .execute();
    await give(made, amount(2_000n));
    expect(await problemOf(made.orderId)).toBe("open");
    const other = await makeReported("refund", 2_000n);
    const asked = { orderId: other.orderId, wanted: amount(2_000n), words: "Sorry." };
    await giveBackAsSeller(testDb, other.seller, newKey(), asked);
    expect(await problemOf(other.orderId)).toBe("open");
  });

  it("stays open by a part where she named no amount", async () => {
    const made = await makeReported("problem");
    await give(made, amount(6_899n));
    expect(await problemOf(made.orderId)).toBe("open");
    await give(made, amount(1n));
    expect(await problemOf(made.orderId)).toBe("refunded");
  });
});

describe("what was paid at the door", () => {
  it("is handed back by the seller: it is booked at once, and nothing is sent", async () => {
    const options = { status: "in_preparation", delivery: "pick_up", paymentMethod: "at_pick_up" } as const;
    const { orderId, seller } = await makeOrder(testDb, { ...options, placedAt: clock() });
    await recordCounterPayment(testDb, { orderId, userId: seller.userId }, clock());
    const asked = { orderId, wanted: amount(1_000n), words: "A scratch." };
    expect(await giveBackAsSeller(testDb, seller, newKey(), asked)).toEqual(DONE);
    expect(await refundsOf(orderId)).toEqual(["seller 1000 succeeded"]);
    expect(await moneyOf(orderId)).toMatchObject({ received: 6_000, refunded: 1_000 });
    await expectSoundLedger(testDb);
  });
});

describe("the treasurer", () => {
  it("answers a buyer in the seller's stead", async () => {
    const made = await makeReported("problem");
    const asked = { orderId: made.orderId, wanted: { what: "all" } as const, words: "The shop is gone." };
    expect(await giveBackAsStaff(testDb, made.staff, newKey(), asked)).toEqual(DONE);
    await sendRefunds(stand, made.orderId);
    expect([await problemOf(made.orderId), await refundsOf(made.orderId)]).toEqual([
      "refunded",
      ["problem 6900 succeeded"],
    ]);
  });
});

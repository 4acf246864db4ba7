import { describe, expect, it } from "vitest";
import { cancelAsBuyer } from "~/modules/orders/index.server";
import { markRefundSent, settleCheckout } from "~/modules/payments/index.server";
import { settleCancelledOrder } from "~/modules/payments/checkout/settle-cancelled.server";
import { giveBackAsSeller } from "~/modules/payments/refunds/give-back.server";
import { clock } from "~/platform/clock.server";
import { makeInquirer, makeSellerActor, makeStaff } from "~db/factories";
import { callsOf, makeCup, openPage, sendRefunds, workReceived } from "~tests/support/buying";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { DONE, lettersTo } from "~tests/support/order";
import { useStripeSandbox } from "~tests/support/stripe-sandbox";
import { openAccount, orderByTransfer, transfer } from "~tests/support/transfers";

openAccount();
const stand = useStripeSandbox();
const staff = await makeStaff(testDb, "treasurer");

/** Every guest of these tests has one mailbox, and her order a number. */
async function lettersAbout(orderId: string) {
  const { reference } = await testDb
    .selectFrom("orders")
    .select("reference")
    .where("id", "=", orderId)
    .executeTakeFirstOrThrow();
  return (await lettersTo("jonas@example.org")).filter(({ subject }) => subject.includes(reference));
}
const kindsAbout = async (orderId: string) => (await lettersAbout(orderId)).map(({ kind }) => kind);

async function paidByCard() {
  const cup = await makeCup();
  const { checkoutId, sessionId, orderIds, owner } = await openPage(stand, [{ listingId: cup.listingId }]);
  stand.sandbox.pay(sessionId, "4242424242424242");
  await settleCheckout(testDb, stand.stripe, checkoutId, clock());
  return { orderId: orderIds[0] ?? "", owner, sellerId: cup.sellerId };
}

async function cancel({ owner, orderId }: { owner: { visitDigest: string | undefined }; orderId: string }) {
  const inquirer = makeInquirer({ visitDigest: owner.visitDigest ?? "" });
  expect(await cancelAsBuyer(testDb, inquirer, newKey(), { orderId, words: undefined })).toEqual(DONE);
  await settleCancelledOrder(testDb, () => callsOf(stand), orderId, clock());
  await settleCancelledOrder(testDb, () => callsOf(stand), orderId, clock());
}

describe("a guest who cancels what she has paid", () => {
  it("by card reads a receipt, that she cancelled, and once that the money is on its way", async () => {
    const made = await paidByCard();
    expect(await kindsAbout(made.orderId)).toEqual(["order-paid"]);
    await cancel(made);
    await sendRefunds(stand, made.orderId);
    await sendRefunds(stand, made.orderId);
    await workReceived(stand);

    expect(await kindsAbout(made.orderId)).toEqual(["order-paid", "order-own-cancellation", "order-given-back"]);
    expect((await lettersAbout(made.orderId)).at(-1)?.text).toContain("€39 of your order");
  });

  it("by transfer reads where to pay first, and of the money when the treasurer has sent it", async () => {
    const cup = await makeCup();
    const made = await orderByTransfer([{ listingId: cup.listingId }]);
    expect(await kindsAbout(made.orderId)).toEqual(["order-to-transfer"]);
    await transfer(staff, made.orderId, { amount: "39.00" });
    await cancel(made);
    expect(await kindsAbout(made.orderId)).toEqual(["order-to-transfer", "order-paid", "order-own-cancellation"]);

    const { id: refundId } = await testDb
      .selectFrom("refunds")
      .select("id")
      .where("orderId", "=", made.orderId)
      .executeTakeFirstOrThrow();
    const sent = { orderId: made.orderId, refundId, bankReference: "OUT-39" };
    expect(await markRefundSent(testDb, staff, newKey(), sent)).toEqual(DONE);
    expect((await kindsAbout(made.orderId)).slice(3)).toEqual(["order-given-back"]);
  });
});

it("What a seller gives back of a transfer is told as decided, and again when the treasurer has sent it", async () => {
  const cup = await makeCup();
  const { orderId } = await orderByTransfer([{ listingId: cup.listingId }]);
  await transfer(staff, orderId, { amount: "39.00" });
  const seller = await makeSellerActor(testDb, cup.sellerId);
  const asked = { orderId, wanted: { what: "all" as const }, words: "Sorry, it broke." };
  expect(await giveBackAsSeller(testDb, seller, newKey(), asked)).toEqual(DONE);

  const decided = (await lettersAbout(orderId)).at(-1);
  expect(decided?.kind).toBe("order-goes-back-by-transfer");
  expect(decided?.text).toContain("we write to you when it has been sent");
  expect(decided?.text).not.toContain("on its way");

  const { id: refundId } = await testDb
    .selectFrom("refunds")
    .select("id")
    .where("orderId", "=", orderId)
    .executeTakeFirstOrThrow();
  expect(await markRefundSent(testDb, staff, newKey(), { orderId, refundId, bankReference: "OUT-40" })).toEqual(DONE);
  expect((await kindsAbout(orderId)).slice(-2)).toEqual(["order-goes-back-by-transfer", "order-given-back"]);
});

it("What a seller gives back is told once, with her words", async () => {
  const { orderId, sellerId } = await paidByCard();
  const seller = await makeSellerActor(testDb, sellerId);
  const asked = { orderId, wanted: { what: "all" as const }, words: "Sorry, it broke." };
  expect(await giveBackAsSeller(testDb, seller, newKey(), asked)).toEqual(DONE);
  await sendRefunds(stand, orderId);
  await workReceived(stand);

  expect(await kindsAbout(orderId)).toEqual(["order-paid", "order-given-back"]);
});

import { describe, expect, it } from "vitest";
import { cancelAsBuyer } from "~/modules/orders/index.server";
import { markRefundSent, settleCheckout } from "~/modules/payments/index.server";
import { settleCancelledOrder } from "~/modules/payments/checkout/settle-cancelled.server";
import { clock } from "~/platform/clock.server";
import { makeInquirer, makeStaff } from "~db/factories";
import { beginCheckout, callsOf, makeCup, openPage, refundsOf, sendRefunds, workReceived } from "~tests/support/buying";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { DONE } from "~tests/support/order";
import { useStripeSandbox } from "~tests/support/stripe-sandbox";
import { openAccount, orderByTransfer, transfer } from "~tests/support/transfers";

openAccount();
const stand = useStripeSandbox();
const staff = await makeStaff(testDb, "treasurer");
const SLOW_DEBIT = "AT321904300235473204";
const FAILING_DEBIT = "AT861904300235473202";

/** Letters whose subject names the order, whoever reads them, the first first. */
async function lettersAbout(orderId: string) {
  const { reference } = await testDb
    .selectFrom("orders")
    .select("reference")
    .where("id", "=", orderId)
    .executeTakeFirstOrThrow();
  return testDb
    .selectFrom("outgoingMessages")
    .select(["kind", "recipient", "bodyText as text"])
    .where("subject", "like", `%${reference}%`)
    .orderBy("createdAt")
    .orderBy("id")
    .execute();
}
async function lateLettersAbout(orderId: string) {
  return (await lettersAbout(orderId)).filter(({ kind }) => kind.startsWith("order-came-"));
}

async function cancel({ owner, orderId }: { owner: { visitDigest: string | undefined }; orderId: string }) {
  const inquirer = makeInquirer({ visitDigest: owner.visitDigest ?? "" });
  expect(await cancelAsBuyer(testDb, inquirer, newKey(), { orderId, words: undefined })).toEqual(DONE);
  await settleCancelledOrder(testDb, () => callsOf(stand), orderId, clock());
}

describe("a guest whose money comes for an order that has ended", () => {
  it("by card reads once that it came too late and goes back to her card; the shop reads nothing", async () => {
    const cup = await makeCup();
    const { sessionId, orderIds, owner } = await openPage(stand, [{ listingId: cup.listingId }]);
    const orderId = orderIds[0] ?? "";
    stand.sandbox.pay(sessionId, SLOW_DEBIT);
    await workReceived(stand);
    await cancel({ owner, orderId });
    stand.sandbox.settleNow();
    await workReceived(stand);
    await sendRefunds(stand, orderId);
    await workReceived(stand, { inOrder: (ids) => ids.toReversed() });

    const late = await lateLettersAbout(orderId);
    expect(late).toMatchObject([{ kind: "order-came-after-end", recipient: "jonas@example.org" }]);
    expect(late[0]?.text).toContain("€39 for your order from");
    expect(late[0]?.text).toContain("€39 goes back to the card you paid with");
    expect(await refundsOf(orderId)).toEqual(["late 3900 succeeded"]);
    expect((await lettersAbout(orderId)).at(-1)?.kind).toBe("order-came-after-end");
  });

  it("by transfer reads that it is transferred back, and once more when the treasurer has sent it", async () => {
    const cup = await makeCup();
    const made = await orderByTransfer([{ listingId: cup.listingId }]);
    const { orderId } = made;
    await cancel(made);
    await transfer(staff, orderId, { amount: "39.00" });
    const [late] = await lateLettersAbout(orderId);
    expect(late?.text).toContain("The Federation transfers €39 back to the account you paid from.");

    const { id: refundId } = await testDb
      .selectFrom("refunds")
      .select("id")
      .where("orderId", "=", orderId)
      .executeTakeFirstOrThrow();
    const sent = { orderId, refundId, bankReference: "OUT-39" };
    expect(await markRefundSent(testDb, staff, newKey(), sent)).toEqual(DONE);
    const kinds = (await lettersAbout(orderId)).map(({ kind }) => kind);
    expect(kinds.slice(-2)).toEqual(["order-came-after-end", "order-given-back"]);
  });

  it("is told nothing when nothing of it came", async () => {
    const cup = await makeCup();
    const made = await orderByTransfer([{ listingId: cup.listingId }]);
    await cancel(made);
    expect(await lateLettersAbout(made.orderId)).toEqual([]);
  });
});

it("A guest whose pieces were released and bought by another reads that they are no longer there", async () => {
  const cup = await makeCup({ stock: 1 });
  const { sessionId, orderIds } = await openPage(stand, [cup]);
  const orderId = orderIds[0] ?? "";
  stand.sandbox.pay(sessionId, FAILING_DEBIT);
  stand.sandbox.settleNow();
  await workReceived(stand);
  await beginCheckout([cup]);
  stand.sandbox.payTwice(sessionId, "other-intent");
  await workReceived(stand);
  const late = await lateLettersAbout(orderId);
  expect(late).toMatchObject([{ kind: "order-came-to-no-pieces" }]);
  expect(late[0]?.text).toContain("they are no longer there");
});

it("A guest whose card is charged a second time reads that nothing was left to be paid", async () => {
  const cup = await makeCup();
  const { checkoutId, sessionId, orderIds } = await openPage(stand, [{ listingId: cup.listingId }]);
  const orderId = orderIds[0] ?? "";
  stand.sandbox.pay(sessionId, "4242424242424242");
  stand.sandbox.payTwice(sessionId, "other-intent");
  await settleCheckout(testDb, stand.stripe, checkoutId, clock());
  await workReceived(stand);
  await workReceived(stand, { inOrder: (ids) => ids.toReversed() });
  expect(await lateLettersAbout(orderId)).toMatchObject([{ kind: "order-came-unneeded" }]);
});

it("What goes back of a transfer that the order took in part stands in its receipt alone", async () => {
  const cup = await makeCup();
  const { orderId } = await orderByTransfer([{ listingId: cup.listingId }]);
  await transfer(staff, orderId, { amount: "49.00" });
  const kinds = (await lettersAbout(orderId)).map(({ kind }) => kind);
  expect([kinds.at(-1), await refundsOf(orderId)]).toEqual(["order-paid", ["late 1000 asked"]]);
});

import { describe, expect, it } from "vitest";
import {
  askWhetherTogether,
  findOrderByHand,
  findOrderMoney,
  findOrderPayments,
  markRefundSent,
  settleCheckout,
} from "~/modules/payments/index.server";
import { refundFromReceipts } from "~/modules/payments/refunds/refund-order.server";
import { holdOrder } from "~/modules/orders/index.server";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { runWithLocale } from "~/platform/i18n/locale.server";
import { makeStaff } from "~db/factories";
import { makeCup, moneyOf, openPage, refundsOf } from "~tests/support/buying";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { balances, expectSoundLedger } from "~tests/support/ledger";
import { actionsOn, DONE, historyOf, no } from "~tests/support/order";
import { useStripeSandbox } from "~tests/support/stripe-sandbox";
import { orderByTransfer, transfer } from "~tests/support/transfers";
import { waitFor } from "~tests/support/waiting";

const stand = useStripeSandbox();
const staff = await makeStaff(testDb, "treasurer");

/** A paid order of two cups, 69.00 EUR, with one cent too much on its way back. */
async function paidWithSurplus() {
  const cup = await makeCup();
  const made = await orderByTransfer([{ listingId: cup.listingId, quantity: 2 }]);
  await transfer(staff, made.orderId, { amount: "69.01", bankReference: `IN-${made.orderId}` });
  return { ...made, refundId: await askedOf(made.orderId) };
}

async function askedOf(orderId: string): Promise<string> {
  const row = await testDb
    .selectFrom("refunds")
    .where("orderId", "=", orderId)
    .where("status", "=", "asked")
    .select("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

const ask = (orderId: string, amountMinor: bigint) =>
  testDb.transaction().execute(async (trx) => {
    await holdOrder(trx, orderId);
    const wanted = { amountMinor, cause: "staff" as const, words: "Broken", askedBy: staff.userId };
    return refundFromReceipts(trx, orderId, wanted, clock());
  });

type Sent = { key?: ReturnType<typeof newKey>; bankReference?: string; isTogether?: boolean; db?: Db };
const sent = (
  orderId: string,
  refundId: string,
  { key = newKey(), bankReference = `OUT-${refundId}`, isTogether = false, db = testDb }: Sent = {},
) => markRefundSent(db, staff, key, { orderId, refundId, bankReference, isTogether });

const bankReferenceOf = async (refundId: string) =>
  (await testDb.selectFrom("refunds").where("id", "=", refundId).select("bankReference").executeTakeFirst())
    ?.bankReference;

describe("a refund that goes back by hand", () => {
  it("waits on the treasurer's page with the transfer that it came by, and is gone from there when it was sent", async () => {
    const { orderId, refundId } = await paidWithSurplus();
    const page = () =>
      runWithLocale("en", async () => ({
        ...(await findOrderByHand(testDb, { orderId, lang: "en" })),
        ...(await findOrderMoney(testDb, orderId, "en")),
      }));
    expect(await page()).toMatchObject({
      toSend: [{ refundId, amount: "€0.01", came: expect.stringContaining(`IN-${orderId}`.toUpperCase()) as string }],
      refunds: [{ text: "More came than was due: the rest goes back" }],
    });
    const buyers = await runWithLocale("en", () =>
      findOrderPayments(testDb, { orderId, lang: "en", hasStripe: false }),
    );
    expect(buyers.refunds).toMatchObject([
      {
        text: "€0.01 arrived that the order no longer needed: it was already paid or cancelled. The money goes back to you.",
        amount: undefined,
      },
    ]);
    await sent(orderId, refundId);
    expect(await page()).toMatchObject({ toSend: [], refunds: [{ text: "Sent back" }] });
  });

  it("is called decided before it is sent, in the box as in the history", async () => {
    const { orderId, refundId } = await paidWithSurplus();
    await sent(orderId, refundId);
    await ask(orderId, 900n);
    const stateOf = async () => {
      const page = await runWithLocale("en", () => findOrderMoney(testDb, orderId, "en"));
      return page.refunds.at(-1)?.text;
    };
    expect(await stateOf()).toBe("Decided, not sent yet");
    await sent(orderId, await askedOf(orderId));
    expect(await stateOf()).toBe("Sent back");
  });

  it("settles the surplus: the bank has it no more, and the order is as it was", async () => {
    const { orderId, refundId } = await paidWithSurplus();
    const before = await balances(testDb);
    expect(await sent(orderId, refundId, { bankReference: "OUT-77" })).toEqual(DONE);
    expect(await refundsOf(orderId)).toEqual(["late 1 succeeded"]);
    expect(await bankReferenceOf(refundId)).toBe("OUT-77");
    expect(await moneyOf(orderId)).toEqual({ status: "paid", received: 6_900, refunded: 0 });
    expect((await historyOf(orderId)).at(-1)).toBe("refund by money");
    expect(await actionsOn(orderId)).toContain("send-refund-by-hand");
    const after = await balances(testDb);
    expect((after["bank EUR"] ?? 0) - (before["bank EUR"] ?? 0)).toBe(-1);
    await expectSoundLedger(testDb);
  });

  it("takes from what is the seller's where it is no surplus", async () => {
    const { orderId, refundId } = await paidWithSurplus();
    await sent(orderId, refundId);
    await ask(orderId, 900n);
    const before = await balances(testDb);
    expect(await sent(orderId, await askedOf(orderId))).toEqual(DONE);
    expect(await moneyOf(orderId)).toEqual({ status: "paid", received: 6_900, refunded: 900 });
    const after = await balances(testDb);
    expect((after["seller_pending EUR"] ?? 0) - (before["seller_pending EUR"] ?? 0)).toBe(900);
    await expectSoundLedger(testDb);
  });

  it("is booked once: by one form twice, by two forms, and by two treasurers at once", async () => {
    const { orderId, refundId } = await paidWithSurplus();
    const key = newKey();
    const answer = await waitFor(
      (trx) => trx.selectFrom("refunds").select("id").where("id", "=", refundId).forUpdate().execute(),
      () => sent(orderId, refundId, { key }),
      async (trx) => void (await trx.selectFrom("refunds").select("id").execute()),
    );
    expect(answer).toEqual(DONE);
    expect(await sent(orderId, refundId, { key })).toEqual(DONE);
    expect(await sent(orderId, refundId, { bankReference: "OUT-2" })).toEqual(no("already-sent"));
    expect(await bankReferenceOf(refundId)).toBe(`OUT-${refundId}`.toUpperCase());

    await ask(orderId, 500n);
    const next = await askedOf(orderId);
    const answers = await Promise.all([sent(orderId, next), sent(orderId, next)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await moneyOf(orderId)).toMatchObject({ refunded: 500 });
    await expectSoundLedger(testDb);
  });

  it("is another one by the same key of a page, which has a form for each", async () => {
    const { orderId, refundId } = await paidWithSurplus();
    await ask(orderId, 500n);
    const key = newKey();
    expect(await sent(orderId, refundId, { key })).toEqual(DONE);
    expect(await sent(orderId, await askedOf(orderId), { key })).toEqual(DONE);
    expect(await refundsOf(orderId)).toEqual(["late 1 succeeded", "staff 500 succeeded"]);
  });

  it("is of its order, and never one that goes by card", async () => {
    const { orderId, refundId } = await paidWithSurplus();
    const { orderId: another } = await paidWithSurplus();
    expect(await sent(another, refundId)).toEqual(no("refund-missing"));
    expect(await refundsOf(orderId)).toEqual(["late 1 asked"]);

    const { checkoutId, sessionId, orderIds } = await openPage(stand, [await makeCup()]);
    stand.sandbox.pay(sessionId, "4242424242424242");
    await settleCheckout(testDb, stand.stripe, checkoutId, clock());
    const byCard = orderIds[0] ?? "";
    await ask(byCard, 900n);
    expect(await sent(byCard, await askedOf(byCard))).toEqual(no("goes-by-card"));
    const { toSend } = await findOrderByHand(testDb, { orderId: byCard, lang: "en" });
    expect([toSend, await refundsOf(byCard)]).toEqual([[], ["staff 900 asked"]]);
  });
});

describe("a number of the bank that another refund bears", () => {
  it("is refused, however it was typed off, until it is said that one transfer paid both", async () => {
    const [first, second] = [await paidWithSurplus(), await paidWithSurplus()];
    const { reference } = await testDb
      .selectFrom("orders")
      .select("reference")
      .where("id", "=", first.orderId)
      .executeTakeFirstOrThrow();
    expect(await sent(first.orderId, first.refundId, { bankReference: "FT 2026/88" })).toEqual(DONE);

    const key = newKey();
    const again = { key, bankReference: "  ft  2026/88" };
    expect(await sent(second.orderId, second.refundId, again)).toEqual(no("reference-used"));
    expect([await refundsOf(second.orderId), await bankReferenceOf(second.refundId)]).toEqual([["late 1 asked"], null]);
    const question = await runWithLocale("en", () =>
      askWhetherTogether(testDb, { refundId: second.refundId, bankReference: again.bankReference, lang: "en" }),
    );
    expect(question).toContain(`the refund of €0.01 of order ${reference} on`);

    // The same form with its box ticked, and the same once more.
    const ticked = { ...again, isTogether: true };
    expect(await sent(second.orderId, second.refundId, ticked)).toEqual(DONE);
    expect(await sent(second.orderId, second.refundId, ticked)).toEqual(DONE);
    expect(await bankReferenceOf(second.refundId)).toBe("FT 2026/88");
    expect((await actionsOn(second.orderId)).filter((action) => action === "send-refund-by-hand")).toHaveLength(1);
    await expectSoundLedger(testDb);
  });

  it("is known, too, where it was kept as it was typed", async () => {
    const [first, second] = [await paidWithSurplus(), await paidWithSurplus()];
    await sent(first.orderId, first.refundId);
    await testDb.updateTable("refunds").set({ bankReference: "out  old 7" }).where("id", "=", first.refundId).execute();
    expect(await sent(second.orderId, second.refundId, { bankReference: "OUT OLD 7" })).toEqual(no("reference-used"));
  });

  it("is asked about when two treasurers enter it at the same moment for two orders", async () => {
    const [first, second] = [await paidWithSurplus(), await paidWithSurplus()];
    const answer = await waitFor(
      (trx) => sent(first.orderId, first.refundId, { bankReference: "OUT-RACE", db: trx }),
      () => sent(second.orderId, second.refundId, { bankReference: "OUT-RACE" }),
    );
    expect(answer).toEqual(no("reference-used"));
    expect(await refundsOf(second.orderId)).toEqual(["late 1 asked"]);
  });
});

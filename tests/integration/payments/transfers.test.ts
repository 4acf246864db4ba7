import { describe, expect, it } from "vitest";
import { cancelAsStaff } from "~/modules/orders/index.server";
import { payOrder } from "~/modules/payments/index.server";
import { settleCancelledOrder } from "~/modules/payments/checkout/settle-cancelled.server";
import { dayAfter, dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import type { Trx } from "~/platform/db/db.server";
import { makeOrder, makeStaff, type OrderOptions } from "~db/factories";
import { beginCheckout, checkoutState, holdsOf, makeCup, moneyOf, refundsOf, stockOf } from "~tests/support/buying";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { balances, expectSoundLedger } from "~tests/support/ledger";
import { actionsOn, historyOf, no, statusOf } from "~tests/support/order";
import { openAccount, orderByTransfer, transfer } from "~tests/support/transfers";
import { waitFor } from "~tests/support/waiting";

openAccount();
const [one, other] = [await makeStaff(testDb, "treasurer"), await makeStaff(testDb, "treasurer")];
const outcome = (name: "paid" | "part" | "back") => ({ ok: true, value: { outcome: name } });
const today = dayInBaku(clock());

/** Two cups for 69.00 EUR, which a transfer is waited for. */
async function twoCups() {
  const cup = await makeCup();
  return { cup, ...(await orderByTransfer([{ listingId: cup.listingId, quantity: 2 }])) };
}

/** 30 % before the work, the rest after it, of 69.00 EUR. */
const inTwoParts = (options: OrderOptions = {}) =>
  makeOrder(testDb, {
    status: "pending_payment",
    paymentMethod: "bank_transfer",
    preparesAfter: "first_due",
    placedAt: clock(),
    dues: [
      { kind: "deposit", amountMinor: 2_070 },
      { kind: "balance", amountMinor: 4_830 },
    ],
    ...options,
  });

async function duesOf(orderId: string): Promise<string[]> {
  const rows = await testDb
    .selectFrom("orderDues")
    .where("orderId", "=", orderId)
    .select(["receivedMinor", "amountMinor"])
    .orderBy("position")
    .execute();
  return rows.map(({ receivedMinor, amountMinor }) => `${receivedMinor} of ${amountMinor}`);
}

const receiptsOf = async (orderId: string) =>
  (
    await testDb
      .selectFrom("receiptParts")
      .innerJoin("receipts", "receipts.id", "receiptParts.receiptId")
      .where("receiptParts.orderId", "=", orderId)
      .select(["receipts.bankReference", "receipts.receivedOn", "receiptParts.amountMinor"])
      .orderBy("receipts.recordedAt")
      .orderBy("receiptParts.amountMinor")
      .execute()
  ).map((row) => `${row.amountMinor} by ${row.bankReference ?? ""} on ${row.receivedOn}`);

const orderCancelled = async (orderId: string) => {
  await cancelAsStaff(testDb, one, newKey(), { orderId, words: "The shop has closed." });
  const noCards = () => {
    throw new Error("nothing of this is at Stripe");
  };
  await settleCancelledOrder(testDb, noCards, orderId, clock());
};

describe("a transfer", () => {
  it("pays the order, ends its checkout, and stands in the ledger, the history and the log", async () => {
    const before = await balances(testDb);
    const { orderId, checkoutId } = await twoCups();
    expect(await transfer(one, orderId, { amount: "69,00", bankReference: " ft 12/7 ", receivedOn: today })).toEqual(
      outcome("paid"),
    );

    expect(await moneyOf(orderId)).toEqual({ status: "paid", received: 6_900, refunded: 0 });
    expect(await receiptsOf(orderId)).toEqual([`6900 by FT 12/7 on ${today}`]);
    expect(await holdsOf([orderId])).toEqual(["taken 2"]);
    expect(await checkoutState(checkoutId)).toBe("paid, none");
    expect(await historyOf(orderId)).toEqual(["place by buyer", "receive-all by money", "transfer by staff"]);
    expect(await actionsOn(orderId)).toContain("record-transfer");
    const after = await balances(testDb);
    expect((after["bank EUR"] ?? 0) - (before["bank EUR"] ?? 0)).toBe(6_900);
    expect((after["seller_pending EUR"] ?? 0) - (before["seller_pending EUR"] ?? 0)).toBe(-6_900);
    await expectSoundLedger(testDb);
  });

  it("is booked once by one form, sent twice", async () => {
    const { orderId } = await twoCups();
    const same = { key: newKey(), bankReference: "FT-ONE-FORM", amount: "20" };
    const answers = await Promise.all([transfer(one, orderId, same), transfer(one, orderId, same)]);
    expect(answers).toEqual([outcome("part"), outcome("part")]);
    expect(await receiptsOf(orderId)).toHaveLength(1);
  });

  it("is another one when other lines of the statement are typed into the same page", async () => {
    const { orderId } = await twoCups();
    const key = newKey();
    for (const amount of ["20", "21"]) expect(await transfer(one, orderId, { key, amount })).toEqual(outcome("part"));
    expect(await moneyOf(orderId)).toMatchObject({ received: 4_100 });
  });

  it("is refused the second time, whoever types it off the statement, and two at once book one", async () => {
    const { orderId } = await twoCups();
    const { orderId: another } = await twoCups();
    const same = { bankReference: "FT-SAME", amount: "69.00" };
    const answers = await Promise.all([transfer(one, orderId, same), transfer(other, orderId, same)]);
    expect(answers).toContainEqual(outcome("paid"));
    expect(answers).toContainEqual(no("already-recorded"));
    expect(await transfer(one, another, { ...same, bankReference: "ft-same" })).toEqual(no("already-recorded"));
    expect([await statusOf(another), await refundsOf(orderId)]).toEqual(["pending_payment", []]);
    expect(await transfer(one, another, { ...same, bankReference: "FT-OTHER" })).toEqual(outcome("paid"));
    await expectSoundLedger(testDb);
  });

  it("has to be confirmed when another day or amount has the same reference", async () => {
    const { orderId } = await twoCups();
    const known = { bankReference: "FT-KNOWN", amount: "20" };
    expect(await transfer(one, orderId, known)).toEqual(outcome("part"));
    const tomorrow = new Date(clock().getTime() + 86_400_000);
    for (const changes of [{ amount: "21" }, { now: tomorrow }]) {
      const typed = { ...known, bankReference: "ft-known", ...changes };
      expect(await transfer(one, orderId, typed)).toEqual(no("reference-known"));
    }
    expect(await moneyOf(orderId)).toMatchObject({ received: 2_000 });
    expect(await transfer(one, orderId, { ...known, amount: "21", isAnother: true })).toEqual(outcome("part"));
    expect(await transfer(one, orderId, { ...known, isAnother: true })).toEqual(no("already-recorded"));
  });

  it("has to be confirmed also by the second of two who type the same reference at the same moment", async () => {
    const { orderId } = await twoCups();
    const { orderId: another } = await twoCups();
    const bankReference = "FT-AT-ONCE";
    const answers = await Promise.all([
      transfer(one, orderId, { bankReference, amount: "20" }),
      transfer(other, another, { bankReference, amount: "21" }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual(no("reference-known"));
  });

  it.each([
    ["wrong-amount", { amount: "0" }],
    ["wrong-amount", { amount: "-5" }],
    ["wrong-amount", { amount: "12.345" }],
    ["wrong-amount", { amount: "all of it" }],
    ["wrong-day", { receivedOn: dayAfter(today, 1) }],
    ["wrong-day", { receivedOn: dayAfter(today, -2) }],
  ])("is refused as %s: %j, and the order stays as it was", async (refusal, changes) => {
    const { orderId } = await twoCups();
    expect(await transfer(one, orderId, changes)).toEqual(no(refusal));
    expect(await historyOf(orderId)).toEqual(["place by buyer"]);
  });

  it("is for an order that is there, and that its seller has accepted", async () => {
    expect(await transfer(one, "00000000-0000-8000-8000-000000000000", {})).toEqual(no("order-missing"));
    const { orderId } = await makeOrder(testDb, { status: "awaiting_acceptance", placedAt: clock() });
    expect(await transfer(one, orderId, {})).toEqual(no("not-accepted"));
    expect(await receiptsOf(orderId)).toEqual([]);
  });
});

describe("transfers in parts", () => {
  it("fill the dues in their order, and the checkout waits until nothing of it lacks", async () => {
    const { orderId, checkoutId } = await twoCups();
    expect(await transfer(one, orderId, { amount: "30" })).toEqual(outcome("part"));
    expect([await statusOf(orderId), await checkoutState(checkoutId)]).toEqual(["partly_paid", "open, none"]);
    expect(await transfer(one, orderId, { amount: "39" })).toEqual(outcome("paid"));
    expect([await statusOf(orderId), await checkoutState(checkoutId)]).toEqual(["paid", "paid, none"]);
    await expectSoundLedger(testDb);
  });

  it("pay a deposit of 30 % and the balance of 70 % by one checkout each", async () => {
    const { orderId, inquirer } = await inTwoParts();
    const pay = () =>
      payOrder(testDb, inquirer, newKey(), { orderId, method: "bank_transfer", lang: "en", hasStripe: false });
    const first = await pay();
    const checkoutId = (first.ok && first.value.checkoutId) || "";
    expect(await transfer(one, orderId, { amount: "10.70" })).toEqual(outcome("part"));
    expect(await duesOf(orderId)).toEqual(["1070 of 2070", "0 of 4830"]);
    // The rest of the deposit, and a tenth of the balance.
    expect(await transfer(one, orderId, { amount: "14.83" })).toEqual(outcome("part"));
    expect(await duesOf(orderId)).toEqual(["2070 of 2070", "483 of 4830"]);
    expect(await checkoutState(checkoutId)).toBe("paid, none");

    const second = await pay();
    expect(second.ok && second.value.checkoutId).not.toBe(checkoutId);
    expect(await transfer(one, orderId, { amount: "43.47" })).toEqual(outcome("paid"));
    expect(await moneyOf(orderId)).toEqual({ status: "paid", received: 6_900, refunded: 0 });
    await expectSoundLedger(testDb);
  });

  it("of two treasurers at once go to two dues: none counts on what the other is filling", async () => {
    const { orderId } = await inTwoParts();
    const answers = await Promise.all([
      transfer(one, orderId, { amount: "20.70" }),
      transfer(other, orderId, { amount: "20.70" }),
    ]);
    expect(answers).toEqual([outcome("part"), outcome("part")]);
    expect(await duesOf(orderId)).toEqual(["2070 of 2070", "2070 of 4830"]);
    expect(await refundsOf(orderId)).toEqual([]);
  });
});

describe("money that nobody waits for", () => {
  it("goes back: what came beyond the order, and a transfer for one that is paid", async () => {
    const { orderId } = await twoCups();
    expect(await transfer(one, orderId, { amount: "70" })).toEqual(outcome("back"));
    expect(await moneyOf(orderId)).toEqual({ status: "paid", received: 6_900, refunded: 0 });
    expect(await transfer(one, orderId, { amount: "69" })).toEqual(outcome("back"));
    expect(await refundsOf(orderId)).toEqual(["late 100 asked", "late 6900 asked"]);
    await expectSoundLedger(testDb);
  });

  it("goes back where the order is cancelled, and stands in its history", async () => {
    const { orderId, cup, checkoutId } = await twoCups();
    await orderCancelled(orderId);
    expect([await checkoutState(checkoutId), await stockOf(cup)]).toEqual(["ended, none", 10]);
    const before = await balances(testDb);
    expect(await transfer(one, orderId, { amount: "69" })).toEqual(outcome("back"));
    expect(await moneyOf(orderId)).toEqual({ status: "cancelled", received: 0, refunded: 0 });
    expect(await refundsOf(orderId)).toEqual(["late 6900 asked"]);
    expect((await historyOf(orderId)).slice(-2)).toEqual(["receive-late by money", "transfer by staff"]);
    const after = await balances(testDb);
    expect((after["refunds_late EUR"] ?? 0) - (before["refunds_late EUR"] ?? 0)).toBe(-6_900);
    await expectSoundLedger(testDb);
  });
});

describe("one transfer for several orders", () => {
  async function twoSellers() {
    const [cup, bowl] = [await makeCup(), await makeCup()];
    const made = await orderByTransfer([{ listingId: cup.listingId, quantity: 2 }, { listingId: bowl.listingId }]);
    const totals = await Promise.all(
      made.orderIds.map(async (id) =>
        testDb.selectFrom("orders").select(["id", "totalMinor"]).where("id", "=", id).executeTakeFirstOrThrow(),
      ),
    );
    const large = totals.find(({ totalMinor }) => totalMinor === 6_900n)?.id ?? "";
    const small = totals.find(({ totalMinor }) => totalMinor === 3_900n)?.id ?? "";
    return { ...made, large, small, cup, bowl };
  }

  it("pays the one it is entered for first, then the others", async () => {
    const { large, small, checkoutId } = await twoSellers();
    expect(await transfer(one, small, { amount: "100" })).toEqual(outcome("part"));
    expect([await moneyOf(small), await moneyOf(large)]).toMatchObject([{ received: 3_900 }, { received: 6_100 }]);
    expect((await historyOf(large)).slice(1)).toEqual(["receive-part by money", "transfer by staff"]);
    expect(await checkoutState(checkoutId)).toBe("open, none");
    expect(await transfer(one, small, { amount: "8.50" })).toEqual(outcome("back"));
    expect([await statusOf(large), await refundsOf(small)]).toEqual(["paid", ["late 50 asked"]]);
    expect(await checkoutState(checkoutId)).toBe("paid, none");
    await expectSoundLedger(testDb);
  });

  it("is waited for still when one of them is cancelled, whose stock alone comes back", async () => {
    const { large, small, checkoutId, cup, bowl } = await twoSellers();
    await orderCancelled(large);
    expect([await checkoutState(checkoutId), await stockOf(cup), await stockOf(bowl)]).toEqual(["open, none", 10, 9]);
    // She had sent all of it already.
    expect(await transfer(one, small, { amount: "108" })).toEqual(outcome("back"));
    expect([await statusOf(small), await refundsOf(small)]).toEqual(["paid", ["late 6900 asked"]]);
    expect(await moneyOf(large)).toEqual({ status: "cancelled", received: 0, refunded: 0 });
    await orderCancelled(small);
    expect(await checkoutState(checkoutId)).toBe("paid, none");
  });
});

describe("an order to be paid by card", () => {
  it("takes no transfer while its page is open, and does when that is over", async () => {
    const { orderIds, checkoutId } = await beginCheckout([{ ...(await makeCup()), quantity: 2 }]);
    const orderId = orderIds[0] ?? "";
    expect(await transfer(one, orderId, {})).toEqual(no("card-page-open"));
    expect(await receiptsOf(orderId)).toEqual([]);
    await endAsExpired(checkoutId);
    expect(await transfer(one, orderId, {})).toEqual(outcome("paid"));
    const row = await testDb.selectFrom("orders").select("paymentMethod").where("id", "=", orderId).executeTakeFirst();
    expect(row?.paymentMethod).toBe("bank_transfer");
  });

  async function endAsExpired(checkoutId: string) {
    await testDb.updateTable("checkoutDues").set({ isLive: false }).where("checkoutId", "=", checkoutId).execute();
    await testDb
      .updateTable("checkouts")
      .set({ status: "ended", endReason: "expired", endedAt: clock(), holdUntil: null })
      .where("id", "=", checkoutId)
      .execute();
  }
});

describe("whoever enters a transfer", () => {
  const lockCheckout = (checkoutId: string) => (trx: Trx) =>
    trx.selectFrom("checkouts").select("id").where("id", "=", checkoutId).forUpdate().execute();
  const lockOrder = (orderId: string) => (trx: Trx) =>
    trx.selectFrom("orders").select("id").where("id", "=", orderId).forUpdate().execute();

  it("holds the checkout before the order, as whoever pays does: neither waits in a circle", async () => {
    const { orderId, checkoutId } = await twoCups();
    const answer = await waitFor(lockCheckout(checkoutId), () => transfer(one, orderId, {}), lockOrder(orderId));
    expect(answer).toEqual(outcome("paid"));
  });

  it("is told when the buyer began to pay otherwise while she waited", async () => {
    const { orderId, inquirer } = await inTwoParts();
    const began = (trx: Trx) =>
      payOrder(trx, inquirer, newKey(), { orderId, method: "bank_transfer", lang: "en", hasStripe: false });
    const answer = await waitFor(lockOrder(orderId), () => transfer(one, orderId, {}), began);
    expect(answer).toEqual(no("changed-meanwhile"));
    expect(await receiptsOf(orderId)).toEqual([]);
  });
});

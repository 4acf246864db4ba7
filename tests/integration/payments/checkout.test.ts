import { describe, expect, it } from "vitest";
import { beginPaying } from "~/modules/payments/checkout/begin-paying.server";
import { openSession, settleCheckout } from "~/modules/payments/index.server";
import { clock } from "~/platform/clock.server";
import { makeBuyer, makeSellerActor } from "~db/factories";
import {
  beginCheckout,
  callsOf,
  checkoutState,
  countLines,
  fillCart,
  holdsOf,
  makeCup,
  makeGuest,
  moneyOf,
  openPage,
  orderCart,
  sessionOf,
  stockOf,
  workReceived,
} from "~tests/support/buying";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { balances, expectSoundLedger } from "~tests/support/ledger";
import { historyOf, no, statusOf } from "~tests/support/order";
import { useStripeSandbox } from "~tests/support/stripe-sandbox";
import { waitFor } from "~tests/support/waiting";

const stand = useStripeSandbox();
const GOOD_CARD = "4242424242424242";
const settle = (checkoutId: string) => settleCheckout(testDb, stand.stripe, checkoutId, clock());

async function receiptsOf(checkoutId: string) {
  const rows = await testDb
    .selectFrom("receipts")
    .where("checkoutId", "=", checkoutId)
    .select(["amountMinor", "paidWith"])
    .execute();
  return rows.map(({ amountMinor, paidWith }) => `${amountMinor} ${paidWith ?? ""}`);
}

async function twoSellers() {
  const [cup, bowl] = [await makeCup(), await makeCup({ exportTiers: [{ amountMinor: 4500 }] })];
  const page = await openPage(stand, [
    { listingId: cup.listingId, quantity: 2 },
    { listingId: bowl.listingId, quantity: 3 },
  ]);
  return { ...page, cup, bowl };
}

describe("two sellers, one page", () => {
  it("holds the stock of both, asks for one sum, and pays both", async () => {
    const before = await balances(testDb);
    const { orderIds, checkoutId, sessionId, cup, bowl, owner } = await twoSellers();
    expect([await stockOf(cup), await stockOf(bowl), await holdsOf(orderIds)]).toEqual([8, 7, ["held 2", "held 3"]]);
    expect(await countLines(owner)).toBe(0);
    // 2 × 30.00 and 3 × 45.00, with 9.00 to each.
    expect((await stand.stripe.findCheckout(sessionId))?.total.amountMinor).toBe(21_300n);

    stand.sandbox.pay(sessionId, GOOD_CARD);
    expect(await settle(checkoutId)).toBe("paid");

    const money = (await Promise.all(orderIds.map(moneyOf))).toSorted((one, other) => one.received - other.received);
    expect(money).toEqual([
      { status: "paid", received: 6_900, refunded: 0 },
      { status: "paid", received: 14_400, refunded: 0 },
    ]);
    expect(await holdsOf(orderIds)).toEqual(["taken 2", "taken 3"]);
    expect(await receiptsOf(checkoutId)).toEqual(["21300 visa 4242"]);
    expect(await checkoutState(checkoutId)).toBe("paid, complete");
    const after = await balances(testDb);
    expect((after["seller_pending EUR"] ?? 0) - (before["seller_pending EUR"] ?? 0)).toBe(-21_300);
    await expectSoundLedger(testDb);
  });

  it.each(["return first", "webhook first", "all at once"])(
    "is booked once when it is told often: %s",
    async (order) => {
      const { orderIds, checkoutId, sessionId } = await twoSellers();
      stand.sandbox.webhooks({ duplicate: true });
      stand.sandbox.pay(sessionId, GOOD_CARD);

      if (order === "return first") await settle(checkoutId);
      const works = [workReceived(stand), workReceived(stand), settle(checkoutId), settle(checkoutId)];
      if (order === "webhook first") await works[0];
      await Promise.all(works);
      await workReceived(stand, { inOrder: (ids) => ids.toReversed() });

      expect(await receiptsOf(checkoutId)).toHaveLength(1);
      for (const orderId of orderIds) {
        expect(await historyOf(orderId)).toEqual(["place by buyer", "receive-all by money"]);
      }
      expect(await holdsOf(orderIds)).toEqual(["taken 2", "taken 3"]);
      await expectSoundLedger(testDb);
    },
  );
});

describe("the form of the checkout", () => {
  it("sent twice, at once or later, gives the same orders and the same page", async () => {
    const cup = await makeCup();
    const owner = makeGuest();
    await fillCart(owner, [cup]);
    const key = newKey();
    const [one, other] = await Promise.all([
      orderCart({ owner, key, seenTotalMinor: 3_900n }),
      orderCart({ owner, key, seenTotalMinor: 3_900n }),
    ]);
    const later = await orderCart({ owner, key });
    expect(one.ok).toBe(true);
    expect(other).toEqual(one);
    expect(later).toEqual(one);
    const checkoutId = (one.ok && one.value.checkoutId) || "";
    const pages = await Promise.all([1, 2].map(() => openSession(testDb, callsOf(stand), checkoutId, clock())));
    expect(pages[0]).toMatch(/^http/);
    expect(new Set(pages).size).toBe(1);
    expect(await stockOf(cup)).toBe(9);
  });

  it("is refused when the total is another than was seen, and leaves nothing behind", async () => {
    const cup = await makeCup();
    const owner = makeGuest();
    await fillCart(owner, [cup]);
    const key = newKey();
    expect(await orderCart({ owner, key, seenTotalMinor: 3_899n })).toEqual(no("total-changed"));
    expect([await countLines(owner), await stockOf(cup)]).toEqual([1, 10]);
    const made = await testDb.selectFrom("orders").where("sellerId", "=", cup.sellerId).select("id").execute();
    expect(made).toEqual([]);
    expect(await orderCart({ owner, key })).toMatchObject({ ok: true });
  });

  it("orders nothing of anybody when one thing is gone meanwhile, and keeps the cart", async () => {
    const [cup, bowl] = [await makeCup(), await makeCup({ stock: 1 })];
    const owner = makeGuest();
    await fillCart(owner, [cup, bowl]);
    // Somebody else's order takes the last one after this cart was priced, and before its stock is held.
    const answer = await waitFor(
      (trx) =>
        trx.updateTable("listingVariants").set({ stockQuantity: 0 }).where("listingId", "=", bowl.listingId).execute(),
      () => orderCart({ owner }),
    );
    expect(answer).toMatchObject(no("out-of-stock"));
    expect([await countLines(owner), await stockOf(cup)]).toEqual([2, 10]);
    const made = await testDb.selectFrom("orders").where("sellerId", "=", cup.sellerId).select("id").execute();
    expect(made).toEqual([]);
  });

  it("is refused to who works in the shop", async () => {
    const cup = await makeCup();
    const buyer = await makeBuyer(testDb);
    await makeSellerActor(testDb, cup.sellerId, "editor", buyer.userId);
    const owner = { userId: buyer.userId, visitDigest: undefined };
    await fillCart(owner, [cup]);
    expect(await orderCart({ owner, buyer })).toEqual(no("own-shop"));
  });
});

describe("the page at Stripe", () => {
  it("whose answer is lost is found again by the same key", async () => {
    const cup = await makeCup();
    const { checkoutId } = await beginCheckout([cup]);
    // The package itself asks once more when a connection breaks.
    stand.sandbox.failNext({ drop: "after", count: 2, method: "POST", path: "/v1/checkout/sessions" });
    await expect(openSession(testDb, callsOf(stand), checkoutId, clock())).rejects.toMatchObject({
      name: "StripeFault",
    });
    expect(await checkoutState(checkoutId)).toBe("open, opening");

    const url = await openSession(testDb, callsOf(stand), checkoutId, clock());
    const made = stand.sandbox.events().length;
    expect(url).toBe(`${stand.sandbox.url}/c/pay/${await sessionOf(checkoutId)}`);
    expect(await openSession(testDb, callsOf(stand), checkoutId, clock())).toBe(url);
    expect(stand.sandbox.events()).toHaveLength(made);
  });

  it("takes another card after one was declined", async () => {
    const cup = await makeCup();
    const { checkoutId, sessionId, orderIds } = await openPage(stand, [cup]);
    stand.sandbox.pay(sessionId, "4000000000000002");
    await workReceived(stand);
    expect([await checkoutState(checkoutId), await holdsOf(orderIds)]).toEqual(["open, open", ["held 1"]]);
    stand.sandbox.pay(sessionId, GOOD_CARD);
    await workReceived(stand);
    expect(await checkoutState(checkoutId)).toBe("paid, complete");
    expect(await statusOf(orderIds[0] ?? "")).toBe("paid");
  });
});

it("a due is paid by one checkout at a time, whoever begins another", async () => {
  const { orderIds } = await beginCheckout([await makeCup()]);
  const dues = await testDb
    .selectFrom("orderDues")
    .where("orderId", "in", orderIds)
    .select(["id as dueId", "orderId", "amountMinor"])
    .execute();
  const begun = await testDb
    .transaction()
    .execute((trx) => beginPaying(trx, { dues, method: "stripe", currency: "EUR", locale: "en" }, clock()));
  expect(begun).toMatchObject({ ok: false, refusal: "being-paid" });
});

import pLimit from "p-limit";
import { describe, expect, it } from "vitest";
import { returnStock, takeStock } from "~/modules/catalog/index.server";
import { releaseHeld, returnTaken } from "~/modules/orders/index.server";
import { drawSecretToken } from "~/platform/session/secret-token.server";
import { FACTORY_NOW as now, makeOrder } from "~db/factories";
import { holdsOf, makeCup, makeGuest, orderCart, stockOf } from "~tests/support/buying";
import { testDb } from "~tests/support/database";

/** `npm run soak` lets a thousand come, twenty times. */
const BUYERS = Number(process.env.RACE_BUYERS ?? 200);
const ROUNDS = Number(process.env.RACE_ROUNDS ?? 3);

/** Carts of guests with the last cup in each, written at once: who is first to put it in is no matter. */
async function fillCarts(listingId: string, variantId: string | undefined) {
  const digests = Array.from({ length: BUYERS }, () => drawSecretToken().digest);
  const carts = await testDb
    .insertInto("carts")
    .values(digests.map((visitDigest) => ({ visitDigest, createdAt: now, changedAt: now })))
    .returning("id")
    .execute();
  await testDb
    .insertInto("cartLines")
    .values(
      carts.map(({ id: cartId }) => ({ cartId, listingId, variantId: variantId ?? null, quantity: 1, addedAt: now })),
    )
    .execute();
  return digests.map((visitDigest) => ({ userId: undefined, visitDigest }));
}

/** More at once would wait for a connection of the pool, which gives up after a while on a busy machine. */
const atOnce = pLimit(40);

describe("the last one", () => {
  // The connections of one process are the bound: the others wait for one of them.
  it.each(Array.from({ length: ROUNDS }, (_none, at) => at + 1))(
    "goes to one of all who come, and all are answered: round %i",
    async () => {
      const cup = await makeCup({ stock: 1 });
      const owners = await fillCarts(cup.listingId, cup.variantIds[0]);
      // What it cost when it was there to be seen.
      const answers = await Promise.all(
        owners.map((owner) => atOnce(() => orderCart({ owner, seenTotalMinor: 3_900n }))),
      );
      const got = answers.filter(({ ok }) => ok);
      const refusals = new Set(answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal])));
      expect(answers).toHaveLength(BUYERS);
      expect(got).toHaveLength(1);
      // Who looked when it was gone is told that it cannot be ordered.
      expect([...refusals].every((refusal) => refusal === "out-of-stock" || refusal === "cannot-order")).toBe(true);
      expect(await stockOf(cup)).toBe(0);
      const orders = await testDb.selectFrom("orders").where("sellerId", "=", cup.sellerId).select("id").execute();
      expect(await holdsOf(orders.map(({ id }) => id))).toEqual(["held 1"]);
      const kept = await testDb.selectFrom("cartLines").where("listingId", "=", cup.listingId).select("id").execute();
      expect(kept).toHaveLength(BUYERS - 1);
    },
    BUYERS * 150,
  );
});

describe("taking stock", () => {
  const take = (wanted: Parameters<typeof takeStock>[1]) =>
    testDb.transaction().execute((trx) => takeStock(trx, wanted));
  const variant = ({ variantIds }: { variantIds: string[] }) => variantIds[0] ?? "";

  it("takes all or nothing, and names what is short", async () => {
    const [many, few] = [await makeCup({ stock: 5 }), await makeCup({ stock: 1 })];
    const wanted = [many, few].map((cup) => ({ variantId: variant(cup), least: 2, most: 2 }));
    expect(await take(wanted)).toEqual({ ok: false, short: [variant(few)] });
    expect([await stockOf(many), await stockOf(few)]).toEqual([5, 1]);
  });

  it("takes of what can be made what is there", async () => {
    const cup = await makeCup({ stock: 3 });
    expect(await take([{ variantId: variant(cup), least: 0, most: 8 }])).toEqual({
      ok: true,
      taken: new Map([[variant(cup), 3]]),
    });
    expect(await take([{ variantId: variant(cup), least: 0, most: 8 }])).toEqual({ ok: true, taken: new Map() });
    expect(await stockOf(cup)).toBe(0);
  });

  it("takes nothing of a variant that is not offered any more", async () => {
    const cup = await makeCup({ stock: 3 });
    await testDb.updateTable("listingVariants").set({ isActive: false }).where("id", "=", variant(cup)).execute();
    expect(await take([{ variantId: variant(cup), least: 1, most: 1 }])).toMatchObject({ ok: false });
    expect(await stockOf(cup)).toBe(3);
  });

  it("never takes more than there is, however many take and give back at once", async () => {
    const cup = await makeCup({ stock: 7 });
    const taken = await Promise.all(
      Array.from({ length: 60 }, () => take([{ variantId: variant(cup), least: 2, most: 2 }])),
    );
    expect(taken.filter(({ ok }) => ok)).toHaveLength(3);
    expect(await stockOf(cup)).toBe(1);
    const back = [1, 2, 3].map(() =>
      testDb.transaction().execute((trx) => returnStock(trx, [{ variantId: variant(cup), quantity: 2 }])),
    );
    await Promise.all(back);
    expect(await stockOf(cup)).toBe(7);
  });

  it("does not wait in a circle where the same goods come in another order", async () => {
    const cups = await Promise.all(Array.from({ length: 8 }, () => makeCup({ stock: 1_000 })));
    const wanted = cups.map((cup) => ({ variantId: variant(cup), least: 1, most: 1 }));
    const given = wanted.map(({ variantId }) => ({ variantId, quantity: 1 }));
    const rounds = Array.from({ length: 40 }, (_none, at) => {
      const isTurned = at % 2 === 1;
      return [
        take(isTurned ? wanted.toReversed() : wanted),
        testDb.transaction().execute((trx) => returnStock(trx, isTurned ? given : given.toReversed())),
      ];
    });
    await Promise.all(rounds.flat());
    expect(await Promise.all(cups.map(stockOf))).toEqual(cups.map(() => 1_000));
  });
});

describe("what is held for an order", () => {
  it("comes back once, however many give it back", async () => {
    const made = await makeOrder(testDb, { status: "pending_payment", hold: "held" });
    const back = () => testDb.transaction().execute((trx) => releaseHeld(trx, [made.orderId], now));
    await Promise.all([back(), back(), back()]);
    await testDb.transaction().execute((trx) => returnTaken(trx, [made.orderId], now));
    expect(await stockOf({ variantIds: [made.variantId] })).toBe(12);
    expect(await holdsOf([made.orderId])).toEqual(["released 2"]);
  });

  it("is not given back by a release once it is bought", async () => {
    const made = await makeOrder(testDb, { status: "paid", hold: "taken" });
    await testDb.transaction().execute((trx) => releaseHeld(trx, [made.orderId], now));
    expect(await holdsOf([made.orderId])).toEqual(["taken 2"]);
  });

  it("is held once: a line has one hold that counts, and what ended does not begin again", async () => {
    const made = await makeOrder(testDb, { status: "pending_payment", hold: "held" });
    const [hold] = await testDb.selectFrom("stockHolds").where("orderId", "=", made.orderId).selectAll().execute();
    if (!hold) throw new Error("nothing is held");
    const { id: _id, ...copy } = hold;
    await expect(testDb.insertInto("stockHolds").values(copy).execute()).rejects.toMatchObject({
      constraint: "stock_holds_one_of_line",
    });
    await testDb.transaction().execute((trx) => releaseHeld(trx, [made.orderId], now));
    const again = { status: "held", endedAt: null };
    await expect(testDb.updateTable("stockHolds").set(again).where("id", "=", hold.id).execute()).rejects.toMatchObject(
      { constraint: "stock_holds_once" },
    );
  });

  it("of nobody is nothing", async () => {
    expect(await orderCart({ owner: makeGuest() })).toEqual({ ok: false, refusal: "cart-empty" });
  });
});

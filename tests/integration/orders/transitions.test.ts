import { describe, expect, it } from "vitest";
import { holdOrder, takeStep, THE_CLOCK, THE_MONEY } from "~/modules/orders/index.server";
import { ORDER_STATUSES, TRANSITIONS } from "~/modules/orders/transitions";
import { FACTORY_NOW as now, makeOrder } from "~db/factories";
import { testDb } from "~tests/support/database";
import { historyOf, statusOf } from "~tests/support/order";
import { waitFor } from "~tests/support/waiting";

describe("the drawing in the database", () => {
  it("is the one of the code", async () => {
    const kept = await testDb
      .selectFrom("orderTransitions")
      .select(["deed", "actor", "fromStatus", "toStatus"])
      .execute();
    const drawn = TRANSITIONS.flatMap(({ deed, by, from, to }) =>
      by.flatMap((actor) => from.map((status) => `${deed} ${actor} ${status} ${to}`)),
    );
    const rows = kept.map(({ deed, actor, fromStatus, toStatus }) => `${deed} ${actor} ${fromStatus} ${toStatus}`);
    expect(rows.toSorted()).toEqual(drawn.toSorted());
  });

  it("refuses every way that is not drawn, whoever writes it", async () => {
    const isDrawn = (one: string, other: string) =>
      TRANSITIONS.some(({ from, to }) => to === other && (from as readonly string[]).includes(one));
    const { orderId } = await makeOrder(testDb, { status: "paid" });
    const forbidden = ORDER_STATUSES.filter((status) => status !== "paid" && !isDrawn("paid", status));
    expect(forbidden).toContain("completed");
    for (const status of forbidden) {
      const write = testDb
        .updateTable("orders")
        .set((eb) => ({ status, revision: eb("revision", "+", 1) }))
        .where("id", "=", orderId)
        .execute();
      await expect(write).rejects.toMatchObject({ constraint: "orders_transition" });
    }
  });

  it("refuses a step that is not counted", async () => {
    const { orderId } = await makeOrder(testDb, { status: "paid" });
    const write = testDb.updateTable("orders").set({ status: "in_preparation" }).where("id", "=", orderId).execute();
    await expect(write).rejects.toMatchObject({ constraint: "orders_revision" });
  });

  it("refuses to change what was agreed, and what has happened", async () => {
    const { orderId } = await makeOrder(testDb, { status: "paid" });
    const agreed = testDb.updateTable("orders").set({ currency: "USD" }).where("id", "=", orderId).execute();
    await expect(agreed).rejects.toMatchObject({ constraint: "orders_agreed" });
    const told = testDb.updateTable("orderEvents").set({ deed: "cancel" }).where("orderId", "=", orderId).execute();
    await expect(told).rejects.toMatchObject({ constraint: "order_events_kept" });
  });
});

describe("a step", () => {
  it("that is not drawn from where the order is changes nothing and is not told", async () => {
    const { orderId } = await makeOrder(testDb, { status: "paid" });
    const taken = await testDb.transaction().execute(async (trx) => {
      const order = await holdOrder(trx, orderId);
      return order && takeStep(trx, order, "expire", THE_CLOCK, { now });
    });
    expect([taken, await statusOf(orderId), await historyOf(orderId)]).toEqual([undefined, "paid", ["place by buyer"]]);
  });

  it("is counted, and told with the money that made it", async () => {
    const { orderId } = await makeOrder(testDb, { status: "paid" });
    const taken = await testDb.transaction().execute(async (trx) => {
      const order = await holdOrder(trx, orderId);
      return order && takeStep(trx, order, "refund-all", THE_MONEY, { now });
    });
    expect(taken).toMatchObject({ status: "refunded", revision: 2 });
    expect(await historyOf(orderId)).toEqual(["place by buyer", "refund-all by money"]);
  });

  it("of an order that was read before somebody else's step fails, and leaves no trace", async () => {
    const { orderId } = await makeOrder(testDb, { status: "paid" });
    const read = await testDb.transaction().execute((trx) => holdOrder(trx, orderId));
    if (!read) throw new Error("the order that was just made is missing");
    const step = () => testDb.transaction().execute((trx) => takeStep(trx, read, "refund-all", THE_MONEY, { now }));
    const late = await waitFor(
      (trx) => takeStep(trx, read, "refund-all", THE_MONEY, { now }),
      () =>
        step().then(
          () => "taken",
          (error: Error) => error.message,
        ),
    );
    expect(late).toContain("is not at revision 1 any more");
    expect(await historyOf(orderId)).toEqual(["place by buyer", "refund-all by money"]);
  });
});

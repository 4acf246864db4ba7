import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { answerProblem, reportProblem, tidyOrders } from "~/modules/orders/index.server";
import { makeOrder, type MadeOrder, type OrderOptions } from "~db/factories";
import { writeRows } from "~db/bulk";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { actionsOn, historyOf, inDays, jobsOf, lettersTo, mailOf, orderRow, statusOf } from "~tests/support/order";
import { waitFor } from "~tests/support/waiting";

/** The status at both sides of an instant: before it nothing happens, at it the clock strikes. */
async function around(options: OrderOptions, at: Date): Promise<[string, string]> {
  const { orderId } = await makeOrder(testDb, options);
  await tidyOrders(testDb, new Date(at.getTime() - 1));
  const before = await statusOf(orderId);
  await tidyOrders(testDb, at);
  return [before, await statusOf(orderId)];
}

async function openCheckout(made: MadeOrder): Promise<void> {
  const checkout = { id: randomUUID(), reference: made.reference, method: "stripe", status: "open", currency: "EUR" };
  const sums = { total_minor: 6900, locale: "en", created_at: inDays(0).toISOString() };
  await writeRows(testDb, "checkouts", [{ ...checkout, ...sums, hold_until: inDays(1).toISOString() }]);
  await writeRows(testDb, "checkout_dues", [
    {
      checkout_id: checkout.id,
      due_id: made.dueIds[0],
      order_id: made.orderId,
      currency: "EUR",
      amount_minor: 6900,
      is_live: true,
    },
  ]);
}

describe("the clock", () => {
  it("cancels what its seller did not answer, and tells both sides", async () => {
    const options = { status: "awaiting_acceptance", acceptBy: inDays(5) } as const;
    expect(await around(options, inDays(5))).toEqual(["awaiting_acceptance", "cancelled"]);
    const made = await makeOrder(testDb, options);
    await tidyOrders(testDb, inDays(6));
    expect(await orderRow(made.orderId)).toMatchObject({ cancelReason: "not-accepted", cancelledAt: inDays(6) });
    expect(await historyOf(made.orderId)).toEqual(["place by buyer", "lapse by clock"]);
    expect(await jobsOf("settle-cancelled-order", made.orderId)).toBe(1);
    expect(await lettersTo(mailOf(made.buyer))).toMatchObject([{ kind: "order-lapsed" }]);
    expect(await lettersTo(mailOf(made.seller))).toMatchObject([{ kind: "order-lapsed" }]);
    expect(await actionsOn(made.orderId)).toEqual(["lapse-order"]);
  });

  it("cancels what was not paid, but not while somebody may be paying", async () => {
    const options = { status: "pending_payment", payBy: inDays(3) } as const;
    expect(await around(options, inDays(3))).toEqual(["pending_payment", "cancelled"]);
    const made = await makeOrder(testDb, options);
    await openCheckout(made);
    await tidyOrders(testDb, inDays(9));
    expect(await statusOf(made.orderId)).toBe("pending_payment");
    await testDb.updateTable("checkoutDues").set({ isLive: false }).where("orderId", "=", made.orderId).execute();
    await tidyOrders(testDb, inDays(9));
    expect(await orderRow(made.orderId)).toMatchObject({ status: "cancelled", cancelReason: "not-paid" });
  });

  it("does not look at what is paid at the door", async () => {
    const made = await makeOrder(testDb, {
      status: "pending_payment",
      delivery: "pick_up",
      paymentMethod: "at_pick_up",
    });
    await tidyOrders(testDb, inDays(400));
    expect(await statusOf(made.orderId)).toBe("pending_payment");
  });

  it("completes what its buyer said nothing about", async () => {
    expect(await around({ status: "shipped", completeBy: inDays(29) }, inDays(29))).toEqual(["shipped", "completed"]);
    expect(await around({ status: "delivered", delivery: "pick_up", completeBy: inDays(15) }, inDays(15))).toEqual([
      "delivered",
      "completed",
    ]);
    expect(await around({ status: "shipped", completeBy: inDays(29), dispute: "open" }, inDays(29))).toEqual([
      "shipped",
      "shipped",
    ]);
  });

  it("waits while a problem is open; an answer that nobody contradicts closes it after seven days", async () => {
    const made = await makeOrder(testDb, { status: "shipped", completeBy: inDays(29) });
    const { inquirer, orderId, seller } = made;
    const said = { orderId, kind: "problem", words: "It is dented.", wantedMinor: undefined } as const;
    await reportProblem(testDb, inquirer, newKey(), said, inDays(20));
    await tidyOrders(testDb, inDays(40));
    expect(await statusOf(orderId)).toBe("shipped");

    await answerProblem(testDb, seller, newKey(), { orderId, words: "Yenisini göndərirəm." }, inDays(40));
    await tidyOrders(testDb, inDays(46.9));
    expect(await historyOf(orderId)).not.toContain("close-problem by clock");
    await tidyOrders(testDb, inDays(47));
    expect(await historyOf(orderId)).toContain("close-problem by clock");
    expect(await orderRow(orderId)).toMatchObject({ status: "shipped", completeBy: inDays(50) });
    await tidyOrders(testDb, inDays(50));
    expect(await statusOf(orderId)).toBe("completed");
  });

  it("waits for who reports a problem at the same moment, and then leaves the order alone", async () => {
    const made = await makeOrder(testDb, { status: "shipped", completeBy: inDays(29) });
    const said = { orderId: made.orderId, kind: "problem", words: "Dented.", wantedMinor: undefined } as const;
    await testDb.transaction().execute(async (trx) => {
      await reportProblem(trx, made.inquirer, newKey(), said, inDays(28));
      // The row is held: this run goes past it.
      await tidyOrders(testDb, inDays(29));
    });
    await tidyOrders(testDb, inDays(29));
    expect(await statusOf(made.orderId)).toBe("shipped");
  });

  it("is waited for by who reports at the same moment", async () => {
    const made = await makeOrder(testDb, { status: "awaiting_acceptance", acceptBy: inDays(5) });
    const said = { orderId: made.orderId, kind: "problem", words: "Dented.", wantedMinor: undefined } as const;
    const reported = await waitFor(
      (trx) => trx.selectFrom("orders").select("id").where("id", "=", made.orderId).forUpdate().execute(),
      () => reportProblem(testDb, made.inquirer, newKey(), said, inDays(5)),
    );
    expect(reported).toEqual({ ok: false, refusal: "not-now" });
  });

  it("does each thing once when two workers run", async () => {
    const some = await Promise.all(
      Array.from({ length: 6 }, () => makeOrder(testDb, { status: "shipped", completeBy: inDays(29) })),
    );
    const runs = await Promise.all([tidyOrders(testDb, inDays(29)), tidyOrders(testDb, inDays(29))]);
    expect(runs.reduce((sum, run) => sum + (run.get("complete") ?? 0), 0)).toBe(6);
    for (const { orderId, buyer } of some) {
      expect(await historyOf(orderId)).toEqual(["place by buyer", "complete by clock"]);
      expect(await lettersTo(mailOf(buyer))).toHaveLength(1);
    }
  });

  it("reminds a seller two days, and a buyer who transfers one day before the end, once", async () => {
    const asked = await makeOrder(testDb, { status: "awaiting_acceptance", acceptBy: inDays(5) });
    const transfer = { status: "pending_payment", paymentMethod: "bank_transfer", payBy: inDays(5) } as const;
    const [unpaid, card] = [
      await makeOrder(testDb, transfer),
      await makeOrder(testDb, { ...transfer, paymentMethod: "stripe" }),
    ];
    await tidyOrders(testDb, inDays(2.9));
    expect(await lettersTo(mailOf(asked.seller))).toEqual([]);
    for (const days of [3, 3.5, 4, 4.5]) await tidyOrders(testDb, inDays(days));
    expect(await lettersTo(mailOf(asked.seller))).toMatchObject([{ kind: "order-accept-reminder" }]);
    expect(await lettersTo(mailOf(unpaid.buyer))).toMatchObject([{ kind: "order-pay-reminder" }]);
    expect(await lettersTo(mailOf(card.buyer))).toEqual([]);
  });
});

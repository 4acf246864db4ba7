import { describe, expect, it } from "vitest";
import { findBuyersOrder, findSellersOrder, findStaffOrder, listSellersOrders } from "~/modules/orders/index.server";
import { runWithLocale } from "~/platform/i18n/locale.server";
import { makeOrder, type MadeOrder, type OrderOptions } from "~db/factories";
import { testDb } from "~tests/support/database";
import { DONE, inDays, ship, statusOf } from "~tests/support/order";

/** An order whose buyer was shown so many days of preparing. */
async function makePromised(readyInDays: number | null, options: OrderOptions = {}): Promise<MadeOrder> {
  const made = await makeOrder(testDb, options);
  await testDb.updateTable("orders").set({ readyInDays }).where("id", "=", made.orderId).execute();
  return made;
}

const asSeller = ({ sellerId, orderId }: MadeOrder, now: Date) =>
  runWithLocale("en", () => findSellersOrder(testDb, sellerId, { orderId, lang: "en" }, now));
const sendBy = async (made: MadeOrder, now = inDays(1)) => (await asSeller(made, now))?.sendBy;

describe("the day by which a seller sends an order", () => {
  it("is that of the arrival without the way: so many days after the money as the buyer was shown", async () => {
    const made = await makePromised(3, { transitDaysMax: 14 });
    const view = await asSeller(made, inDays(1));
    expect([view?.sendBy, view?.arrives]).toEqual([
      { text: "Send by 27 Nov 2026", isLate: false },
      "Expected by 11 Dec 2026",
    ]);
  });

  it("is hers to its end, in Baku; afterwards it is said to be past, and she may send all the same", async () => {
    const made = await makePromised(3);
    expect(await sendBy(made, new Date("2026-11-27T19:59:00Z"))).toMatchObject({ isLate: false });
    expect(await sendBy(made, new Date("2026-11-27T20:01:00Z"))).toEqual({
      text: "Overdue: to be sent by 27 Nov 2026",
      isLate: true,
    });
    expect(await ship(made, { now: inDays(9) })).toEqual(DONE);
    expect(await statusOf(made.orderId)).toBe("shipped");
    expect(await sendBy(made, inDays(10))).toBeUndefined();
  });

  it("stands in the shop's list and on the page of staff, and the buyer reads her day of arrival alone", async () => {
    const made = await makePromised(3);
    const { inquirer, orderId, sellerId } = made;
    const question = { status: undefined, hasProblem: false, words: "", page: 1, lang: "en" } as const;
    const late = { text: "Overdue: to be sent by 27 Nov 2026", isLate: true };
    await runWithLocale("en", async () => {
      expect((await listSellersOrders(testDb, sellerId, question, inDays(5))).rows[0]?.sendBy).toEqual(late);
      expect((await findStaffOrder(testDb, { orderId, lang: "en" }, inDays(5)))?.sendBy).toEqual(late);
      const buyers = await findBuyersOrder(testDb, inquirer, { orderId, lang: "en" }, inDays(5));
      expect([buyers?.sendBy, buyers?.arrives]).toEqual([undefined, "Expected by 11 Dec 2026"]);
    });
  });

  it.each([
    ["nothing while its money is waited for", { status: "pending_payment" }, undefined],
    ["nothing while its bank has a dispute", { dispute: "open" }, undefined],
    ["nothing once it is over", { status: "completed" }, undefined],
    [
      "when it is ready, of what is fetched and paid at the door",
      { status: "pending_payment", delivery: "pick_up", paymentMethod: "at_pick_up", preparesAfter: "nothing" },
      "Have it ready for pick-up by 27 Nov 2026",
    ],
    ["when it is handed over, of a service", { kind: "service" }, "Hand over by 27 Nov 2026"],
  ] as const)("says %s", async (_what, options, text) => {
    expect((await sendBy(await makePromised(3, options)))?.text).toBe(text);
  });

  it("is read by the buyer of a service as the day by which it is ready; of goods she reads when they arrive", async () => {
    const service = await makePromised(3, { kind: "service" });
    const seen = await runWithLocale("en", () =>
      findBuyersOrder(testDb, service.inquirer, { orderId: service.orderId, lang: "en" }, inDays(1)),
    );
    expect(seen?.arrives).toBe("To be ready by 27 Nov 2026");
  });

  it("and the day of arrival are not told while the rest of the money is waited for: nobody knows when it comes", async () => {
    const made = await makePromised(3, {
      status: "partly_paid",
      paymentMethod: "bank_transfer",
      dues: [{ kind: "whole", amountMinor: 6_900, receivedMinor: 1_000 }],
    });
    const view = await asSeller(made, inDays(1));
    expect([view?.sendBy, view?.arrives]).toEqual([undefined, undefined]);
  });

  it("is none where no days were promised", async () => {
    expect(await sendBy(await makePromised(null))).toBeUndefined();
  });
});

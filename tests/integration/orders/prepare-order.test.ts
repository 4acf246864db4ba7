import { describe, expect, it } from "vitest";
import { markReady, prepareOrder } from "~/modules/orders/index.server";
import { makeOrder, type OrderOptions } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { actionsOn, DONE, historyOf, inDays, jobsOf, lettersTo, mailOf, no, orderRow } from "~tests/support/order";

const prepare = async (options: OrderOptions) => {
  const made = await makeOrder(testDb, options);
  return { made, answer: await prepareOrder(testDb, made.seller, newKey(), made.orderId, inDays(1)) };
};
const HALVES = [
  { kind: "deposit", amountMinor: 2070 },
  { kind: "balance", amountMinor: 4830 },
] as const;

describe("a seller who begins", () => {
  it("asks for all the money, where all was agreed to come first", async () => {
    const { answer } = await prepare({ status: "partly_paid", dues: HALVES });
    expect(answer).toEqual(no("not-paid"));
    expect((await prepare({ status: "paid" })).answer).toEqual(DONE);
    expect((await prepare({ status: "pending_payment" })).answer).toEqual(no("not-paid"));
  });

  it("asks for the first due in full, where that was agreed", async () => {
    const part = [
      { kind: "deposit", amountMinor: 2070, receivedMinor: 2000 },
      { kind: "balance", amountMinor: 4830 },
    ] as const;
    const options = { status: "partly_paid", preparesAfter: "first_due" } as const;
    expect((await prepare({ ...options, dues: part })).answer).toEqual(no("first-due-not-paid"));
    expect((await prepare({ ...options, dues: HALVES })).answer).toEqual(DONE);
  });

  it("asks for nothing of who pays at the door", async () => {
    const { answer } = await prepare({ status: "pending_payment", delivery: "pick_up", paymentMethod: "at_pick_up" });
    expect(answer).toEqual(DONE);
  });

  it("waits while the buyer's bank disputes", async () => {
    expect((await prepare({ dispute: "open" })).answer).toEqual(no("dispute-open"));
    expect((await prepare({ dispute: "won" })).answer).toEqual(DONE);
  });

  it("may be given the deposit; the buyer is told, and the log knows", async () => {
    const { made } = await prepare({});
    expect(await orderRow(made.orderId)).toMatchObject({ status: "in_preparation", preparingAt: inDays(1) });
    expect(await jobsOf("release-deposit", made.orderId)).toBe(1);
    expect(await lettersTo(mailOf(made.buyer))).toMatchObject([{ kind: "order-prepared" }]);
    expect(await actionsOn(made.orderId)).toEqual(["prepare-order"]);
  });

  it("begins once, however often the button is pressed", async () => {
    const { seller, orderId, buyer } = await makeOrder(testDb);
    const key = newKey();
    const press = () => prepareOrder(testDb, seller, key, orderId, inDays(1));
    expect(await Promise.all([press(), press()])).toEqual([DONE, DONE]);
    expect(await historyOf(orderId)).toEqual(["place by buyer", "prepare by seller"]);
    expect(await lettersTo(mailOf(buyer))).toHaveLength(1);
  });
});

describe("what is picked up", () => {
  it("lies ready, and its buyer is told so once", async () => {
    const made = await makeOrder(testDb, { status: "in_preparation", delivery: "pick_up" });
    const { seller, orderId } = made;
    expect(await markReady(testDb, seller, newKey(), orderId, inDays(1))).toEqual(DONE);
    expect(await markReady(testDb, seller, newKey(), orderId, inDays(1))).toEqual(no("not-now"));
    expect(await orderRow(orderId)).toMatchObject({ status: "in_preparation", readyAt: inDays(1) });
    expect(await lettersTo(mailOf(made.buyer))).toMatchObject([{ kind: "order-ready" }]);
    expect(await historyOf(orderId)).toEqual(["place by buyer", "ready by seller"]);
  });

  it.each([
    [{ status: "in_preparation" }, "not-picked-up"],
    [{ status: "pending_payment", delivery: "pick_up" }, "not-now"],
    [{ status: "paid", delivery: "pick_up", dispute: "open" }, "dispute-open"],
  ] as const)("does not lie ready when it is %o", async (options, refusal) => {
    const { seller, orderId } = await makeOrder(testDb, options);
    expect(await markReady(testDb, seller, newKey(), orderId, inDays(1))).toEqual(no(refusal));
  });
});

import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { acceptMilestone, askAgain, findBuyersOrder, reportProblem, tidyOrders } from "~/modules/orders/index.server";
import { markAccepted } from "~/modules/orders/fulfilment/accept-milestone.server";
import { runWithLocale } from "~/platform/i18n/locale.server";
import { makeOrder } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { acceptedParts, handOverAll, handOverPart, makeInParts, type MadeInParts } from "~tests/support/milestones";
import { actionsOn, DONE, historyOf, inDays, lettersTo, mailOf, no, orderRow, statusOf } from "~tests/support/order";

type Accepting = { at?: number; now?: Date; key?: ReturnType<typeof newKey> };
const accept = (made: MadeInParts, { at = 0, now = inDays(2), key = newKey() }: Accepting = {}) =>
  acceptMilestone(testDb, made.inquirer, key, { orderId: made.orderId, milestoneId: made.milestoneIds[at] ?? "" }, now);

const report = ({ inquirer, orderId }: MadeInParts, now = inDays(2)) =>
  reportProblem(
    testDb,
    inquirer,
    newKey(),
    { orderId, kind: "problem", words: "Not so.", wantedMinor: undefined },
    now,
  );

describe("a buyer who accepts one part of a service", () => {
  it("does it for that part alone: the order goes on, and the shop is told", async () => {
    const made = await makeInParts();
    await handOverPart(made);
    expect(await accept(made)).toEqual(DONE);
    expect(await acceptedParts(made.orderId)).toEqual([inDays(2), null, null]);
    expect(await statusOf(made.orderId)).toBe("in_preparation");
    expect((await historyOf(made.orderId)).at(-1)).toBe("accept-milestone by buyer");
    expect(await lettersTo(mailOf(made.seller))).toMatchObject([{ kind: "order-milestone-accepted" }]);
    expect((await actionsOn(made.orderId)).at(-1)).toBe("accept-milestone");
  });

  it("may be a guest", async () => {
    const made = await makeInParts({ isGuest: true });
    await handOverPart(made);
    expect(await accept(made)).toEqual(DONE);
  });

  it("does it once, however often the button is pressed and in however many windows", async () => {
    const made = await makeInParts();
    await handOverPart(made);
    const key = newKey();
    expect(await Promise.all([1, 2, 3].map(() => accept(made, { key })))).toEqual([DONE, DONE, DONE]);
    expect(await accept(made, { now: inDays(3) })).toEqual(no("milestone-accepted"));
    expect(await acceptedParts(made.orderId)).toEqual([inDays(2), null, null]);
    expect(await lettersTo(mailOf(made.seller))).toHaveLength(1);
  });

  it("with the last part completes the order, as by confirming it", async () => {
    const made = await makeInParts();
    for (const at of [0, 1]) {
      await handOverPart(made);
      expect(await accept(made, { at })).toEqual(DONE);
    }
    await handOverPart(made, inDays(3));
    expect(await statusOf(made.orderId)).toBe("delivered");
    expect(await accept(made, { at: 2, now: inDays(4) })).toEqual(DONE);
    expect(await orderRow(made.orderId)).toMatchObject({ status: "completed", completedAt: inDays(4) });
    expect(await acceptedParts(made.orderId)).toEqual([inDays(2), inDays(2), inDays(4)]);
    expect((await historyOf(made.orderId)).at(-1)).toBe("confirm by buyer");
    expect((await lettersTo(mailOf(made.seller))).at(-1)).toMatchObject({ kind: "order-confirmed" });
    const { ordersCompleted } = await testDb
      .selectFrom("sellerFigures")
      .where("sellerId", "=", made.sellerId)
      .select("ordersCompleted")
      .executeTakeFirstOrThrow();
    expect(ordersCompleted).toBe(1);
  });

  it("of the last two at the same moment completes it, once", async () => {
    const made = await makeInParts();
    await handOverAll(made);
    expect(await accept(made)).toEqual(DONE);
    expect(await Promise.all([accept(made, { at: 1 }), accept(made, { at: 2 })])).toEqual([DONE, DONE]);
    expect(await statusOf(made.orderId)).toBe("completed");
    expect((await historyOf(made.orderId)).filter((one) => one === "confirm by buyer")).toHaveLength(1);
  });
});

describe("a part is not accepted", () => {
  it("before it was handed over", async () => {
    const made = await makeInParts();
    await handOverPart(made);
    expect(await accept(made, { at: 1 })).toEqual(no("milestone-not-delivered"));
  });

  it("while a problem is open, nor while a bank disputes the money", async () => {
    const made = await makeInParts();
    await handOverPart(made);
    expect(await report(made)).toEqual(DONE);
    expect(await accept(made)).toEqual(no("problem-open"));
    const disputed = await makeInParts();
    await handOverPart(disputed);
    await testDb.updateTable("orders").set({ dispute: "open" }).where("id", "=", disputed.orderId).execute();
    expect(await accept(disputed)).toEqual(no("dispute-open"));
    expect(await acceptedParts(disputed.orderId)).toEqual([null, null, null]);
  });

  it("of an order that is over", async () => {
    const made = await makeInParts({ status: "cancelled" });
    await testDb
      .updateTable("orderMilestones")
      .set({ deliveredAt: inDays(1) })
      .where("orderId", "=", made.orderId)
      .execute();
    expect(await accept(made)).toEqual(no("not-now"));
  });

  it("as the last one while changes are being made", async () => {
    const made = await makeInParts({ listing: { revisionsIncluded: 1 } });
    await handOverAll(made);
    expect(await accept(made)).toEqual(DONE);
    expect(await accept(made, { at: 1 })).toEqual(DONE);
    await askAgain(testDb, made.inquirer, newKey(), { orderId: made.orderId, words: "Blue, please." }, inDays(2));
    expect(await accept(made, { at: 2 })).toEqual(no("not-now"));
  });

  it("of another order, by a stranger, or by nobody's id", async () => {
    const [made, other] = [await makeInParts(), await makeInParts()];
    await handOverPart(made);
    expect(await accept({ ...made, inquirer: other.inquirer })).toEqual(no("order-missing"));
    expect(await accept({ ...made, milestoneIds: other.milestoneIds })).toEqual(no("milestone-missing"));
    expect(await accept({ ...made, milestoneIds: [randomUUID()] })).toEqual(no("milestone-missing"));
    expect(await acceptedParts(made.orderId)).toEqual([null, null, null]);
  });

  it("twice by the row itself", async () => {
    const made = await makeInParts();
    await handOverPart(made);
    const part = (at: number) => ({ orderId: made.orderId, milestoneId: made.milestoneIds[at] ?? "" });
    const mark = (at: number, days: number) =>
      testDb.transaction().execute((trx) => markAccepted(trx, part(at), inDays(days)));
    expect([await mark(0, 2), await mark(0, 3), await mark(1, 3)]).toEqual([true, false, false]);
    expect(await acceptedParts(made.orderId)).toEqual([inDays(2), null, null]);
  });
});

describe("the clock and a part that its buyer said nothing about", () => {
  it("accepts it after fourteen days, as the letter said, and not before", async () => {
    const made = await makeInParts();
    await handOverPart(made);
    const [letter] = await lettersTo(mailOf(made.buyer));
    expect(letter?.text).toMatch(/if you say nothing, it counts as accepted on /);
    await tidyOrders(testDb, new Date(inDays(15).getTime() - 1));
    expect(await acceptedParts(made.orderId)).toEqual([null, null, null]);
    await tidyOrders(testDb, inDays(15));
    expect(await acceptedParts(made.orderId)).toEqual([inDays(15), null, null]);
    expect((await historyOf(made.orderId)).at(-1)).toBe("accept-milestone by clock");
    expect(await lettersTo(mailOf(made.seller))).toMatchObject([{ kind: "order-milestone-accepted" }]);
  });

  it("waits while a problem is open, and leaves the whole to its own days", async () => {
    const made = await makeInParts();
    await handOverPart(made);
    await report(made);
    await tidyOrders(testDb, inDays(40));
    expect(await acceptedParts(made.orderId)).toEqual([null, null, null]);
    const whole = await makeInParts({ listing: { revisionsIncluded: 1 } });
    await handOverAll(whole);
    await askAgain(testDb, whole.inquirer, newKey(), { orderId: whole.orderId, words: "Blue, please." }, inDays(2));
    await tidyOrders(testDb, inDays(40));
    expect(await acceptedParts(whole.orderId)).toEqual([null, null, null]);
  });
});

describe("the page of the order", () => {
  it("offers what can be accepted, says why something cannot, and nothing of an order without parts", async () => {
    const made = await makeInParts();
    await handOverPart(made);
    const look = (orderId: string, inquirer = made.inquirer) =>
      runWithLocale("en", () => findBuyersOrder(testDb, inquirer, { orderId, lang: "en" }, inDays(2)));
    const offers = async () => (await look(made.orderId))?.milestones.map(({ title, offer }) => [title, offer]);
    expect(await offers()).toEqual([
      ["Sketch", { why: undefined }],
      ["Model", undefined],
      ["Final files", undefined],
    ]);
    await report(made);
    expect((await offers())?.[0]?.[1]).toEqual({ why: expect.stringContaining("open matter") as string });
    const plain = await makeOrder(testDb);
    expect((await look(plain.orderId, plain.inquirer))?.milestones).toEqual([]);
  });
});

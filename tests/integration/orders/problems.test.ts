import { describe, expect, it } from "vitest";
import {
  answerProblem,
  askStaff,
  closeProblemAsBuyer,
  closeRefundedProblem,
  confirmReceipt,
  decideProblem,
  hasOpenProblem,
  reportProblem,
} from "~/modules/orders/index.server";
import { THE_MONEY } from "~/modules/orders/order-keys.server";
import { makeOrder, makeStaff, type MadeOrder, type OrderOptions } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { actionsOn, DONE, historyOf, inDays, lettersTo, mailOf, no, orderRow } from "~tests/support/order";
import { waitFor } from "~tests/support/waiting";

type Said = {
  kind?: "problem" | "refund" | "withdrawal";
  wantedMinor?: bigint;
  now?: Date;
  key?: ReturnType<typeof newKey>;
  db?: typeof testDb;
};
const report = (
  { inquirer, orderId }: MadeOrder,
  { kind = "problem", wantedMinor, now = inDays(3), key = newKey(), db = testDb }: Said = {},
) => reportProblem(db, inquirer, key, { orderId, kind, words: "Two cups are dented.", wantedMinor }, now);
const answer = ({ seller, orderId }: MadeOrder, now = inDays(4), key = newKey()) =>
  answerProblem(testDb, seller, key, { orderId, words: "Yenisini göndərirəm." }, now);

const isOpen = async (orderId: string) =>
  (
    await testDb
      .selectFrom("orders")
      .select(hasOpenProblem().as("isOpen"))
      .where("id", "=", orderId)
      .executeTakeFirstOrThrow()
  ).isOpen;
const problemsOf = (orderId: string) =>
  testDb
    .selectFrom("orderProblems")
    .select(["kind", "status", "words", "wantedMinor", "answerWords", "closedAs"])
    .where("orderId", "=", orderId)
    .orderBy("openedAt")
    .execute();

describe("a buyer who says that something is wrong", () => {
  it("is heard by the shop, and stops payouts until it is closed", async () => {
    const made = await makeOrder(testDb, { status: "shipped", isGuest: true });
    expect(await isOpen(made.orderId)).toBe(false);
    expect(await report(made)).toEqual(DONE);
    expect(await isOpen(made.orderId)).toBe(true);
    expect(await problemsOf(made.orderId)).toMatchObject([
      { kind: "problem", status: "open", words: "Two cups are dented." },
    ]);
    const [letter] = await lettersTo(mailOf(made.seller));
    expect(letter?.text).toContain("«Two cups are dented.»");
    expect(await actionsOn(made.orderId)).toEqual(["report-problem"]);
  });

  it("says it once at a time, however often the button is pressed", async () => {
    const made = await makeOrder(testDb, { status: "delivered" });
    const key = newKey();
    expect(await Promise.all([report(made, { key }), report(made, { key })])).toEqual([DONE, DONE]);
    expect(await report(made, { kind: "refund" })).toEqual(no("problem-open"));
    expect(await problemsOf(made.orderId)).toHaveLength(1);
    const twice = testDb
      .insertInto("orderProblems")
      .values({ orderId: made.orderId, kind: "problem", status: "open", openedAt: inDays(3) })
      .execute();
    await expect(twice).rejects.toMatchObject({ constraint: "order_problems_one_open" });
  });

  it("asks for no more money than came and has not gone back", async () => {
    const made = await makeOrder(testDb, { status: "shipped", refundedMinor: 900 });
    expect(await report(made, { kind: "refund", wantedMinor: 6001n })).toEqual(no("more-than-left"));
    expect(await report(made, { kind: "refund", wantedMinor: 6000n })).toEqual(DONE);
    const all = await makeOrder(testDb, { status: "shipped", refundedMinor: 6900 });
    expect(await report(all, { kind: "refund" })).toEqual(no("nothing-to-refund"));
  });

  it.each([
    [{ status: "pending_payment" }, "not-now"],
    [{ status: "cancelled" }, "not-now"],
    [{ status: "completed", completedAt: inDays(-57) }, "too-late"],
  ] as const)("is not heard of what is %o", async (options: OrderOptions, refusal) => {
    expect(await report(await makeOrder(testDb, options))).toEqual(no(refusal));
  });

  it("finds another's order missing", async () => {
    const [made, other] = [await makeOrder(testDb, { status: "shipped" }), await makeOrder(testDb)];
    expect(await report({ ...made, inquirer: other.inquirer })).toEqual(no("order-missing"));
  });

  it("does not confirm meanwhile; after it is settled she does", async () => {
    const made = await makeOrder(testDb, { status: "shipped" });
    await report(made);
    const confirm = () => confirmReceipt(testDb, made.inquirer, newKey(), made.orderId, inDays(5));
    expect(await confirm()).toEqual(no("problem-open"));
    expect(await closeProblemAsBuyer(testDb, made.inquirer, newKey(), made.orderId, inDays(5))).toEqual(DONE);
    expect(await confirm()).toEqual(DONE);
    expect(await lettersTo(mailOf(made.seller))).toMatchObject([
      { kind: "order-problem" },
      { kind: "order-problem-closed" },
      { kind: "order-confirmed" },
    ]);
  });

  it("is waited for by who confirms at the same moment", async () => {
    const made = await makeOrder(testDb, { status: "shipped" });
    const confirmed = await waitFor(
      (trx) => report(made, { db: trx }),
      () => confirmReceipt(testDb, made.inquirer, newKey(), made.orderId, inDays(3)),
    );
    expect(confirmed).toEqual(no("problem-open"));
  });
});

describe("an answer", () => {
  it("stands for seven days, and the buyer knows until when she may contradict", async () => {
    const made = await makeOrder(testDb, { status: "shipped" });
    await report(made);
    expect(await answer(made)).toEqual(DONE);
    expect(await problemsOf(made.orderId)).toMatchObject([{ status: "answered", answerWords: "Yenisini göndərirəm." }]);
    const letter = (await lettersTo(mailOf(made.buyer))).find(({ kind }) => kind === "order-answered");
    expect(letter?.text).toContain("until 5 December 2026");
    expect(await isOpen(made.orderId)).toBe(true);
  });

  it("is given once by a button, and to something", async () => {
    const [made, none, stranger] = [
      await makeOrder(testDb, { status: "shipped" }),
      await makeOrder(testDb),
      await makeOrder(testDb),
    ];
    await report(made);
    const key = newKey();
    expect(await Promise.all([answer(made, inDays(4), key), answer(made, inDays(4), key)])).toEqual([DONE, DONE]);
    expect(await historyOf(made.orderId)).toEqual(["place by buyer", "problem by buyer", "answer-problem by seller"]);
    expect(await answer(none)).toEqual(no("problem-missing"));
    expect(await answer({ ...made, seller: stranger.seller })).toEqual(no("order-missing"));
  });

  it("is contradicted once: the Federation decides, and the buyer has three more days", async () => {
    const made = await makeOrder(testDb, { status: "shipped", completeBy: inDays(5) });
    const treasurer = await makeStaff(testDb, "treasurer");
    await report(made);
    await answer(made);
    const ask = () =>
      askStaff(testDb, made.inquirer, newKey(), { orderId: made.orderId, words: "It did not come." }, inDays(5));
    expect(await ask()).toEqual(DONE);
    expect(await ask()).toEqual(no("not-now"));
    await answer(made, inDays(5));
    expect(await problemsOf(made.orderId)).toMatchObject([{ status: "open" }]);
    const decide = () =>
      decideProblem(testDb, treasurer, newKey(), { orderId: made.orderId, words: "Half is given back." }, inDays(6));
    expect(await decide()).toEqual(DONE);
    expect(await decide()).toEqual(no("problem-missing"));
    expect(await problemsOf(made.orderId)).toMatchObject([{ status: "closed", closedAs: "decided" }]);
    expect((await orderRow(made.orderId)).completeBy).toEqual(inDays(9));
  });

  it("is not asked for where nothing is open", async () => {
    const made = await makeOrder(testDb, { status: "shipped" });
    const { inquirer, orderId } = made;
    expect(await askStaff(testDb, inquirer, newKey(), { orderId, words: "?" }, inDays(5))).toEqual(
      no("problem-missing"),
    );
    expect(await closeProblemAsBuyer(testDb, inquirer, newKey(), orderId, inDays(5))).toEqual(no("problem-missing"));
  });
});

describe("what is paid back in full", () => {
  it("closes what was open, once", async () => {
    const made = await makeOrder(testDb, { status: "shipped" });
    await report(made);
    const close = () =>
      testDb.transaction().execute((trx) => closeRefundedProblem(trx, made.orderId, THE_MONEY, inDays(5)));
    expect([await close(), await close()]).toEqual([true, false]);
    expect(await problemsOf(made.orderId)).toMatchObject([{ status: "closed", closedAs: "refunded" }]);
  });
});

describe("a consumer in the European Union", () => {
  const withdraw = (made: MadeOrder, now: Date) => report(made, { kind: "withdrawal", now });
  const received = {
    status: "completed",
    shippedAt: inDays(1),
    completedAt: inDays(10),
    completeBy: inDays(29),
  } as const;

  it("withdraws within fourteen days of the receipt that she confirmed", async () => {
    expect(await withdraw(await makeOrder(testDb, received), inDays(23.9))).toEqual(DONE);
    expect(await withdraw(await makeOrder(testDb, received), inDays(24))).toEqual(no("too-late"));
  });

  it("withdraws while the goods are under way, and until the clock has completed", async () => {
    const byClock = { ...received, completedAt: inDays(29) };
    expect(await withdraw(await makeOrder(testDb, { status: "shipped" }), inDays(20))).toEqual(DONE);
    expect(await withdraw(await makeOrder(testDb, byClock), inDays(29))).toEqual(no("too-late"));
  });

  it.each([
    ["for a company", { company: "Musterhaus GmbH" }, "no-consumer"],
    ["outside of the Union", { destination: "US" }, "no-consumer"],
    ["from what was made for her", { lines: [{ isCustomMade: true }] }, "custom-made"],
    ["before anything has left", { status: "paid" }, "not-now"],
    ["from what is digital", { status: "delivered", delivery: "digital" }, "no-goods"],
    [
      "from what was picked up long ago",
      { status: "delivered", delivery: "pick_up", deliveredAt: inDays(-14) },
      "too-late",
    ],
  ] as const)("does not withdraw %s", async (_how, options: OrderOptions, refusal) => {
    expect(await withdraw(await makeOrder(testDb, { status: "shipped", ...options }), inDays(3))).toEqual(no(refusal));
  });
});

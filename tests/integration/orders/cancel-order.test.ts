import { describe, expect, it } from "vitest";
import {
  cancelAsBuyer,
  cancelAsSeller,
  cancelAsStaff,
  confirmReceipt,
  prepareOrder,
} from "~/modules/orders/index.server";
import { FACTORY_NOW, makeOrder, makeStaff, type MadeOrder, type OrderOptions } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import {
  actionsOn,
  DONE,
  historyOf,
  inDays,
  jobsOf,
  lettersTo,
  mailOf,
  no,
  orderRow,
  ship,
  statusOf,
} from "~tests/support/order";
import { waitFor } from "~tests/support/waiting";

const asBuyer = ({ inquirer, orderId }: MadeOrder, key = newKey(), db = testDb) =>
  cancelAsBuyer(db, inquirer, key, { orderId, words: "Too late for the party." }, inDays(1));
const asSeller = ({ seller, orderId }: MadeOrder, key = newKey()) =>
  cancelAsSeller(testDb, seller, key, { orderId, reason: "cannot-make", words: "Dəzgah sınıb." }, inDays(1));

describe("a buyer", () => {
  it.each(["awaiting_acceptance", "pending_payment", "partly_paid", "paid", "in_preparation"] as const)(
    "cancels an order that is %s",
    async (status) => {
      const made = await makeOrder(testDb, { status, preparesAfter: "first_due" });
      expect(await asBuyer(made)).toEqual(DONE);
      expect(await orderRow(made.orderId)).toMatchObject({ status: "cancelled", cancelReason: "buyer-changed-mind" });
    },
  );

  it("as a guest, too; the shop is told in her words, and what was paid is for the payments' room", async () => {
    const made = await makeOrder(testDb, { isGuest: true });
    expect(await asBuyer(made)).toEqual(DONE);
    expect(await jobsOf("settle-cancelled-order", made.orderId)).toBe(1);
    const [letter] = await lettersTo(mailOf(made.seller));
    expect(letter).toMatchObject({ kind: "order-cancelled-by-buyer" });
    expect(letter?.text).toContain("«Too late for the party.»");
    expect(await lettersTo(made.guestEmail ?? "")).toMatchObject([{ kind: "order-own-cancellation" }]);
    expect(await actionsOn(made.orderId)).toEqual(["cancel-order"]);
  });

  it("cancels once, however often the button is pressed", async () => {
    const made = await makeOrder(testDb);
    const key = newKey();
    expect(await Promise.all([asBuyer(made, key), asBuyer(made, key)])).toEqual([DONE, DONE]);
    expect(await historyOf(made.orderId)).toEqual(["place by buyer", "cancel by buyer"]);
    expect(await lettersTo(mailOf(made.seller))).toHaveLength(1);
  });

  it.each([
    [{ status: "shipped" }, "not-now"],
    [{ status: "completed" }, "not-now"],
    [{ dispute: "open" }, "dispute-open"],
  ] as const)("does not cancel what is %o", async (options: OrderOptions, refusal) => {
    expect(await asBuyer(await makeOrder(testDb, options))).toEqual(no(refusal));
  });

  it("does not cancel what has left in part", async () => {
    const made = await makeOrder(testDb);
    await ship(made, { pieces: [{ lineId: made.lineIds[0] ?? "", quantity: 1 }] });
    expect(await asBuyer(made)).toEqual(no("parcel-left"));
    expect(await asSeller(made)).toEqual(no("parcel-left"));
  });

  it("finds the order of somebody else missing, by account or by browser", async () => {
    const [hers, other, guest] = [
      await makeOrder(testDb),
      await makeOrder(testDb),
      await makeOrder(testDb, { isGuest: true }),
    ];
    expect(await asBuyer({ ...hers, inquirer: other.inquirer })).toEqual(no("order-missing"));
    expect(await asBuyer({ ...hers, inquirer: guest.inquirer })).toEqual(no("order-missing"));
    expect(await asBuyer({ ...guest, inquirer: other.inquirer })).toEqual(no("order-missing"));
    expect(await statusOf(hers.orderId)).toBe("paid");
  });

  it("who cancels while the seller ships is answered by what was first", async () => {
    const [shipped, cancelled] = [await makeOrder(testDb), await makeOrder(testDb)];
    const late = await waitFor(
      (trx) => ship(shipped, { db: trx }),
      () => asBuyer(shipped),
    );
    expect(late).toEqual(no("not-now"));
    expect(await statusOf(shipped.orderId)).toBe("shipped");
    const tooLate = await waitFor(
      (trx) => asBuyer(cancelled, newKey(), trx),
      () => ship(cancelled),
    );
    expect(tooLate).toEqual(no("not-now"));
    expect(await historyOf(cancelled.orderId)).toEqual(["place by buyer", "cancel by buyer"]);
  });
});

describe("a seller", () => {
  it("cancels with a reason that the buyer reads", async () => {
    const made = await makeOrder(testDb);
    expect(await asSeller(made)).toEqual(DONE);
    expect(await orderRow(made.orderId)).toMatchObject({
      status: "cancelled",
      cancelReason: "cannot-make",
      cancelWords: "Dəzgah sınıb.",
    });
    const [letter] = await lettersTo(mailOf(made.buyer));
    for (const text of [
      "had to cancel your order.",
      "€69 goes back to the card",
      "Reason: It cannot be made.",
      "“Dəzgah sınıb.”",
    ]) {
      expect(letter?.text).toContain(text);
    }
  });

  it("does not cancel what she has not taken on: she declines", async () => {
    const made = await makeOrder(testDb, { status: "awaiting_acceptance" });
    expect(await asSeller(made)).toEqual(no("not-now"));
  });

  it("cancels once, and prepares nothing that is cancelled", async () => {
    const made = await makeOrder(testDb);
    const key = newKey();
    expect(await Promise.all([asSeller(made, key), asSeller(made, key)])).toEqual([DONE, DONE]);
    expect(await prepareOrder(testDb, made.seller, newKey(), made.orderId, inDays(2))).toEqual(no("not-now"));
  });
});

describe("the Federation", () => {
  it("cancels in words that both sides get", async () => {
    const made = await makeOrder(testDb);
    const treasurer = await makeStaff(testDb, "treasurer");
    const given = { orderId: made.orderId, words: "The shop has closed." };
    expect(await cancelAsStaff(testDb, treasurer, newKey(), given, inDays(1))).toEqual(DONE);
    expect(await orderRow(made.orderId)).toMatchObject({ status: "cancelled", cancelReason: "by-staff" });
    for (const person of [made.buyer, made.seller]) {
      expect(await lettersTo(mailOf(person))).toMatchObject([{ kind: "order-cancelled-by-staff" }]);
    }
    expect(await cancelAsStaff(testDb, treasurer, newKey(), given, inDays(1))).toEqual(no("not-now"));
  });
});

describe("a buyer who has it", () => {
  const confirm = ({ inquirer, orderId }: MadeOrder, key = newKey()) =>
    confirmReceipt(testDb, inquirer, key, orderId, inDays(5));

  it("completes the order; the shop is told, and it counts among its completed ones", async () => {
    const made = await makeOrder(testDb, { status: "shipped" });
    const key = newKey();
    expect(await Promise.all([confirm(made, key), confirm(made, key)])).toEqual([DONE, DONE]);
    expect(await orderRow(made.orderId)).toMatchObject({ status: "completed", completedAt: inDays(5) });
    expect(await lettersTo(mailOf(made.seller))).toMatchObject([{ kind: "order-confirmed" }]);
    const figures = await testDb
      .selectFrom("sellerFigures")
      .select("ordersCompleted")
      .where("sellerId", "=", made.sellerId)
      .executeTakeFirst();
    expect(figures).toEqual({ ordersCompleted: 1 });
  });

  it.each([
    [{ status: "paid" }, "not-now"],
    [{ status: "shipped", dispute: "open" }, "dispute-open"],
    [{ status: "completed", completedAt: FACTORY_NOW }, "not-now"],
  ] as const)("does not confirm what is %o", async (options: OrderOptions, refusal) => {
    expect(await confirm(await makeOrder(testDb, options))).toEqual(no(refusal));
  });
});

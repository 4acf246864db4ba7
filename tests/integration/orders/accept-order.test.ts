import { describe, expect, it } from "vitest";
import { acceptOrder, declineOrder } from "~/modules/orders/index.server";
import { makeOrder, makeSellerActor, type OrderOptions } from "~db/factories";
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
  statusOf,
} from "~tests/support/order";
import { waitFor } from "~tests/support/waiting";

const makeAsked = (options: OrderOptions = {}) => makeOrder(testDb, { status: "awaiting_acceptance", ...options });
const decline = { reason: "out-of-stock", words: "Bu il yun yoxdur." } as const;

describe("a seller who takes an order on", () => {
  it("lets its buyer pay for three days by card, and ten by transfer", async () => {
    const [card, transfer] = [await makeAsked(), await makeAsked({ paymentMethod: "bank_transfer" })];
    for (const { seller, orderId } of [card, transfer]) {
      expect(await acceptOrder(testDb, seller, newKey(), orderId, inDays(1))).toEqual(DONE);
    }
    expect(await orderRow(card.orderId)).toMatchObject({
      status: "pending_payment",
      acceptedAt: inDays(1),
      payBy: inDays(4),
    });
    expect((await orderRow(transfer.orderId)).payBy).toEqual(inDays(11));
  });

  it("is written into history and log, and the buyer gets a letter with the last day to pay", async () => {
    const made = await makeAsked();
    await acceptOrder(testDb, made.seller, newKey(), made.orderId, inDays(1));
    expect(await historyOf(made.orderId)).toEqual(["place by buyer", "accept by seller"]);
    expect(await actionsOn(made.orderId)).toEqual(["accept-order"]);
    const [letter] = await lettersTo(mailOf(made.buyer));
    expect(letter).toMatchObject({ kind: "order-accepted", subject: `Order ${made.reference} is accepted` });
    expect(letter?.text).toContain("by 28 November 2026");
    expect(letter?.text).toContain("€69 in all");
    expect(letter?.text).toContain("Payment is taken by Karvan Trade GmbH, Hafenstraße 1, 20457 Hamburg, Germany");
    expect(letter?.text).toContain("reach Karvan Trade GmbH at sale@karvan-trade.example");
  });

  it("does so once, however often the button is pressed", async () => {
    const { seller, orderId, buyer } = await makeAsked();
    const key = newKey();
    const answers = await Promise.all([1, 2].map(() => acceptOrder(testDb, seller, key, orderId, inDays(1))));
    expect(answers).toEqual([DONE, DONE]);
    expect(await historyOf(orderId)).toHaveLength(2);
    expect(await lettersTo(mailOf(buyer))).toHaveLength(1);
  });

  it("is refused when a colleague was first, at the same moment or before", async () => {
    const { seller, orderId, sellerId } = await makeAsked();
    const colleague = await makeSellerActor(testDb, sellerId, "editor");
    const second = await waitFor(
      (trx) => acceptOrder(trx, seller, newKey(), orderId, inDays(1)),
      () => acceptOrder(testDb, colleague, newKey(), orderId, inDays(1)),
    );
    expect(second).toEqual(no("not-now"));
    expect(await historyOf(orderId)).toEqual(["place by buyer", "accept by seller"]);
  });

  it("is refused when the time is over, though the clock has not come by yet", async () => {
    const { seller, orderId } = await makeAsked({ acceptBy: inDays(5) });
    expect(await acceptOrder(testDb, seller, newKey(), orderId, inDays(5))).toEqual(no("too-late"));
    expect(await acceptOrder(testDb, seller, newKey(), orderId, inDays(4.9))).toEqual(DONE);
  });

  it("finds another shop's order missing", async () => {
    const [made, stranger] = [await makeAsked(), await makeAsked()];
    expect(await acceptOrder(testDb, stranger.seller, newKey(), made.orderId, inDays(1))).toEqual(no("order-missing"));
    expect(await statusOf(made.orderId)).toBe("awaiting_acceptance");
  });
});

describe("a seller who declines an order", () => {
  it("says why; the buyer reads it, and what was held is for the payments' room to settle", async () => {
    const made = await makeAsked();
    const { seller, orderId } = made;
    expect(await declineOrder(testDb, seller, newKey(), { orderId, ...decline }, inDays(1))).toEqual(DONE);
    expect(await orderRow(orderId)).toMatchObject({
      status: "cancelled",
      cancelledAt: inDays(1),
      cancelReason: "out-of-stock",
      cancelWords: "Bu il yun yoxdur.",
    });
    expect(await jobsOf("settle-cancelled-order", orderId)).toBe(1);
    const [letter] = await lettersTo(mailOf(made.buyer));
    expect(letter?.text).toContain("“Bu il yun yoxdur.”");
    expect(await actionsOn(orderId)).toEqual(["decline-order"]);
  });

  it("cannot decline what she has taken on, or what has lapsed", async () => {
    const [taken, late] = [await makeOrder(testDb, { status: "paid" }), await makeAsked({ acceptBy: inDays(5) })];
    const say = ({ seller, orderId }: typeof taken, now: Date) =>
      declineOrder(testDb, seller, newKey(), { orderId, ...decline }, now);
    expect(await say(taken, inDays(1))).toEqual(no("not-now"));
    expect(await say(late, inDays(6))).toEqual(no("too-late"));
  });
});

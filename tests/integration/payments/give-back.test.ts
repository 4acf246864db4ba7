import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { bookPayoutSent, bookRelease } from "~/modules/payments/index.server";
import { settleDispute } from "~/modules/payments/disputes/settle-dispute.server";
import type { WantedBack } from "~/modules/payments/refunds/give-back-rules";
import { giveBackAsSeller, giveBackAsStaff } from "~/modules/payments/refunds/give-back.server";
import { clock } from "~/platform/clock.server";
import { makeApprovedSeller, makeSellerActor } from "~db/factories";
import { moneyOf, refundsOf, sendRefunds, workReceived } from "~tests/support/buying";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { expectSoundLedger, owed } from "~tests/support/ledger";
import { actionsOn, DONE, historyOf, lettersTo, no } from "~tests/support/order";
import { makePaidOrder, partsBack, type PaidOrder } from "~tests/support/paid-order";
import { useStripeSandbox } from "~tests/support/stripe-sandbox";

const stand = useStripeSandbox();
const ALL: WantedBack = { what: "all" };
const amount = (amountMinor: bigint): WantedBack => ({ what: "amount", amountMinor });
const cups = ({ lineId }: PaidOrder, quantity: number, hasCarriage = false): WantedBack => ({
  what: "chosen",
  pieces: [{ lineId, quantity }],
  hasCarriage,
});
const give = (made: PaidOrder, wanted: WantedBack, key = newKey()) =>
  giveBackAsSeller(testDb, made.seller, key, { orderId: made.orderId, wanted, words: "One was broken." });
const giveAsStaff = (made: PaidOrder, wanted: WantedBack) =>
  giveBackAsStaff(testDb, made.staff, newKey(), { orderId: made.orderId, wanted, words: "The shop is silent." });

describe("a seller who gives money back", () => {
  it("gives back all that is left: the order ends, the buyer reads why, and the books are right", async () => {
    const made = await makePaidOrder(stand);
    expect(await give(made, ALL)).toEqual(DONE);
    expect(await refundsOf(made.orderId)).toEqual(["seller 6900 asked"]);
    await sendRefunds(stand, made.orderId);
    expect(await moneyOf(made.orderId)).toEqual({ status: "refunded", received: 6_900, refunded: 6_900 });
    expect((await historyOf(made.orderId)).slice(-2)).toEqual(["give-back by seller", "refund-all by money"]);
    expect(await actionsOn(made.orderId)).toContain("give-back-money");
    const letter = (await lettersTo("jonas@example.org")).find(({ kind }) => kind === "order-given-back");
    expect(letter?.text).toContain("One was broken.");
    expect(letter?.subject).toContain("€69");
    expect(await owed(testDb, made.sellerId)).toEqual({ pending: 0, payable: 0 });
    await expectSoundLedger(testDb);
  });

  it("gives a piece back, and the next; the third is not there", async () => {
    const made = await makePaidOrder(stand);
    expect(await give(made, cups(made, 1, true))).toEqual(DONE);
    expect(await give(made, cups(made, 1, true))).toEqual(no("no-carriage"));
    expect(await give(made, cups(made, 2))).toEqual(no("too-many-pieces"));
    expect(await give(made, cups(made, 1))).toEqual(DONE);
    expect(await partsBack(made.orderId)).toEqual(["carriage 900", "1 3000", "1 3000"]);
    expect(await give(made, ALL)).toEqual(no("nothing-left"));
  });

  it("twenty times at once gives no piece back twice", async () => {
    // Of four cups, two may go: what limits it is the line, not the money.
    const made = await makePaidOrder(stand, { quantity: 4 });
    expect(await give(made, cups(made, 2))).toEqual(DONE);
    const answers = await Promise.all([...Array(20).keys()].map(() => give(made, cups(made, 1))));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(2);
    expect(answers.filter((one) => !one.ok && one.refusal !== "too-many-pieces")).toEqual([]);
    expect(await partsBack(made.orderId)).toEqual(["1 3000", "1 3000", "2 6000"]);
    await sendRefunds(stand, made.orderId);
    expect(await moneyOf(made.orderId)).toMatchObject({ received: 12_900, refunded: 12_000 });
    await expectSoundLedger(testDb);
  });

  it("gives back once, however often the form is sent", async () => {
    const made = await makePaidOrder(stand);
    const key = newKey();
    const answers = await Promise.all([1, 2, 3].map(() => give(made, amount(1_000n), key)));
    expect(answers).toEqual([DONE, DONE, DONE]);
    expect(await refundsOf(made.orderId)).toEqual(["seller 1000 asked"]);
  });

  it("gives back no more than came, in two amounts at once", async () => {
    const made = await makePaidOrder(stand);
    const answers = await Promise.all([give(made, amount(4_000n)), give(made, amount(4_000n))]);
    expect(answers).toContainEqual(no("more-than-left"));
    expect(await refundsOf(made.orderId)).toEqual(["seller 4000 asked"]);
  });

  it("may give back what she was paid already: her balance falls below zero", async () => {
    const made = await makePaidOrder(stand);
    const at = clock();
    await testDb.transaction().execute((trx) => bookRelease(trx, { orderId: made.orderId, at }));
    const { payable } = await owed(testDb, made.sellerId);
    const payout = {
      payoutId: randomUUID(),
      sellerId: made.sellerId,
      currency: "EUR",
      amountMinor: BigInt(payable),
      at,
    };
    await testDb.transaction().execute((trx) => bookPayoutSent(trx, payout));
    expect(await give(made, ALL)).toEqual(DONE);
    await sendRefunds(stand, made.orderId);
    // With the commission that was taken, which is given back, too.
    expect(await owed(testDb, made.sellerId)).toEqual({ pending: 0, payable: -payable });
    await expectSoundLedger(testDb);
  });

  it("finds no order of another shop", async () => {
    const made = await makePaidOrder(stand);
    const stranger = await makeSellerActor(testDb, (await makeApprovedSeller(testDb)).sellerId);
    const asked = { orderId: made.orderId, wanted: ALL, words: "Mine!" };
    expect(await giveBackAsSeller(testDb, stranger, newKey(), asked)).toEqual(no("order-missing"));
    const line = { lineId: (await makePaidOrder(stand)).lineId, quantity: 1 };
    const foreign = { what: "chosen" as const, pieces: [line], hasCarriage: false };
    expect(await give(made, foreign)).toEqual(no("line-unknown"));
    expect(await refundsOf(made.orderId)).toEqual([]);
  });
});

describe("the treasurer", () => {
  it("gives back and tells the shop", async () => {
    const made = await makePaidOrder(stand);
    expect(await giveAsStaff(made, amount(1_500n))).toEqual(DONE);
    expect(await refundsOf(made.orderId)).toEqual(["staff 1500 asked"]);
    const letters = await lettersTo(`${made.seller.userId}@example.org`);
    const letter = letters.find(({ kind }) => kind === "order-given-back-by-staff");
    expect(letter?.text).toMatch(/15\s€/);
    const missing = { orderId: "00000000-0000-8000-8000-000000000000", wanted: ALL, words: "None" };
    expect(await giveBackAsStaff(testDb, made.staff, newKey(), missing)).toEqual(no("order-missing"));
  });
});

describe("money that a bank disputes", () => {
  const dispute = async (made: PaidOrder) => {
    const { id } = stand.sandbox.openDispute(made.chargeId);
    await settleDispute(testDb, stand.stripe, id, clock());
    return id;
  };

  it("is not given back besides, nor is what it has given the buyer for good", async () => {
    const made = await makePaidOrder(stand);
    const id = await dispute(made);
    expect(await give(made, ALL)).toEqual(no("dispute-open"));
    stand.sandbox.decideDispute(id, false);
    await workReceived(stand);
    expect(await give(made, amount(100n))).toEqual(no("dispute-open"));
    expect(await refundsOf(made.orderId)).toEqual([]);
  });

  it("is given back once the dispute is won", async () => {
    const made = await makePaidOrder(stand);
    stand.sandbox.decideDispute(await dispute(made), true);
    await workReceived(stand);
    expect(await give(made, ALL)).toEqual(DONE);
  });

  it("may be given back while the bank only asks", async () => {
    const made = await makePaidOrder(stand);
    const id = await dispute(made);
    await testDb.updateTable("disputes").set({ status: "warning_needs_response" }).where("id", "=", id).execute();
    expect(await give(made, amount(100n))).toEqual(DONE);
  });
});

import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { settleCheckout, takeEvent } from "~/modules/payments/index.server";
import { settleDispute } from "~/modules/payments/disputes/settle-dispute.server";
import { workEvent } from "~/modules/payments/stripe-events/work-event.server";
import { clock } from "~/platform/clock.server";
import { money } from "~/platform/money";
import type { DisputeSeen, EventSeen, StripePort } from "~/platform/stripe/port";
import { checkoutState, makeCup, openPage, workReceived } from "~tests/support/buying";
import { testDb } from "~tests/support/database";
import { balances, expectSoundLedger } from "~tests/support/ledger";
import { historyOf, statusOf } from "~tests/support/order";
import { freshKey, makeCheckoutToOpen, useStripeSandbox } from "~tests/support/stripe-sandbox";
import { countWaiting } from "~tests/support/waiting";

const stand = useStripeSandbox();
const GOOD_CARD = "4242424242424242";

function makeEvent(changes: Partial<EventSeen> = {}): EventSeen {
  const eventId = `evt_${randomUUID().replaceAll("-", "")}`;
  const body = { id: eventId, object: "event" };
  return { eventId, type: "invoice.paid", createdAt: clock(), objectId: "in_1", isLive: false, body, ...changes };
}

function kept(eventId: string) {
  return testDb.selectFrom("stripeEvents").where("id", "=", eventId).select(["type", "outcome", "workedAt"]).execute();
}

async function workOne(event: EventSeen) {
  await takeEvent(testDb, event);
  await workEvent(testDb, stand.stripe, event.eventId, clock());
  return (await kept(event.eventId))[0]?.outcome;
}

async function paid() {
  const cup = await makeCup();
  const page = await openPage(stand, [cup]);
  stand.sandbox.pay(page.sessionId, GOOD_CARD);
  await settleCheckout(testDb, stand.stripe, page.checkoutId, clock());
  const { chargeId } = await testDb
    .selectFrom("receipts")
    .where("checkoutId", "=", page.checkoutId)
    .select("chargeId")
    .executeTakeFirstOrThrow();
  await stand.sandbox.settled();
  stand.received.length = 0;
  return { ...page, orderId: page.orderIds[0] ?? "", chargeId: chargeId ?? "" };
}

describe("an event", () => {
  it("is kept once by its id, however often and however much at once it comes, and worked once", async () => {
    const event = makeEvent();
    await Promise.all([1, 2, 3].map(() => takeEvent(testDb, event)));
    await takeEvent(testDb, { ...event, type: "charge.succeeded" });
    expect(await kept(event.eventId)).toHaveLength(1);
    const first = clock();
    await workEvent(testDb, stand.stripe, event.eventId, first);
    await workEvent(testDb, stand.stripe, event.eventId, new Date(first.getTime() + 60_000));
    expect(await kept(event.eventId)).toEqual([{ type: "invoice.paid", outcome: "unknown", workedAt: first }]);
  });

  it.each([
    ["of a kind that nobody here knows", makeEvent(), "unknown"],
    ["about nothing that has an id", makeEvent({ objectId: undefined, type: "charge.succeeded" }), "unknown"],
    ["about a charge that is not there", makeEvent({ objectId: "ch_none", type: "charge.succeeded" }), "nothing"],
    [
      "about a session that is not there",
      makeEvent({ objectId: "cs_none", type: "checkout.session.expired" }),
      "nothing",
    ],
    [
      "about an intent that is not there",
      makeEvent({ objectId: "pi_none", type: "payment_intent.succeeded" }),
      "nothing",
    ],
    ["about a refund that is not there", makeEvent({ objectId: "re_none", type: "refund.updated" }), "nothing"],
    [
      "about a dispute that is not there",
      makeEvent({ objectId: "dp_none", type: "charge.dispute.created" }),
      "nothing",
    ],
  ])("%s is kept and left alone", async (_what, event, outcome) => {
    expect(await workOne(event)).toBe(outcome);
  });

  it("that was not kept is not worked", async () => {
    await workEvent(testDb, stand.stripe, "evt_never", clock());
    expect(await kept("evt_never")).toEqual([]);
  });

  it.each(["c-1", randomUUID()])(
    "about somebody else's payment in the same account is left alone: %s",
    async (checkout) => {
      const session = await stand.stripe.openCheckout(makeCheckoutToOpen({ metadata: { checkout } }), freshKey());
      stand.sandbox.pay(session.sessionId, GOOD_CARD);
      await workReceived(stand);
      const ids = stand.received.flatMap(({ event }) => event?.eventId ?? []);
      const rows = await testDb
        .selectFrom("stripeEvents")
        .where("id", "in", ids)
        .select("outcome")
        .distinct()
        .execute();
      expect(rows).toEqual([{ outcome: "nothing" }]);
    },
  );

  it("that fails is worked again: nothing says that it was worked", async () => {
    const { sessionId, checkoutId } = await openPage(stand, [await makeCup()]);
    stand.sandbox.pay(sessionId, GOOD_CARD);
    const event = makeEvent({ type: "checkout.session.completed", objectId: sessionId });
    await takeEvent(testDb, event);
    stand.sandbox.failNext({ refusal: "server-error", count: 3 });
    await expect(workEvent(testDb, stand.stripe, event.eventId, clock())).rejects.toMatchObject({
      name: "StripeFault",
    });
    expect((await kept(event.eventId))[0]?.outcome).toBeNull();
    stand.sandbox.calm();
    await workEvent(testDb, stand.stripe, event.eventId, clock());
    expect([await checkoutState(checkoutId), (await kept(event.eventId))[0]?.outcome]).toEqual([
      "paid, complete",
      "done",
    ]);
  });

  it.each([1, 2, 3, 4])("comes in any order and leads to the same end: draw %i", async (seed) => {
    const { sessionId, checkoutId, orderIds } = await openPage(stand, [await makeCup()]);
    stand.sandbox.webhooks({ order: { shuffle: seed }, duplicate: true, hold: true });
    stand.sandbox.pay(sessionId, "4000000000000002");
    stand.sandbox.pay(sessionId, GOOD_CARD);
    stand.sandbox.webhooks({ hold: false });
    await workReceived(stand);
    expect([await checkoutState(checkoutId), await statusOf(orderIds[0] ?? "")]).toEqual(["paid, complete", "paid"]);
    expect(await historyOf(orderIds[0] ?? "")).toEqual(["place by buyer", "receive-all by money"]);
  });

  it("that is lost is made up for by any other of the same payment", async () => {
    const { sessionId, checkoutId } = await openPage(stand, [await makeCup()]);
    stand.sandbox.webhooks({ drop: { count: 9, types: ["checkout.session.completed", "payment_intent.succeeded"] } });
    stand.sandbox.pay(sessionId, GOOD_CARD);
    await workReceived(stand);
    expect(await checkoutState(checkoutId)).toBe("paid, complete");
  });
});

describe("a dispute", () => {
  const disputeOf = (orderId: string) =>
    testDb.selectFrom("orders").where("id", "=", orderId).select(["dispute", "status"]).executeTakeFirstOrThrow();

  it("stands beside the order's status while it is open, and its money is nobody's", async () => {
    const { orderId, chargeId } = await paid();
    const before = await balances(testDb);
    stand.sandbox.openDispute(chargeId, "fraudulent");
    await workReceived(stand);
    expect(await disputeOf(orderId)).toEqual({ dispute: "open", status: "paid" });
    const after = await balances(testDb);
    expect((after["disputes EUR"] ?? 0) - (before["disputes EUR"] ?? 0)).toBe(3_900);
    expect(after["seller_pending EUR"]).toBe(before["seller_pending EUR"]);
    expect((await historyOf(orderId)).slice(-1)).toEqual(["dispute-opened by money"]);
    await expectSoundLedger(testDb);
  });

  it.each([
    [true, "in order", ["dispute-opened by money", "dispute-won by money"]],
    [false, "in order", ["dispute-opened by money", "dispute-lost by money"]],
    // The opening is known only by how it ended.
    [true, "end first", ["dispute-won by money"]],
    [false, "end first", ["dispute-lost by money"]],
  ])("ends once; won: %s, told: %s", async (isWon, told, expected) => {
    const { orderId, chargeId } = await paid();
    const before = await balances(testDb);
    const { id } = stand.sandbox.openDispute(chargeId);
    if (told === "in order") await workReceived(stand);
    stand.sandbox.decideDispute(id, isWon);
    await workReceived(stand, { inOrder: (ids) => (told === "in order" ? ids : ids.toReversed()) });
    await settleDispute(testDb, stand.stripe, id, clock());

    expect((await disputeOf(orderId)).dispute).toBe(isWon ? "won" : "lost");
    expect((await historyOf(orderId)).filter((one) => one.startsWith("dispute"))).toEqual(expected);
    const after = await balances(testDb);
    expect((after["disputes EUR"] ?? 0) - (before["disputes EUR"] ?? 0)).toBe(0);
    expect((after["seller_pending EUR"] ?? 0) - (before["seller_pending EUR"] ?? 0)).toBe(isWon ? 0 : 3_900);
    await expectSoundLedger(testDb);
  });

  it("about a charge that is not booked yet waits for it", async () => {
    const { sessionId, checkoutId } = await openPage(stand, [await makeCup()]);
    stand.sandbox.pay(sessionId, GOOD_CARD);
    const session = await stand.stripe.findCheckout(sessionId);
    const intent = await stand.stripe.findIntent(session?.paymentIntentId ?? "");
    const { id } = stand.sandbox.openDispute(intent?.latestChargeId ?? "");
    await expect(settleDispute(testDb, stand.stripe, id, clock())).rejects.toThrow("not booked yet");
    await settleCheckout(testDb, stand.stripe, checkoutId, clock());
    expect(await settleDispute(testDb, stand.stripe, id, clock())).toBe("done");
  });

  it("that is only asked about takes no money", async () => {
    const { orderId, chargeId } = await paid();
    const before = await balances(testDb);
    await settleDispute(testDb, seeing({ chargeId, status: "warning_needs_response" }), "dp_asked", clock());
    expect((await disputeOf(orderId)).dispute).toBe("open");
    await settleDispute(testDb, seeing({ chargeId, status: "warning_closed" }), "dp_asked", clock());
    expect((await disputeOf(orderId)).dispute).toBe("won");
    expect(await balances(testDb)).toEqual(before);
  });

  it("does not open again by an older answer of Stripe's that comes in last", async () => {
    const { orderId, chargeId } = await paid();
    const settle = (status: DisputeSeen["status"]) =>
      settleDispute(testDb, seeing({ chargeId, status }), "dp_stale", clock());
    const both = await testDb.transaction().execute(async (trx) => {
      await trx.selectFrom("orders").where("id", "=", orderId).select("id").forUpdate().execute();
      const lost = settle("lost");
      await expect.poll(countWaiting).toBe(1);
      const open = settle("needs_response");
      await expect.poll(countWaiting).toBe(2);
      return { all: Promise.all([lost, open]) };
    });
    await both.all;
    const row = await testDb
      .selectFrom("disputes")
      .where("id", "=", "dp_stale")
      .select(["status", "closedAt"])
      .execute();
    expect(row).toEqual([{ status: "lost", closedAt: expect.any(Date) }]);
    expect((await disputeOf(orderId)).dispute).toBe("lost");
  });

  /** Stripe, which says this of a dispute over 39.00 EUR. */
  function seeing({ chargeId, status }: Pick<DisputeSeen, "chargeId" | "status">): StripePort {
    const findDispute = (disputeId: string): Promise<DisputeSeen> =>
      Promise.resolve({
        ...{ disputeId, chargeId, status, paymentIntentId: undefined, reason: "general", answerBy: undefined },
        ...{ amount: money(3_900n, "EUR"), isEvidenceSent: false, balanceTransactions: [] },
      });
    return { ...stand.stripe, findDispute };
  }
});

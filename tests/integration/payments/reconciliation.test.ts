import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import {
  bookReceipt,
  bookRefund,
  findLastRun,
  listDifferences,
  reconcileStripe,
  resolveDifference,
  RESOLVED_BY_ITSELF,
} from "~/modules/payments/index.server";
import type { BalanceTransactionSeen, StripePort } from "~/platform/stripe/port";
import { makeStaff } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { AT, balances, expectSoundLedger, makeOrder, makeReceipt, makeRefund, movement } from "~tests/support/ledger";

const hoursOn = (hours: number) => new Date(AT.getTime() + hours * 3_600_000);

/** Stripe's list of movements, two to a page, oldest of its order last. */
function stripeWith(movements: readonly BalanceTransactionSeen[]) {
  const asked: { from: Date; until: Date }[] = [];
  const port: Pick<StripePort, "listBalance"> = {
    listBalance: async ({ from, until, after }) => {
      asked.push({ from, until });
      const within = movements.filter(({ createdAt }) => createdAt >= from && createdAt < until).toReversed();
      const start = after === undefined ? 0 : Number(after);
      const rest = start + 2 < within.length;
      return { transactions: within.slice(start, start + 2), nextAfter: rest ? String(start + 2) : undefined };
    },
  };
  return { port, asked };
}

async function paid(at = AT) {
  const order = await makeOrder(testDb);
  const { receiptId, chargeId } = await makeReceipt(testDb, [order]);
  const { orderId, sellerId } = order;
  const parts = [{ orderId, sellerId, amountMinor: 10_000n, isLate: false }];
  await testDb
    .transaction()
    .execute((trx) => bookReceipt(trx, { receiptId, method: "stripe", currency: "EUR", parts, at }));
  return { order, receiptId, chargeId };
}
const found = async (sourceId: string) =>
  (await listDifferences(testDb)).differences.filter((one) => one.sourceId === sourceId);

it("books every page of what moved once, also when it runs twice at once, and goes on with a day of overlap", async () => {
  const [one, two] = [await paid(), await paid()];
  const list = [
    movement({ type: "charge", amount: 10_000, fee: 300, sourceId: one.chargeId }),
    movement({ type: "charge", amount: 10_000, fee: 300, sourceId: two.chargeId }),
    movement({ type: "payout", amount: -5_000, sourceId: "po_1" }),
  ];
  const stripe = stripeWith(list);
  await Promise.all([
    reconcileStripe(testDb, stripe.port, hoursOn(1)),
    reconcileStripe(testDb, stripe.port, hoursOn(1)),
  ]);
  expect(await balances(testDb)).toMatchObject({ "stripe_balance EUR": 19_400 - 5_000, "bank EUR": 5_000 });

  await reconcileStripe(testDb, stripe.port, hoursOn(48));
  expect(stripe.asked.at(-1)).toEqual({ from: hoursOn(1 - 24), until: hoursOn(48) });
  expect(await findLastRun(testDb)).toMatchObject({ endedAt: hoursOn(48), movementCount: 3, differenceCount: 0 });
  expect((await listDifferences(testDb)).differences).toEqual([]);
  await expectSoundLedger(testDb);
});

it("goes on from the last run that came to its end", async () => {
  const broken: Pick<StripePort, "listBalance"> = { listBalance: () => Promise.reject(new Error("no connection")) };
  await expect(reconcileStripe(testDb, broken, hoursOn(60))).rejects.toThrow("no connection");
  const stripe = stripeWith([]);
  await reconcileStripe(testDb, stripe.port, hoursOn(61));
  expect(stripe.asked[0]?.from).toEqual(hoursOn(48 - 24));
});

it("lists a charge that no receipt knows, a refund, a dispute and a type that nobody knows, and another amount, each once", async () => {
  const { chargeId } = await paid();
  const list = [
    movement({ type: "charge", amount: 10_000, sourceId: "ch_again", createdAt: hoursOn(62) }),
    movement({ type: "refund", amount: -10, sourceId: "re_unknown", createdAt: hoursOn(62) }),
    movement({ type: "adjustment", amount: -20, sourceId: "dp_unknown", createdAt: hoursOn(62) }),
    movement({ type: "payout", amount: -30, createdAt: hoursOn(62) }),
    movement({ type: "transfer", amount: -40, createdAt: hoursOn(62) }),
    movement({ type: "charge", amount: 9_999, sourceId: chargeId, createdAt: hoursOn(62) }),
  ];
  const stripe = stripeWith(list);
  expect(await reconcileStripe(testDb, stripe.port, hoursOn(63))).toEqual({ movementCount: 6, differenceCount: 6 });
  expect(await reconcileStripe(testDb, stripe.port, hoursOn(64))).toEqual({ movementCount: 6, differenceCount: 0 });

  const kinds = await Promise.all(
    list.map(async ({ transactionId }) => (await found(transactionId)).map(({ kind }) => kind)),
  );
  expect(kinds).toEqual([
    ["charge_unknown"],
    ["refund_unknown"],
    ["dispute_unknown"],
    ["payout_unknown"],
    ["unexplained_type"],
    ["amount_differs"],
  ]);
});

it("lists a receipt that Stripe does not list after a day, and resolves it when Stripe does", async () => {
  const { receiptId, chargeId } = await paid(hoursOn(64));
  const nothing = stripeWith([]);
  await reconcileStripe(testDb, nothing.port, hoursOn(88));
  expect(await found(`receipt:${receiptId}`)).toEqual([]);
  await reconcileStripe(testDb, nothing.port, hoursOn(89));
  expect(await found(`receipt:${receiptId}`)).toMatchObject([{ kind: "missing_at_stripe", amountMinor: 10_000n }]);

  const charge = movement({ type: "charge", amount: 10_000, sourceId: chargeId, createdAt: hoursOn(89) });
  await reconcileStripe(testDb, stripeWith([charge]).port, hoursOn(90));
  expect(await found(`receipt:${receiptId}`)).toMatchObject([{ note: RESOLVED_BY_ITSELF, resolvedAt: hoursOn(90) }]);
});

it("resolves a difference by itself when what was unknown is recorded", async () => {
  const { order, receiptId, chargeId } = await paid();
  const charge = movement({ type: "charge", amount: 10_000, sourceId: chargeId, createdAt: hoursOn(97) });
  const refunded = movement({
    type: "refund",
    amount: -400,
    sourceId: `re_${randomUUID().replaceAll("-", "")}`,
    createdAt: hoursOn(97),
  });
  await reconcileStripe(testDb, stripeWith([charge, refunded]).port, hoursOn(98));
  expect(await found(refunded.transactionId)).toMatchObject([{ kind: "refund_unknown", resolvedAt: undefined }]);

  const { refundId, stripeRefundId } = await makeRefund(testDb, order, receiptId, 400);
  const { orderId, sellerId } = order;
  await testDb.transaction().execute((trx) =>
    bookRefund(trx, {
      refundId,
      orderId,
      sellerId,
      method: "stripe",
      currency: "EUR",
      amountMinor: 400n,
      isLate: false,
      at: AT,
    }),
  );
  await reconcileStripe(testDb, stripeWith([{ ...refunded, sourceId: stripeRefundId }]).port, hoursOn(99));
  expect(await found(refunded.transactionId)).toMatchObject([{ note: RESOLVED_BY_ITSELF }]);
  await expectSoundLedger(testDb);
});

it("is resolved by staff with a note, once", async () => {
  const charge = movement({ type: "charge", amount: 10_000, sourceId: "ch_elsewhere", createdAt: hoursOn(100) });
  await reconcileStripe(testDb, stripeWith([charge]).port, hoursOn(101));
  const staff = await makeStaff(testDb, "treasurer");
  const differenceId = (await found(charge.transactionId))[0]?.differenceId ?? "";
  const resolve = (id: string) =>
    resolveDifference(testDb, staff, newKey(), { differenceId: id, note: "Charged twice; given back by hand." }, AT);
  expect((await resolve(differenceId)).ok).toBe(true);
  expect(await resolve(differenceId)).toEqual({ ok: false, refusal: "already-resolved" });
  expect(await resolve(randomUUID())).toEqual({ ok: false, refusal: "difference-missing" });
  expect(await found(charge.transactionId)).toMatchObject([{ note: "Charged twice; given back by hand." }]);
});

import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { closeProblemAsBuyer } from "~/modules/orders/index.server";
import {
  approvePayoutBatch,
  findBatch,
  listCandidates,
  listPendingOrders,
  markRefundSent,
  preparePayoutBatch,
  releaseDueMoney,
  sellerPayoutsPage,
  sendPayoutBatch,
} from "~/modules/payments/index.server";
import { bankBatch } from "~/modules/payments/payouts/bank-batch.server";
import { refundFromReceipts } from "~/modules/payments/refunds/refund-order.server";
import { files } from "~/platform/files/files.server";
import { runWithLocale } from "~/platform/i18n/locale.server";
import { makeStaff } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { AT, owed } from "~tests/support/ledger";
import { DONE, inDays, no } from "~tests/support/order";
import { makePaidOrder, makeReleasedOrder, report, type ReleasedOrder } from "~tests/support/released-order";
import { waitFor } from "~tests/support/waiting";

const [first, second] = [await makeStaff(testDb, "treasurer"), await makeStaff(testDb, "treasurer")];
const provider = bankBatch({ name: "Federasiya", iban: "AZ96AZEJ00000000001234567890", bic: "PAHAAZ22" });

/** Each test pays in a currency of its own: a batch takes all that is due in one. */
let made = 0;
const nextCurrency = () => {
  made += 1;
  return `K${String.fromCharCode(65 + Math.floor(made / 26), 65 + (made % 26))}`;
};

const close = ({ inquirer, orderId }: ReleasedOrder) => closeProblemAsBuyer(testDb, inquirer, newKey(), orderId, AT);
const prepare = async (currency: string) => {
  const batch = await preparePayoutBatch(testDb, first, newKey(), currency, AT);
  return batch.ok ? batch.value.batchId : batch.refusal;
};
const approve = (batchId: string) => approvePayoutBatch(testDb, second, newKey(), batchId, AT);
const send = (batchId: string) => sendPayoutBatch(testDb, { files: files(), provider }, first, newKey(), batchId, AT);
const candidateOf = async ({ currency }: ReleasedOrder) => {
  const [candidate] = await listCandidates(testDb, currency, AT);
  return candidate && [Number(candidate.amountMinor), Number(candidate.keptMinor), candidate.skipped];
};
const paidBy = async (batchId: string) =>
  (await findBatch(testDb, batchId))?.payouts.map(({ amountMinor }) => Number(amountMinor));

/** Decided and not sent, as for an order that was paid by transfer. */
async function decideRefund({ orderId }: ReleasedOrder, amountMinor: bigint): Promise<string> {
  const asked = { amountMinor, cause: "staff", words: "Broken", askedBy: first.userId } as const;
  await testDb.transaction().execute((trx) => refundFromReceipts(trx, orderId, asked, AT));
  const row = await testDb.selectFrom("refunds").select("id").where("orderId", "=", orderId).executeTakeFirstOrThrow();
  return row.id;
}

describe("money of an order about which the buyer has a problem open", () => {
  it("does not become due before the problem is closed, and the seller reads why", async () => {
    const order = await makePaidOrder("EUR");
    await report(order);
    await releaseDueMoney(testDb, inDays(30));
    expect(await owed(testDb, order.sellerId)).toEqual({ pending: 10_000, payable: 0 });
    expect(await listPendingOrders(testDb, order.sellerId, AT)).toMatchObject([{ stopped: "problem" }]);
    await close(order);
    await releaseDueMoney(testDb, inDays(30));
    expect(await owed(testDb, order.sellerId)).toEqual({ pending: 0, payable: 9_200 });
  });

  it("is not released by a worker that waited while it was reported", async () => {
    const order = await makePaidOrder("EUR");
    await waitFor(
      (trx) => report(order, AT, trx as unknown as typeof testDb),
      () => releaseDueMoney(testDb, inDays(30)),
    );
    expect((await owed(testDb, order.sellerId)).payable).toBe(0);
  });

  it("is not paid out where it was due already, until the problem is closed", async () => {
    const order = await makeReleasedOrder(nextCurrency());
    expect(await candidateOf(order)).toEqual([9_200, 0, undefined]);
    await report(order);
    expect(await candidateOf(order)).toEqual([0, 9_200, "kept-back"]);
    expect(await prepare(order.currency)).toBe("nobody-to-pay");
    await close(order);
    expect(await paidBy(await prepare(order.currency))).toEqual([9_200]);
  });

  it("leaves the seller what other orders earned", async () => {
    const currency = nextCurrency();
    const order = await makeReleasedOrder(currency);
    await makeReleasedOrder(currency, { seller: order.seller });
    await report(order);
    expect(await paidBy(await prepare(currency))).toEqual([9_200]);
    // What was decided about another order while a batch waits is looked at with what is in the batch.
    expect(await candidateOf(order)).toEqual([9_200, 9_200, "in-batch"]);
  });

  it("stops a batch that was prepared before: it is neither approved nor sent", async () => {
    const order = await makeReleasedOrder(nextCurrency());
    const batchId = await prepare(order.currency);
    await report(order);
    expect(await approve(batchId)).toEqual(no("money-kept-back"));
    await close(order);
    expect(await approve(batchId)).toEqual(DONE);
    await report(order);
    expect(await send(batchId)).toEqual(no("money-kept-back"));
    await close(order);
    expect(await send(batchId)).toEqual(DONE);
  });

  it("goes into no payout when it is reported while a batch is prepared: who did not see it yet is stopped later", async () => {
    const order = await makeReleasedOrder(nextCurrency());
    let batchId = "";
    await testDb.transaction().execute(async (trx) => {
      const problem = { orderId: order.orderId, kind: "problem", status: "open", openedAt: AT };
      await trx.insertInto("orderProblems").values(problem).execute();
      batchId = await prepare(order.currency);
    });
    expect(await paidBy(batchId)).toEqual([9_200]);
    expect(await approve(batchId)).toEqual(no("money-kept-back"));
  });

  it("is kept back as well while the buyer disputes the payment at her bank", async () => {
    const order = await makeReleasedOrder(nextCurrency(), { dispute: "open" });
    expect(await candidateOf(order)).toEqual([0, 9_200, "kept-back"]);
  });
});

describe("a refund that is decided and not sent", () => {
  it("is kept back in the amount that it takes from the seller once it is sent", async () => {
    const order = await makeReleasedOrder(nextCurrency());
    const refundId = await decideRefund(order, 2_500n);
    const kept = await candidateOf(order);
    expect(kept).toEqual([6_900, 2_300, undefined]);
    expect(await paidBy(await prepare(order.currency))).toEqual([6_900]);
    const sent = { orderId: order.orderId, refundId, bankReference: `OUT-${randomUUID()}` };
    expect(await markRefundSent(testDb, first, newKey(), sent, AT)).toEqual(DONE);
    expect((await owed(testDb, order.sellerId, order.currency)).payable).toBe(6_900);
    expect(await candidateOf(order)).toEqual([6_900, 0, "in-batch"]);
  });

  it("keeps nothing back as long as what is not due yet covers it", async () => {
    const order = await makePaidOrder(nextCurrency());
    await makeReleasedOrder(order.currency, { seller: order.seller });
    await decideRefund(order, 10_000n);
    expect(await candidateOf(order)).toEqual([9_200, 0, undefined]);
  });

  it("stops a batch that was prepared before with the whole sum", async () => {
    const order = await makeReleasedOrder(nextCurrency());
    const batchId = await prepare(order.currency);
    await decideRefund(order, 100n);
    expect(await approve(batchId)).toEqual(no("money-kept-back"));
  });

  it("is kept back of the next payout when the order was paid out before", async () => {
    const order = await makeReleasedOrder(nextCurrency());
    const batchId = await prepare(order.currency);
    await approve(batchId);
    await send(batchId);
    await decideRefund(order, 2_500n);
    expect(await candidateOf(order)).toBeUndefined();
    await makeReleasedOrder(order.currency, { seller: order.seller });
    expect(await candidateOf(order)).toEqual([6_900, 2_300, undefined]);
  });
});

it("a seller reads how much is kept back, of which order and why; a stranger reads none of it", async () => {
  const order = await makeReleasedOrder(nextCurrency());
  const other = await makeReleasedOrder(order.currency, { seller: order.seller });
  await report(order);
  await decideRefund(other, 2_500n);
  const page = (sellerId: string) => runWithLocale("en", () => sellerPayoutsPage(testDb, sellerId, "en", 1, AT));
  const { balances, kept } = await page(order.sellerId);
  expect(balances).toMatchObject([{ kept: expect.stringContaining("115") as string }]);
  expect(Object.fromEntries(kept.map(({ reference, why }) => [reference, why]))).toEqual({
    [order.reference]: "A problem that the buyer reported is open",
    [other.reference]: "It was decided to give it back to the buyer",
  });
  const stranger = await page((await makeReleasedOrder(order.currency)).sellerId);
  expect([stranger.kept, stranger.balances.map(({ kept: none }) => none)]).toEqual([[], [undefined]]);
});

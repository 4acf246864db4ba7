import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import {
  approvePayoutBatch,
  discardPayoutBatch,
  findBatch,
  holdPayouts,
  listCandidates,
  listSellersPayouts,
  markPayoutReturned,
  markPayoutsSettled,
  preparePayoutBatch,
  readBatchFile,
  sellerBalance,
  sendPayoutBatch,
} from "~/modules/payments/index.server";
import { bookEntries } from "~/modules/payments/ledger/entries.server";
import { bankBatch } from "~/modules/payments/payouts/bank-batch.server";
import type { FormKey } from "~/platform/db/once.server";
import { files } from "~/platform/files/files.server";
import { makeApprovedSeller, makeStaff } from "~db/factories";
import { testDb } from "~tests/support/database";
import { AT, balances, expectSoundLedger } from "~tests/support/ledger";
import { problemsOfPain001 } from "~tests/support/pain001";

const key = () => randomUUID() as FormKey;
const [first, second] = [await makeStaff(testDb, "treasurer"), await makeStaff(testDb, "treasurer")];
const provider = bankBatch({ name: "Federasiya", iban: "AZ96AZEJ00000000001234567890", bic: "PAHAAZ22" });
const parts = { files: files(), provider };

/** Each test pays in a currency of its own: a batch takes all that is due in one. */
let made = 0;
const nextCurrency = () => {
  made += 1;
  return `Q${String.fromCharCode(65 + Math.floor(made / 26), 65 + (made % 26))}`;
};

async function owe(currency: string, amount: number, options: { iban?: string | null } = {}) {
  const { sellerId } = await makeApprovedSeller(testDb);
  const iban = options.iban === undefined ? "AZ21NABZ00000000137010001944" : options.iban;
  await testDb.updateTable("sellers").set({ iban }).where("id", "=", sellerId).execute();
  await bookDue(sellerId, currency, amount);
  return sellerId;
}
const bookDue = (sellerId: string, currency: string, amount: number) =>
  testDb.transaction().execute((trx) =>
    bookEntries(
      trx,
      [
        {
          kind: "release",
          source: { kind: "test", id: randomUUID() },
          sellerId,
          postings: [
            { account: "bank", currency, amountMinor: BigInt(amount) },
            { account: "seller_payable", currency, amountMinor: BigInt(-amount) },
          ],
        },
      ],
      AT,
    ),
  );

async function prepared(currency = nextCurrency()) {
  const sellerId = await owe(currency, 9_200);
  const batch = await preparePayoutBatch(testDb, first, key(), currency, AT);
  if (!batch.ok) throw new Error(batch.refusal);
  return { sellerId, currency, batchId: batch.value.batchId };
}
async function approved() {
  const batch = await prepared();
  await approvePayoutBatch(testDb, second, key(), batch.batchId, AT);
  return batch;
}
const send = (batchId: string, now = AT) => sendPayoutBatch(testDb, parts, first, key(), batchId, now);
async function sent() {
  const batch = await approved();
  expect(await send(batch.batchId)).toEqual({ ok: true, value: null });
  const page = await findBatch(testDb, batch.batchId);
  return { ...batch, payoutId: page?.payouts[0]?.payoutId ?? "" };
}
const payable = async (sellerId: string) => Number((await sellerBalance(testDb, sellerId))[0]?.payableMinor ?? 0n);

describe("a batch", () => {
  it("takes what is due and leaves out who owes, is held or has no account, and says why", async () => {
    const currency = nextCurrency();
    const [due, owing, held, nowhere] = [
      await owe(currency, 500),
      await owe(currency, -20),
      await owe(currency, 300),
      await owe(currency, 100, { iban: null }),
    ];
    await holdPayouts(testDb, first, key(), { sellerId: held, reason: "Papers.", until: undefined }, AT);
    const reasons = Object.fromEntries(
      (await listCandidates(testDb, currency, AT)).map(({ sellerId, skipped }) => [sellerId, skipped]),
    );
    expect(reasons).toEqual({ [due]: undefined, [owing]: "negative", [held]: "held", [nowhere]: "no-account" });

    const batch = await preparePayoutBatch(testDb, first, key(), currency, AT);
    const page = batch.ok ? await findBatch(testDb, batch.value.batchId) : undefined;
    expect(page?.payouts.map(({ sellerId, amountMinor }) => [sellerId, amountMinor])).toEqual([[due, 500n]]);
    expect((await listCandidates(testDb, currency, AT)).find(({ sellerId }) => sellerId === due)?.skipped).toBe(
      "in-batch",
    );
    expect(await preparePayoutBatch(testDb, second, key(), currency, AT)).toEqual({
      ok: false,
      refusal: "nobody-to-pay",
    });
  });

  it("nets what a seller owes against what is due to her", async () => {
    const currency = nextCurrency();
    const sellerId = await owe(currency, 500);
    await bookDue(sellerId, currency, -120);
    const [candidate] = await listCandidates(testDb, currency, AT);
    expect(candidate).toMatchObject({ amountMinor: 380n, skipped: undefined });
  });

  it("pays nobody twice, however many prepare at the same moment", async () => {
    const currency = nextCurrency();
    for (const amount of [100, 200, 300]) await owe(currency, amount);
    // Connections that have yet to be opened would let the first one through before the others begin.
    await Promise.all([...Array(5)].map(() => sql`select pg_sleep(0.1)`.execute(testDb)));
    const results = await Promise.all([...Array(5)].map(() => preparePayoutBatch(testDb, first, key(), currency, AT)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const paid = await testDb.selectFrom("payouts").select("id").where("currency", "=", currency).execute();
    expect(paid).toHaveLength(3);
  });

  it("holds each seller once in the database, also for who goes around the deed", async () => {
    const { batchId, sellerId } = await prepared();
    const again = sql`insert into payouts (batch_id, seller_id, currency, amount_minor, iban, creditor_name, creditor_country, end_to_end_id, status)
      select batch_id, seller_id, currency, 1, iban, creditor_name, creditor_country, end_to_end_id || '-2', 'due' from payouts
      where batch_id = ${batchId} and seller_id = ${sellerId}`;
    await expect(again.execute(testDb)).rejects.toMatchObject({ constraint: "payouts_one_due" });
  });

  it("is not approved by who prepared it, neither by the deed nor in the database, and not twice", async () => {
    const { batchId } = await prepared();
    expect(await approvePayoutBatch(testDb, first, key(), batchId, AT)).toEqual({ ok: false, refusal: "same-person" });
    const around = testDb
      .updateTable("payoutBatches")
      .set({ status: "approved", approvedBy: first.userId, approvedAt: AT, contentSha256: "0".repeat(64) })
      .where("id", "=", batchId)
      .execute();
    await expect(around).rejects.toMatchObject({ constraint: "payout_batches_two_people" });
    expect((await approvePayoutBatch(testDb, second, key(), batchId, AT)).ok).toBe(true);
    expect(await approvePayoutBatch(testDb, second, key(), batchId, AT)).toEqual({
      ok: false,
      refusal: "not-prepared",
    });
    expect(await approvePayoutBatch(testDb, second, key(), randomUUID(), AT)).toEqual({
      ok: false,
      refusal: "batch-missing",
    });
  });

  it.each([
    ["the amount", { amountMinor: 1n }],
    ["the account", { iban: "AZ96AZEJ00000000001234567890" }],
    ["the name", { creditorName: "Somebody" }],
    ["the seller's id at the bank", { endToEndId: "OTHER" }],
  ])("is frozen: %s of a payout is not changed", async (_what, change) => {
    const { batchId } = await approved();
    const changed = testDb.updateTable("payouts").set(change).where("batchId", "=", batchId).execute();
    await expect(changed).rejects.toMatchObject({ constraint: "payouts_frozen" });
    const deleted = testDb.deleteFrom("payouts").where("batchId", "=", batchId).execute();
    await expect(deleted).rejects.toMatchObject({ constraint: "payouts_frozen" });
  });

  it("takes in nobody after it is approved, and keeps who approved what", async () => {
    const { batchId, currency } = await approved();
    const sellerId = await owe(currency, 10);
    const late = sql`insert into payouts (batch_id, seller_id, currency, amount_minor, iban, creditor_name, creditor_country, end_to_end_id, status)
      values (${batchId}, ${sellerId}, ${currency}, 1, 'AZ21NABZ00000000137010001944', 'x', 'AZ', ${sellerId.slice(0, 8).toUpperCase()}, 'due')`;
    await expect(late.execute(testDb)).rejects.toMatchObject({ constraint: "payouts_frozen" });
    const digest = testDb
      .updateTable("payoutBatches")
      .set({ contentSha256: "0".repeat(64) })
      .where("id", "=", batchId)
      .execute();
    await expect(digest).rejects.toMatchObject({ constraint: "payout_batches_kept" });
    await expect(testDb.deleteFrom("payoutBatches").where("id", "=", batchId).execute()).rejects.toMatchObject({
      code: expect.any(String) as string,
    });
  });
});

describe("a batch that is sent", () => {
  it("is a file valid by the schema's rules; its money is on its way, once", async () => {
    const { batchId, sellerId, currency } = await sent();
    expect(await send(batchId)).toEqual({ ok: false, refusal: "not-approved" });

    const file = await readBatchFile(testDb, files(), batchId);
    expect(problemsOfPain001(file?.content.toString() ?? "")).toEqual([]);
    expect(await payable(sellerId)).toBe(0);
    expect((await balances(testDb))[`bank_in_transit ${currency}`]).toBe(-9_200);
    expect(await listSellersPayouts(testDb, sellerId)).toMatchObject([{ status: "sent", amountMinor: 9_200n }]);
    await expectSoundLedger(testDb);
  });

  it("is sent once when two send it at the same moment", async () => {
    const { batchId, currency } = await approved();
    const results = await Promise.all([send(batchId), send(batchId), send(batchId)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await balances(testDb))[`bank_in_transit ${currency}`]).toBe(-9_200);
  });

  it("is not one that nobody approved, that holds somebody who is held by now, or whose money went back meanwhile", async () => {
    const { batchId: unapproved } = await prepared();
    expect(await send(unapproved)).toEqual({ ok: false, refusal: "not-approved" });
    const held = await approved();
    await holdPayouts(testDb, first, key(), { sellerId: held.sellerId, reason: "Papers.", until: undefined }, AT);
    expect(await send(held.batchId)).toEqual({ ok: false, refusal: "seller-held" });
    const short = await approved();
    await bookDue(short.sellerId, short.currency, -1);
    expect(await send(short.batchId)).toEqual({ ok: false, refusal: "balance-changed" });
    expect(await send(randomUUID())).toEqual({ ok: false, refusal: "batch-missing" });
    const { batchId } = await approved();
    const nobody = await sendPayoutBatch(testDb, { ...parts, provider: undefined }, first, key(), batchId, AT);
    expect(nobody).toEqual({ ok: false, refusal: "provider-missing" });
  });

  it("is not one whose account was changed in the last seven days, or that nobody has verified since", async () => {
    const { batchId, sellerId } = await approved();
    const later = (days: number) => new Date(AT.getTime() + days * 86_400_000);
    await testDb.updateTable("sellers").set({ ibanChangedAt: AT }).where("id", "=", sellerId).execute();
    expect(await send(batchId, later(8))).toEqual({ ok: false, refusal: "seller-held" });
    await testDb
      .updateTable("sellers")
      .set({ ibanVerifiedAt: later(1) })
      .where("id", "=", sellerId)
      .execute();
    expect(await send(batchId, later(6))).toEqual({ ok: false, refusal: "seller-held" });
    expect((await send(batchId, later(7))).ok).toBe(true);
  });

  it("goes through when the bank has paid all of it", async () => {
    const { batchId, currency } = await sent();
    const settle = () => markPayoutsSettled(testDb, first, key(), { batchId, payoutId: undefined }, AT);
    expect((await settle()).ok).toBe(true);
    expect(await settle()).toEqual({ ok: false, refusal: "not-on-its-way" });
    expect(await findBatch(testDb, batchId)).toMatchObject({ status: "settled", payouts: [{ status: "settled" }] });
    expect((await balances(testDb))[`bank_in_transit ${currency}`]).toBeUndefined();
  });

  it("whose payout comes back gives the seller her money again, before the bank paid and after, once", async () => {
    for (const isSettled of [false, true]) {
      const { batchId, payoutId, sellerId, currency } = await sent();
      if (isSettled) await markPayoutsSettled(testDb, first, key(), { batchId, payoutId }, AT);
      const give = () => markPayoutReturned(testDb, first, key(), { batchId, payoutId, reason: "AC04 closed" }, AT);
      expect((await give()).ok).toBe(true);
      expect(await give()).toEqual({ ok: false, refusal: "not-on-its-way" });
      expect(await payable(sellerId)).toBe(9_200);
      expect((await balances(testDb))[`bank_in_transit ${currency}`]).toBeUndefined();
      expect((await preparePayoutBatch(testDb, first, key(), currency, AT)).ok).toBe(true);
    }
    await expectSoundLedger(testDb);
  });

  it("is not given up any more; one that is not sent is, and its money is due as before", async () => {
    const { batchId } = await sent();
    expect(await discardPayoutBatch(testDb, first, key(), batchId, AT)).toEqual({ ok: false, refusal: "already-sent" });
    for (const batch of [await prepared(), await approved()]) {
      expect((await discardPayoutBatch(testDb, first, key(), batch.batchId, AT)).ok).toBe(true);
      expect((await preparePayoutBatch(testDb, first, key(), batch.currency, AT)).ok).toBe(true);
    }
    expect(await discardPayoutBatch(testDb, first, key(), randomUUID(), AT)).toEqual({
      ok: false,
      refusal: "batch-missing",
    });
  });
});

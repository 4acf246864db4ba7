import { describe, expect, it } from "vitest";
import { erasePersonalData, findDispute, listDisputes } from "~/modules/payments/index.server";
import { postEvidence } from "~/modules/payments/disputes/post-evidence.server";
import { listOrderDisputes } from "~/modules/payments/disputes/order-disputes.server";
import { sendEvidence } from "~/modules/payments/disputes/send-evidence.server";
import { settleDispute } from "~/modules/payments/disputes/settle-dispute.server";
import { writeEvidence, type EvidenceToWrite } from "~/modules/payments/disputes/write-evidence.server";
import { clock } from "~/platform/clock.server";
import { SANDBOX_KEY } from "~/platform/stripe/sandbox-key";
import { workReceived } from "~tests/support/buying";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { balances, expectSoundLedger } from "~tests/support/ledger";
import { DONE, historyOf, no } from "~tests/support/order";
import { makePdf } from "~tests/support/papers";
import { makePaidOrder } from "~tests/support/paid-order";
import { useStripeSandbox } from "~tests/support/stripe-sandbox";

const stand = useStripeSandbox();

async function makeDisputed() {
  const made = await makePaidOrder(stand);
  const { id: disputeId } = stand.sandbox.openDispute(made.chargeId, "product_not_received");
  await settleDispute(testDb, stand.stripe, disputeId, clock());
  return { ...made, disputeId };
}
type Disputed = Awaited<ReturnType<typeof makeDisputed>>;

const write = (
  { staff, disputeId }: Disputed,
  changes: Partial<EvidenceToWrite> = {},
  { key = newKey(), now = clock() } = {},
) => writeEvidence(testDb, staff, key, { disputeId, texts: {}, files: {}, isFinal: true, ...changes }, now);

const send = ({ disputeId }: Disputed) => sendEvidence(testDb, stand.stripe, disputeId, clock());

async function atStripe(disputeId: string) {
  const answer = await fetch(`${stand.sandbox.url}/v1/disputes/${disputeId}`, {
    headers: { authorization: `Bearer ${SANDBOX_KEY}` },
  });
  return (await answer.json()) as { evidence: Record<string, string | null>; status: string };
}

function kept(disputeId: string) {
  return testDb
    .selectFrom("disputes")
    .leftJoin("disputeEvidence", "disputeEvidence.disputeId", "disputes.id")
    .where("disputes.id", "=", disputeId)
    .select(["status", "evidenceSentAt", "sendingAt", "texts", "files", "refusal"])
    .executeTakeFirstOrThrow();
}

const sentEvents = () => stand.sandbox.events().filter(({ type }) => type === "charge.dispute.updated").length;

describe("evidence of a dispute", () => {
  it("begins with what the order and its parcels say", async () => {
    const made = await makeDisputed();
    const now = clock();
    await testDb
      .insertInto("orderParcels")
      .values({ orderId: made.orderId, position: 1, carrier: "Azərpoçt", trackingCode: "RR1AZ", shippedAt: now })
      .execute();
    const view = await findDispute(testDb, made.disputeId, "en");
    expect(view).toMatchObject({
      amount: "€69",
      isTaken: true,
      canAnswer: true,
      answerBy: expect.any(String),
      orders: [{ orderId: made.orderId }],
      texts: {
        productDescription: expect.stringContaining("2 × "),
        shippingCarrier: "Azərpoçt",
        trackingNumber: "RR1AZ",
        shippedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        refundPolicy: expect.stringContaining("/en/returns"),
      },
    });
    expect((await listDisputes(testDb, "en", 1)).open.map(({ disputeId }) => disputeId)).toContain(made.disputeId);
  });

  it("is a draft that nobody at the bank sees, and goes there once it is sent, with who bought it", async () => {
    const made = await makeDisputed();
    const { disputeId } = made;
    const files = { receipt: { fileId: "file_1", name: "a.pdf" } };
    expect(await write(made, { isFinal: false, texts: { words: "Draft" }, files })).toEqual(DONE);
    await send(made);
    expect((await atStripe(disputeId)).evidence.uncategorized_text).toBeNull();
    const other = { other: { fileId: "file_2", name: "b.pdf" } };
    expect(await write(made, { texts: { words: "It was delivered." }, files: other })).toEqual(DONE);
    await send(made);
    expect(await atStripe(disputeId)).toMatchObject({
      status: "under_review",
      evidence: {
        uncategorized_text: "It was delivered.",
        customer_name: "Jonas Petersen",
        customer_email_address: "jonas@example.org",
        shipping_address: "Jonas Petersen, Speicherweg 12, 20457 Hamburg, DE",
        receipt: "file_1",
        uncategorized_file: "file_2",
      },
    });
    expect(await kept(disputeId)).toMatchObject({ status: "under_review", evidenceSentAt: expect.any(Date) });
    const recorded = await testDb
      .selectFrom("auditEntries")
      .where("subjectId", "=", disputeId)
      .select("action")
      .execute();
    expect(recorded.map(({ action }) => action)).toEqual(["save-dispute-evidence", "send-dispute-evidence"]);
  });

  it("is sent once, whoever writes and sends it at once", async () => {
    const made = await makeDisputed();
    const answers = await Promise.all(
      ["One", "Two", "Three", "Four"].map((words) => write(made, { texts: { words } })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((one) => !one.ok && one.refusal !== "already-sent")).toEqual([]);
    const before = sentEvents();
    await Promise.all([1, 2, 3].map(() => send(made)));
    await send(made);
    expect(sentEvents() - before).toBe(1);
    const { texts } = await kept(made.disputeId);
    expect((await atStripe(made.disputeId)).evidence.uncategorized_text).toBe((texts as { words: string }).words);
  });

  it("is one answer by the same form, and by a second click", async () => {
    const made = await makeDisputed();
    const key = newKey();
    const said = { texts: { words: "Once" } };
    expect([await write(made, said, { key }), await write(made, said, { key })]).toEqual([DONE, DONE]);
    expect(await write(made, { isFinal: false, texts: { words: "Later" } })).toEqual(no("already-sent"));
    expect((await kept(made.disputeId)).texts).toEqual({ words: "Once" });
  });

  it("whose answer is lost is sent again, and is the same", async () => {
    const made = await makeDisputed();
    await write(made, { texts: { words: "Once" } });
    stand.sandbox.failNext({ drop: "after", count: 2, method: "POST", path: `/v1/disputes/${made.disputeId}` });
    await expect(send(made)).rejects.toMatchObject({ name: "StripeFault" });
    expect(await kept(made.disputeId)).toMatchObject({ evidenceSentAt: null, sendingAt: expect.any(Date) });
    await send(made);
    expect(await kept(made.disputeId)).toMatchObject({ evidenceSentAt: expect.any(Date) });
  });

  it("that Stripe will never take comes back to be mended", async () => {
    const made = await makeDisputed();
    await write(made, { texts: { words: "x".repeat(20_001) } });
    await expect(send(made)).rejects.toMatchObject({ name: "StripeFault" });
    expect(await kept(made.disputeId)).toMatchObject({ sendingAt: null, refusal: "not-taken" });
    expect(await findDispute(testDb, made.disputeId, "en")).toMatchObject({
      canAnswer: true,
      notice: expect.stringContaining("qəbul etmədi"),
    });
  });

  it("is not sent for a dispute that ended meanwhile", async () => {
    const made = await makeDisputed();
    await write(made, { texts: { words: "Once" } });
    stand.sandbox.decideDispute(made.disputeId, false);
    await send(made);
    expect(await kept(made.disputeId)).toMatchObject({
      status: "lost",
      evidenceSentAt: null,
      refusal: "dispute-closed",
    });
  });
});

describe("a posted form with files", () => {
  async function post(
    { staff, disputeId }: Disputed,
    file: File,
    stripe: typeof stand.stripe | undefined = stand.stripe,
  ) {
    const body = new FormData();
    body.set("formKey", newKey());
    body.set("communication", file);
    const request = new Request("http://127.0.0.1:3000/en/staff/disputes/x", { method: "POST", body });
    return postEvidence(testDb, staff, request, disputeId, { stripe });
  }
  const pdf = new File([new Uint8Array(makePdf())], "letters.pdf", { type: "application/pdf" });

  it("takes a file to Stripe and keeps what it is called there, beside those that were given before", async () => {
    const made = await makeDisputed();
    await write(made, { isFinal: false, files: { other: { fileId: "file_1", name: "old.pdf" } } });
    expect(await post(made, pdf)).toEqual({ answer: undefined, isFinal: false });
    const { files } = await kept(made.disputeId);
    expect(files).toEqual({
      other: { fileId: "file_1", name: "old.pdf" },
      communication: { fileId: expect.stringMatching(/^file_/), name: "letters.pdf" },
    });
    await post(made, pdf);
    expect((await kept(made.disputeId)).files).toEqual(files);
  });

  it("refuses what no paper is, and any file where no cards are taken", async () => {
    const made = await makeDisputed();
    const text = new File(["words"], "letters.pdf", { type: "application/pdf" });
    for (const posted of [await post(made, text), await post({ ...made }, pdf, null as never)]) {
      expect(posted?.answer?.error).toMatchObject({ communication: [expect.any(String)] });
    }
    expect((await kept(made.disputeId)).files).toBeNull();
  });
});

describe("who is gone from her orders", () => {
  it("is gone from what a bank was told of them, and nobody else is", async () => {
    const [gone, stays] = [await makeDisputed(), await makeDisputed()];
    for (const made of [gone, stays]) await write(made, { isFinal: false, texts: { words: "Jonas wrote twice." } });
    const erased = { erasedAt: clock(), guestEmail: null, buyerName: null };
    await testDb.updateTable("orders").set(erased).where("id", "=", gone.orderId).execute();
    await testDb.transaction().execute((trx) => erasePersonalData(trx, gone.staff.userId));
    expect((await kept(gone.disputeId)).texts).toEqual({});
    expect((await kept(stays.disputeId)).texts).toEqual({ words: "Jonas wrote twice." });
  });
});

describe("a dispute takes no evidence", () => {
  it("that says nothing, is of none, or comes too late", async () => {
    const made = await makeDisputed();
    expect(await write(made, { texts: { words: "" } })).toEqual(no("nothing-said"));
    expect(await write({ ...made, disputeId: "dp_none" })).toEqual(no("dispute-missing"));
    const late = { now: new Date(clock().getTime() + 10 * 86_400_000) };
    expect(await write(made, { texts: { words: "Late" } }, late)).toEqual(no("too-late"));
  });

  it("when it is over, or was answered at Stripe itself", async () => {
    const [over, answered] = [await makeDisputed(), await makeDisputed()];
    stand.sandbox.decideDispute(over.disputeId, true);
    await stand.stripe.sendEvidence(answered.disputeId, { words: "By hand" }, "by-hand");
    await workReceived(stand);
    expect(await write(over, { texts: { words: "Late" } })).toEqual(no("dispute-closed"));
    expect(await write(answered, { texts: { words: "Late" } })).toEqual(no("already-sent"));
    expect(await kept(answered.disputeId)).toMatchObject({ evidenceSentAt: expect.any(Date) });
  });
});

describe("how a dispute ends by its evidence", () => {
  it.each([
    ["winning_evidence", "won", "udulub", 0],
    ["losing_evidence", "lost", "uduzulub", -6_900],
  ])("%s: the order says so, and the books are right", async (words, outcome, says, pending) => {
    const made = await makeDisputed();
    const before = await balances(testDb);
    await write(made, { texts: { words } });
    await send(made);
    await workReceived(stand);
    expect(await kept(made.disputeId)).toMatchObject({ status: outcome, evidenceSentAt: expect.any(Date) });
    expect((await historyOf(made.orderId)).at(-1)).toBe(`dispute-${outcome} by money`);
    const after = await balances(testDb);
    // What is owed is negative in the ledger.
    expect((before["seller_pending EUR"] ?? 0) - (after["seller_pending EUR"] ?? 0)).toBe(pending);
    const [shown] = await listOrderDisputes(testDb, made.orderId, "en");
    expect(shown).toMatchObject({ isOpen: false, text: expect.stringContaining(says) });
    await expectSoundLedger(testDb);
  });
});

import { describe, expect, it } from "vitest";
import { money } from "~/platform/money";
import { SANDBOX_KEY } from "~/platform/stripe/sandbox-key";
import { freshKey, makeCheckoutToOpen, useStripeSandbox } from "~tests/support/stripe-sandbox";

const stand = useStripeSandbox();

async function makePaid(number = "4242424242424242") {
  const { sessionId } = await stand.stripe.openCheckout(makeCheckoutToOpen(), freshKey());
  stand.sandbox.pay(sessionId, number);
  const session = await stand.stripe.findCheckout(sessionId);
  const paymentIntentId = session?.paymentIntentId ?? "";
  const intent = await stand.stripe.findIntent(paymentIntentId);
  return { sessionId, paymentIntentId, chargeId: intent?.latestChargeId ?? "" };
}

const refund = (paymentIntentId: string, amountMinor: bigint, key = freshKey()) =>
  stand.stripe.refund(
    {
      paymentIntentId,
      amount: money(amountMinor, "EUR"),
      reason: "requested_by_customer",
      metadata: { refund: "r-1" },
    },
    key,
  );

describe("a refund", () => {
  it("of a part leaves the rest, and is booked without a fee", async () => {
    const { paymentIntentId, chargeId } = await makePaid();

    const made = await refund(paymentIntentId, 1000n);
    await stand.sandbox.settled();

    expect(made).toMatchObject({
      ok: true,
      value: { status: "succeeded", amount: money(1000n, "EUR"), chargeId, metadata: { refund: "r-1" } },
    });
    expect(await stand.stripe.findCharge(chargeId)).toMatchObject({ refunded: money(1000n, "EUR"), isPaid: true });
    expect(stand.types()).toEqual(expect.arrayContaining(["refund.created", "charge.refunded"]));
    if (!made.ok) return;
    const now = new Date(Date.UTC(2000, 0, 1));
    const { transactions } = await stand.stripe.listBalance({ from: now, until: new Date(Date.UTC(2100, 0, 1)) });
    expect(transactions.find(({ transactionId }) => transactionId === made.value.balanceTransactionId)).toMatchObject({
      type: "refund",
      reportingCategory: "refund",
      amount: money(-1000n, "EUR"),
      fee: money(0n, "EUR"),
      net: money(-1000n, "EUR"),
      sourceId: made.value.refundId,
    });
  });

  it("of more than is left is refused", async () => {
    const { paymentIntentId } = await makePaid();
    await refund(paymentIntentId, 2000n);
    expect(await refund(paymentIntentId, 401n)).toEqual({ ok: false, refusal: "more-than-is-left" });
  });

  it("of what was given back already is refused", async () => {
    const { paymentIntentId } = await makePaid();
    await refund(paymentIntentId, 2400n);
    expect(await refund(paymentIntentId, 1n)).toEqual({ ok: false, refusal: "already-refunded" });
  });

  it("of a disputed charge is refused until the dispute is won", async () => {
    const { paymentIntentId, chargeId } = await makePaid();
    const { id } = stand.sandbox.openDispute(chargeId);

    expect(await refund(paymentIntentId, 100n)).toEqual({ ok: false, refusal: "charge-disputed" });
    stand.sandbox.decideDispute(id, true);
    expect(await refund(paymentIntentId, 100n)).toMatchObject({ ok: true });
  });

  it("that the balance does not cover is refused", async () => {
    const { paymentIntentId } = await makePaid();
    stand.sandbox.payOut();
    stand.sandbox.setAccount({ mayGoNegative: false });

    expect(await refund(paymentIntentId, 100n)).toEqual({ ok: false, refusal: "balance-too-low" });
    stand.sandbox.setAccount({ mayGoNegative: true });
  });

  it("of a payment that never was is a fault, which never tells the key", async () => {
    const { sessionId } = await stand.stripe.openCheckout(makeCheckoutToOpen(), freshKey());
    stand.sandbox.pay(sessionId, "4000000000000002");
    const session = await stand.stripe.findCheckout(sessionId);

    await expect(refund(session?.paymentIntentId ?? "", 100n)).rejects.toMatchObject({
      name: "StripeFault",
      httpStatus: 400,
      requestId: expect.stringMatching(/^req_/),
      isPassing: false,
      message: expect.not.stringContaining("sk_test"),
    });
  });

  it("with the card for it is pending first", async () => {
    const { paymentIntentId } = await makePaid("4000000000007726");

    const made = await refund(paymentIntentId, 2400n);
    expect(made).toMatchObject({ ok: true, value: { status: "pending" } });
    stand.sandbox.settleNow();
    await stand.sandbox.settled();

    expect(await stand.stripe.findRefund(made.ok ? made.value.refundId : "")).toMatchObject({ status: "succeeded" });
    expect(stand.types()).toContain("refund.updated");
  });

  it("with the card for it fails later, and the money is back in our balance", async () => {
    const { paymentIntentId, chargeId } = await makePaid("4000000000005126");

    const made = await refund(paymentIntentId, 2400n);
    expect(made).toMatchObject({ ok: true, value: { status: "succeeded" } });
    stand.sandbox.advance(60);
    await stand.sandbox.settled();

    const failed = await stand.stripe.findRefund(made.ok ? made.value.refundId : "");
    expect(failed).toMatchObject({
      status: "failed",
      failureReason: "expired_or_canceled_card",
      failureBalanceTransactionId: expect.stringMatching(/^txn_/),
    });
    expect(await stand.stripe.findCharge(chargeId)).toMatchObject({ refunded: money(0n, "EUR") });
    expect(stand.types()).toContain("refund.failed");
  });
});

describe("a dispute", () => {
  it.each([
    ["4000000000000259", "fraudulent"],
    ["4000000000002685", "product_not_received"],
  ])("comes by itself after a payment with %s, and takes amount and fee", async (number, reason) => {
    const { chargeId } = await makePaid(number);
    await stand.sandbox.settled();

    const opened = stand.received.find(({ event }) => event?.type === "charge.dispute.created")?.event;
    const dispute = await stand.stripe.findDispute(opened?.objectId ?? "");
    expect(dispute).toMatchObject({
      chargeId,
      reason,
      status: "needs_response",
      amount: money(2400n, "EUR"),
      isEvidenceSent: false,
      answerBy: expect.any(Date),
      balanceTransactions: [
        {
          type: "adjustment",
          reportingCategory: "dispute",
          amount: money(-2400n, "EUR"),
          fee: money(2000n, "EUR"),
          net: money(-4400n, "EUR"),
        },
      ],
    });
    expect(await stand.stripe.findCharge(chargeId)).toMatchObject({ isDisputed: true });
    expect(stand.types()).toContain("charge.dispute.funds_withdrawn");
  });

  it.each([
    ["winning_evidence", "won", "charge.dispute.funds_reinstated", 2],
    ["losing_evidence", "lost", "charge.dispute.closed", 1],
    ["It was delivered.", "under_review", "charge.dispute.updated", 1],
  ])("answered with %s is %s", async (words, status, type, count) => {
    const { chargeId } = await makePaid();
    const { id } = stand.sandbox.openDispute(chargeId);
    const bytes = new TextEncoder().encode("%PDF-1.7");
    const fileId = await stand.stripe.uploadEvidence({ name: "post.pdf", type: "application/pdf", bytes }, freshKey());

    const answered = await stand.stripe.sendEvidence(
      id,
      { words, buyerName: "Anna", shippingCarrier: "Azərpoçt", trackingNumber: "RR1", shippingFileId: fileId },
      freshKey(),
    );
    await stand.sandbox.settled();

    expect(fileId).toMatch(/^file_/);
    expect(answered).toMatchObject({ ok: true, value: { status, isEvidenceSent: true } });
    expect(answered.ok && answered.value.balanceTransactions).toHaveLength(count);
    expect(stand.types()).toContain(type);
  });

  it("that was decided takes no evidence", async () => {
    const { chargeId } = await makePaid();
    const { id } = stand.sandbox.openDispute(chargeId);
    stand.sandbox.decideDispute(id, false);

    const sent = await stand.stripe.sendEvidence(id, { words: "late" }, freshKey());
    expect(sent).toEqual({ ok: false, refusal: "dispute-closed" });
  });

  it("takes evidence once", async () => {
    const { chargeId } = await makePaid();
    const { id } = stand.sandbox.openDispute(chargeId);
    await stand.stripe.sendEvidence(id, { words: "It was delivered." }, freshKey());
    const again = await stand.stripe.sendEvidence(id, { words: "It was, indeed." }, freshKey());
    expect(again).toEqual({ ok: false, refusal: "already-sent" });
  });

  it.each([
    ["what it does not know", { buyerEmail: "nobody" }],
    ["too many letters", { words: "x".repeat(20_001) }],
  ])("says that it takes no evidence with %s, as a fault", async (_what, evidence) => {
    const { chargeId } = await makePaid();
    const { id } = stand.sandbox.openDispute(chargeId);
    await expect(stand.stripe.sendEvidence(id, evidence, freshKey())).rejects.toMatchObject({
      name: "StripeFault",
      httpStatus: 400,
    });
  });

  it("keeps what each piece of evidence is", async () => {
    const { chargeId } = await makePaid();
    const { id } = stand.sandbox.openDispute(chargeId);
    const bytes = new TextEncoder().encode("%PDF-1.7");
    const file = { name: "letters.pdf", type: "application/pdf", bytes };
    const communicationFileId = await stand.stripe.uploadEvidence(file, freshKey());
    const words = { refundPolicy: "Within 14 days.", refundRefusal: "It was used.", communicationFileId };
    await stand.stripe.sendEvidence(id, words, freshKey());
    const answer = await fetch(`${stand.sandbox.url}/v1/disputes/${id}`, {
      headers: { authorization: `Bearer ${SANDBOX_KEY}` },
    });
    expect(await answer.json()).toMatchObject({
      evidence: {
        refund_policy_disclosure: "Within 14 days.",
        refund_refusal_explanation: "It was used.",
        customer_communication: communicationFileId,
      },
    });
  });

  it.each([
    ["of another kind", { name: "a.txt", type: "text/plain", bytes: new TextEncoder().encode("words") }],
    ["too large", { name: "a.pdf", type: "application/pdf", bytes: new Uint8Array(5 * 1024 * 1024 + 1) }],
  ])("takes no file %s", async (_what, file) => {
    await expect(stand.stripe.uploadEvidence(file, freshKey())).rejects.toMatchObject({ httpStatus: 400 });
  });
});

describe("the balance", () => {
  it("is listed between two instants, newest first, page by page", async () => {
    const [one, two] = [await makePaid(), await makePaid()];
    const range = { from: new Date(0), until: new Date(Date.UTC(2100, 0, 1)) };

    const { transactions, nextAfter } = await stand.stripe.listBalance(range);
    const later = await stand.stripe.listBalance({ ...range, after: transactions[0]?.transactionId });

    expect(transactions.slice(0, 2).map(({ sourceId }) => sourceId)).toEqual([two.chargeId, one.chargeId]);
    expect(nextAfter).toBeUndefined();
    expect(later.transactions[0]?.sourceId).toBe(one.chargeId);
    expect((await stand.stripe.listBalance({ from: new Date(0), until: new Date(1000) })).transactions).toEqual([]);
  });

  it("of more than a page says where the next one begins", async () => {
    for (let count = 0; count < 101; count += 1) {
      const { sessionId } = await stand.stripe.openCheckout(makeCheckoutToOpen(), freshKey());
      stand.sandbox.pay(sessionId, "4242424242424242");
    }
    const range = { from: new Date(0), until: new Date(Date.UTC(2100, 0, 1)) };

    const first = await stand.stripe.listBalance(range);
    const second = await stand.stripe.listBalance({ ...range, after: first.nextAfter });

    expect(first.transactions).toHaveLength(100);
    expect(first.nextAfter).toBe(first.transactions[99]?.transactionId);
    expect(second.transactions[0]?.transactionId).not.toBe(first.nextAfter);
  });

  it("is paid out to our bank, and the payout arrives two days later", async () => {
    await makePaid();
    const payout = stand.sandbox.payOut();
    const id = payout?.id ?? "";

    expect(await stand.stripe.findPayout(id)).toMatchObject({ status: "in_transit" });
    stand.sandbox.advance(2 * 86_400);
    await stand.sandbox.settled();

    expect(await stand.stripe.findPayout(id)).toMatchObject({
      status: "paid",
      balanceTransactionId: expect.stringMatching(/^txn_/),
    });
    expect(stand.types()).toEqual(expect.arrayContaining(["payout.created", "payout.paid"]));
    expect(stand.sandbox.payOut()).toBeUndefined();
  });
});

import type Stripe from "stripe";
import type { Desk } from "./desk";
import { emit } from "./events";
import { book, settle } from "./ledger";
import { idOf } from "./reference";
import { refuse } from "./refusals";
import { shape } from "./shapes";

/** What a dispute costs, in the settled currency, and is given back when it is won. The sandbox's own figure. */
const DISPUTE_FEE = 2000;

/** The sandbox's own figure; networks give 7 to 21 days. Source: docs.stripe.com/disputes/how-disputes-work. */
const ANSWER_WITHIN_SECONDS = 9 * 86_400;

const OVER: ReadonlySet<string> = new Set(["won", "lost", "warning_closed", "prevented"]);

/** A buyer's bank takes a charge back: the amount and a fee leave the balance at once. */
export function openDispute(desk: Desk, chargeId: string, reason: string): Stripe.Dispute {
  const { store } = desk;
  const charge =
    store.get("charges", chargeId) ?? refuse("resource-missing", { param: "charge", kind: "charge", id: chargeId });
  const { amount, amount_refunded: refunded, currency, payment_intent: intent } = charge.object;
  const sample = shape("dispute");
  const id = store.newId("dp");
  const settled = settle(desk, amount - refunded, currency);
  const withdrawal = book(desk, {
    type: "adjustment",
    reportingCategory: "dispute",
    settled: { ...settled, amount: -settled.amount },
    fee: DISPUTE_FEE,
    sourceId: id,
    description: `Chargeback withdrawal for ${chargeId}`,
  });
  const dispute: Stripe.Dispute = {
    ...sample,
    id,
    amount: amount - refunded,
    balance_transactions: [withdrawal],
    charge: chargeId,
    created: store.now(),
    currency,
    evidence_details: { ...sample.evidence_details, due_by: store.now() + ANSWER_WITHIN_SECONDS },
    is_charge_refundable: false,
    payment_intent: intent,
    reason,
    status: "needs_response",
  };
  store.put("disputes", dispute);
  store.put("charges", { ...charge, object: { ...charge.object, disputed: true } });
  emit(desk, "charge.dispute.created", dispute);
  emit(desk, "charge.dispute.funds_withdrawn", dispute);
  return dispute;
}

/**
 * Adds evidence and, unless told to wait, sends it. In Stripe's test mode the words `winning_evidence` and
 * `losing_evidence` decide at once. Source: docs.stripe.com/testing#evidence.
 */
export function updateDispute(desk: Desk, id: string, input: Stripe.DisputeUpdateParams): Stripe.Dispute {
  const found = findOpen(desk, id);
  if (found.evidence_details.submission_count > 0) refuse("dispute-answered");
  const { evidence = {}, metadata, submit = true } = input;
  const isSent = submit && (Object.keys(evidence).length > 0 || found.evidence_details.has_evidence);
  const updated: Stripe.Dispute = {
    ...found,
    // The answer has the same fields as the parameters, those that were never sent being null.
    evidence: { ...found.evidence, ...evidence } as Stripe.Dispute.Evidence,
    evidence_details: {
      ...found.evidence_details,
      has_evidence: found.evidence_details.has_evidence || Object.keys(evidence).length > 0,
      submission_count: isSent ? 1 : 0,
    },
    metadata: { ...found.metadata, ...(metadata as Record<string, string> | undefined) },
    status: isSent ? "under_review" : found.status,
  };
  desk.store.put("disputes", updated);
  emit(desk, "charge.dispute.updated", updated, { status: found.status });
  const words = updated.evidence.uncategorized_text;
  if (isSent && words === "winning_evidence") return decideDispute(desk, id, true);
  if (isSent && words === "losing_evidence") return decideDispute(desk, id, false);
  return updated;
}

/** Gives the dispute up: it is lost, and cannot be reopened. */
export function closeDispute(desk: Desk, id: string): Stripe.Dispute {
  findOpen(desk, id);
  return decideDispute(desk, id, false);
}

/** The bank's decision; won, the amount and the fee come back. */
export function decideDispute(desk: Desk, id: string, isWon: boolean): Stripe.Dispute {
  const found = findOpen(desk, id);
  let decided: Stripe.Dispute = { ...found, status: isWon ? "won" : "lost" };
  const [withdrawal] = found.balance_transactions;
  if (isWon && withdrawal) {
    const { currency, amount, exchange_rate: exchangeRate } = withdrawal;
    const back = book(desk, {
      type: "adjustment",
      reportingCategory: "dispute_reversal",
      settled: { currency, amount: -amount, exchangeRate },
      fee: -DISPUTE_FEE,
      sourceId: id,
      description: `Chargeback reversal for ${idOf(found.charge) ?? ""}`,
    });
    decided = { ...decided, balance_transactions: [...found.balance_transactions, back] };
    emit(desk, "charge.dispute.funds_reinstated", decided);
  }
  desk.store.put("disputes", decided);
  emit(desk, "charge.dispute.closed", decided, { status: found.status });
  return decided;
}

export function findDispute(desk: Desk, id: string): Stripe.Dispute {
  return desk.store.get("disputes", id) ?? refuse("resource-missing", { param: "dispute", kind: "dispute", id });
}

function findOpen(desk: Desk, id: string): Stripe.Dispute {
  const dispute = findDispute(desk, id);
  return OVER.has(dispute.status) ? refuse("dispute-closed") : dispute;
}

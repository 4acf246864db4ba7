import type Stripe from "stripe";
import type { Desk } from "./desk";
import { emit } from "./events";
import { balanceIn, book, digitsOf, settle } from "./ledger";
import { idOf } from "./reference";
import { refuse } from "./refusals";
import { shape } from "./shapes";
import type { KeptCharge, KeptRefund } from "./tables";

/** When a refund of the test cards for it ends. The sandbox's own figure for "some time later". */
const REFUND_ENDS_AFTER_SECONDS = 60;

/** Gives back a charge or a part of it. The fee of the charge is not given back. */
export function makeRefund(desk: Desk, input: Stripe.RefundCreateParams): Stripe.Refund {
  const { store } = desk;
  const charge = chargeToRefund(desk, input);
  const { id: chargeId, amount, amount_refunded: refunded, currency } = charge.object;
  const left = amount - refunded;
  if (charge.object.disputed && !isDisputeWon(desk, chargeId)) refuse("charge-disputed", { id: chargeId });
  if (left === 0) refuse("already-refunded", { id: chargeId });
  const asked = input.amount ?? left;
  if (asked > left)
    refuse("refund-too-large", { param: "amount", asked: shown(asked, currency), left: shown(left, currency) });

  const settled = settle(desk, asked, currency);
  if (!desk.account.mayGoNegative && settled.amount > wholeBalance(desk, settled.currency)) refuse("balance-too-low");

  const isLate = charge.fate === "refund-comes-later";
  const isCard = chargeId.startsWith("ch_");
  const id = store.newId(isCard ? "re" : "pyr");
  const sample = shape("refund");
  const transaction = book(desk, {
    type: isCard ? "refund" : "payment_refund",
    reportingCategory: "refund",
    settled: { ...settled, amount: -settled.amount },
    sourceId: id,
    description: `REFUND FOR CHARGE (${chargeId})`,
  });
  const at = store.now() + REFUND_ENDS_AFTER_SECONDS;
  const refund: KeptRefund = {
    id,
    object: {
      ...sample,
      id,
      amount: asked,
      balance_transaction: transaction.id,
      charge: chargeId,
      created: store.now(),
      currency,
      metadata: { ...(input.metadata as Record<string, string> | undefined) },
      payment_intent: charge.object.payment_intent,
      payment_method: charge.object.payment_method,
      reason: input.reason ?? null,
      status: isLate ? "pending" : "succeeded",
    },
    // Stripe's card for a failing refund says "succeeded" first. Source: docs.stripe.com/testing#refunds.
    ends: isLate
      ? { status: "succeeded", at }
      : charge.fate === "refund-fails-later"
        ? { status: "failed", at }
        : undefined,
  };
  store.put("refunds", refund);
  const now = noteRefunded(desk, charge, asked);
  emit(desk, "refund.created", refund.object);
  emit(desk, "charge.refunded", now.object, { amount_refunded: refunded });
  return refund.object;
}

/** Ends refunds whose time has come; all that are under way when `isNow`. */
export function endRefunds(desk: Desk, isNow = false): void {
  for (const refund of desk.store.all("refunds")) {
    if (refund.ends && (isNow || refund.ends.at <= desk.store.now())) endRefund(desk, refund, refund.ends.status);
  }
}

function endRefund(desk: Desk, refund: KeptRefund, status: "succeeded" | "failed"): void {
  const { store } = desk;
  const previous = { status: refund.object.status };
  if (status === "succeeded") {
    const ended: KeptRefund = { ...refund, object: { ...refund.object, status }, ends: undefined };
    store.put("refunds", ended);
    emit(desk, "refund.updated", ended.object, previous);
    return;
  }
  const sent = store.get("transactions", idOf(refund.object.balance_transaction));
  if (!sent) throw new Error(`${refund.id} was never booked`);
  const back = book(desk, {
    type: "refund_failure",
    reportingCategory: "refund_failure",
    settled: { amount: -sent.amount, currency: sent.currency, exchangeRate: sent.exchange_rate },
    sourceId: refund.id,
    description: `REFUND FAILURE (${refund.id})`,
    isAvailableNow: true,
  });
  const ended: KeptRefund = {
    ...refund,
    object: {
      ...refund.object,
      status,
      failure_reason: "expired_or_canceled_card",
      failure_balance_transaction: back.id,
    },
    ends: undefined,
  };
  store.put("refunds", ended);
  const charge = store.get("charges", idOf(refund.object.charge));
  if (charge) noteRefunded(desk, charge, -refund.object.amount);
  emit(desk, "refund.updated", ended.object, previous);
  emit(desk, "refund.failed", ended.object, previous);
}

function noteRefunded(desk: Desk, charge: KeptCharge, more: number): KeptCharge {
  const refunded = charge.object.amount_refunded + more;
  const noted: KeptCharge = {
    ...charge,
    object: { ...charge.object, amount_refunded: refunded, refunded: refunded === charge.object.amount },
  };
  desk.store.put("charges", noted);
  return noted;
}

/** Refunds of cards and SEPA debits never wait for the buyer, so none can be canceled. */
export function cancelRefund(desk: Desk, id: string): Stripe.Refund {
  const refund = findRefund(desk, id);
  return refuse("refund-not-cancelable", { status: refund.status ?? "unknown" });
}

export function findRefund(desk: Desk, id: string): Stripe.Refund {
  return desk.store.get("refunds", id)?.object ?? refuse("resource-missing", { param: "refund", kind: "refund", id });
}

function chargeToRefund(
  desk: Desk,
  { charge: chargeId, payment_intent: intentId }: Stripe.RefundCreateParams,
): KeptCharge {
  const { store } = desk;
  if (chargeId && intentId)
    refuse("parameters-exclusive", { param: "charge", first: "charge", second: "payment_intent" });
  if (chargeId) {
    const charge =
      store.get("charges", chargeId) ?? refuse("resource-missing", { param: "charge", kind: "charge", id: chargeId });
    return charge.object.status === "succeeded" ? charge : refuse("nothing-to-refund", { id: chargeId });
  }
  if (!intentId) return refuse("parameter-missing", { param: "charge" });
  const intent =
    store.get("intents", intentId) ??
    refuse("resource-missing", { param: "payment_intent", kind: "payment_intent", id: intentId });
  const charge = store.get("charges", idOf(intent.object.latest_charge));
  return charge?.object.status === "succeeded" ? charge : refuse("nothing-to-refund", { id: intentId });
}

function wholeBalance(desk: Desk, currency: string): number {
  const { available, pending } = balanceIn(desk, currency);
  return available + pending;
}

function isDisputeWon(desk: Desk, chargeId: string): boolean {
  return desk.store
    .all("disputes")
    .filter(({ charge }) => charge === chargeId)
    .every(({ status }) => status === "won");
}

function shown(amount: number, currency: string): string {
  return `${(amount / 10 ** digitsOf(currency)).toFixed(digitsOf(currency))} ${currency.toUpperCase()}`;
}

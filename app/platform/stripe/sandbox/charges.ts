import type Stripe from "stripe";
import type { Desk } from "./desk";
import { openDispute } from "./disputes";
import { emit } from "./events";
import type { Instrument } from "./instruments";
import { book, feeOf, settle } from "./ledger";
import { DECLINES, type DeclineName } from "./refusals";
import { shape } from "./shapes";
import type { KeptCharge, KeptIntent } from "./tables";

export type Payer = { name: string | null; email: string | null };

/** Makes a charge that succeeded, books it and, for the cards that ask for it, disputes it. */
export function chargePaid(desk: Desk, intent: KeptIntent, instrument: Instrument, payer: Payer): KeptCharge {
  const fate = instrument.outcome.kind === "paid" ? instrument.outcome.fate : undefined;
  const made = makeCharge(desk, intent, instrument, payer);
  const charge: KeptCharge = { ...made, fate, ends: undefined };
  desk.store.put("charges", charge);
  const paid = succeed(desk, charge);
  if (fate === "dispute-fraudulent") openDispute(desk, paid.id, "fraudulent");
  if (fate === "dispute-not-received") openDispute(desk, paid.id, "product_not_received");
  return desk.store.get("charges", paid.id) ?? paid;
}

/** A delayed method's charge: pending until the clock or a control ends it. */
export function chargePending(
  desk: Desk,
  intent: KeptIntent,
  instrument: Instrument,
  payer: Payer,
  ends: { isPaid: boolean; at: number },
): KeptCharge {
  const { object, id } = makeCharge(desk, intent, instrument, payer);
  const charge: KeptCharge = {
    id,
    object: { ...object, status: "pending", paid: false, captured: true },
    fate: undefined,
    ends,
  };
  desk.store.put("charges", charge);
  emit(desk, "charge.pending", charge.object);
  return charge;
}

/** Marks a charge as paid and books it. Stripe books after it says that the charge succeeded, and then says so again. */
export function succeed(desk: Desk, charge: KeptCharge): KeptCharge {
  const { store } = desk;
  const { id, amount, currency } = charge.object;
  const paid: Stripe.Charge = {
    ...charge.object,
    status: "succeeded",
    paid: true,
    captured: true,
    amount_captured: amount,
  };
  emit(desk, "charge.succeeded", paid);
  const method = paid.payment_method_details?.type ?? "card";
  const settled = settle(desk, amount, currency);
  const isCard = method === "card";
  const transaction = book(desk, {
    type: isCard ? "charge" : "payment",
    reportingCategory: "charge",
    settled,
    fee: feeOf(settled, currency, method),
    sourceId: id,
    description: paid.description ?? "Payment",
  });
  const booked: KeptCharge = {
    ...charge,
    object: { ...paid, balance_transaction: transaction.id },
    ends: undefined,
  };
  store.put("charges", booked);
  emit(desk, "charge.updated", booked.object, { balance_transaction: null });
  return booked;
}

/** A charge that the bank refused. */
export function chargeFailed(
  desk: Desk,
  intent: KeptIntent,
  instrument: Instrument,
  payer: Payer,
  why: DeclineName,
): KeptCharge {
  const made = makeCharge(desk, intent, instrument, payer);
  const charge: KeptCharge = { ...made, object: failed(made.object, why), fate: undefined, ends: undefined };
  desk.store.put("charges", charge);
  emit(desk, "charge.failed", charge.object);
  return charge;
}

/** Ends a pending charge as not paid. */
export function fail(desk: Desk, charge: KeptCharge, why: DeclineName): KeptCharge {
  const ended: KeptCharge = { ...charge, object: failed(charge.object, why), ends: undefined };
  desk.store.put("charges", ended);
  emit(desk, "charge.failed", ended.object);
  return ended;
}

function failed(charge: Stripe.Charge, why: DeclineName): Stripe.Charge {
  const { code, message, declineCode } = DECLINES[why];
  const outcome = {
    ...shape("charge").outcome,
    network_status: "declined_by_network",
    reason: declineCode ?? code,
    seller_message: "The bank did not approve this payment.",
    type: "issuer_declined",
    // Its optional parts are those of the sample.
  } as Stripe.Charge.Outcome;
  return {
    ...charge,
    status: "failed",
    paid: false,
    captured: false,
    failure_code: code,
    failure_message: message,
    outcome,
  };
}

function makeCharge(
  desk: Desk,
  intent: KeptIntent,
  instrument: Instrument,
  payer: Payer,
): { id: string; object: Stripe.Charge } {
  const { store } = desk;
  const { amount, currency, metadata, description, statement_descriptor_suffix: suffix } = intent.object;
  const id = store.newId(instrument.method === "card" ? "ch" : "py");
  const sample = shape("charge");
  const object: Stripe.Charge = {
    ...sample,
    id,
    amount,
    amount_captured: 0,
    balance_transaction: null,
    billing_details: { ...sample.billing_details, name: payer.name, email: payer.email },
    calculated_statement_descriptor: [desk.account.merchantName, suffix].filter(Boolean).join("* ").slice(0, 22),
    created: store.now(),
    currency,
    description,
    metadata: { ...metadata },
    outcome: {
      advice_code: null,
      network_advice_code: null,
      network_decline_code: null,
      network_status: "approved_by_network",
      reason: null,
      seller_message: "Payment complete.",
      type: "authorized",
    },
    payment_intent: intent.id,
    payment_method: store.newId("pm"),
    payment_method_details: detailsOf(instrument, sample.payment_method_details),
    receipt_url: `${desk.url}/receipts/${id}`,
    refunds: { object: "list", data: [], has_more: false, url: `/v1/charges/${id}/refunds` },
    shipping: null,
    source: null,
    statement_descriptor_suffix: suffix,
    transfer_data: null,
  };
  return { id, object };
}

function detailsOf(
  { method, number }: Instrument,
  sample: Stripe.Charge.PaymentMethodDetails | null,
): Stripe.Charge.PaymentMethodDetails {
  const last4 = number.slice(-4);
  if (method === "card") {
    return { ...sample, type: "card", ...(sample?.card ? { card: { ...sample.card, last4, wallet: null } } : {}) };
  }
  return {
    type: "sepa_debit",
    sepa_debit: {
      bank_code: number.slice(4, 9),
      branch_code: null,
      country: number.slice(0, 2),
      fingerprint: null,
      last4,
      mandate: null,
    },
  };
}

import type { DeclineName } from "./refusals";
import type { LaterFate } from "./tables";

/** A test card or account: what it looks like and how a payment with it ends. Source: docs.stripe.com/testing. */
export type Instrument = {
  number: string;
  /** What the button of the page says. */
  label: string;
  method: "card" | "sepa_debit";
  outcome:
    | { kind: "paid"; fate?: LaterFate }
    | { kind: "declined"; decline: DeclineName }
    | { kind: "challenge" }
    /** `afterSeconds`: three minutes is Stripe's figure, five seconds our own for "at once". */
    | { kind: "delayed"; isPaid: boolean; afterSeconds: number };
};

const card = "card" as const;
const sepa = "sepa_debit" as const;

export const INSTRUMENTS: readonly Instrument[] = [
  { number: "4242424242424242", label: "Succeeds", method: card, outcome: { kind: "paid" } },
  {
    number: "4000000000000002",
    label: "Declined",
    method: card,
    outcome: { kind: "declined", decline: "generic" },
  },
  {
    number: "4000000000009995",
    label: "Insufficient funds",
    method: card,
    outcome: { kind: "declined", decline: "insufficient-funds" },
  },
  { number: "4000002760003184", label: "Asks for 3-D Secure", method: card, outcome: { kind: "challenge" } },
  {
    number: "4000002500003155",
    label: "Asks for 3-D Secure unless set up",
    method: card,
    outcome: { kind: "challenge" },
  },
  {
    number: "4000000000000259",
    label: "Succeeds, then disputed as fraud",
    method: card,
    outcome: { kind: "paid", fate: "dispute-fraudulent" },
  },
  {
    number: "4000000000002685",
    label: "Succeeds, then disputed as not received",
    method: card,
    outcome: { kind: "paid", fate: "dispute-not-received" },
  },
  {
    number: "4000000000007726",
    label: "Succeeds; a refund is pending first",
    method: card,
    outcome: { kind: "paid", fate: "refund-comes-later" },
  },
  {
    number: "4000000000005126",
    label: "Succeeds; a refund fails later",
    method: card,
    outcome: { kind: "paid", fate: "refund-fails-later" },
  },
  {
    number: "AT611904300234573201",
    label: "Debit succeeds",
    method: sepa,
    outcome: { kind: "delayed", isPaid: true, afterSeconds: 5 },
  },
  {
    number: "AT321904300235473204",
    label: "Debit succeeds after three minutes",
    method: sepa,
    outcome: { kind: "delayed", isPaid: true, afterSeconds: 180 },
  },
  {
    number: "AT861904300235473202",
    label: "Debit fails",
    method: sepa,
    outcome: { kind: "delayed", isPaid: false, afterSeconds: 5 },
  },
];

/** @param typed as a person types it, with blanks */
export function findInstrument(typed: string): Instrument | undefined {
  const number = typed.replaceAll(/[\s-]/g, "").toUpperCase();
  return INSTRUMENTS.find((instrument) => instrument.number === number);
}

/** SEPA debits are in euro alone. Source: docs.stripe.com/payments/sepa-debit. */
export function methodsFor(currency: string): Instrument["method"][] {
  return currency === "eur" ? [card, sepa] : [card];
}

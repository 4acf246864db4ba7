import { chargeFailed, chargePaid, chargePending, fail, succeed, type Payer } from "./charges";
import type { Desk } from "./desk";
import { emit } from "./events";
import { findInstrument, methodsFor, type Instrument } from "./instruments";
import { askForAction, intentOf, makeIntent, noteDecline, noteProcessing, noteSucceeded } from "./intents";
import { idOf } from "./reference";
import { DECLINES, type DeclineName } from "./refusals";
import { findSession } from "./sessions";
import type { KeptCharge, KeptIntent, KeptSession } from "./tables";

/** What an attempt to pay came to. `over`: the session is no longer open. `unknown`: no test number, nothing was tried. */
export type Attempt =
  | { kind: "paid" | "processing" | "challenge" | "over" | "unknown" }
  | { kind: "declined"; decline: DeclineName; message: string };

/** One attempt to pay an open session with a test number. */
export function pay(desk: Desk, sessionId: string, number: string, payer: Payer): Attempt {
  const session = findSession(desk, sessionId);
  if (session.object.status !== "open") return { kind: "over" };
  const instrument = findInstrument(number);
  if (!instrument || !methodsFor(session.object.currency ?? "").includes(instrument.method)) return { kind: "unknown" };
  const intent = intentOf(desk, session);
  const known = { ...payer, email: payer.email ?? session.object.customer_email };
  const { outcome } = instrument;
  switch (outcome.kind) {
    case "challenge":
      askForAction(desk, intent, instrument.number);
      return { kind: "challenge" };
    case "declined":
      return decline(desk, intent, instrument, known, outcome.decline);
    case "paid":
      return take(desk, intent, instrument, known);
    case "delayed": {
      const ends = { isPaid: outcome.isPaid, at: desk.store.now() + outcome.afterSeconds };
      const charge = chargePending(desk, intent, instrument, known, ends);
      noteProcessing(desk, intent, charge.id);
      complete(desk, sessionId, known, "unpaid");
      return { kind: "processing" };
    }
  }
}

/** The payer comes back from the bank's 3-D Secure page. Nothing waits any more when the session ended meanwhile. */
export function answerChallenge(desk: Desk, sessionId: string, isPassed: boolean, payer: Payer): Attempt {
  const session = findSession(desk, sessionId);
  const intent = desk.store.get("intents", idOf(session.object.payment_intent));
  const instrument = findInstrument(intent?.waitingFor ?? "");
  if (session.object.status !== "open" || !intent || !instrument) return { kind: "over" };
  if (isPassed)
    return take(desk, intent, instrument, { ...payer, email: payer.email ?? session.object.customer_email });
  noteDecline(desk, intent, "not-authenticated", undefined);
  return declinedAs("not-authenticated");
}

function take(desk: Desk, intent: KeptIntent, instrument: Instrument, payer: Payer): Attempt {
  const charge = chargePaid(desk, intent, instrument, payer);
  noteSucceeded(desk, intent, charge.id);
  if (intent.sessionId !== undefined) complete(desk, intent.sessionId, payer, "paid");
  return { kind: "paid" };
}

function decline(desk: Desk, intent: KeptIntent, instrument: Instrument, payer: Payer, why: DeclineName): Attempt {
  const charge = chargeFailed(desk, intent, instrument, payer, why);
  noteDecline(desk, intent, why, charge.id);
  return declinedAs(why);
}

function declinedAs(why: DeclineName): Attempt {
  return { kind: "declined", decline: why, message: DECLINES[why].message };
}

function complete(desk: Desk, sessionId: string, payer: Payer, status: "paid" | "unpaid"): void {
  const session = findSession(desk, sessionId);
  const { object } = session;
  const details = object.customer_details;
  const completed: KeptSession = {
    ...session,
    object: {
      ...object,
      status: "complete",
      payment_status: status,
      url: null,
      customer_details: details && { ...details, name: payer.name },
    },
  };
  desk.store.put("sessions", completed);
  emit(desk, "checkout.session.completed", completed.object);
}

/** Ends delayed payments whose time has come; all that are under way when `isNow`. */
export function endDelayedPayments(desk: Desk, isNow = false): void {
  for (const charge of desk.store.all("charges")) {
    if (charge.ends && (isNow || charge.ends.at <= desk.store.now())) endDelayed(desk, charge, charge.ends.isPaid);
  }
}

function endDelayed(desk: Desk, charge: KeptCharge, isPaid: boolean): void {
  const { store } = desk;
  const intent = store.get("intents", idOf(charge.object.payment_intent));
  const session = store.get("sessions", intent?.sessionId);
  if (!intent || !session) return;
  if (isPaid) {
    succeed(desk, charge);
    noteSucceeded(desk, intent, charge.id);
    const paid: KeptSession = { ...session, object: { ...session.object, payment_status: "paid" } };
    store.put("sessions", paid);
    emit(desk, "checkout.session.async_payment_succeeded", paid.object);
    return;
  }
  fail(desk, charge, "debit-failed");
  noteDecline(desk, intent, "debit-failed", charge.id);
  emit(desk, "checkout.session.async_payment_failed", session.object);
}

/**
 * Takes the money of a completed session a second time. Stripe never does; a test that asks for it must notice.
 *
 * @param how with the session's own payment intent, or with another one that bears the same metadata
 */
export function payTwice(desk: Desk, sessionId: string, how: "same-intent" | "other-intent"): string {
  const session = findSession(desk, sessionId);
  const first = desk.store.get("intents", idOf(session.object.payment_intent));
  const instrument = findInstrument("4242424242424242");
  if (!first || !instrument) throw new Error(`${sessionId} was not paid once`);
  const intent = how === "same-intent" ? first : makeIntent(desk, session);
  const charge = chargePaid(desk, intent, instrument, { name: null, email: session.object.customer_email });
  noteSucceeded(desk, intent, charge.id);
  return charge.id;
}

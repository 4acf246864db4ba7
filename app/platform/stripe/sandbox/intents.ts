import type Stripe from "stripe";
import type { Desk } from "./desk";
import { emit } from "./events";
import { DECLINES, refuse, type DeclineName } from "./refusals";
import { shape } from "./shapes";
import type { KeptIntent, KeptSession } from "./tables";

const OVER: ReadonlySet<string> = new Set(["succeeded", "canceled"]);

/** The payment intent of a session: made at the first attempt to pay, the same at every later one. */
export function intentOf(desk: Desk, session: KeptSession): KeptIntent {
  const { store } = desk;
  const known = session.object.payment_intent;
  const found = store.get("intents", typeof known === "string" ? known : undefined);
  if (found) return found;
  const intent = makeIntent(desk, session);
  store.put("sessions", { ...session, object: { ...session.object, payment_intent: intent.id } });
  return intent;
}

export function makeIntent(desk: Desk, session: KeptSession): KeptIntent {
  const { store } = desk;
  const { amount_total: amount, currency, payment_method_types: types } = session.object;
  const { metadata, description, statement_descriptor_suffix: suffix } = session.intentData;
  const id = store.newId("pi");
  const object: Stripe.PaymentIntent = {
    ...shape("payment_intent"),
    id,
    allowed_payment_method_types: null,
    amount: amount ?? 0,
    automatic_payment_methods: null,
    canceled_at: null,
    client_secret: `${id}_secret_${store.newId("s")}`,
    created: store.now(),
    currency: currency ?? "",
    description: description ?? null,
    last_payment_error: null,
    managed_payments: null,
    metadata: { ...(metadata as Record<string, string> | undefined) },
    next_action: null,
    payment_method_types: types,
    payment_record: null,
    processing: null,
    shipping: null,
    statement_descriptor_suffix: suffix ?? null,
    status: "requires_payment_method",
    transfer_data: null,
  };
  const intent: KeptIntent = { id, object, sessionId: session.id, waitingFor: undefined };
  store.put("intents", intent);
  emit(desk, "payment_intent.created", object);
  return intent;
}

/** The payer is sent to the bank's page. */
export function askForAction(desk: Desk, intent: KeptIntent, number: string): void {
  const waiting: KeptIntent = {
    ...intent,
    object: {
      ...intent.object,
      status: "requires_action",
      last_payment_error: null,
      next_action: {
        type: "redirect_to_url",
        redirect_to_url: { url: `${desk.url}/c/challenge/${intent.sessionId ?? ""}`, return_url: null },
      },
    },
    waitingFor: number,
  };
  desk.store.put("intents", waiting);
  emit(desk, "payment_intent.requires_action", waiting.object);
}

/** An attempt failed; another may follow. */
export function noteDecline(desk: Desk, intent: KeptIntent, why: DeclineName, chargeId: string | undefined): void {
  const { code, message, type, declineCode } = DECLINES[why];
  const declined: KeptIntent = {
    ...intent,
    object: {
      ...intent.object,
      status: "requires_payment_method",
      last_payment_error: {
        type,
        code,
        message,
        ...(declineCode === undefined ? {} : { decline_code: declineCode }),
        ...(chargeId === undefined ? {} : { charge: chargeId }),
      },
      latest_charge: chargeId ?? intent.object.latest_charge,
      next_action: null,
      payment_method: null,
      processing: null,
    },
    waitingFor: undefined,
  };
  desk.store.put("intents", declined);
  emit(desk, "payment_intent.payment_failed", declined.object);
}

export function noteProcessing(desk: Desk, intent: KeptIntent, chargeId: string): void {
  const processing: KeptIntent = {
    ...intent,
    object: { ...intent.object, status: "processing", last_payment_error: null, latest_charge: chargeId },
    waitingFor: undefined,
  };
  desk.store.put("intents", processing);
  emit(desk, "payment_intent.processing", processing.object);
}

export function noteSucceeded(desk: Desk, intent: KeptIntent, chargeId: string): void {
  const { amount, amount_received: received } = intent.object;
  const succeeded: KeptIntent = {
    ...intent,
    object: {
      ...intent.object,
      status: "succeeded",
      amount_received: received + amount,
      last_payment_error: null,
      latest_charge: chargeId,
      next_action: null,
    },
    waitingFor: undefined,
  };
  desk.store.put("intents", succeeded);
  emit(desk, "payment_intent.succeeded", succeeded.object);
}

export function cancelIntent(
  desk: Desk,
  intent: KeptIntent,
  reason: Stripe.PaymentIntent.CancellationReason,
): KeptIntent {
  const canceled: KeptIntent = {
    ...intent,
    object: {
      ...intent.object,
      status: "canceled",
      canceled_at: desk.store.now(),
      cancellation_reason: reason,
      next_action: null,
    },
    waitingFor: undefined,
  };
  desk.store.put("intents", canceled);
  emit(desk, "payment_intent.canceled", canceled.object);
  return canceled;
}

/** What the API's own cancel does: an open session's intent ends with its session, a finished one not at all. */
export function cancelByApi(desk: Desk, id: string, reason: string | undefined): Stripe.PaymentIntent {
  const intent = findIntent(desk, id);
  if (OVER.has(intent.object.status)) refuse("intent-state", { status: intent.object.status });
  if (desk.store.get("sessions", intent.sessionId)?.object.status === "open") refuse("intent-of-session");
  return cancelIntent(desk, intent, reason ?? "abandoned").object;
}

export function findIntent(desk: Desk, id: string): KeptIntent {
  return desk.store.get("intents", id) ?? refuse("resource-missing", { param: "intent", kind: "payment_intent", id });
}

import type Stripe from "stripe";
import { LARGEST_CHARGE, SMALLEST_CHARGE, THREE_DECIMAL, WHOLE_AS_HUNDREDTHS } from "../currencies";
import type { Desk } from "./desk";
import { emit } from "./events";
import { methodsFor } from "./instruments";
import { cancelIntent } from "./intents";
import { refuse } from "./refusals";
import { shape } from "./shapes";
import type { KeptSession } from "./tables";

type Params = Stripe.Checkout.SessionCreateParams;
type LineItem = Stripe.Checkout.SessionCreateParams.LineItem;

/** From 30 minutes to 24 hours; 24 hours when nothing is said. Source: docs.stripe.com/api/checkout/sessions/create. */
const SOONEST_EXPIRY_SECONDS = 30 * 60;
const LATEST_EXPIRY_SECONDS = 86_400;

export function createSession(desk: Desk, input: Params): Stripe.Checkout.Session {
  const { store } = desk;
  const now = store.now();
  const items = readItems(desk, input.line_items ?? refuse("parameter-missing", { param: "line_items" }));
  const currency = items[0]?.currency ?? "";
  const total = items.reduce((sum, { amount_total: amount }) => sum + amount, 0);
  if (input.success_url === undefined) refuse("parameter-missing", { param: "success_url" });
  refuseTotal(total, currency);
  refuseExpiry(input.expires_at, now);
  refuseSuffix(input.payment_intent_data?.statement_descriptor_suffix);

  const id = store.newId("cs_test", 58);
  const sample = shape("checkout.session");
  const object: Stripe.Checkout.Session = {
    ...sample,
    ...NOTHING_ELSE,
    id,
    amount_subtotal: total,
    amount_total: total,
    cancel_url: input.cancel_url ?? null,
    client_reference_id: input.client_reference_id ?? null,
    created: now,
    currency,
    customer_creation: "if_required",
    customer_details:
      input.customer_email === undefined || sample.customer_details === null
        ? null
        : { ...sample.customer_details, email: input.customer_email },
    customer_email: input.customer_email ?? null,
    expires_at: input.expires_at ?? now + LATEST_EXPIRY_SECONDS,
    locale: input.locale ?? null,
    metadata: { ...(input.metadata as Record<string, string> | undefined) },
    mode: "payment",
    payment_intent: null,
    payment_method_collection: "if_required",
    payment_method_types: methodsFor(currency),
    payment_status: "unpaid",
    status: "open",
    success_url: input.success_url ?? null,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: "hosted_page",
    url: `${desk.url}/c/pay/${id}`,
  };
  store.put("sessions", { id, object, items, intentData: input.payment_intent_data ?? {}, formNumber: 1 });
  return object;
}

/** What the sample shows as an example and a plain payment has none of. */
const NOTHING_ELSE = {
  adaptive_pricing: { enabled: false },
  after_expiration: null,
  allowed_payment_method_types: null,
  collected_information: null,
  consent: null,
  consent_collection: null,
  currency_conversion: null,
  custom_text: { after_submit: null, shipping_address: null, submit: null, terms_of_service_acceptance: null },
  invoice_creation: null,
  managed_payments: null,
  permissions: null,
  saved_payment_method_options: null,
  shipping_address_collection: null,
  shipping_cost: null,
  wallet_options: null,
} as const satisfies Partial<Stripe.Checkout.Session>;

/** Ends a session that nobody paid; its payment intent, if an attempt made one, is canceled with it. */
export function expireSession(desk: Desk, id: string): Stripe.Checkout.Session {
  const session = findSession(desk, id);
  const { status } = session.object;
  if (status !== "open") refuse("session-over", { status: status ?? "unknown" });
  return expire(desk, session);
}

/** Sessions end by themselves at their time, and a look at one is never too early to know it. */
export function expireDueSessions(desk: Desk): void {
  for (const session of desk.store.all("sessions")) {
    if (session.object.status === "open" && session.object.expires_at <= desk.store.now()) expire(desk, session);
  }
}

function expire(desk: Desk, session: KeptSession): Stripe.Checkout.Session {
  const object: Stripe.Checkout.Session = { ...session.object, status: "expired", url: null };
  desk.store.put("sessions", { ...session, object });
  const intent = desk.store.get(
    "intents",
    typeof object.payment_intent === "string" ? object.payment_intent : undefined,
  );
  if (intent) cancelIntent(desk, intent, "expired");
  emit(desk, "checkout.session.expired", object);
  return object;
}

export function findSession(desk: Desk, id: string): KeptSession {
  return (
    desk.store.get("sessions", id) ?? refuse("resource-missing", { param: "session", kind: "checkout.session", id })
  );
}

function readItems(desk: Desk, lines: readonly LineItem[]): Stripe.LineItem[] {
  if (lines.length === 0) refuse("parameter-missing", { param: "line_items" });
  const items = lines.map((line, at) => readItem(desk, line, `line_items[${at}]`));
  const other = items.find(({ currency }) => currency !== items[0]?.currency);
  if (other)
    refuse("currencies-differ", { param: "line_items", first: items[0]?.currency ?? "", second: other.currency });
  return items;
}

function readItem(desk: Desk, line: LineItem, param: string): Stripe.LineItem {
  const { quantity, price_data: price } = line;
  if (price === undefined) return refuse("parameter-missing", { param: `${param}[price_data]` });
  if (quantity === undefined) return refuse("parameter-missing", { param: `${param}[quantity]` });
  const { currency, unit_amount: unit, product_data: product } = price;
  if (unit === undefined) return refuse("parameter-missing", { param: `${param}[price_data][unit_amount]` });
  if (product === undefined) return refuse("parameter-missing", { param: `${param}[price_data][product_data]` });
  const sample = shape("item");
  const amount = unit * quantity;
  return {
    ...sample,
    id: desk.store.newId("li"),
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    currency,
    description: product.name,
    price: sample.price && {
      ...sample.price,
      id: desk.store.newId("price"),
      active: false,
      created: desk.store.now(),
      currency,
      custom_unit_amount: null,
      product: desk.store.newId("prod", 14),
      recurring: null,
      transform_quantity: null,
      unit_amount: unit,
    },
    quantity,
  };
}

function refuseTotal(total: number, currency: string): void {
  const code = currency.toUpperCase();
  const step = THREE_DECIMAL.includes(code) ? 10 : WHOLE_AS_HUNDREDTHS.includes(code) ? 100 : 1;
  if (total % step !== 0) refuse("amount-steps", { param: "line_items", currency, step: String(step) });
  const least = SMALLEST_CHARGE[code] ?? 1;
  if (total < least) refuse("amount-too-small", { least: `${least} ${currency}` });
  if (total > LARGEST_CHARGE) refuse("amount-too-large", { most: `${LARGEST_CHARGE} ${currency}` });
}

function refuseExpiry(expiresAt: number | undefined, now: number): void {
  if (expiresAt === undefined) return;
  if (expiresAt < now + SOONEST_EXPIRY_SECONDS) refuse("expires-too-soon", { param: "expires_at" });
  if (expiresAt > now + LATEST_EXPIRY_SECONDS) refuse("expires-too-late", { param: "expires_at" });
}

/** Source: docs.stripe.com/get-started/account/statement-descriptors. */
function refuseSuffix(suffix: string | null | undefined): void {
  if (suffix === undefined || suffix === null) return;
  if (/[a-z]/i.test(suffix) && suffix.length <= 22 && !/[<>\\'"*]/.test(suffix)) return;
  refuse("statement-wrong", { param: "payment_intent_data[statement_descriptor_suffix]" });
}

import type Stripe from "stripe";
import { faultOf, isStripeFault } from "./fault.server";
import { isLiveKey } from "./settings-problems";
import { STRIPE_API_VERSION, stripeClient } from "./stripe.server";

export type StripeLook = { isWrong: boolean; text: string }[];

type LookSettings = {
  APP_MODE: string;
  SITE_URL: string;
  STRIPE_SECRET_KEY?: string | undefined;
  STRIPE_API_BASE?: string | undefined;
  MERCHANT_COUNTRY?: string | undefined;
};

/** Events without which an order would not learn of its money; an endpoint of ours at Stripe has to be sent them. */
export const NEEDED_EVENTS: readonly Stripe.WebhookEndpointCreateParams.EnabledEvent[] = [
  "checkout.session.completed",
  "checkout.session.async_payment_succeeded",
  "checkout.session.async_payment_failed",
  "checkout.session.expired",
  "payment_intent.succeeded",
  "payment_intent.payment_failed",
  "payment_intent.canceled",
  "charge.refunded",
  "charge.dispute.created",
  "charge.dispute.updated",
  "charge.dispute.closed",
  "charge.dispute.funds_withdrawn",
  "charge.dispute.funds_reinstated",
  "refund.created",
  "refund.updated",
  "refund.failed",
  "payout.paid",
  "payout.failed",
];

/** Asks the account that the key opens whether buyers' money would come to the merchant of the settings, and be learnt of. */
export async function lookAtStripe(settings: LookSettings): Promise<StripeLook> {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_API_BASE: apiBase } = settings;
  if (secretKey === undefined) return [note("STRIPE_SECRET_KEY is not set: no cards are taken")];
  const looks: StripeLook = [];
  if (settings.APP_MODE === "production" && !isLiveKey(secretKey)) {
    looks.push(wrong("STRIPE_SECRET_KEY is a test key: nothing that is paid in production is money"));
  }
  const stripe = stripeClient({ secretKey, webhookSecrets: [], apiBase, timeoutMs: 5_000, retries: 0 });
  try {
    const account = await stripe.accounts.retrieveCurrent();
    looks.push(...lookAtAccount(account, settings));
    const endpoints = await stripe.webhookEndpoints.list({ limit: 100 });
    looks.push(...lookAtEndpoints(endpoints.data, `${settings.SITE_URL}/webhooks/stripe`));
  } catch (error) {
    looks.push(wrong(reasonOf(error)));
  }
  return looks;
}

function reasonOf(error: unknown): string {
  const fault = faultOf(error, "look at the account");
  if (!isStripeFault(fault)) return `STRIPE_SECRET_KEY: ${fault.message}`;
  if (fault.httpStatus === 401) return "STRIPE_SECRET_KEY is not accepted by Stripe";
  if (fault.httpStatus === undefined) return `STRIPE_SECRET_KEY: no connection to Stripe (${fault.code})`;
  return `STRIPE_SECRET_KEY: ${fault.message}`;
}

function lookAtAccount(account: Stripe.Account, { MERCHANT_COUNTRY: country }: LookSettings): StripeLook {
  const looks = [note(`STRIPE_SECRET_KEY: Stripe answers for an account in ${account.country ?? "no country"}`)];
  if (account.country !== country) {
    looks.push(wrong(`MERCHANT_COUNTRY: the account of STRIPE_SECRET_KEY is in ${account.country ?? "no country"}`));
  }
  if (!account.charges_enabled) looks.push(wrong("STRIPE_SECRET_KEY: the account may not take payments yet"));
  return looks;
}

function lookAtEndpoints(endpoints: readonly Stripe.WebhookEndpoint[], url: string): StripeLook {
  const ours = endpoints.find((endpoint) => endpoint.url === url);
  if (!ours) return [wrong(`STRIPE_WEBHOOK_SECRET: no endpoint at Stripe sends its events to ${url}`)];
  const looks: StripeLook = [];
  if (ours.status !== "enabled")
    looks.push(wrong(`STRIPE_WEBHOOK_SECRET: the endpoint ${url} is switched off at Stripe`));
  if (ours.api_version !== STRIPE_API_VERSION) {
    looks.push(wrong(`STRIPE_WEBHOOK_SECRET: the endpoint ${url} must have the API version ${STRIPE_API_VERSION}`));
  }
  const sent: readonly string[] = ours.enabled_events;
  const missing = sent.includes("*") ? [] : NEEDED_EVENTS.filter((type) => !sent.includes(type));
  if (missing.length > 0) {
    looks.push(wrong(`STRIPE_WEBHOOK_SECRET: the endpoint ${url} is not sent ${missing.join(", ")}`));
  }
  return looks.length > 0 ? looks : [note(`STRIPE_WEBHOOK_SECRET: Stripe sends its events to ${url}`)];
}

function note(text: string): { isWrong: boolean; text: string } {
  return { isWrong: false, text };
}

function wrong(text: string): { isWrong: boolean; text: string } {
  return { isWrong: true, text };
}

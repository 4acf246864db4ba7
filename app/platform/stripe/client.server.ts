import { env } from "~/platform/env.server";
import type { StripePort } from "./port";
import { stripeFrom } from "./stripe.server";

let port: StripePort | undefined;

/** Stripe as this process's settings name it; undefined where no key is set and cards cannot be taken. */
export function stripe(): StripePort | undefined {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecrets, STRIPE_API_BASE: apiBase } = env;
  if (secretKey === undefined) return undefined;
  port ??= stripeFrom({ secretKey, webhookSecrets, apiBase });
  return port;
}

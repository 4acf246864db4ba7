import { STRIPE_COUNTRIES } from "./countries";
import { SANDBOX_KEY } from "./sandbox-key";

/** The settings about payments, as they were given. */
export type PaymentSettings = {
  APP_MODE: string;
  STRIPE_SECRET_KEY?: string | undefined;
  STRIPE_WEBHOOK_SECRET: readonly string[];
  STRIPE_API_BASE?: string | undefined;
  MERCHANT_NAME?: string | undefined;
  MERCHANT_COUNTRY?: string | undefined;
  MERCHANT_ADDRESS?: string | undefined;
  MERCHANT_EMAIL?: string | undefined;
  MERCHANT_STATEMENT?: string | undefined;
};

/** What buyers read of who takes their money. Source: Directive 2011/83/EU, art. 6 (1) (b) and (c), Annex I (B). */
const TAKER = [
  "MERCHANT_NAME",
  "MERCHANT_COUNTRY",
  "MERCHANT_ADDRESS",
  "MERCHANT_EMAIL",
  "MERCHANT_STATEMENT",
] as const;

const LOOPBACK: ReadonlySet<string> = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** What contradicts itself in the settings about payments, a sentence each; values are never part of one. */
export function paymentProblems(settings: PaymentSettings): string[] {
  const { APP_MODE: mode, STRIPE_SECRET_KEY: key, STRIPE_API_BASE: base, MERCHANT_COUNTRY: country } = settings;
  const problems: string[] = [];
  const isProduction = mode === "production";
  const isSandbox = base !== undefined;
  if (base !== undefined && isProduction) {
    problems.push("STRIPE_API_BASE must be unset in production: a sandbox takes no money");
  }
  if (base !== undefined && !isLoopback(base)) {
    problems.push("STRIPE_API_BASE must be the sandbox on this machine, http://127.0.0.1:port");
  }
  if (settings.STRIPE_WEBHOOK_SECRET.some((secret) => !secret.startsWith("whsec_"))) {
    problems.push("STRIPE_WEBHOOK_SECRET must be secrets that begin with whsec_, with commas between");
  }
  if (key === undefined) return problems;

  if (!/^(?:sk|rk)_(?:test|live)_\w+$/.test(key)) {
    problems.push("STRIPE_SECRET_KEY must be a secret or restricted key of Stripe, sk_… or rk_…");
  }
  if (!isProduction && isLiveKey(key)) problems.push("STRIPE_SECRET_KEY is a live key: only production may hold one");
  if (key === SANDBOX_KEY && !isSandbox) {
    problems.push("STRIPE_SECRET_KEY is the sandbox's: set STRIPE_API_BASE, or take a key of your own");
  }
  if (settings.STRIPE_WEBHOOK_SECRET.length === 0 && !isSandbox) {
    problems.push(
      "STRIPE_WEBHOOK_SECRET is missing: without it no payment is learnt of; the Dashboard shows it, and `stripe listen` prints one",
    );
  }
  for (const name of TAKER) {
    if (settings[name] === undefined) problems.push(`${name} is missing: buyers have to read who takes their money`);
  }
  if (country !== undefined && !STRIPE_COUNTRIES.includes(country)) {
    problems.push(
      `MERCHANT_COUNTRY must be one in which Stripe opens accounts, of which Azerbaijan is none: ${STRIPE_COUNTRIES.join(" ")}`,
    );
  }
  return problems;
}

export function isLiveKey(key: string): boolean {
  return /^(?:sk|rk)_live_/.test(key);
}

function isLoopback(base: string): boolean {
  return URL.canParse(base) && LOOPBACK.has(new URL(base).hostname);
}

import type { Merchant } from "~/modules/orders";
import { env } from "~/platform/env.server";

/**
 * Who takes buyers' money by this site's settings: said at checkout, on receipts and in letters. Nobody is asked for money
 * without, so a site that names none sells nothing.
 */
export function merchant(): Merchant | undefined {
  const { MERCHANT_NAME: name, MERCHANT_COUNTRY: country, MERCHANT_STATEMENT: statement } = env;
  if (name === undefined || country === undefined || statement === undefined) return undefined;
  return { name, country, statement, address: env.MERCHANT_ADDRESS, email: env.MERCHANT_EMAIL };
}

/** The terms of sale that are accepted by ordering; their text is at `/:lang/terms`. */
export const TERMS_VERSION = "2026-11-draft-2";

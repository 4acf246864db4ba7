import type Stripe from "stripe";
import type { Desk } from "./desk";
import { shape } from "./shapes";

/** The account of the sandbox, as `GET /v1/account` answers it. */
export function accountObject({ account }: Desk): Stripe.Account {
  const [currency] = account.settlesIn;
  return {
    ...shape("account"),
    id: "acct_sandbox",
    charges_enabled: account.mayCharge,
    country: account.country,
    default_currency: currency,
    details_submitted: true,
    payouts_enabled: true,
  };
}

/**
 * How long a payment page is open. Stripe's shortest is 30 minutes from when it makes the session; the one more is for the way
 * there. Source: `expires_at` of docs.stripe.com/api/checkout/sessions/create.
 */
export const SESSION_MS = 31 * 60_000;

/** When held stock is looked at: the page is over by then, and what was paid on it in its last minute has been told. */
export const HOLD_MS = 40 * 60_000;

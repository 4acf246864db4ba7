import { CALL_REFUSALS } from "./refusals-of-calls";
import { DEED_REFUSALS } from "./refusals-of-deeds";
import type { About, Refusal } from "./refusal";

const declined = {
  type: "card_error",
  code: "card_declined",
  status: 402,
  source: "https://docs.stripe.com/testing",
} as const;

/** Every refusal that the sandbox imitates; nothing else makes an error answer. */
export const REFUSALS = { ...CALL_REFUSALS, ...DEED_REFUSALS };

/** What the page tells the payer when the bank says no; the code stays on the payment intent. */
export const DECLINES = {
  generic: { ...declined, declineCode: "generic_decline", message: "Your card was declined." },
  "insufficient-funds": {
    ...declined,
    declineCode: "insufficient_funds",
    message: "Your card has insufficient funds.",
  },
  "not-authenticated": {
    ...declined,
    code: "payment_intent_authentication_failure",
    declineCode: undefined,
    message:
      "We are unable to authenticate your payment method. Please choose a different payment method and try again.",
  },
  "debit-failed": {
    ...declined,
    code: "payment_intent_payment_attempt_failed",
    declineCode: undefined,
    message: "The customer's bank account could not be debited.",
  },
} as const;

export type DeclineName = keyof typeof DECLINES;
export type RefusalName = keyof typeof REFUSALS;

/** A refusal on its way to the answer. */
export type Refused = Error & { refusal: RefusalName; about: About };

/** Throws what the table says; `about.param` becomes the answer's `param`. */
export function refuse(refusal: RefusalName, about: About = {}): never {
  throw Object.assign(new Error(REFUSALS[refusal].message(about)), { refusal, about });
}

export function isRefused(error: unknown): error is Refused {
  return error instanceof Error && "refusal" in error;
}

/** The body of an error answer, as docs.stripe.com/api/errors describes it. */
export function errorBody(refusal: RefusalName, about: About, requestId: string): { error: Record<string, string> } {
  const row: Refusal = REFUSALS[refusal];
  return {
    error: {
      ...(row.code === undefined
        ? {}
        : { code: row.code, doc_url: `https://stripe.com/docs/error-codes/${row.code.replaceAll("_", "-")}` }),
      message: row.message(about),
      ...(about.param === undefined ? {} : { param: about.param }),
      request_log_url: `https://dashboard.stripe.com/test/logs/${requestId}`,
      type: row.type,
    },
  };
}

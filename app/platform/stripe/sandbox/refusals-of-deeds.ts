import { badRequest, badState, type Refusals } from "./refusal";

const ERROR_CODES = "https://docs.stripe.com/error-codes";
const SESSIONS = "https://docs.stripe.com/api/checkout/sessions/create";
const CURRENCIES = "https://docs.stripe.com/currencies";
const EXPIRE = "https://docs.stripe.com/api/checkout/sessions/expire";
const REFUNDS = "https://docs.stripe.com/api/refunds/create";
const DISPUTES = "https://docs.stripe.com/api/disputes/update";

/** Why a session, refund, dispute, file or payout is not made. */
export const DEED_REFUSALS = {
  "currency-unknown": {
    ...badRequest,
    message: ({ currency }) => `Invalid currency: ${currency}. Stripe does not currently support it.`,
    source: `${CURRENCIES}#presentment-currencies`,
    words: "seen",
  },
  "currencies-differ": {
    ...badRequest,
    message: ({ first, second }) =>
      `Line items must have the same currency, but were given multiple currencies: ${first}, ${second}.`,
    source: SESSIONS,
    words: "seen",
  },
  "amount-steps": {
    ...badRequest,
    message: ({ currency, step }) => `Amounts in ${currency} must be evenly divisible by ${step}.`,
    source: `${CURRENCIES}#special-cases`,
    words: "ours",
  },
  "amount-too-small": {
    ...badRequest,
    code: "amount_too_small",
    message: ({ least }) => `The Checkout Session's total amount must be at least ${least}.`,
    source: `${CURRENCIES}#minimum-and-maximum-charge-amounts`,
    words: "seen",
  },
  "amount-too-large": {
    ...badRequest,
    code: "amount_too_large",
    message: ({ most }) => `The Checkout Session's total amount due must be no more than ${most}.`,
    source: `${CURRENCIES}#minimum-and-maximum-charge-amounts`,
    words: "seen",
  },
  "statement-wrong": {
    ...badRequest,
    message: () =>
      "The statement descriptor must have at most 22 characters, contain at least one letter and none of < > \\ ' \" *.",
    source: "https://docs.stripe.com/get-started/account/statement-descriptors",
    words: "ours",
  },
  "expires-too-soon": {
    ...badRequest,
    message: () => "The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.",
    source: SESSIONS,
    words: "seen",
  },
  "expires-too-late": {
    ...badRequest,
    message: () => "The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.",
    source: SESSIONS,
    words: "seen",
  },
  "session-over": {
    ...badState,
    message: ({ status }) =>
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of \`${status}\`.`,
    source: EXPIRE,
    words: "seen",
  },
  "intent-state": {
    ...badState,
    code: "payment_intent_unexpected_state",
    message: ({ status }) =>
      `You cannot cancel this PaymentIntent because it has a status of ${status}. Only a PaymentIntent with one of the following statuses may be canceled: requires_payment_method, requires_capture, requires_confirmation, requires_action, processing.`,
    source: `${ERROR_CODES}#payment-intent-unexpected-state`,
    words: "seen",
  },
  "intent-of-session": {
    ...badState,
    message: () =>
      "You can't cancel the PaymentIntent of an open Checkout Session. Expire the Checkout Session instead.",
    source: "https://docs.stripe.com/api/payment_intents/cancel",
    words: "documented",
  },
  "nothing-to-refund": {
    ...badState,
    message: ({ id }) => `This PaymentIntent (${id}) does not have a successful charge to refund.`,
    source: REFUNDS,
    words: "seen",
  },
  "already-refunded": {
    ...badState,
    code: "charge_already_refunded",
    message: ({ id }) => `Charge ${id} has already been refunded.`,
    source: `${ERROR_CODES}#charge-already-refunded`,
    words: "seen",
  },
  "refund-too-large": {
    ...badState,
    message: ({ asked, left }) => `Refund amount (${asked}) is greater than unrefunded amount on charge (${left})`,
    source: REFUNDS,
    words: "seen",
  },
  "charge-disputed": {
    ...badState,
    code: "charge_disputed",
    message: ({ id }) => `Charge ${id} has been charged back; cannot issue a refund.`,
    source: `${ERROR_CODES}#charge-disputed`,
    words: "seen",
  },
  "balance-too-low": {
    ...badState,
    code: "balance_insufficient",
    message: () => "Insufficient funds in your Stripe balance to refund this amount.",
    source: `${ERROR_CODES}#balance-insufficient`,
    words: "seen",
  },
  "refund-not-cancelable": {
    ...badState,
    message: ({ status }) => `You cannot cancel a refund with a status of ${status}; it must be requires_action.`,
    source: "https://docs.stripe.com/api/refunds/cancel",
    words: "ours",
  },
  "dispute-closed": {
    ...badState,
    message: () => "This dispute is already closed",
    source: DISPUTES,
    words: "seen",
  },
  "dispute-answered": {
    ...badState,
    message: () => "This dispute's evidence has been submitted already.",
    source: DISPUTES,
    words: "ours",
  },
  "file-purpose": {
    ...badState,
    message: ({ purpose }) => `Files of purpose ${purpose} must be PDF, JPEG or PNG, and at most 5 MB.`,
    source: "https://docs.stripe.com/file-upload",
    words: "ours",
  },
} as const satisfies Refusals;

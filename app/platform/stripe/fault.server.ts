import { Stripe } from "stripe";

/** Stripe did not do what was asked, for none of the reasons that the port foresees. Never bears the key. */
export type StripeFault = Error & {
  name: "StripeFault";
  /** Stripe's code, or the kind of the error where there is none: `resource_missing`, `StripeConnectionError`. */
  code: string;
  /** Undefined when no answer came. */
  httpStatus: number | undefined;
  requestId: string | undefined;
  /** May the same call, with the same key, go well later? */
  isPassing: boolean;
};

export function isStripeFault(error: unknown): error is StripeFault {
  return error instanceof Error && error.name === "StripeFault";
}

/** @param deed what was asked for, "refund" */
export function faultOf(error: unknown, deed: string): Error {
  if (!(error instanceof Stripe.errors.StripeError)) {
    return error instanceof Error ? error : new Error(`Stripe: ${deed}: ${String(error)}`);
  }
  const { code = error.type, statusCode, requestId } = error;
  const message = `Stripe: ${deed}: ${withoutKeys(error.message)} (${code}, ${statusCode ?? "no answer"}, ${requestId ?? "no request id"})`;
  const fields = {
    name: "StripeFault",
    code,
    httpStatus: statusCode,
    requestId,
    isPassing: statusCode === undefined || statusCode === 409 || statusCode === 429 || statusCode >= 500,
  } as const;
  // Without the cause: the package's error holds the headers that it sent.
  return Object.assign(new Error(message), fields) satisfies StripeFault;
}

/** Stripe's own sentences show the ends of a key; nobody needs them. */
function withoutKeys(sentence: string): string {
  return sentence.replaceAll(/\b(sk|rk|pk|whsec)_[\w*]+/g, "$1_…");
}

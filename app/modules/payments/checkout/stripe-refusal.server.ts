import { isStripeFault } from "~/platform/stripe/fault.server";

/**
 * Whether Stripe answered that it will not do this, so that trying again is of no use: a request that is wrong. An answer that
 * never came, a key in use or too many requests say nothing of whether it was done; and a key that comes with other parameters
 * is a fault of ours, behind which a page may be open.
 */
export function isRefusedForGood(error: unknown): boolean {
  return (
    isStripeFault(error) &&
    (error.httpStatus === 400 || error.httpStatus === 402) &&
    error.code !== "idempotency_error" &&
    error.code !== "idempotency_key_in_use"
  );
}

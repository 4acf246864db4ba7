import type { Db } from "~/platform/db/db.server";
import { log } from "~/platform/log.server";
import { isStripeFault } from "~/platform/stripe/fault.server";
import type { StripePort } from "~/platform/stripe/port";

/** Why the last card was not taken, as far as the buyer can do something about it. */
export type Decline = "expired" | "wrong-code" | "unproven" | "declined";

/** Source: docs.stripe.com/error-codes, those of cards; every other refusal is the bank's. */
const BY_CODE: Readonly<Record<string, Decline>> = {
  expired_card: "expired",
  incorrect_cvc: "wrong-code",
  invalid_cvc: "wrong-code",
  authentication_required: "unproven",
  payment_intent_authentication_failure: "unproven",
};

/**
 * Whether the last try to pay a checkout was refused, asked of Stripe: its page says so, but somebody who comes back from
 * there reads ours. Whoever calls has looked that the checkout is the reader's.
 */
export async function findDecline(
  db: Db,
  stripe: StripePort | undefined,
  { checkoutId, status }: { checkoutId: string; status: "open" | "processing" | "paid" | "ended" },
): Promise<Decline | undefined> {
  if (!stripe || (status !== "open" && status !== "ended")) return undefined;
  const known = await db
    .selectFrom("stripeSessions")
    .where("checkoutId", "=", checkoutId)
    .select(["sessionId", "paymentIntentId"])
    .executeTakeFirst();
  if (!known || known.sessionId === null) return undefined;
  try {
    const intentId = known.paymentIntentId ?? (await stripe.findCheckout(known.sessionId))?.paymentIntentId;
    const intent = intentId ? await stripe.findIntent(intentId) : undefined;
    const code = intent?.lastErrorCode;
    return code === undefined ? undefined : (BY_CODE[code] ?? "declined");
  } catch (error) {
    // Without an answer the page says what we know ourselves.
    if (!isStripeFault(error)) throw error;
    log.warn({ checkoutId, code: error.code }, "no word of how the last try ended");
    return undefined;
  }
}

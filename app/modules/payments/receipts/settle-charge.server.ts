import type { Db } from "~/platform/db/db.server";
import { isUuid } from "~/platform/uuid";
import type { StripePort } from "~/platform/stripe/port";
import { holdCheckout } from "../checkout/hold-checkout.server";
import { recordCharge } from "./record-charge.server";

/**
 * Books a charge that Stripe tells of, whichever session it belongs to: also a second one for a checkout that is paid, which
 * nobody wanted and which goes back.
 */
export async function settleCharge(
  db: Db,
  stripe: StripePort,
  chargeId: string,
  now: Date,
): Promise<"done" | "nothing"> {
  const charge = await stripe.findCharge(chargeId);
  if (!charge?.isPaid || charge.paymentIntentId === undefined) return "nothing";
  const intent = await stripe.findIntent(charge.paymentIntentId);
  const checkoutId = intent?.metadata.checkout;
  if (!isUuid(checkoutId)) return "nothing";
  return db.transaction().execute(async (trx) => {
    const checkout = await holdCheckout(trx, checkoutId);
    if (!checkout) return "nothing";
    await recordCharge(trx, checkout, charge, now);
    return "done";
  });
}

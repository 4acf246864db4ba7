import { settleCheckout } from "~/modules/payments/index.server";
import { clock } from "~/platform/clock.server";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { forVisitor } from "~/platform/http/openers.server";
import { stripe } from "~/platform/stripe/client.server";
import { isStripeFault } from "~/platform/stripe/fault.server";

/** Where Stripe sends the buyer back to. What is true is asked of Stripe, by the same deed as the webhook's; the address says nothing. */
export const loader = forVisitor(async ({ params, paths }) => {
  const checkoutId = uuidParam(params, "id");
  const port = stripe();
  if (port) {
    await settleCheckout(db, port, checkoutId, clock()).catch((error: unknown) => {
      // Stripe does not answer just now: its event will, and the page says how it stands.
      if (!isStripeFault(error)) throw error;
    });
  }
  return redirectWith(paths.checkoutOf(checkoutId));
});

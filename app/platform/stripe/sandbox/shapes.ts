import type Stripe from "stripe";
import shapes from "./shapes.json";

type Shapes = {
  account: Stripe.Account;
  balance: Stripe.Balance;
  balance_transaction: Stripe.BalanceTransaction;
  charge: Stripe.Charge;
  "checkout.session": Stripe.Checkout.Session;
  dispute: Stripe.Dispute;
  event: Stripe.Event;
  file: Stripe.File;
  item: Stripe.LineItem;
  payment_intent: Stripe.PaymentIntent;
  payout: Stripe.Payout;
  refund: Stripe.Refund;
  webhook_endpoint: Stripe.WebhookEndpoint;
};

/**
 * A sample object of the API, from Stripe's published OpenAPI repository (MIT), to be filled in: whatever field the sample
 * has, an answer of the sandbox has.
 */
export function shape<Name extends keyof Shapes>(name: Name): Shapes[Name] {
  // The compiler reads `"charge"` as any text, the package's types as that one word.
  return structuredClone(shapes[name]) as unknown as Shapes[Name];
}

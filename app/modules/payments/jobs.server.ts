import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { JobHandlers } from "~/platform/jobs/worker.server";
import type { StripePort } from "~/platform/stripe/port";
import { askToLookAtCheckouts, lookAtCheckout } from "./checkout/look-at-checkout.server";
import { settleCancelledOrder } from "./checkout/settle-cancelled.server";
import { sendEvidence } from "./disputes/send-evidence.server";
import { forgetEvidence } from "./personal-data.server";
import { recordCounterPayment } from "./receipts/record-counter-payment.server";
import { releaseDeposit } from "./releases/release-due-money.server";
import { reconcileStripe } from "./reconciliation/reconcile.server";
import { askToLookAtRefunds } from "./refunds/look-at-refunds.server";
import { sendRefund, settleRefund } from "./refunds/settle-refund.server";
import { tellLevelOfTerms } from "./terms/tell-level.server";
import { workEvent } from "./stripe-events/work-event.server";

type Needs = {
  /** Undefined where no payments are taken by Stripe. */
  stripe: () => StripePort | undefined;
  origin: string;
};

type Kinds =
  | "look-at-checkout"
  | "look-at-checkouts"
  | "settle-cancelled-order"
  | "release-deposit"
  | "record-counter-payment"
  | "reconcile-stripe"
  | "send-refund"
  | "look-at-refund"
  | "look-at-refunds"
  | "send-evidence"
  | "work-stripe-event"
  | "tell-level-of-terms"
  | "forget-old-evidence";

/** What the worker runs for this room. A job that needs Stripe where there is none fails, is tried again and is seen. */
export function checkoutJobs(db: Db, { stripe, origin }: Needs): Required<Pick<JobHandlers, Kinds>> {
  const port = () => {
    const found = stripe();
    if (!found) throw new Error("STRIPE_SECRET_KEY is not set");
    return found;
  };
  const calls = () => ({ stripe: port(), origin });
  return {
    "look-at-checkout": ({ checkoutId }) => lookAtCheckout(db, calls(), checkoutId, clock()),
    "look-at-checkouts": () => askToLookAtCheckouts(db, clock()),
    "settle-cancelled-order": ({ orderId }) => settleCancelledOrder(db, calls, orderId, clock()),
    "release-deposit": async ({ orderId }) => {
      await db.transaction().execute((trx) => releaseDeposit(trx, orderId, clock()));
    },
    "record-counter-payment": (said) => recordCounterPayment(db, said, clock()),
    "reconcile-stripe": async () => void (await reconcileStripe(db, port())),
    "look-at-refund": async ({ stripeRefundId }) => void (await settleRefund(db, port(), stripeRefundId, clock())),
    "look-at-refunds": () => askToLookAtRefunds(db, clock()),
    "send-refund": ({ refundId }) => sendRefund(db, port(), refundId, clock()),
    "send-evidence": ({ disputeId }) => sendEvidence(db, port(), disputeId, clock()),
    "forget-old-evidence": () => db.transaction().execute((trx) => forgetEvidence(trx)),
    "tell-level-of-terms": (change) => tellLevelOfTerms(db, change),
    "work-stripe-event": ({ eventId }) => workEvent(db, port(), eventId, clock()),
  };
}

import type { Db } from "~/platform/db/db.server";
import type { StripePort } from "~/platform/stripe/port";
import { isUuid } from "~/platform/uuid";
import { settleCheckout } from "../checkout/settle-checkout.server";
import { settleDispute } from "../disputes/settle-dispute.server";
import { settleCharge } from "../receipts/settle-charge.server";
import { settleRefund } from "../refunds/settle-refund.server";

type Outcome = "done" | "nothing" | "unknown";

/**
 * Works an event: it says where to look, and Stripe says what is true. So it does not matter in which order events come, how
 * late, or how often; a kind that nobody here knows is kept and left alone.
 */
export async function workEvent(db: Db, stripe: StripePort, eventId: string, now: Date): Promise<void> {
  const event = await db
    .selectFrom("stripeEvents")
    .where("id", "=", eventId)
    .where("workedAt", "is", null)
    .select(["type", "objectId"])
    .executeTakeFirst();
  if (!event) return;
  const outcome = event.objectId === null ? "unknown" : await lookInto(db, stripe, event.type, event.objectId, now);
  await db
    .updateTable("stripeEvents")
    .set({ workedAt: now, outcome })
    .where("id", "=", eventId)
    .where("workedAt", "is", null)
    .execute();
}

async function lookInto(db: Db, stripe: StripePort, type: string, objectId: string, now: Date): Promise<Outcome> {
  if (type.startsWith("checkout.session.")) return settleSession(db, stripe, objectId, now);
  if (type.startsWith("payment_intent.")) return settleIntent(db, stripe, objectId, now);
  if (type.startsWith("charge.dispute.")) return settleDispute(db, stripe, objectId, now);
  if (type.startsWith("refund.") || type === "charge.refund.updated") {
    return (await settleRefund(db, stripe, objectId, now)) ? "done" : "nothing";
  }
  if (type.startsWith("charge.")) return settleCharge(db, stripe, objectId, now);
  return "unknown";
}

async function settleSession(db: Db, stripe: StripePort, sessionId: string, now: Date): Promise<Outcome> {
  const own = await db
    .selectFrom("stripeSessions")
    .select("checkoutId")
    .where("sessionId", "=", sessionId)
    .executeTakeFirst();
  // Told before the answer that made it was heard: the checkout is named on the session.
  const checkoutId = own?.checkoutId ?? (await stripe.findCheckout(sessionId))?.metadata.checkout;
  return isUuid(checkoutId) && (await settleCheckout(db, stripe, checkoutId, now)) ? "done" : "nothing";
}

async function settleIntent(db: Db, stripe: StripePort, intentId: string, now: Date): Promise<Outcome> {
  const intent = await stripe.findIntent(intentId);
  const checkoutId = intent?.metadata.checkout;
  // The account at Stripe may take other money, too, and name what it likes.
  if (!intent || !isUuid(checkoutId)) return "nothing";
  const settled = await settleCheckout(db, stripe, checkoutId, now);
  const charged = intent.latestChargeId ? await settleCharge(db, stripe, intent.latestChargeId, now) : "nothing";
  return settled || charged === "done" ? "done" : "nothing";
}

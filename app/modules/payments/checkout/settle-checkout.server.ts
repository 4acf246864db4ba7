import type { Db, Trx } from "~/platform/db/db.server";
import type { ChargeSeen, IntentSeen, SessionSeen, StripePort } from "~/platform/stripe/port";
import { recordCharge } from "../receipts/record-charge.server";
import { endCheckout, holdCheckout, type HeldCheckout } from "./hold-checkout.server";
import { whatSeenSays } from "./what-seen-says";

/** What Stripe says of a checkout at one moment. */
type Seen = { session: SessionSeen; intent: IntentSeen | undefined; charge: ChargeSeen | undefined };

export type SettledStatus = HeldCheckout["status"];

/**
 * The one function that the buyer's return, the webhook and the clock call: asks Stripe how a checkout stands and books what
 * has changed, under the checkout's lock. It may be called first, twice, late or at the same moment by all of them: a checkout
 * only goes forward, and each charge is booked once.
 *
 * @returns how the checkout stands now; undefined when there is no such one
 */
export async function settleCheckout(
  db: Db,
  stripe: StripePort,
  checkoutId: string,
  now: Date,
): Promise<SettledStatus | undefined> {
  const known = await db
    .selectFrom("stripeSessions")
    .innerJoin("checkouts", "checkouts.id", "stripeSessions.checkoutId")
    .where("stripeSessions.checkoutId", "=", checkoutId)
    .select(["stripeSessions.sessionId", "checkouts.status"])
    .executeTakeFirst();
  if (!known) return undefined;
  if (known.sessionId === null) return known.status as SettledStatus;
  const seen = await askStripe(stripe, known.sessionId);
  if (!seen) throw new Error(`Stripe does not know session ${known.sessionId}`);
  return db.transaction().execute((trx) => bookSeen(trx, checkoutId, seen, now));
}

async function askStripe(stripe: StripePort, sessionId: string): Promise<Seen | undefined> {
  const session = await stripe.findCheckout(sessionId);
  if (!session) return undefined;
  const intent = session.paymentIntentId ? await stripe.findIntent(session.paymentIntentId) : undefined;
  const isPaid = session.status === "complete" && intent?.status === "succeeded" && intent.latestChargeId;
  return { session, intent, charge: isPaid ? await stripe.findCharge(isPaid) : undefined };
}

/** @param seen read before the lock was there: what it says may be old, so nothing goes backwards by it */
export async function bookSeen(
  trx: Trx,
  checkoutId: string,
  { session, intent, charge }: Seen,
  now: Date,
): Promise<SettledStatus | undefined> {
  const checkout = await holdCheckout(trx, checkoutId);
  if (!checkout) return undefined;
  await noteSession(trx, checkout, session, now);
  const says = whatSeenSays(checkout.status, { session, intent, charge });
  if (says === "nothing") return checkout.status;
  if (says === "book-charge" && charge) {
    await recordCharge(trx, checkout, charge, now);
    return "paid";
  }
  if (says === "end-expired" || says === "end-failed") {
    await endCheckout(trx, checkout, says === "end-expired" ? "expired" : "failed", now);
    return "ended";
  }
  // A delayed method is under way: the stock stays held until Stripe says how it ended.
  await trx
    .updateTable("checkouts")
    .set({ status: "processing", holdUntil: null })
    .where("id", "=", checkoutId)
    .where("status", "=", "open")
    .execute();
  return "processing";
}

async function noteSession(trx: Trx, checkout: HeldCheckout, session: SessionSeen, now: Date): Promise<void> {
  const isOver = checkout.session?.status === "complete" || checkout.session?.status === "expired";
  await trx
    .updateTable("stripeSessions")
    .set({
      lookedAt: now,
      ...(isOver ? {} : { status: session.status }),
      ...(session.paymentIntentId ? { paymentIntentId: session.paymentIntentId } : {}),
    })
    .where("checkoutId", "=", checkout.checkoutId)
    .execute();
}

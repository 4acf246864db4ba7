import type { Db } from "~/platform/db/db.server";
import { enqueueEach } from "~/platform/jobs/enqueue.server";
import { endCheckout, holdCheckout } from "./hold-checkout.server";
import { openSession, type StripeCalls } from "./open-session.server";
import { bookSeen, settleCheckout } from "./settle-checkout.server";

/**
 * What the clock does with a checkout whose time is over: asks Stripe, and ends the page there when it is still open. Only
 * then, when nobody can pay on it any more, its stock goes back.
 */
export async function lookAtCheckout(db: Db, calls: StripeCalls, checkoutId: string, now: Date): Promise<void> {
  const { stripe } = calls;
  const known = await db
    .selectFrom("stripeSessions")
    .innerJoin("checkouts", "checkouts.id", "stripeSessions.checkoutId")
    .where("checkouts.id", "=", checkoutId)
    .where("checkouts.status", "in", ["open", "processing"])
    .select(["stripeSessions.sessionId", "stripeSessions.status"])
    .executeTakeFirst();
  if (!known) return;
  // The page was asked for and nobody heard the answer: the same key tells whether there is one.
  if (known.status === "opening") await openSession(db, calls, checkoutId, now);
  const status = await settleCheckout(db, stripe, checkoutId, now);
  if (status === "open") await endAtStripe(db, calls, checkoutId, now);
}

/** Ends the page of a checkout at Stripe; a payment that came first is booked instead. */
export async function endAtStripe(db: Db, { stripe }: StripeCalls, checkoutId: string, now: Date): Promise<void> {
  const session = await db
    .selectFrom("stripeSessions")
    .where("checkoutId", "=", checkoutId)
    .select(["sessionId", "status"])
    .executeTakeFirst();
  if (!session || session.sessionId === null) return;
  const seen = await stripe.expireCheckout(session.sessionId);
  if (seen.status === "complete") {
    await settleCheckout(db, stripe, checkoutId, now);
    return;
  }
  await db
    .transaction()
    .execute((trx) => bookSeen(trx, checkoutId, { session: seen, intent: undefined, charge: undefined }, now));
}

/**
 * Takes an order that was cancelled out of a checkout that no page belongs to: a transfer that did not come, a visit that was
 * not paid. The other orders of it are waited for as before; with the last of them it ends.
 */
export function leaveOffline(db: Db, checkoutId: string, orderId: string, now: Date): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const checkout = await holdCheckout(trx, checkoutId);
    if (!checkout || checkout.method === "stripe") return;
    await trx
      .updateTable("checkoutDues")
      .set({ isLive: false })
      .where("checkoutId", "=", checkoutId)
      .where("orderId", "=", orderId)
      .execute();
    const left = await trx
      .selectFrom("checkoutDues")
      .select("dueId")
      .where("checkoutId", "=", checkoutId)
      .where("isLive", "=", true)
      .limit(1)
      .executeTakeFirst();
    if (!left) await endCheckout(trx, checkout, "cancelled", now);
  });
}

/** At most so many at once; the next look finds the rest. */
const MOST_LOOKED_AT = 100;

/** A payment that takes days is asked about so often, in case the event that tells its end is lost. */
const UNDER_WAY_MS = 6 * 3_600_000;

/** Checkouts whose hold is over, the longest first, and payments under way that nobody has asked about for hours. */
export async function listCheckoutsToLookAt(db: Db, now: Date): Promise<string[]> {
  const rows = await db
    .selectFrom("checkouts")
    .innerJoin("stripeSessions", "stripeSessions.checkoutId", "checkouts.id")
    .where((eb) =>
      eb.or([
        eb("checkouts.status", "=", "open").and("holdUntil", "<=", now),
        eb("checkouts.status", "=", "processing").and("lookedAt", "<=", new Date(now.getTime() - UNDER_WAY_MS)),
      ]),
    )
    .select("checkouts.id")
    .orderBy("holdUntil")
    .orderBy("checkouts.id")
    .limit(MOST_LOOKED_AT)
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Asks for a look at each checkout that a lost job, or a clock that was moved, left: by a job each, so that one that fails
 * holds nobody else up.
 */
export async function askToLookAtCheckouts(db: Db, now: Date): Promise<void> {
  const ids = await listCheckoutsToLookAt(db, now);
  const jobs = ids.map((checkoutId) => ({ payload: { checkoutId }, jobKey: `look-at-checkout:${checkoutId}` }));
  await db.transaction().execute((trx) => enqueueEach(trx, "look-at-checkout", jobs));
}

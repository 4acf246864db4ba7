import { holdOrder, releaseHeld, returnTaken } from "~/modules/orders/index.server";
import type { Db } from "~/platform/db/db.server";
import { listRefundable, refundFromReceipts } from "../refunds/refund-order.server";
import { selectLiveCheckout } from "./live-checkout.server";
import { endAtStripe, leaveOffline } from "./look-at-checkout.server";
import { openSession, type StripeCalls } from "./open-session.server";

/**
 * What the end of an order means for its money: the page on which it could be paid is ended at Stripe, stock goes back once
 * nobody can pay, and what came already goes back the way it came. Done again it finds nothing to do.
 *
 * @param callsOf asked only where there is a page at Stripe: a site that takes no cards ends its orders, too
 */
export async function settleCancelledOrder(
  db: Db,
  callsOf: () => StripeCalls,
  orderId: string,
  now: Date,
): Promise<void> {
  const live = await selectLiveCheckout(db, orderId).executeTakeFirst();
  if (live?.method === "stripe") {
    const calls = callsOf();
    if (live.session === "opening") await openSession(db, calls, live.checkoutId, now);
    // A delayed payment is under way and cannot be stopped: when it arrives it finds the order cancelled and goes back.
    if (live.status === "open") await endAtStripe(db, calls, live.checkoutId, now);
  } else if (live) await leaveOffline(db, live.checkoutId, orderId, now);
  await db.transaction().execute(async (trx) => {
    const order = await holdOrder(trx, orderId);
    if (order?.status !== "cancelled") return;
    // While a payment is under way its stock stays held; what ends it gives the stock back.
    const isUnderWay = (await selectLiveCheckout(trx, orderId).executeTakeFirst()) !== undefined;
    if (!isUnderWay) await releaseHeld(trx, [orderId], now);
    await returnTaken(trx, [orderId], now);
    const left = (await listRefundable(trx, orderId)).reduce((sum, { leftMinor }) => sum + leftMinor, 0n);
    if (left === 0n) return;
    await refundFromReceipts(
      trx,
      orderId,
      { amountMinor: left, cause: "cancelled", words: undefined, askedBy: undefined },
      now,
    );
  });
}

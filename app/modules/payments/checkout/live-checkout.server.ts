import type { Db, Trx } from "~/platform/db/db.server";
import type { HeldCheckout } from "./hold-checkout.server";

/**
 * The checkout by which something of an order is being paid: there is at most one, by a unique key. A transfer that is waited
 * for is one, too.
 */
export function selectLiveCheckout(db: Db | Trx, orderId: string) {
  return db
    .selectFrom("checkoutDues")
    .innerJoin("checkouts", "checkouts.id", "checkoutDues.checkoutId")
    .leftJoin("stripeSessions", "stripeSessions.checkoutId", "checkouts.id")
    .where("checkoutDues.orderId", "=", orderId)
    .where("checkoutDues.isLive", "=", true)
    .select(["checkouts.id as checkoutId", "checkouts.method", "checkouts.status", "stripeSessions.status as session"])
    .$narrowType<Pick<HeldCheckout, "method" | "status">>()
    .limit(1);
}

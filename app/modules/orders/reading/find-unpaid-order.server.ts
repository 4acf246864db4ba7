import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { InquirerActor } from "~/platform/session/actors.server";
import { orderOwnedBy } from "../order-keys.server";

/** The last order that this browser or account placed and began to pay for by card; who went back from the bank's page looks for it. */
export function findUnpaidOrder(
  db: Db,
  owner: Pick<InquirerActor, "userId" | "visitDigest">,
  now = clock(),
): Promise<{ orderId: string; reference: string } | undefined> {
  return db
    .selectFrom("orders")
    .where(orderOwnedBy(owner, now))
    .where("orders.status", "=", "pending_payment")
    .where("orders.paymentMethod", "=", "stripe")
    .select(["orders.id as orderId", "orders.reference"])
    .orderBy("orders.placedAt", "desc")
    .limit(1)
    .executeTakeFirst();
}

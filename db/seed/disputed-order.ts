import { prepareOrder, shipOrder } from "~/modules/orders/index.server";
import { openSession, payOrder, settleCheckout } from "~/modules/payments/index.server";
import { settleDispute } from "~/modules/payments/disputes/settle-dispute.server";
import type { Db } from "~/platform/db/db.server";
import type { FormKey } from "~/platform/db/once.server";
import type { InquirerActor, SellerActor } from "~/platform/session/actors.server";
import type { StripePort } from "~/platform/stripe/port";
import { seedUuid } from "./ids";
import { ORDER_CASES } from "./order-cases";
import { wholeParcel } from "./orders";
import { succeed } from "./succeed";

/** The sandbox by its port, and by the address at which it is told what buyers and banks do. */
export type SandboxCalls = { stripe: StripePort; sandboxUrl: string; origin: string };

/** Of a fate that Stripe's test mode and the sandbox know: it is paid. */
export const CARD = "4242424242424242";

/**
 * Has the seeded order that waits for a card paid, sent and then disputed by the buyer's bank, by the deeds that people and
 * Stripe would do; the treasurer has the days to answer that Stripe gives her. It cannot be part of the seed's transaction,
 * since a payment is settled by several.
 *
 * @returns false when there is no such order, or not any more
 */
export async function bringDispute(db: Db, { stripe, sandboxUrl, origin }: SandboxCalls, now: Date): Promise<boolean> {
  const order = await findWaiting(db);
  if (!order) return false;
  const { orderId } = order;
  const paying = { orderId, method: "stripe", lang: "en", hasStripe: true } as const;
  const begun = await payOrder(db, order.inquirer, keyOf("pay"), paying, now);
  const checkoutId = begun.ok ? begun.value.checkoutId : null;
  if (checkoutId === null) return false;
  await openSession(db, { stripe, origin }, checkoutId, now);
  const { sessionId } = await db
    .selectFrom("stripeSessions")
    .where("checkoutId", "=", checkoutId)
    .select("sessionId")
    .executeTakeFirstOrThrow();
  await tell(sandboxUrl, `sessions/${sessionId ?? ""}/pay`, { card: CARD });
  await settleCheckout(db, stripe, checkoutId, now);
  succeed("prepare the disputed order", await prepareOrder(db, order.seller, keyOf("prepare"), orderId, now));
  const parcel = {
    ...(await wholeParcel(db, orderId)),
    orderId,
    carrier: "Azərpoçt EMS",
    trackingCode: "EE073200508AZ",
  };
  succeed("ship the disputed order", await shipOrder(db, order.seller, keyOf("ship"), parcel, now));
  const { chargeId } = await db
    .selectFrom("receipts")
    .where("checkoutId", "=", checkoutId)
    .select("chargeId")
    .executeTakeFirstOrThrow();
  const { id } = await tell(sandboxUrl, `charges/${chargeId ?? ""}/dispute`, { reason: "fraudulent" });
  if (id !== undefined) await settleDispute(db, stripe, id, now);
  return id !== undefined;
}

const keyOf = (deed: string) => seedUuid("form", `order disputed ${deed}`) as FormKey;

async function findWaiting(db: Db) {
  const found = ORDER_CASES.find(({ key }) => key === "disputed");
  if (!found) return undefined;
  const userId = seedUuid("user", found.buyer);
  const sellerId = seedUuid("seller", found.seller);
  const row = await db
    .selectFrom("orders")
    .innerJoin("orderLines", "orderLines.orderId", "orders.id")
    .where("orders.status", "=", "pending_payment")
    .where("orders.paymentMethod", "=", found.method)
    .where("orders.buyerUserId", "=", userId)
    .where("orders.sellerId", "=", sellerId)
    .where("orderLines.listingId", "=", seedUuid("listing", found.listing))
    .select("orders.id as orderId")
    .executeTakeFirst();
  // The seed stands in for the people's sessions.
  const seller = { userId: seedUuid("user", `owner-${found.seller}`), sellerId, role: "owner" } as SellerActor;
  return row && { ...row, seller, inquirer: { userId, visitDigest: undefined } as InquirerActor };
}

export async function tell(sandboxUrl: string, deed: string, body: Record<string, string>): Promise<{ id?: string }> {
  const answer = await fetch(`${sandboxUrl}/_sandbox/${deed}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`the sandbox does not do ${deed}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as { id?: string };
}

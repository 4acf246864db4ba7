import type { PaymentMethod } from "~/modules/orders";
import { releaseHeld } from "~/modules/orders/index.server";
import type { Trx } from "~/platform/db/db.server";

/** A checkout that this transaction holds: whoever settles, ends or looks at it waits for who came first. */
export type HeldCheckout = {
  checkoutId: string;
  method: PaymentMethod;
  status: "open" | "processing" | "paid" | "ended";
  currency: string;
  totalMinor: bigint;
  holdUntil: Date | null;
  dues: { dueId: string; orderId: string; amountMinor: bigint }[];
  session: { status: "opening" | "open" | "complete" | "expired" | "refused"; sessionId: string | null } | undefined;
};

export type EndReason = "expired" | "failed" | "cancelled" | "refused";

export async function holdCheckout(trx: Trx, checkoutId: string): Promise<HeldCheckout | undefined> {
  const checkout = await trx
    .selectFrom("checkouts")
    .where("id", "=", checkoutId)
    .select(["id as checkoutId", "method", "status", "currency", "totalMinor", "holdUntil"])
    .$narrowType<Pick<HeldCheckout, "method" | "status">>()
    .forUpdate()
    .executeTakeFirst();
  if (!checkout) return undefined;
  const dues = await trx
    .selectFrom("checkoutDues")
    .where("checkoutId", "=", checkoutId)
    .select(["dueId", "orderId", "amountMinor"])
    .orderBy("dueId")
    .execute();
  const session = await trx
    .selectFrom("stripeSessions")
    .where("checkoutId", "=", checkoutId)
    .select(["status", "sessionId"])
    .$narrowType<NonNullable<HeldCheckout["session"]>>()
    .executeTakeFirst();
  return { ...checkout, dues, session };
}

const orderIdsOf = ({ dues }: HeldCheckout) => [...new Set(dues.map(({ orderId }) => orderId))];

/** Nobody can pay by it any more: the dues are free for another one and what it held goes back, once. */
export async function endCheckout(trx: Trx, checkout: HeldCheckout, reason: EndReason, now: Date): Promise<void> {
  const ended = await trx
    .updateTable("checkouts")
    .set({ status: "ended", endReason: reason, endedAt: now, holdUntil: null })
    .where("id", "=", checkout.checkoutId)
    .where("status", "in", ["open", "processing"])
    .returning("id")
    .executeTakeFirst();
  if (!ended) return;
  await freeDues(trx, checkout);
  await releaseHeld(trx, orderIdsOf(checkout), now);
}

export async function freeDues(trx: Trx, { checkoutId }: HeldCheckout): Promise<void> {
  await trx.updateTable("checkoutDues").set({ isLive: false }).where("checkoutId", "=", checkoutId).execute();
}

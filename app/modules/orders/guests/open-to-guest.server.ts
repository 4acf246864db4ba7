import type { Trx } from "~/platform/db/db.server";
import { DAY_MS } from "../rules";

/** How long a browser opens what was ordered in it. */
export const ORDER_ACCESS_DAYS = 90;

/** Lets a browser open orders for some days: a guest ordered in it, or pressed the button behind a link of a letter. */
export async function openToGuest(
  trx: Trx,
  orderIds: readonly string[],
  { visitDigest, days }: { visitDigest: string; days: number },
  now: Date,
): Promise<void> {
  if (orderIds.length === 0) return;
  const expiresAt = new Date(now.getTime() + days * DAY_MS);
  await trx
    .insertInto("orderAccesses")
    .values(orderIds.map((orderId) => ({ visitDigest, orderId, createdAt: now, expiresAt })))
    .onConflict((conflict) => conflict.columns(["visitDigest", "orderId"]).doUpdateSet({ expiresAt }))
    .execute();
}

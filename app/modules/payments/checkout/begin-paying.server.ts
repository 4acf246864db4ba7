import { holdStock, ORDER_REFERENCE_LETTERS, type ShortLine } from "~/modules/orders/index.server";
import type { Trx } from "~/platform/db/db.server";
import { enqueue } from "~/platform/jobs/enqueue.server";
import { drawReference } from "~/platform/reference-code.server";
import { done, refused, type Result } from "~/platform/result";
import type { Locale } from "~/platform/i18n/locales";
import type { PaymentMethod } from "~/modules/orders";
import { METHODS } from "../methods/methods";
import { HOLD_MS, SESSION_MS } from "./rules";

/** A due that somebody is about to pay, of an order that this transaction holds. */
export type DueToPay = { dueId: string; orderId: string; amountMinor: bigint };

export type BeginRefusal = "out-of-stock" | "being-paid";

/**
 * Opens a checkout over dues and holds the stock of their orders, by one guarded statement each: either all of it is there, or
 * nothing is held and nobody is asked for money. A due that another checkout is being paid by is refused by a unique key.
 *
 * @returns the checkout; whoever called goes on to the payment page when the transaction is done
 */
export async function beginPaying(
  trx: Trx,
  {
    dues,
    method,
    currency,
    locale,
  }: { dues: readonly DueToPay[]; method: PaymentMethod; currency: string; locale: Locale },
  now: Date,
): Promise<Result<{ checkoutId: string }, BeginRefusal> & { short?: ShortLine[] }> {
  const held = await holdStock(trx, [...new Set(dues.map(({ orderId }) => orderId))], now);
  if (!held.ok) return { ...refused("out-of-stock"), short: held.short };
  const { isOnline } = METHODS[method];
  const { id: checkoutId } = await trx
    .insertInto("checkouts")
    .values({
      reference: drawReference(ORDER_REFERENCE_LETTERS),
      method,
      status: "open",
      currency,
      totalMinor: dues.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
      locale,
      createdAt: now,
      holdUntil: isOnline ? new Date(now.getTime() + HOLD_MS) : null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const claimed = await trx
    .insertInto("checkoutDues")
    .values(dues.map((due) => ({ ...due, checkoutId, currency, isLive: true })))
    .onConflict((conflict) => conflict.columns(["dueId"]).where("isLive", "=", true).doNothing())
    .returning("dueId")
    .execute();
  if (claimed.length !== dues.length) return refused("being-paid");
  if (isOnline) {
    const expiresAt = new Date(now.getTime() + SESSION_MS);
    await trx.insertInto("stripeSessions").values({ checkoutId, status: "opening", expiresAt }).execute();
    const runAt = new Date(now.getTime() + HOLD_MS);
    await enqueue(trx, "look-at-checkout", { checkoutId }, { jobKey: `look-at-checkout:${checkoutId}`, runAt });
  }
  return done({ checkoutId });
}

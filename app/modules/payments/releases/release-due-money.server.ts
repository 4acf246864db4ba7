import { sql } from "kysely";
import { hasOpenProblem } from "~/modules/orders/index.server";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { log } from "~/platform/log.server";
import { isOrderHeld } from "../holds/holds.server";
import { lockOneOrder } from "../ledger/order-money.server";
import { bookRelease } from "../ledger/releases.server";

const HAS_GONE_OUT = ["shipped", "delivered", "completed"];

/** From when an order's money is due: the days of its terms after it went out; null before that. */
export const DUE_AT = sql<Date | null>`greatest(orders.shipped_at, orders.delivered_at) + order_terms.hold_days * interval '1 day'`;

/** Orders in one round; the next begins where it ended. */
const ROUND = 200;

function selectDue(db: Db | Trx, now: Date) {
  return db
    .selectFrom("ordersToRelease")
    .innerJoin("orders", "orders.id", "ordersToRelease.orderId")
    .innerJoin("orderTerms", "orderTerms.orderId", "orders.id")
    .select("orders.id as orderId")
    .where("orders.status", "in", HAS_GONE_OUT)
    .whereRef("orders.receivedMinor", ">=", "orders.totalMinor")
    .where("orders.dispute", "<>", "open")
    .where(DUE_AT, "<=", now)
    .where(sql<boolean>`not ${hasOpenProblem()}`)
    .where(sql<boolean>`not ${isOrderHeld(now)}`);
}

/**
 * Makes the money of orders due that went out and whose days are over, unless something about them is open, each in a
 * transaction of its own, so that what fails holds nobody else up. An order that changed since it was found is looked at again
 * under its lock; two workers at once release nothing twice.
 *
 * @returns how many orders were released
 */
export async function releaseDueMoney(db: Db, now = clock()): Promise<number> {
  let released = 0;
  let fault: unknown;
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const round = await selectDue(db, now).where("orders.id", ">", after).orderBy("orders.id").limit(ROUND).execute();
    for (const { orderId } of round) {
      after = orderId;
      try {
        if (await releaseIfDue(db, orderId, now)) released += 1;
      } catch (error) {
        log.error({ err: error, orderId }, "money of an order was not released");
        fault ??= error;
      }
    }
    if (round.length < ROUND) break;
  }
  if (fault !== undefined) throw fault;
  return released;
}

export function releaseIfDue(db: Db, orderId: string, now: Date): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await lockOneOrder(trx, orderId);
    const due = await selectDue(trx, now).where("orders.id", "=", orderId).executeTakeFirst();
    return due !== undefined && (await bookRelease(trx, { orderId, at: now })).isBooked;
  });
}

/**
 * Makes the share of what came that the order's terms say due as preparation starts. Nothing where they say none, while the
 * order is disputed or held or the buyer has a problem open, and the second time.
 */
export async function releaseDeposit(trx: Trx, orderId: string, now = clock()): Promise<{ amountMinor: bigint }> {
  const { depositReleaseBasisPoints } = await lockOneOrder(trx, orderId);
  const free = await trx
    .selectFrom("orders")
    .select("id")
    .where("id", "=", orderId)
    .where("dispute", "<>", "open")
    .where(sql<boolean>`not ${hasOpenProblem()}`)
    .where(sql<boolean>`not ${isOrderHeld(now)}`)
    .executeTakeFirst();
  if (!free || depositReleaseBasisPoints === 0) return { amountMinor: 0n };
  const { amountMinor } = await bookRelease(trx, { orderId, depositShare: depositReleaseBasisPoints, at: now });
  return { amountMinor };
}

import { sql, type RawBuilder } from "kysely";
import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { enqueue } from "~/platform/jobs/enqueue.server";
import { eraseMessagesTo } from "~/platform/mail/outgoing.server";
import { hasOpenProblem } from "../problems/open-problem.server";
import { holdIfFree } from "../steps/hold-if-free.server";
import { ENDED, nobody, takePersonOut } from "./erase-personal-data.server";

/**
 * Years for which the name of a guest stays with what she bought, from the last that happened with her order. Source: Tax Code
 * of the Republic of Azerbaijan, art. 71 (papers of the accounts are kept for five years); to be confirmed by the Federation's
 * lawyer, as is whether the merchant's country asks for longer.
 */
export const GUEST_YEARS = 5;
/** Orders in one run; the next night takes the rest. */
const AT_ONCE = 200;

/**
 * Takes guests out of orders that ended so long ago: somebody with an account closes it, a guest has nothing to close. Each
 * order in a transaction of its own with its entry in the log, since the log is a chain; an order that somebody holds waits for
 * the next night. The contract, its money and the issued documents stay.
 *
 * @returns how many orders were parted from their guest
 */
export async function forgetOldGuests(db: Db, now = clock()): Promise<number> {
  const before = yearsBefore(now, GUEST_YEARS);
  const rows = await db
    .selectFrom("orders")
    .select("orders.id")
    .where(isOfOldGuest(before))
    .orderBy("placedAt")
    .orderBy("orders.id")
    .limit(AT_ONCE)
    .execute();
  let count = 0;
  for (const { id } of rows) {
    if (await db.transaction().execute((trx) => forgetGuest(trx, id, { before, now }))) count += 1;
  }
  return count;
}

async function forgetGuest(trx: Trx, orderId: string, { before, now }: { before: Date; now: Date }): Promise<boolean> {
  if (!(await holdIfFree(trx, orderId))) return false;
  // By a second statement, which sees what was committed before the row was ours.
  const order = await trx
    .selectFrom("orders")
    .select("guestEmail")
    .where("orders.id", "=", orderId)
    .where(isOfOldGuest(before))
    .executeTakeFirst();
  if (!order || order.guestEmail === null) return false;
  await trx.updateTable("orders").set(nobody(now)).where("id", "=", orderId).execute();
  await takePersonOut(trx, [orderId]);
  await eraseMessagesTo(trx, order.guestEmail, before);
  await recordAudit(trx, {
    actor: { kind: "system", id: undefined },
    action: "forget-guest",
    subject: { kind: "order", id: orderId },
  });
  // The room of payments keeps what a bank was told of her.
  await enqueue(trx, "forget-old-evidence", {}, { jobKey: "forget-old-evidence" });
  return true;
}

/** Where `orders` is part of the query: a guest's order that has ended, is settled, and with which nothing has happened since. */
function isOfOldGuest(before: Date): RawBuilder<boolean> {
  return sql<boolean>`(
    orders.guest_email is not null and orders.erased_at is null and orders.status = any(${[...ENDED]}::text[])
    and orders.placed_at < ${before} and coalesce(orders.completed_at, orders.cancelled_at, orders.placed_at) < ${before}
    and orders.dispute <> 'open' and not ${hasOpenProblem()}
    and not exists (
      select from order_events where order_events.order_id = orders.id and order_events.happened_at >= ${before}))`;
}

function yearsBefore(now: Date, years: number): Date {
  const then = new Date(now);
  then.setUTCFullYear(now.getUTCFullYear() - years);
  return then;
}

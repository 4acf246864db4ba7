import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { AuditActor } from "~/platform/audit/audit.server";
import { factsOf, selectFacts } from "../fulfilment/facts.server";
import { THE_CLOCK } from "../order-keys.server";
import { holdIfFree } from "../steps/hold-if-free.server";
import { DUTIES, type Duty } from "./duties.server";

/** Orders of one kind in one run; the next run takes the rest. */
const AT_ONCE = 200;
const NOBODY: AuditActor = { kind: "system", id: undefined };

/**
 * Does what is due by the clock: each order in a transaction of its own, and an order that somebody holds is left for the
 * next run. Two workers at once share the work.
 *
 * @returns how many of each were done
 */
export async function tidyOrders(db: Db, now = clock()): Promise<ReadonlyMap<string, number>> {
  const done = new Map<string, number>();
  for (const duty of DUTIES) {
    const due = await db
      .selectFrom("orders")
      .select("orders.id")
      .where(duty.isDue(now))
      .orderBy("orders.id")
      .limit(AT_ONCE)
      .execute();
    let count = 0;
    for (const { id } of due) if (await doDuty(db, duty, id, now)) count += 1;
    done.set(duty.name, count);
  }
  return done;
}

/** @returns whether it was still due when it was held: what somebody did meanwhile goes first */
export async function doDuty(db: Db, duty: Duty, orderId: string, now: Date): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    if (!(await holdIfFree(trx, orderId))) return false;
    // By a second statement, which sees what was committed before the row was ours.
    const row = await selectFacts(trx).where("orders.id", "=", orderId).where(duty.isDue(now)).executeTakeFirst();
    if (!row) return false;
    await duty.work({ trx, facts: factsOf(row), step: THE_CLOCK, recorded: NOBODY }, now);
    return true;
  });
}

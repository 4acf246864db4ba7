import type { Trx } from "~/platform/db/db.server";

/**
 * Holds an order for work that can wait: what somebody else holds is left for the next run. What it is like is to be read by a
 * second statement, which sees what was committed before the row was ours.
 *
 * @returns whether it is held
 */
export async function holdIfFree(trx: Trx, orderId: string): Promise<boolean> {
  const held = await trx
    .selectFrom("orders")
    .select("orders.id")
    .where("orders.id", "=", orderId)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return held !== undefined;
}

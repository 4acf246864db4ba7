import { sql } from "kysely";
import type { Db } from "~/platform/db/db.server";

/** How many of a shop's orders wait for it: to be taken on, to be begun or sent, and to be answered about. */
export async function countWaitingOrders(
  db: Db,
  sellerId: string,
): Promise<{ toAccept: number; toSend: number; toAnswer: number }> {
  const { toAccept, toSend, toAnswer } = await db
    .selectFrom("orders")
    .where("sellerId", "=", sellerId)
    .where("status", "not in", ["cancelled", "refunded"])
    .select((eb) => [
      eb.fn.countAll<bigint>().filterWhere("status", "=", "awaiting_acceptance").as("toAccept"),
      eb.fn.countAll<bigint>().filterWhere("status", "in", ["paid", "in_preparation"]).as("toSend"),
      eb.fn
        .countAll<bigint>()
        .filterWhere(
          sql<boolean>`exists (
            select from order_problems where order_problems.order_id = orders.id and order_problems.status = 'open')`,
        )
        .as("toAnswer"),
    ])
    .executeTakeFirstOrThrow();
  return { toAccept: Number(toAccept), toSend: Number(toSend), toAnswer: Number(toAnswer) };
}

import { sql, type RawBuilder } from "kysely";

/** Whether something about an order is not settled, where `orders` is part of the query: nothing of it completes or is paid out. */
export function hasOpenProblem(): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select from order_problems where order_problems.order_id = orders.id and order_problems.status <> 'closed')`;
}

import { sql } from "kysely";
import type { DueKind } from "~/modules/orders";
import type { Db, Trx } from "~/platform/db/db.server";

/** The first due of an order that lacks something: it is paid next. */
export function selectNextDue(db: Db | Trx, orderId: string) {
  return db
    .selectFrom("orderDues")
    .where("orderId", "=", orderId)
    .where("paidAt", "is", null)
    .select([
      "id as dueId",
      "orderId",
      "kind",
      "amountMinor",
      sql<bigint>`amount_minor - received_minor`.as("lacksMinor"),
    ])
    .$narrowType<{ kind: DueKind }>()
    .orderBy("position")
    .limit(1);
}
export type NextDue = NonNullable<Awaited<ReturnType<ReturnType<typeof selectNextDue>["executeTakeFirst"]>>>;

import { sql } from "kysely";
import type { Db } from "~/platform/db/db.server";
import { orderOfAccount } from "../order-keys.server";

const MOST_ORDERS = 1_000;

const shopName = sql<string>`(select name from seller_texts where seller_id = orders.seller_id and locale = 'az')`;

/** What a person has ordered, with what she wrote about it, for her copy of her data. Amounts are minor units, as text. */
export async function listPersonalData(db: Db, userId: string): Promise<Record<string, unknown>> {
  const [orders, orderProblems, orderRatings] = await Promise.all([
    listOrdered(db, userId),
    listProblems(db, userId),
    listRatings(db, userId),
  ]);
  return { orders, orderProblems, orderRatings };
}

function listOrdered(db: Db, userId: string) {
  return db
    .selectFrom("orders")
    .where(orderOfAccount(userId))
    .select([
      "reference",
      shopName.as("shop"),
      "status",
      "currency",
      sql<string>`total_minor::text`.as("totalMinor"),
      sql<string>`received_minor::text`.as("receivedMinor"),
      sql<string>`refunded_minor::text`.as("refundedMinor"),
      "guestEmail as email",
      "buyerName as name",
      "company",
      "taxNumber",
      "phone",
      "address",
      "destination",
      "locale",
      "note",
      "cancelWords",
      "placedAt",
      "completedAt",
      "cancelledAt",
      sql<{ title: string; quantity: number; lineMinor: string }[]>`(
        select coalesce(jsonb_agg(jsonb_build_object(
          'title', titles ->> 'az', 'quantity', quantity, 'lineMinor', line_minor::text) order by position), '[]')
        from order_lines where order_lines.order_id = orders.id)`.as("lines"),
      sql<{ at: string; deed: string; words: string }[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('at', happened_at, 'deed', deed, 'words', words) order by position), '[]')
        from order_events where order_events.order_id = orders.id and actor = 'buyer' and words is not null)`.as(
        "words",
      ),
    ])
    .orderBy("placedAt")
    .orderBy("orders.id")
    .limit(MOST_ORDERS)
    .execute();
}

function listProblems(db: Db, userId: string) {
  return db
    .selectFrom("orderProblems")
    .innerJoin("orders", "orders.id", "orderProblems.orderId")
    .where(orderOfAccount(userId))
    .select(["orders.reference", "orderProblems.kind", "orderProblems.words", "orderProblems.openedAt"])
    .orderBy("orderProblems.openedAt")
    .orderBy("orderProblems.id")
    .limit(MOST_ORDERS)
    .execute();
}

function listRatings(db: Db, userId: string) {
  return db
    .selectFrom("orderRatings")
    .innerJoin("orders", "orders.id", "orderRatings.orderId")
    .where(orderOfAccount(userId))
    .select(["orders.reference", "orderRatings.stars", "orderRatings.words", "orderRatings.ratedAt"])
    .orderBy("orderRatings.ratedAt")
    .orderBy("orderRatings.orderId")
    .limit(MOST_ORDERS)
    .execute();
}

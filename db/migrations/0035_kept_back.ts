import { sql, type Kysely } from "kysely";

/** What is open about orders' money is found without reading all orders and refunds, each time somebody is to be paid. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index refunds_open on refunds (order_id, asked_at) where status in ('asked', 'sent')`.execute(db);
  await sql`create index orders_disputed on orders (id) where dispute = 'open'`.execute(db);
}

import { sql, type Kysely } from "kysely";

/** Which orders were placed by one press of the button: the page after it shows them all, those to pay and those that wait. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table orders add column placing_id uuid not null default gen_random_uuid()`.execute(db);
  await sql`comment on column orders.placing_id is 'the same for all orders that were placed together'`.execute(db);
  await sql`create index orders_placed_together on orders (placing_id)`.execute(db);
}

import { sql, type Kysely } from "kysely";

/** Money that goes back by hand: the bank's own name for the transfer by which it went. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table refunds add column bank_reference text check (bank_reference <> '')`.execute(db);
  await sql`comment on column refunds.bank_reference is 'of what the treasurer sent by hand, since it did not come by Stripe; a bank knows it by this'`.execute(
    db,
  );
}

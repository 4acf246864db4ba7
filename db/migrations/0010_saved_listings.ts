import { sql, type Kysely } from "kysely";

/** What a person wants to find again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table saved_listings (
      user_id text not null references users on delete cascade,
      listing_id uuid not null references listings on delete cascade,
      saved_at timestamptz not null,
      primary key (user_id, listing_id)
    )`.execute(db);
  await sql`create index saved_listings_latest on saved_listings (user_id, saved_at desc, listing_id)`.execute(db);
  await sql`create index saved_listings_of_listing on saved_listings (listing_id)`.execute(db);
}

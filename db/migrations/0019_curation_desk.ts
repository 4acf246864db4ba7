import { sql, type Kysely } from "kysely";

/** What curators need to work beside each other: versions, and no thing twice in one place at a time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Trusted since PostgreSQL 13: the owner of the database may make it.
  await sql`create extension if not exists btree_gist`.execute(db);
  await sql`alter table features add column version int not null default 1 check (version > 0)`.execute(db);
  await sql`
    alter table features add constraint features_once_at_a_time exclude using gist (
      slot with =,
      (coalesce(listing_id, seller_id, collection_id)) with =,
      tstzrange(starts_at, ends_at) with &&
    )`.execute(db);
  await sql`alter table collections add column version int not null default 1 check (version > 0)`.execute(db);
  await sql`alter table collection_texts add column original_version int not null default 1 check (original_version > 0)`.execute(
    db,
  );
  await sql`comment on column collection_texts.original_version is 'of the Azerbaijani text: its number; of another: the number of the Azerbaijani text that it was written beside'`.execute(
    db,
  );
}

import { sql, type Kysely } from "kysely";

/** What sellers need to write listings and staff to judge them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table listings
      add column is_changed boolean not null default false,
      add column submitted_at timestamptz`.execute(db);
  await sql`update listings set submitted_at = updated_at where status = 'in_review'`.execute(db);
  await sql`
    alter table listings
      add constraint listings_submitted_when check (status <> 'in_review' or submitted_at is not null)`.execute(db);
  await sql`comment on column listings.submitted_at is 'a version waits for the Federation since then'`.execute(db);
  await sql`comment on column listings.is_changed is 'the working version says something else than the current publication'`.execute(
    db,
  );
  await sql`create index listings_latest_of_seller on listings (seller_id, updated_at desc, id)`.execute(db);

  await sql`
    alter table listing_texts
      add column changed_version int not null default 1 check (changed_version > 0)`.execute(db);
  await sql`comment on column listing_texts.changed_version is 'listing version in which this text last changed; a translation of an earlier one is older than the original'`.execute(
    db,
  );

  await sql`
    alter table sellers
      add column unchanged_approvals int not null default 0 check (unchanged_approvals >= 0),
      add column trusted_at timestamptz`.execute(db);
  await sql`comment on column sellers.unchanged_approvals is 'listings in a row that were approved as they were sent'`.execute(
    db,
  );
}

import { sql, type Kysely } from "kysely";

/** How often listings were looked at, day by day; who looked is forgotten when the day is over. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table listing_view_days (
      listing_id uuid not null references listings on delete cascade,
      day date not null,
      views int not null check (views > 0),
      primary key (listing_id, day)
    )`.execute(db);
  await sql`
    create table view_salts (
      day date primary key,
      salt bytea not null check (octet_length(salt) = 32)
    )`.execute(db);
  await sql`
    create table listing_view_marks (
      day date not null references view_salts on delete cascade,
      listing_id uuid not null references listings on delete cascade,
      visitor bytea not null check (octet_length(visitor) = 32),
      primary key (day, listing_id, visitor)
    )`.execute(db);
  await sql`comment on table listing_view_marks is 'one per visitor, listing and day: a digest keyed with the salt of the day; both are deleted with it'`.execute(
    db,
  );
}

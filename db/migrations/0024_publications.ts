import { sql, type Kysely } from "kysely";

/** Printed catalogues: set once for what goes into them, by a job whose progress people watch. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table catalogue_editions (
      id uuid primary key default gen_random_uuid(),
      digest text not null unique check (digest ~ '^[0-9a-f]{64}$'),
      request jsonb not null,
      status text not null check (status in ('waiting', 'gathering', 'setting', 'ready', 'failed')),
      listing_count int not null check (listing_count > 0),
      gathered_count int not null default 0 check (gathered_count between 0 and listing_count),
      byte_count int check (byte_count > 0),
      refusal text check (refusal ~ '^[a-z]+(-[a-z]+)*$'),
      asked_at timestamptz not null,
      touched_at timestamptz not null,
      ready_at timestamptz,
      check ((status = 'ready') = (byte_count is not null)),
      check ((status = 'ready') = (ready_at is not null)),
      check (refusal is null or status = 'failed')
    )`.execute(db);
  await sql`comment on table catalogue_editions is 'one per content: the bytes lie in the file store under the digest of everything that goes into them'`.execute(
    db,
  );
  await sql`comment on column catalogue_editions.request is 'whose catalogue, of which listings, for which reader; never who asked'`.execute(
    db,
  );
  await sql`comment on column catalogue_editions.touched_at is 'last sign of life of the job; the last time that somebody fetched it once it is ready'`.execute(
    db,
  );
  await sql`create index catalogue_editions_age on catalogue_editions (touched_at)`.execute(db);
}

import { sql, type Kysely } from "kysely";

/**
 * What lists and counts need of a publication, beside its snapshot: a snapshot is stored out of line, and unpacking all
 * of a large catalogue to count its categories takes seconds.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table listing_publications
      add column category_id text generated always as (snapshot->>'categoryId') stored,
      add column region_id text generated always as (snapshot->>'regionId') stored,
      add column front jsonb generated always as (snapshot->'pictures'->0) stored`.execute(db);
  await sql`comment on column listing_publications.front is 'the first picture, as the snapshot has it'`.execute(db);
  await sql`create index listing_publications_first on listing_publications (first_published_at desc, listing_id) where is_current`.execute(
    db,
  );
}

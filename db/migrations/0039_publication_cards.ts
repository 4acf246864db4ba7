import { sql, type Kysely } from "kysely";

/**
 * What a card, a suggestion or a row of a list reads of a publication, beside its snapshot: that is stored out of line and
 * packed, and reading five things of it unpacks it five times, which was most of what a page of hits cost the database.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function card_of_snapshot(snapshot jsonb) returns jsonb language sql immutable parallel safe as $$
      select snapshot
        - array['texts', 'pictures', 'variants', 'fibres', 'woodSpecies', 'materialIds', 'size', 'packedSize']
        || jsonb_build_object(
          'titles', (select coalesce(jsonb_object_agg(key, value -> 'title'), '{}') from jsonb_each(snapshot -> 'texts')),
          'pictureHashes', jsonb_path_query_array(snapshot, '$.pictures[*].sha256'),
          'variantHomeTiers', (
            select coalesce(jsonb_agg(variant -> 'homeTiers' order by place), '[]')
            from jsonb_array_elements(snapshot -> 'variants') with ordinality as variants (variant, place)),
          'variantExportTiers', (
            select coalesce(jsonb_agg(variant -> 'exportTiers' order by place), '[]')
            from jsonb_array_elements(snapshot -> 'variants') with ordinality as variants (variant, place)))
    $$`.execute(db);
  await sql`alter table listing_publications
    add column card jsonb not null generated always as (card_of_snapshot(snapshot)) stored`.execute(db);
  await sql`comment on column listing_publications.card is
    'what a list shows of the snapshot: the snapshot without its long parts, titles by language, hashes of the pictures, tiers by variant'`.execute(
    db,
  );
}

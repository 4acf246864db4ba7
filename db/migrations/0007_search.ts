import { sql, type Kysely } from "kysely";

/**
 * Search. `search_documents` and `search_seller_documents` are a projection of the catalogue: the index that PostgreSQL
 * answers from, and the outbox to Meilisearch. A row whose `revision` is above `pushed_revision` has still to go there.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create sequence search_revisions`.execute(db);
  await sql`
    create table search_documents (
      listing_id uuid primary key,
      revision bigint not null,
      pushed_revision bigint not null default 0,
      document jsonb check (jsonb_typeof(document) = 'object'),
      seller_id uuid not null,
      words tsvector,
      categories text[] not null default '{}',
      kind text,
      technique text,
      materials text[] not null default '{}',
      region text,
      level text,
      ships_to text[] not null default '{}',
      can_export_to text[] not null default '{}',
      level_rank int not null default 0,
      fresh_at bigint not null default 0,
      home_minor bigint,
      export_minor bigint,
      export_currency char(3),
      export_order_minor bigint,
      minimum_order int,
      ready_days int,
      is_made_to_order boolean,
      supply int[] not null default '{}',
      soonest_days jsonb not null default '{}',
      stock_days jsonb not null default '{}',
      made_days jsonb not null default '{}'
    )`.execute(db);
  await sql`comment on column search_documents.document is 'null: not public; kept until Meilisearch has forgotten it too'`.execute(
    db,
  );
  await sql`comment on column search_documents.supply is 'pieces that can be given: from stock, then after 1, 2 … 12 months of capacity'`.execute(
    db,
  );
  await sql`comment on column search_documents.stock_days is 'country: days until a piece in stock has arrived; made_days: the first made piece; soonest_days: the minimum order'`.execute(
    db,
  );
  await sql`create index search_documents_pending on search_documents (revision) where revision > pushed_revision`.execute(
    db,
  );
  await sql`create index search_documents_words on search_documents using gin (words)`.execute(db);
  await sql`create index search_documents_order on search_documents (level_rank desc, fresh_at desc, listing_id) where document is not null`.execute(
    db,
  );
  await sql`create index search_documents_seller on search_documents (seller_id)`.execute(db);

  await sql`
    create table search_seller_documents (
      seller_id uuid primary key,
      revision bigint not null,
      pushed_revision bigint not null default 0,
      document jsonb check (jsonb_typeof(document) = 'object'),
      words tsvector,
      categories text[] not null default '{}',
      region text,
      level text,
      languages text[] not null default '{}',
      markets text[] not null default '{}',
      level_rank int not null default 0,
      fresh_at bigint not null default 0
    )`.execute(db);
  await sql`create index search_seller_documents_pending on search_seller_documents (revision) where revision > pushed_revision`.execute(
    db,
  );
  await sql`create index search_seller_documents_words on search_seller_documents using gin (words)`.execute(db);

  await sql`
    create table search_words (
      word text primary key check (word <> '')
    )`.execute(db);
  await sql`comment on table search_words is 'folded words of all documents: what PostgreSQL corrects a misspelt word to'`.execute(
    db,
  );

  await sql`
    create table search_installations (
      is_only boolean primary key default true check (is_only),
      installation_id uuid not null default gen_random_uuid(),
      rebuilding_since timestamptz,
      rebuilding_until timestamptz
    )`.execute(db);
  await sql`insert into search_installations default values`.execute(db);
  await sql`comment on column search_installations.installation_id is 'stands in the engine beside our indexes: an index of another installation is refused'`.execute(
    db,
  );

  await sql`
    create table zero_result_searches (
      searched_on date not null,
      locale text not null check (locale in ('az', 'en', 'ru')),
      text text not null check (text <> ''),
      search_count int not null default 1 check (search_count > 0),
      primary key (searched_on, locale, text)
    )`.execute(db);
  await sql`comment on table zero_result_searches is 'what was typed and found nothing, per day; nobody is named, and what looks like an address or a number is left out'`.execute(
    db,
  );
}

import { sql, type Kysely } from "kysely";

/** Collections and features. A feature begins and ends by its instants; nothing has to run for it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table collections (
      id uuid primary key default gen_random_uuid(),
      slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
      status text not null check (status in ('draft', 'published', 'archived')),
      position int not null,
      cover_media_id uuid references media_files,
      created_at timestamptz not null,
      updated_at timestamptz not null
    )`.execute(db);
  await sql`
    create table collection_texts (
      collection_id uuid not null references collections on delete cascade,
      locale text not null check (locale in ('az', 'en', 'ru')),
      title text not null check (title <> ''),
      introduction text not null,
      primary key (collection_id, locale)
    )`.execute(db);
  await sql`
    create table collection_entries (
      collection_id uuid not null references collections on delete cascade,
      position int not null,
      listing_id uuid references listings on delete cascade,
      seller_id uuid references sellers on delete cascade,
      primary key (collection_id, position),
      unique (collection_id, listing_id),
      unique (collection_id, seller_id),
      check (num_nonnulls(listing_id, seller_id) = 1)
    )`.execute(db);
  await sql`
    create table features (
      id uuid primary key default gen_random_uuid(),
      slot text not null check (slot in ('home_listing', 'home_seller', 'home_collection')),
      position int not null,
      listing_id uuid references listings on delete cascade,
      seller_id uuid references sellers on delete cascade,
      collection_id uuid references collections on delete cascade,
      reason text not null,
      starts_at timestamptz not null,
      ends_at timestamptz not null,
      check (ends_at > starts_at),
      check (
        (slot = 'home_listing' and listing_id is not null and num_nonnulls(seller_id, collection_id) = 0) or
        (slot = 'home_seller' and seller_id is not null and num_nonnulls(listing_id, collection_id) = 0) or
        (slot = 'home_collection' and collection_id is not null and num_nonnulls(listing_id, seller_id) = 0)
      )
    )`.execute(db);
  await sql`create index features_by_slot on features (slot, starts_at, ends_at)`.execute(db);
}

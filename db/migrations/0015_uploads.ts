import { sql, type Kysely } from "kysely";

/** Pictures on their way in, pictures that a shop shows of itself, and pictures that nobody shows any more. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table uploads (
      id uuid primary key default gen_random_uuid(),
      seller_id uuid not null references sellers,
      user_id text references users,
      purpose text not null check (purpose in ('listing-picture', 'shop-cover', 'shop-logo')),
      listing_id uuid references listings,
      name text not null check (name <> '' and length(name) <= 200),
      byte_count int not null check (byte_count between 1 and 15000000),
      received_bytes int not null default 0 check (received_bytes between 0 and byte_count),
      outcome text check (outcome ~ '^[a-z]+(-[a-z]+)*$'),
      closed_at timestamptz,
      created_at timestamptz not null,
      expires_at timestamptz not null check (expires_at > created_at),
      check ((purpose = 'listing-picture') = (listing_id is not null)),
      check ((outcome is null) = (closed_at is null))
    )`.execute(db);
  await sql`comment on table uploads is 'files that come in parts; the parts lie in the file store until the upload is closed'`.execute(
    db,
  );
  await sql`comment on column uploads.outcome is 'null while parts are taken; then added, cancelled, or the refusal, so that a repeated last request is answered like the first'`.execute(
    db,
  );
  await sql`create index uploads_open_of_seller on uploads (seller_id) where closed_at is null`.execute(db);
  await sql`create index uploads_expiry on uploads (expires_at)`.execute(db);
  await sql`create index uploads_of_person on uploads (user_id)`.execute(db);

  await sql`alter table listing_images drop constraint listing_images_variant_id_fkey`.execute(db);
  await sql`
    alter table listing_images
      add constraint listing_images_of_own_variant foreign key (variant_id, listing_id)
        references listing_variants (id, listing_id) on delete set null (variant_id),
      add constraint listing_images_at_most_20 check (position between 0 and 19)`.execute(db);
  await sql`create index listing_images_of_media on listing_images (media_id)`.execute(db);
  await sql`
    create table removed_listing_images (
      id uuid primary key,
      listing_id uuid not null references listings on delete cascade,
      media_id uuid not null references media_files,
      variant_id uuid,
      position int not null,
      view text not null,
      removed_at timestamptz not null
    )`.execute(db);
  await sql`comment on table removed_listing_images is 'pictures taken off a listing, kept for a while so that it can be undone'`.execute(
    db,
  );
  await sql`create index removed_listing_images_of_media on removed_listing_images (media_id)`.execute(db);
  await sql`create index removed_listing_images_age on removed_listing_images (removed_at)`.execute(db);

  await sql`
    alter table sellers
      add column cover_media_id uuid references media_files,
      add column logo_media_id uuid references media_files`.execute(db);
  await sql`create index sellers_of_cover on sellers (cover_media_id) where cover_media_id is not null`.execute(db);
  await sql`create index sellers_of_logo on sellers (logo_media_id) where logo_media_id is not null`.execute(db);

  await sql`alter table media_files add column unused_since timestamptz`.execute(db);
  await sql`comment on column media_files.unused_since is 'when the sweep first found that nothing points to it; cleared when it is brought again'`.execute(
    db,
  );
  await sql`create index media_files_unused on media_files (unused_since) where unused_since is not null`.execute(db);
  // What was ever published keeps its pictures: the sweep asks for each file whether a snapshot names it.
  await sql`
    create index listing_publications_pictures on listing_publications
    using gin ((snapshot -> 'pictures') jsonb_path_ops)`.execute(db);
}

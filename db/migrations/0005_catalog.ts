import { sql, type Kysely } from "kysely";

/**
 * Listings. The tables below hold the working version that a seller edits; `listing_publications` holds what the
 * public sees: a frozen snapshot of one approved version. Stock is live and lives on variants only.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table media_files (
      id uuid primary key default gen_random_uuid(),
      sha256 text not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
      original_key text not null,
      content_type text not null check (content_type in ('image/jpeg', 'image/png', 'image/webp', 'image/avif')),
      byte_count int not null check (byte_count > 0),
      width int not null check (width > 0),
      height int not null check (height > 0),
      placeholder text not null,
      dominant_colour text not null check (dominant_colour ~ '^#[0-9a-f]{6}$'),
      created_at timestamptz not null
    )`.execute(db);
  await sql`comment on column media_files.placeholder is 'blur-up picture as a data: URL of a few hundred bytes'`.execute(
    db,
  );
  await sql`
    create table media_renditions (
      media_id uuid not null references media_files on delete cascade,
      format text not null check (format in ('avif', 'webp', 'jpeg')),
      width int not null check (width > 0),
      height int not null check (height > 0),
      file_key text not null unique,
      byte_count int not null check (byte_count > 0),
      primary key (media_id, format, width)
    )`.execute(db);
  await sql`alter table portfolio_works add foreign key (media_id) references media_files`.execute(db);

  await sql`
    create table listings (
      id uuid primary key default gen_random_uuid(),
      seller_id uuid not null references sellers,
      kind text not null check (kind in ('good', 'service')),
      status text not null check (status in ('draft', 'in_review', 'changes_requested', 'published', 'paused', 'archived')),
      version int not null default 1 check (version > 0),
      category_id text not null references categories,
      technique_id text references techniques,
      place_id text references places,
      origin_country char(2) check (origin_country ~ '^[A-Z]{2}$'),
      hs_code text check (hs_code ~ '^[0-9]{6}$'),
      is_hs_code_reviewed boolean not null default false,
      price_kind text not null check (price_kind in ('fixed', 'tiers', 'on_request')),
      price_unit text not null default 'piece' check (price_unit ~ '^[a-z0-9 ]+$'),
      stock_policy text check (stock_policy in ('in_stock', 'made_to_order', 'one_of_a_kind')),
      monthly_capacity int check (monthly_capacity >= 0),
      minimum_order_quantity int not null default 1 check (minimum_order_quantity >= 1),
      lead_time_days int check (lead_time_days between 0 and 730),
      net_weight_grams int check (net_weight_grams > 0),
      length_mm int check (length_mm > 0),
      width_mm int check (width_mm > 0),
      height_mm int check (height_mm > 0),
      packed_weight_grams int check (packed_weight_grams > 0),
      packed_length_mm int check (packed_length_mm > 0),
      packed_width_mm int check (packed_width_mm > 0),
      packed_height_mm int check (packed_height_mm > 0),
      is_open_to_export boolean not null default false,
      incoterm_code text references incoterms (code),
      incoterm_place text,
      rights_basis text check (rights_basis in ('own_design', 'licence', 'traditional_pattern')),
      has_food_contact boolean not null default false,
      is_for_children boolean not null default false,
      is_antique boolean not null default false,
      restricted_material text,
      wood_species text[] not null default '{}',
      wood_origin text,
      copper_weight_grams int check (copper_weight_grams > 0),
      claimed_indication text references geographical_indications (name),
      needs_cultural_check boolean not null default false,
      heritage_element_id text references heritage_elements,
      planned_photo_count int check (planned_photo_count >= 0),
      delivery_mode text check (delivery_mode in ('remote', 'in_person', 'mixed')),
      turnaround_days int check (turnaround_days >= 0),
      revisions_included int check (revisions_included >= 0),
      file_formats text[] not null default '{}',
      handover_channel text,
      time_zone text,
      working_languages text[] not null default '{}',
      rights_kind text check (rights_kind in ('none', 'transfer', 'license', 'nonexclusive')),
      created_at timestamptz not null,
      updated_at timestamptz not null,
      check ((incoterm_code is null) = (incoterm_place is null)),
      check (kind = 'service' or (delivery_mode is null and turnaround_days is null)),
      check (kind = 'good' or (stock_policy is null and hs_code is null and incoterm_code is null)),
      check (status not in ('published', 'paused') or stock_policy is not null or lead_time_days is not null)
    )`.execute(db);
  await sql`comment on column listings.monthly_capacity is 'pieces (services: units) the seller can make in 30 days besides what is in stock'`.execute(
    db,
  );
  await sql`comment on column listings.lead_time_days is 'days until the first month''s capacity of a made order is ready'`.execute(
    db,
  );
  await sql`create index listings_of_seller on listings (seller_id, status)`.execute(db);
  await sql`create index listings_of_category on listings (category_id)`.execute(db);

  await sql`
    create table listing_texts (
      listing_id uuid not null references listings on delete cascade,
      locale text not null check (locale in ('az', 'en', 'ru')),
      title text not null check (title <> ''),
      description text not null default '',
      deliverables text,
      rights text,
      is_draft boolean not null default false,
      translates_version int check (translates_version > 0),
      primary key (listing_id, locale)
    )`.execute(db);
  await sql`
    create table listing_slugs (
      slug text primary key check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
      listing_id uuid not null references listings on delete cascade,
      is_current boolean not null,
      created_at timestamptz not null
    )`.execute(db);
  await sql`create unique index listing_slugs_one_current on listing_slugs (listing_id) where is_current`.execute(db);
  await sql`
    create table listing_materials (
      listing_id uuid not null references listings on delete cascade,
      material_id text not null references materials,
      position int not null,
      primary key (listing_id, material_id)
    )`.execute(db);
  await sql`
    create table listing_fibres (
      listing_id uuid not null references listings on delete cascade,
      fibre text not null check (fibre ~ '^[a-z_]+$'),
      percent numeric(5, 2) not null check (percent > 0 and percent <= 100),
      primary key (listing_id, fibre)
    )`.execute(db);
  await sql`
    create table listing_variants (
      id uuid primary key default gen_random_uuid(),
      listing_id uuid not null references listings on delete cascade,
      position int not null,
      sku text not null check (sku <> ''),
      stock_quantity int not null default 0 check (stock_quantity >= 0),
      is_active boolean not null default true,
      unique (listing_id, position),
      unique (listing_id, sku),
      unique (id, listing_id)
    )`.execute(db);
  await sql`
    create table listing_variant_texts (
      variant_id uuid not null references listing_variants on delete cascade,
      locale text not null check (locale in ('az', 'en', 'ru')),
      name text not null check (name <> ''),
      primary key (variant_id, locale)
    )`.execute(db);
  await sql`
    create table listing_images (
      id uuid primary key default gen_random_uuid(),
      listing_id uuid not null references listings on delete cascade,
      media_id uuid not null references media_files,
      variant_id uuid references listing_variants,
      position int not null,
      view text not null check (view in ('front', 'detail', 'setting', 'scale', 'other')),
      unique (listing_id, position)
    )`.execute(db);
  await sql`
    create table price_tiers (
      listing_id uuid not null references listings on delete cascade,
      variant_id uuid,
      side text not null check (side in ('home', 'export')),
      minimum_quantity int not null check (minimum_quantity >= 1),
      amount_minor bigint not null check (amount_minor > 0),
      currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
      foreign key (variant_id, listing_id) references listing_variants (id, listing_id) on delete cascade,
      unique nulls not distinct (listing_id, variant_id, side, minimum_quantity),
      check (side <> 'home' or currency = 'AZN')
    )`.execute(db);
  await sql`comment on table price_tiers is 'price of one unit from minimum_quantity on; a fixed price is one tier; without a variant it holds for all'`.execute(
    db,
  );

  await sql`
    create table listing_publications (
      id uuid primary key default gen_random_uuid(),
      listing_id uuid not null references listings on delete cascade,
      version int not null check (version > 0),
      snapshot jsonb not null check (jsonb_typeof(snapshot) = 'object'),
      is_current boolean not null,
      first_published_at timestamptz not null,
      published_at timestamptz not null,
      unique (listing_id, version)
    )`.execute(db);
  await sql`create unique index listing_publications_one_current on listing_publications (listing_id) where is_current`.execute(
    db,
  );
  await sql`create index listing_publications_fresh on listing_publications (published_at desc, listing_id) where is_current`.execute(
    db,
  );
  await sql`
    create function refuse_snapshot_change() returns trigger language plpgsql as $$
    begin
      if new.snapshot is distinct from old.snapshot or new.version <> old.version or new.listing_id <> old.listing_id then
        raise exception 'a publication is a snapshot: publish a new version instead';
      end if;
      return new;
    end $$`.execute(db);
  await sql`
    create trigger listing_publications_frozen before update on listing_publications
    for each row execute function refuse_snapshot_change()`.execute(db);

  await sql`
    create table listing_drawings (
      listing_id uuid primary key references listings on delete cascade,
      seed_id text not null unique,
      motif text not null,
      palette text[] not null,
      seed int not null
    )`.execute(db);
  await sql`comment on table listing_drawings is 'demo only: how the seed draws a listing''s pictures'`.execute(db);
}

import { sql, type Kysely } from "kysely";

/** Shops: the legal entity, its texts, how it ships, and the facts that readiness is computed from. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table sellers (
      id uuid primary key default gen_random_uuid(),
      organisation_id text unique references organisations,
      status text not null check (status in ('draft', 'submitted', 'changes_requested', 'approved', 'suspended')),
      offering text not null check (offering in ('goods', 'services', 'both')),
      legal_form text check (legal_form in ('individual_entrepreneur', 'llc', 'cooperative', 'public_body', 'other')),
      voen text unique check (voen ~ '^[0-9]{10}$'),
      founded_year int check (founded_year between 1800 and 2200),
      employee_count int check (employee_count >= 0),
      sme_category text check (sme_category in ('micro', 'small', 'medium', 'large')),
      place_id text not null references places,
      postal_code text check (postal_code ~ '^AZ[0-9]{4}$'),
      country char(2) not null default 'AZ' check (country ~ '^[A-Z]{2}$'),
      phone text check (phone ~ '^\\+[0-9]{7,15}$'),
      phone_confirmed_at timestamptz,
      email text check (email like '%_@_%'),
      email_confirmed_at timestamptz,
      website text check (website like 'http%'),
      iban text check (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'),
      export_currency char(3) check (export_currency ~ '^[A-Z]{3}$'),
      dispatch_days int not null default 2 check (dispatch_days between 0 and 60),
      is_fictional boolean not null default false,
      version int not null default 1 check (version > 0),
      approved_at timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      check (status <> 'approved' or approved_at is not null)
    )`.execute(db);
  await sql`comment on column sellers.dispatch_days is 'days from order to hand-over of a piece that is in stock'`.execute(
    db,
  );
  await sql`create index sellers_public on sellers (place_id) where status = 'approved'`.execute(db);

  await sql`
    create table seller_texts (
      seller_id uuid not null references sellers on delete cascade,
      locale text not null check (locale in ('az', 'en', 'ru')),
      name text not null check (name <> ''),
      tagline text,
      story text,
      address_line text,
      legal_form_label text,
      primary key (seller_id, locale)
    )`.execute(db);
  await sql`
    create table seller_slugs (
      slug text primary key check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
      seller_id uuid not null references sellers on delete cascade,
      is_current boolean not null,
      created_at timestamptz not null
    )`.execute(db);
  await sql`create unique index seller_slugs_one_current on seller_slugs (seller_id) where is_current`.execute(db);
  await sql`
    create table seller_languages (
      seller_id uuid not null references sellers on delete cascade,
      language text not null check (language ~ '^[a-z]{2,3}$'),
      position int not null,
      primary key (seller_id, language)
    )`.execute(db);
  await sql`
    create table seller_target_markets (
      seller_id uuid not null references sellers on delete cascade,
      market_id text not null references markets,
      position int not null,
      primary key (seller_id, market_id)
    )`.execute(db);
  await sql`
    create table seller_categories (
      seller_id uuid not null references sellers on delete cascade,
      category_id text not null references categories,
      position int not null,
      primary key (seller_id, category_id)
    )`.execute(db);

  await sql`
    create table routes (
      id uuid primary key default gen_random_uuid(),
      seller_id uuid not null references sellers on delete cascade,
      service text not null check (service in ('post', 'courier', 'freight', 'pick_up', 'digital')),
      position int not null,
      is_active boolean not null default true,
      created_at timestamptz not null,
      unique (seller_id, position)
    )`.execute(db);
  await sql`
    create table route_zones (
      id uuid primary key default gen_random_uuid(),
      route_id uuid not null references routes on delete cascade,
      position int not null,
      days_min int not null check (days_min >= 0),
      days_max int not null check (days_max >= days_min and days_max <= 180),
      currency char(3) check (currency ~ '^[A-Z]{3}$'),
      maximum_grams int check (maximum_grams > 0),
      unique (route_id, position),
      unique (id, route_id)
    )`.execute(db);
  await sql`comment on column route_zones.maximum_grams is 'heaviest parcel this zone takes; null means no limit'`.execute(
    db,
  );
  await sql`
    create table route_zone_countries (
      route_id uuid not null,
      zone_id uuid not null,
      country char(2) not null references destinations (country),
      primary key (route_id, country),
      foreign key (zone_id, route_id) references route_zones (id, route_id) on delete cascade
    )`.execute(db);
  await sql`
    create table route_rates (
      zone_id uuid not null references route_zones on delete cascade,
      up_to_grams int not null check (up_to_grams > 0),
      amount_minor bigint not null check (amount_minor >= 0),
      primary key (zone_id, up_to_grams)
    )`.execute(db);
  await sql`comment on table route_rates is 'weight table of a zone, in the zone''s currency; a zone without rates is "ask for freight"'`.execute(
    db,
  );

  await sql`
    create table evidence (
      id uuid primary key default gen_random_uuid(),
      seller_id uuid not null references sellers on delete cascade,
      document_type text not null check (document_type ~ '^[a-z_]+$'),
      status text not null check (status in ('submitted', 'verified', 'rejected')),
      issued_on date not null,
      expires_on date not null,
      submitted_at timestamptz not null,
      decided_at timestamptz,
      check (expires_on >= issued_on),
      check ((status = 'submitted') = (decided_at is null))
    )`.execute(db);
  await sql`create index evidence_of_seller on evidence (seller_id, document_type)`.execute(db);
  await sql`
    create table seller_declarations (
      seller_id uuid not null references sellers on delete cascade,
      name text not null check (name in ('sme_category', 'capacity', 'payment_terms', 'target_market', 'answers_in_english')),
      is_declared boolean not null,
      confirmed_at timestamptz,
      primary key (seller_id, name),
      check (confirmed_at is null or is_declared)
    )`.execute(db);
  await sql`
    create table market_checks (
      seller_id uuid not null references sellers on delete cascade,
      market_id text not null references markets,
      completed_on date not null,
      primary key (seller_id, market_id)
    )`.execute(db);
  await sql`
    create table seller_figures (
      seller_id uuid primary key references sellers on delete cascade,
      orders_completed int not null default 0 check (orders_completed >= 0),
      open_disputes int not null default 0 check (open_disputes >= 0),
      recent_inquiry_count int not null default 0 check (recent_inquiry_count >= 0),
      median_first_reply_hours int check (median_first_reply_hours >= 0),
      updated_at timestamptz not null
    )`.execute(db);
  await sql`
    create table portfolio_works (
      id uuid primary key default gen_random_uuid(),
      seller_id uuid not null references sellers on delete cascade,
      position int not null,
      year int not null check (year between 1900 and 2200),
      url text,
      media_id uuid,
      unique (seller_id, position)
    )`.execute(db);
  await sql`
    create table portfolio_work_texts (
      portfolio_work_id uuid not null references portfolio_works on delete cascade,
      locale text not null check (locale in ('az', 'en', 'ru')),
      title text not null check (title <> ''),
      role text not null check (role <> ''),
      client text,
      primary key (portfolio_work_id, locale)
    )`.execute(db);
  await sql`
    create table readiness_results (
      seller_id uuid primary key references sellers on delete cascade,
      level text not null check (level in ('exploring', 'preparing', 'ready', 'exporting')),
      score int not null check (score between 0 and 100),
      criteria_version text not null,
      computed_on date not null
    )`.execute(db);
}

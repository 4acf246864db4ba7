import { sql, type Kysely } from "kysely";

/** Reference data with source and as-of date: what `db/reference` loads, in production too. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table reference_loads (
      name text primary key,
      as_of text not null,
      source text not null,
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      loaded_at timestamptz not null
    )`.execute(db);

  await sql`
    create table regions (
      id text primary key check (id ~ '^[a-z][a-z-]*$'),
      position int not null
    )`.execute(db);
  await sql`
    create table region_texts (
      region_id text not null references regions on delete cascade,
      locale text not null check (locale in ('az', 'en', 'ru')),
      name text not null check (name <> ''),
      primary key (region_id, locale)
    )`.execute(db);
  await sql`
    create table places (
      id text primary key check (id ~ '^[a-z][a-z-]*$'),
      region_id text not null references regions,
      kind text not null,
      postal_code text check (postal_code ~ '^AZ[0-9]{4}$'),
      unique (id, region_id)
    )`.execute(db);
  await sql`
    create table place_texts (
      place_id text not null references places on delete cascade,
      locale text not null check (locale in ('az', 'en', 'ru')),
      name text not null check (name <> ''),
      primary key (place_id, locale)
    )`.execute(db);

  await sql`
    create table heritage_elements (
      id text primary key,
      inscribed_year int not null check (inscribed_year between 2003 and 2100),
      list text not null check (list in ('RL', 'USL')),
      is_multinational boolean not null
    )`.execute(db);
  await sql`
    create table heritage_element_texts (
      heritage_element_id text not null references heritage_elements on delete cascade,
      locale text not null check (locale in ('az', 'en', 'ru')),
      name text not null check (name <> ''),
      primary key (heritage_element_id, locale)
    )`.execute(db);

  await sql`
    create table categories (
      id text primary key check (id ~ '^[a-z][a-z-]*$'),
      parent_id text references categories,
      kind text not null check (kind in ('good', 'service')),
      position int not null,
      unesco_domain text not null check (unesco_domain ~ '^[A-H]$|^ICH$'),
      hs_hints text[] not null default '{}',
      ebops_codes text[] not null default '{}',
      cpc_codes text[] not null default '{}',
      heritage_element_id text references heritage_elements,
      is_textile boolean not null default false,
      has_food_contact boolean not null default false,
      needs_cultural_check boolean not null default false,
      has_skin_contact boolean not null default false,
      is_for_children boolean not null default false,
      is_wood boolean not null default false,
      is_fragile boolean not null default false,
      check (parent_id <> id)
    )`.execute(db);
  await sql`create index categories_parent on categories (parent_id, position)`.execute(db);
  await sql`
    create table category_texts (
      category_id text not null references categories on delete cascade,
      locale text not null check (locale in ('az', 'en', 'ru')),
      label text not null check (label <> ''),
      primary key (category_id, locale)
    )`.execute(db);

  await sql`
    create table techniques (id text primary key check (id ~ '^[a-z][a-z_]*$'))`.execute(db);
  await sql`
    create table technique_texts (
      technique_id text not null references techniques on delete cascade,
      locale text not null check (locale in ('az', 'en', 'ru')),
      name text not null check (name <> ''),
      primary key (technique_id, locale)
    )`.execute(db);
  await sql`
    create table materials (id text primary key check (id ~ '^[a-z][a-z0-9_]*$'))`.execute(db);
  await sql`
    create table material_texts (
      material_id text not null references materials on delete cascade,
      locale text not null check (locale in ('az', 'en', 'ru')),
      name text not null check (name <> ''),
      primary key (material_id, locale)
    )`.execute(db);

  await sql`
    create table craft_traditions (
      id text primary key,
      region_id text not null references regions,
      place_id text references places,
      category_ids text[] not null,
      certainty text not null,
      sources text[] not null
    )`.execute(db);
  await sql`
    create table craft_tradition_texts (
      craft_tradition_id text not null references craft_traditions on delete cascade,
      locale text not null check (locale in ('az', 'en', 'ru')),
      text text not null check (text <> ''),
      primary key (craft_tradition_id, locale)
    )`.execute(db);
  await sql`
    create table geographical_indications (
      name text primary key,
      product text not null,
      certainty text not null
    )`.execute(db);

  await sql`
    create table hs_codes (
      code text primary key check (code ~ '^[0-9]{6}$'),
      description text not null,
      label_az text not null,
      label_en text not null,
      label_ru text not null,
      creative_domain text not null,
      unesco_domain text not null,
      needs_textile_label boolean not null,
      needs_cultural_check boolean not null,
      has_food_contact boolean not null,
      has_wood_rules boolean not null,
      has_skin_contact boolean not null,
      needs_wildlife_check boolean not null,
      is_child_product boolean not null,
      is_us_copper boolean not null,
      is_antique boolean not null
    )`.execute(db);

  await sql`
    create table incoterms (
      code text primary key check (code ~ '^[A-Z]{3}$'),
      position int not null,
      name_az text not null,
      name_en text not null,
      name_ru text not null,
      mode text not null,
      is_multimodal boolean not null,
      named_place text not null,
      delivery_and_risk_passes text not null,
      export_packing text not null,
      loading_at_origin text not null,
      carriage_to_terminal text not null,
      export_clearance text not null,
      main_carriage text not null,
      insurance_obligation text not null,
      unloading_at_destination text not null,
      import_clearance_and_duty text not null,
      craft_parcel_fit text not null,
      seller_note_en text not null
    )`.execute(db);

  await sql`
    create table markets (
      id text primary key check (id ~ '^[A-Z]{2}$'),
      position int not null,
      currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
      label_languages text not null,
      details jsonb not null
    )`.execute(db);
  await sql`
    create table market_texts (
      market_id text not null references markets on delete cascade,
      locale text not null check (locale in ('az', 'en', 'ru')),
      name text not null check (name <> ''),
      primary key (market_id, locale)
    )`.execute(db);
  await sql`
    create table market_rules (
      id text primary key,
      market_id text references markets on delete cascade,
      position int not null,
      kind text not null,
      level text not null check (level in ('mandatory', 'advice')),
      applies_when text,
      check_details jsonb not null,
      certainty text not null,
      sources text[] not null,
      as_of text
    )`.execute(db);
  await sql`
    create table market_rule_texts (
      market_rule_id text not null references market_rules on delete cascade,
      locale text not null check (locale in ('az', 'en', 'ru')),
      text text not null check (text <> ''),
      primary key (market_rule_id, locale)
    )`.execute(db);
  await sql`
    create table destinations (
      country char(2) primary key check (country ~ '^[A-Z]{2}$'),
      market_id text references markets,
      currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
      position int not null
    )`.execute(db);

  await sql`
    create table exchange_rates (
      currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
      quoted_on date not null,
      azn_millionths bigint not null check (azn_millionths > 0),
      source text not null,
      loaded_at timestamptz not null,
      primary key (currency, quoted_on)
    )`.execute(db);
  await sql`comment on column exchange_rates.azn_millionths is 'millionths of one manat per one whole unit of the currency'`.execute(
    db,
  );
}

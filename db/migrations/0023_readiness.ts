import { sql, type Kysely } from "kysely";

/** Criteria in versions, papers with their decisions, what a market is known to allow, and the way a seller has come. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table readiness_models (
      version text primary key check (version <> ''),
      status text not null check (status in ('draft', 'published', 'retired')),
      content jsonb not null check (jsonb_typeof(content) = 'object'),
      created_at timestamptz not null,
      created_by text references users,
      published_at timestamptz,
      published_by text references users,
      check ((status = 'draft') = (published_at is null))
    )`.execute(db);
  await sql`comment on column readiness_models.content is 'as db/reference/readiness-criteria.json is written'`.execute(
    db,
  );
  await sql`create unique index readiness_models_one_published on readiness_models (status) where status = 'published'`.execute(
    db,
  );
  await sql`create unique index readiness_models_one_draft on readiness_models (status) where status = 'draft'`.execute(
    db,
  );

  await sql`
    alter table evidence
      add column paper_id uuid unique references private_files,
      add column category_ids text[] not null default '{}',
      add column submitted_by text references users,
      add column decided_by text references users,
      add column replaces uuid unique references evidence on delete set null,
      drop constraint evidence_status_check,
      add constraint evidence_status_check check (status in ('submitted', 'verified', 'rejected', 'withdrawn'))`.execute(
    db,
  );
  await sql`comment on column evidence.category_ids is 'product groups that the paper covers; empty means all of the seller''s'`.execute(
    db,
  );
  await sql`create unique index evidence_one_waiting on evidence (seller_id, document_type) where status = 'submitted'`.execute(
    db,
  );
  await sql`create index evidence_ending on evidence (expires_on) where status = 'verified'`.execute(db);
  await sql`
    create table evidence_rechecks (
      evidence_id uuid primary key references evidence on delete cascade,
      verified_by text not null references users,
      drawn_at timestamptz not null,
      decided_at timestamptz,
      decided_by text references users,
      agrees boolean,
      words text check (words <> ''),
      check ((decided_at is null) = (decided_by is null)),
      check ((decided_at is null) = (agrees is null)),
      check (agrees is not false or words is not null),
      constraint evidence_rechecks_by_another check (decided_by <> verified_by)
    )`.execute(db);
  await sql`comment on table evidence_rechecks is 'verified papers that a second person looks at: one in ten, drawn by chance'`.execute(
    db,
  );
  await sql`create index evidence_rechecks_waiting on evidence_rechecks (drawn_at) where decided_at is null`.execute(
    db,
  );
  await sql`
    create table evidence_answers (
      id uuid primary key default gen_random_uuid(),
      evidence_id uuid not null references evidence on delete cascade,
      words text not null check (words <> ''),
      said_at timestamptz not null
    )`.execute(db);
  await sql`comment on table evidence_answers is 'what a seller says to a question that the reviewer of her paper has asked'`.execute(
    db,
  );
  await sql`create index evidence_answers_of_evidence on evidence_answers (evidence_id, said_at)`.execute(db);
  await sql`
    create table evidence_reminders (
      evidence_id uuid not null references evidence on delete cascade,
      days_before int not null check (days_before > 0),
      reminded_at timestamptz not null,
      primary key (evidence_id, days_before)
    )`.execute(db);

  await sql`
    alter table seller_declarations
      add column words text check (words <> '' and length(words) <= 1000),
      add column declared_by text references users,
      add column declared_at timestamptz,
      add column confirmed_by text references users`.execute(db);
  await sql`
    alter table listings
      add column copper_value_minor bigint check (copper_value_minor >= 0),
      add column copper_value_currency char(3) check (copper_value_currency ~ '^[A-Z]{3}$'),
      add constraint listings_copper_value check ((copper_value_minor is null) = (copper_value_currency is null))`.execute(
    db,
  );
  await sql`comment on column listings.copper_value_minor is 'value of the copper in one piece, which some customs levy apart'`.execute(
    db,
  );
  await sql`drop table market_checks`.execute(db);
  await sql`
    create table market_confirmations (
      seller_id uuid not null references sellers on delete cascade,
      market_id text not null references markets,
      rule_id text not null references market_rules,
      side text not null check (side in ('seller', 'staff')),
      confirmed_by text references users,
      confirmed_at timestamptz not null,
      primary key (seller_id, market_id, rule_id)
    )`.execute(db);
  await sql`comment on table market_confirmations is 'what nobody can compute: read and done as the seller says, or looked at by staff'`.execute(
    db,
  );

  await sql`
    alter table readiness_results
      add column breakdown jsonb not null default '{}' check (jsonb_typeof(breakdown) = 'object'),
      add column computed_at timestamptz not null default now(),
      add column ends_on date`.execute(db);
  await sql`comment on column readiness_results.ends_on is 'last day on which nothing changes by the clock alone: the first paper that counts ends on it'`.execute(
    db,
  );
  await sql`create index readiness_results_ending on readiness_results (ends_on) where ends_on is not null`.execute(db);
  await sql`
    create table readiness_history (
      seller_id uuid not null references sellers on delete cascade,
      computed_at timestamptz not null,
      level text not null check (level in ('exploring', 'preparing', 'ready', 'exporting')),
      score int not null check (score between 0 and 100),
      criteria_version text not null,
      criterion_values jsonb not null check (jsonb_typeof(criterion_values) = 'object'),
      primary key (seller_id, computed_at)
    )`.execute(db);
  await sql`comment on table readiness_history is 'one row for each time that the score, the level or the criteria changed'`.execute(
    db,
  );
  await sql`
    create table market_readiness (
      seller_id uuid not null references sellers on delete cascade,
      market_id text not null references markets,
      is_open boolean not null,
      missing text[] not null,
      computed_at timestamptz not null,
      primary key (seller_id, market_id),
      check (not is_open or cardinality(missing) = 0)
    )`.execute(db);
  await sql`comment on column market_readiness.missing is 'ids of mandatory market rules that are not met; none and closed: nothing is offered abroad'`.execute(
    db,
  );

  await sql`
    create table export_passports (
      id uuid primary key default gen_random_uuid(),
      code text not null unique check (code ~ '^[A-Z0-9]{10,20}$'),
      seller_id uuid not null references sellers on delete cascade,
      market_id text not null references markets,
      issued_at timestamptz not null,
      valid_until date not null,
      content jsonb not null check (jsonb_typeof(content) = 'object'),
      revoked_at timestamptz
    )`.execute(db);
  await sql`comment on table export_passports is 'printed for a fair or a bank; its code leads to the page that says whether it still holds'`.execute(
    db,
  );
  await sql`create index export_passports_of_seller on export_passports (seller_id, market_id, issued_at desc)`.execute(
    db,
  );
}

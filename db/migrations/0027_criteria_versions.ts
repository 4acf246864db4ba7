import { sql, type Kysely } from "kysely";

/** Drafts of the criteria that people edit, and who would move by them before they count. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table readiness_models
      add column revision int not null default 1 check (revision > 0),
      add column based_on text references readiness_models on delete set null,
      add column edited_at timestamptz,
      add column edited_by text references users`.execute(db);
  await sql`comment on column readiness_models.revision is 'one more with each change of a draft; a preview is of one of them'`.execute(
    db,
  );
  await sql`
    create table readiness_previews (
      id uuid primary key default gen_random_uuid(),
      version text not null references readiness_models on delete cascade,
      revision int not null,
      asked_at timestamptz not null,
      asked_by text not null references users,
      seller_count int not null default 0 check (seller_count >= 0),
      judged_count int not null default 0 check (judged_count >= 0),
      finished_at timestamptz,
      constraint readiness_previews_one_of_revision unique (version, revision)
    )`.execute(db);
  await sql`
    create table readiness_preview_outcomes (
      preview_id uuid not null references readiness_previews on delete cascade,
      seller_id uuid not null references sellers on delete cascade,
      from_level text not null check (from_level in ('exploring', 'preparing', 'ready', 'exporting')),
      from_score int not null check (from_score between 0 and 100),
      to_level text not null check (to_level in ('exploring', 'preparing', 'ready', 'exporting')),
      to_score int not null check (to_score between 0 and 100),
      primary key (preview_id, seller_id)
    )`.execute(db);
  await sql`comment on table readiness_preview_outcomes is 'the same facts on the same day, judged by the published criteria and by the draft'`.execute(
    db,
  );
  await sql`create index readiness_preview_outcomes_of_seller on readiness_preview_outcomes (seller_id)`.execute(db);
  await sql`
    create index seller_declarations_waiting on seller_declarations (declared_at)
      where is_declared and confirmed_at is null`.execute(db);
}

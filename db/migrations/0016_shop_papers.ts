import { sql, type Kysely } from "kysely";

/** What the Federation approved of a shop, and which of its texts another language follows. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table seller_texts
      add column version int not null default 1 check (version > 0),
      add column translates_version int not null default 1 check (translates_version > 0)`.execute(db);
  await sql`comment on column seller_texts.version is 'of the Azerbaijani text; counts its changes'`.execute(db);
  await sql`comment on column seller_texts.translates_version is 'version of the Azerbaijani text that a translation was written to'`.execute(
    db,
  );
  await sql`
    create table seller_approvals (
      seller_id uuid not null references sellers,
      version int not null check (version > 0),
      state jsonb not null check (jsonb_typeof(state) = 'object'),
      approved_at timestamptz not null,
      primary key (seller_id, version)
    )`.execute(db);
  await sql`comment on table seller_approvals is 'states of a shop that staff approved; what changed since is a comparison with the latest'`.execute(
    db,
  );
  await sql`
    create function refuse_approval_change() returns trigger language plpgsql as $$
    begin
      raise exception 'what was approved stays as it was approved';
    end $$`.execute(db);
  await sql`
    create trigger seller_approvals_append_only before update or delete or truncate on seller_approvals
    for each statement execute function refuse_approval_change()`.execute(db);
}

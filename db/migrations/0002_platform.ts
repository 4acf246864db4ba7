import { sql, type Kysely } from "kysely";

/** What every room leans on: whose database this is, forms sent once, and the audit chain. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table environment_markers (
      mode text primary key check (mode in ('production', 'development', 'demo', 'test')),
      is_only boolean not null default true unique check (is_only),
      marked_at timestamptz not null
    )`.execute(db);
  await sql`comment on table environment_markers is 'one row: what this database is for; demo, seed and tests refuse any other'`.execute(
    db,
  );
  await sql`
    create table clock_offsets (
      is_only boolean primary key default true check (is_only),
      offset_ms bigint not null
    )`.execute(db);

  await sql`
    create table form_submissions (
      actor_key text not null check (actor_key <> ''),
      form_key uuid not null,
      result jsonb,
      submitted_at timestamptz not null,
      primary key (actor_key, form_key)
    )`.execute(db);
  await sql`create index form_submissions_age on form_submissions (submitted_at)`.execute(db);

  await sql`
    create table audit_entries (
      id bigint generated always as identity primary key,
      happened_at timestamptz not null,
      actor_kind text not null check (actor_kind in ('guest', 'buyer', 'seller', 'staff', 'operator', 'system')),
      actor_id text,
      action text not null check (action ~ '^[a-z]+(-[a-z]+)*$'),
      subject_kind text not null,
      subject_id text not null,
      request_id text,
      changed_fields text[] not null,
      values_digest text not null check (values_digest ~ '^[0-9a-f]{64}$'),
      previous_hash text not null check (previous_hash ~ '^[0-9a-f]{64}$'),
      hash text not null unique check (hash ~ '^[0-9a-f]{64}$')
    )`.execute(db);
  await sql`create index audit_entries_of_subject on audit_entries (subject_kind, subject_id)`.execute(db);
  await sql`
    create table audit_values (
      entry_id bigint primary key references audit_entries,
      before jsonb,
      after jsonb,
      client_address text
    )`.execute(db);
  await sql`comment on table audit_values is 'personal values beside the chain: erased without breaking it, since the chain holds a keyed digest only'`.execute(
    db,
  );
  await sql`
    create function refuse_audit_change() returns trigger language plpgsql as $$
    begin
      raise exception 'the audit log is append-only';
    end $$`.execute(db);
  await sql`
    create trigger audit_entries_append_only before update or delete or truncate on audit_entries
    for each statement execute function refuse_audit_change()`.execute(db);
}

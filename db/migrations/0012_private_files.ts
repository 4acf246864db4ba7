import { sql, type Kysely } from "kysely";

/** Papers that few may see. The bytes lie encrypted in the file store; here is what they are and whose. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table private_files (
      id uuid primary key default gen_random_uuid(),
      file_key text unique,
      owner_kind text not null check (owner_kind ~ '^[a-z]+(-[a-z]+)*$'),
      owner_id text not null check (owner_id <> ''),
      purpose text not null check (purpose ~ '^[a-z]+(-[a-z]+)*$'),
      name text not null check (name <> '' and length(name) <= 200),
      content_type text not null check (content_type in ('application/pdf', 'image/jpeg', 'image/png')),
      byte_count int not null check (byte_count > 0),
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      stored_at timestamptz not null,
      destroyed_at timestamptz,
      check ((file_key is null) = (destroyed_at is not null))
    )`.execute(db);
  await sql`comment on table private_files is 'a replaced paper stays; a destroyed one leaves its row, without bytes and key'`.execute(
    db,
  );
  await sql`create index private_files_of_owner on private_files (owner_kind, owner_id, stored_at)`.execute(db);
}

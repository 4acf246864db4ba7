import { sql, type Kysely } from "kysely";

/** Shops that their teams open and fill by themselves. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table sellers add column submitted_at timestamptz`.execute(db);
  await sql`alter table sellers add constraint sellers_submitted_when check (status <> 'submitted' or submitted_at is not null)`.execute(
    db,
  );
  await sql`create unique index members_once on members (organisation_id, user_id)`.execute(db);
  await sql`create unique index members_one_owner on members (organisation_id) where role = 'owner'`.execute(db);
}

import { runMigrations } from "graphile-worker";
import { Migrator, sql, type Kysely, type Migration } from "kysely";
import { MIGRATIONS } from "~db/migrations";
import { clock } from "~/platform/clock.server";
import type { AppMode } from "~/platform/settings.server";

/**
 * Brings a database to the newest schema: our migrations, the job queue's own, and the view of dead jobs over them.
 *
 * @param url of the same database as `db`; the job queue's library opens its own connection
 */
export async function migrateToLatest<Schema>(db: Kysely<Schema>, url: string): Promise<void> {
  const provider = { getMigrations: () => Promise.resolve<Record<string, Migration>>({ ...MIGRATIONS }) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error) throw error instanceof Error ? error : new Error("a migration failed", { cause: error });
  await runMigrations({ connectionString: url });
  await sql`
    create or replace view dead_jobs as
    select id::text as id, task_identifier as kind, attempts, max_attempts, last_error, run_at, updated_at
    from graphile_worker.jobs where attempts >= max_attempts and locked_at is null`.execute(db);
}

/** Says whose database this is. A database that is already somebody else's is refused. */
export async function markDatabase<Schema>(db: Kysely<Schema>, mode: AppMode): Promise<void> {
  await sql`
    insert into environment_markers (mode, marked_at) values (${mode}, ${clock()})
    on conflict do nothing`.execute(db);
  await assertOwnDatabase(db, [mode]);
}

/** @throws when the database does not bear the marker of one of `modes` */
export async function assertOwnDatabase<Schema>(db: Kysely<Schema>, modes: readonly AppMode[]): Promise<void> {
  const { rows } = await sql<{ mode: string }>`select mode from environment_markers`.execute(db);
  const mode = rows[0]?.mode;
  if (modes.some((own) => own === mode)) return;
  throw new Error(
    `This database is marked "${mode ?? "nothing"}", not "${modes.join('" or "')}": it is left untouched. ` +
      `Point DATABASE_URL at a database that may be filled with invented data.`,
  );
}

import { sql, type Kysely } from "kysely";
import type { AppMode } from "~/platform/settings.server";
import { assertOwnDatabase } from "./migrate.server";

/**
 * Looks before anything is written: the database must be empty or bear the marker of `mode` already.
 *
 * @throws when it belongs to somebody else, which leaves it untouched
 */
export async function refuseForeignDatabase<Schema>(db: Kysely<Schema>, mode: AppMode): Promise<void> {
  const { rows } = await sql<{ tableCount: number; isMarked: boolean }>`
    select count(*)::int as table_count, coalesce(bool_or(tablename = 'environment_markers'), false) as is_marked
    from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`.execute(db);
  const { tableCount = 0, isMarked = false } = rows[0] ?? {};
  if (tableCount === 0) return;
  if (isMarked) return await assertOwnDatabase(db, [mode]);
  throw new Error(
    "This database holds tables that Karvan did not make: it is left untouched. " +
      "Point DATABASE_URL at an empty database, or unset it.",
  );
}

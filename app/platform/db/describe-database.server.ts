import { Migrator, sql, type Migration } from "kysely";
import { MIGRATIONS } from "~db/migrations";
import { openDatabase } from "./db.server";

export type DatabaseDescription = {
  /** Major version of the server. */
  version: number;
  /** What the database is marked for; undefined before the first migration. */
  mode: string | undefined;
  pendingMigrations: number;
};

/** Looks at a database without changing it. */
export async function describeDatabase(url: string): Promise<DatabaseDescription> {
  const db = openDatabase(url, 1);
  try {
    const { rows } = await sql<{ version: number; hasMarkers: boolean }>`
      select current_setting('server_version_num')::int / 10000 as version,
        to_regclass('environment_markers') is not null as has_markers`.execute(db);
    const { version = 0, hasMarkers = false } = rows[0] ?? {};
    const marker = hasMarkers
      ? await sql<{ mode: string }>`select mode from environment_markers`.execute(db)
      : undefined;
    const provider = { getMigrations: () => Promise.resolve<Record<string, Migration>>({ ...MIGRATIONS }) };
    const migrations = await new Migrator({ db, provider }).getMigrations();
    const pendingMigrations = migrations.filter(({ executedAt }) => executedAt === undefined).length;
    return { version, mode: marker?.rows[0]?.mode, pendingMigrations };
  } finally {
    await db.destroy();
  }
}

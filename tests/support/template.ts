import { CamelCasePlugin, Kysely, Migrator, PostgresDialect, sql, type Migration } from "kysely";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { contentStamp } from "~/platform/processes/content-stamp.server";

/** Every test file's database is a clone of this one; it is migrated and holds the reference data, nothing else. */
export const TEMPLATE_DATABASE = "karvan_template";

const MADE_FROM = ["db/migrations", "db/reference", "app/platform/db", "tests/support/template.ts"];

/** Changes whenever the template has to be made anew. */
export function templateStamp(root: string): string {
  return contentStamp(root, MADE_FROM);
}

export async function fillTemplate(adminUrl: string, templateUrl: string): Promise<void> {
  const admin = connect(adminUrl);
  await sql.raw(`create database ${TEMPLATE_DATABASE}`).execute(admin);
  await admin.destroy();
  const db = connect(templateUrl);
  const migrator = new Migrator({ db, provider: { getMigrations: readMigrations } });
  const { error } = await migrator.migrateToLatest();
  await db.destroy();
  if (error) throw error;
}

function connect(url: string): Kysely<unknown> {
  return new Kysely({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 2 }) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}

async function readMigrations(): Promise<Record<string, Migration>> {
  const folder = join(process.cwd(), "db/migrations");
  const files = readdirSync(folder).filter((name) => /^\d+.*\.ts$/.test(name));
  const entries = files.map(async (name) => [
    name.replace(/\.ts$/, ""),
    (await import(pathToFileURL(join(folder, name)).href)) as Migration,
  ]);
  return Object.fromEntries(await Promise.all(entries)) as Record<string, Migration>;
}

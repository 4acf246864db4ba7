import pg from "pg";
import { contentStamp } from "~/platform/processes/content-stamp.server";

/** Every test file's database is a clone of this one; it is migrated and holds the reference data, nothing else. */
export const TEMPLATE_DATABASE = "karvan_template";

const MADE_FROM = [
  "db/migrations",
  "db/reference",
  "app/platform/db",
  "tests/support/template.ts",
  "package-lock.json",
];

/** Changes whenever the template has to be made anew. */
export function templateStamp(root: string): string {
  return contentStamp(root, MADE_FROM);
}

/** Makes the template with the code that migrates every database, and marks it as one of the tests. */
export async function fillTemplate(adminUrl: string, templateUrl: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`create database ${TEMPLATE_DATABASE}`);
  await admin.end();

  // Settings are read when the first module of the platform is loaded.
  process.env.APP_MODE = "test";
  process.env.DATABASE_URL = templateUrl;
  const { openDatabase } = await import("~/platform/db/db.server");
  const { markDatabase, migrateToLatest } = await import("~/platform/db/migrate.server");
  const { loadReferenceData } = await import("~db/reference/load");
  const db = openDatabase(templateUrl, 2);
  await migrateToLatest(db, templateUrl);
  await markDatabase(db, "test");
  await loadReferenceData(db);
  await db.destroy();
}

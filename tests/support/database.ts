import pg from "pg";
import { afterAll, inject } from "vitest";
import type { Db } from "~/platform/db/db.server";

const parts = inject("parts");
const name = `test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;

await asAdmin(`create database ${name} template ${parts.templateDatabase}`);

/** Address of this test file's own database. */
export const testDatabaseUrl = parts.clusterUrl.replace(/[^/]+$/, name);

// The app reads its settings when its first module is loaded, so they are set before.
process.env.DATABASE_URL = testDatabaseUrl;
process.env.MEILI_URL = parts.meilisearch?.url;
process.env.MEILI_MASTER_KEY = parts.meilisearch?.masterKey;
process.env.MEILI_INDEX_PREFIX = name;
process.env.FILES_DIR = `${parts.filesFolder}/${name}`;
if (!parts.meilisearch) for (const key of ["MEILI_URL", "MEILI_MASTER_KEY"]) delete process.env[key];

const { db } = await import("~/platform/db/db.server");

/**
 * This test file's own database: a fresh clone of the migrated template, dropped when the file is done. It is the very
 * `db` that routes and jobs use in this file.
 */
export const testDb: Db = db;

afterAll(async () => {
  await testDb.destroy();
  await asAdmin(`drop database if exists ${name} with (force)`);
});

async function asAdmin(statement: string): Promise<void> {
  const admin = new pg.Client({ connectionString: parts.clusterUrl });
  await admin.connect();
  await admin.query(statement);
  await admin.end();
}

import { CamelCasePlugin, Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { afterAll, inject } from "vitest";

const parts = inject("parts");
const name = `test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;

await asAdmin(`create database ${name} template ${parts.templateDatabase}`);

/** Address of this test file's own database; `DATABASE_URL` is set to it before any code of the app is loaded. */
export const testDatabaseUrl = parts.clusterUrl.replace(/[^/]+$/, name);
process.env.DATABASE_URL = testDatabaseUrl;

/** This test file's own database: a fresh clone of the migrated template, dropped when the file is done. */
export const testDb = new Kysely<never>({
  dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: testDatabaseUrl, max: 5 }) }),
  plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
});

afterAll(async () => {
  await testDb.destroy();
  await asAdmin(`drop database if exists ${name} with (force)`);
});

async function asAdmin(statement: string): Promise<void> {
  const admin = new Kysely<never>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: parts.clusterUrl, max: 1 }) }),
  });
  await sql.raw(statement).execute(admin);
  await admin.destroy();
}

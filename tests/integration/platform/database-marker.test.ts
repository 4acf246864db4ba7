import { sql } from "kysely";
import { afterEach, describe, expect, inject, it } from "vitest";
import pg from "pg";
import { refuseForeignDatabase } from "~/platform/db/claim.server";
import { openDatabase, type Db } from "~/platform/db/db.server";
import { assertOwnDatabase, markDatabase } from "~/platform/db/migrate.server";
import { APP_MODES, type AppMode } from "~/platform/settings.server";
import { seedDemo } from "~db/seed/seed";
import { unique } from "~db/factories";
import { testDb } from "~tests/support/database";

const { clusterUrl } = inject("parts");
const opened: { db: Db; name: string }[] = [];

async function asAdmin(statement: string): Promise<void> {
  const admin = new pg.Client({ connectionString: clusterUrl });
  await admin.connect();
  await admin.query(statement);
  await admin.end();
}

/** An empty database that is nobody's. */
async function emptyDatabase(): Promise<Db> {
  const name = `claim_${unique()}`;
  await asAdmin(`create database ${name}`);
  const db = openDatabase(clusterUrl.replace(/[^/]+$/, name), 1);
  opened.push({ db, name });
  return db;
}

async function markAs(mode: AppMode): Promise<void> {
  await sql`delete from environment_markers`.execute(testDb);
  await markDatabase(testDb, mode);
}

afterEach(async () => {
  await markAs("test");
  for (const { db, name } of opened.splice(0)) {
    await db.destroy();
    await asAdmin(`drop database ${name}`);
  }
});

const others = (own: AppMode) => APP_MODES.filter((mode) => mode !== own);

describe("a database's marker", () => {
  it("is written once and found again", async () => {
    await markAs("demo");
    await markDatabase(testDb, "demo");

    const { rows } = await sql<{ mode: string }>`select mode from environment_markers`.execute(testDb);
    expect(rows).toEqual([{ mode: "demo" }]);
    await expect(assertOwnDatabase(testDb, ["development", "demo"])).resolves.toBeUndefined();
  });

  it.each(APP_MODES.flatMap((own) => others(own).map((other) => ({ own, other }))))(
    "of $own is not overwritten by $other",
    async ({ own, other }) => {
      await markAs(own);

      await expect(markDatabase(testDb, other)).rejects.toThrow(`marked "${own}", not "${other}"`);
      await expect(assertOwnDatabase(testDb, [own])).resolves.toBeUndefined();
    },
  );

  it("is asked for by name when there is none", async () => {
    await sql`delete from environment_markers`.execute(testDb);
    await expect(assertOwnDatabase(testDb, ["demo"])).rejects.toThrow('marked "nothing", not "demo"');
  });
});

describe("the demo", () => {
  it("takes an empty database", async () => {
    await expect(refuseForeignDatabase(await emptyDatabase(), "demo")).resolves.toBeUndefined();
  });

  it("takes a database that it marked before", async () => {
    await markAs("demo");
    await expect(refuseForeignDatabase(testDb, "demo")).resolves.toBeUndefined();
  });

  it.each(others("demo"))("refuses a database that is marked for %s", async (mode) => {
    await markAs(mode);
    await expect(refuseForeignDatabase(testDb, "demo")).rejects.toThrow(`marked "${mode}", not "demo"`);
  });

  it.each(["public", "accounting"])(
    "refuses and leaves as it is a database with strange tables in %s",
    async (schema) => {
      const db = await emptyDatabase();
      await sql`create schema if not exists ${sql.id(schema)}`.execute(db);
      await sql`create table ${sql.id(schema, "invoices")} as select 1 as id`.execute(db);

      await expect(refuseForeignDatabase(db, "demo")).rejects.toThrow("it is left untouched");

      const { rows } = await sql<{ name: string }>`
      select tablename as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`.execute(db);
      expect(rows).toEqual([{ name: "invoices" }]);
    },
  );
});

describe("the seed", () => {
  it("refuses a database of production before it writes anything", async () => {
    await markAs("production");

    await expect(seedDemo(testDb)).rejects.toThrow('marked "production"');

    const { rows } = await sql<{ count: number }>`
      select ((select count(*) from sellers) + (select count(*) from users) + (select count(*) from exchange_rates))::int
        as count`.execute(testDb);
    expect(rows).toEqual([{ count: 0 }]);
  });
});

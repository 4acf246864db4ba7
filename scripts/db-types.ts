import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { withTemporaryDatabase } from "~/platform/db/embedded/temporary.server";

/** Where the types of the schema live; `--verify` compares instead of writing. */
const TYPES_FILE = "app/platform/db/types.generated.ts";

async function migrate(url: string): Promise<void> {
  // The app reads its settings when its first module is loaded, so they are set before.
  Object.assign(process.env, { APP_MODE: "development", DATABASE_URL: url });
  const { openDatabase } = await import("~/platform/db/db.server");
  const { migrateToLatest } = await import("~/platform/db/migrate.server");
  const db = openDatabase(url, 2);
  await migrateToLatest(db, url);
  await db.destroy();
}

async function generate(url: string, outFile: string): Promise<void> {
  const options = [
    `--url=${url}`,
    "--dialect=postgres",
    "--camel-case",
    "--default-schema=public",
    "--include-pattern=public.*",
    "--exclude-pattern=*kysely_migration*",
    `--out-file=${outFile}`,
    '--type-mapping={"int8":"bigint","date":"string","numeric":"string","timestamptz":"Date"}',
    "--log-level=error",
  ];
  await promisify(execFile)(process.execPath, ["node_modules/kysely-codegen/dist/cli/bin.js", ...options]);
}

const folder = mkdtempSync(join(tmpdir(), "karvan-types-"));
try {
  const isVerifying = process.argv.includes("--verify");
  const made = isVerifying ? join(folder, "types.ts") : TYPES_FILE;
  await withTemporaryDatabase(async (url) => {
    await migrate(url);
    await generate(url, made);
  });
  if (isVerifying && readFileSync(made, "utf8") !== readFileSync(TYPES_FILE, "utf8")) {
    process.stderr.write(`${TYPES_FILE} is stale: run npm run db:types after a migration\n`);
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

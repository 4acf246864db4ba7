import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { env } from "~/platform/env.server";

/** Where the types of the schema live; `--verify` compares instead of writing. */
const TYPES_FILE = "app/platform/db/types.generated.ts";

async function generate(outFile: string): Promise<void> {
  const options = [
    `--url=${env.DATABASE_URL}`,
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
  const made = join(folder, "types.ts");
  await generate(process.argv.includes("--verify") ? made : TYPES_FILE);
  if (process.argv.includes("--verify") && readFileSync(made, "utf8") !== readFileSync(TYPES_FILE, "utf8")) {
    process.stderr.write(`${TYPES_FILE} is stale: run npm run db:types after a migration\n`);
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

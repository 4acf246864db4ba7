import { rmSync } from "node:fs";
import { join } from "node:path";
import {
  ensureDatabase,
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from "~/platform/db/embedded/cluster.server";
import { findMeilisearch } from "~/platform/search-engine/embedded/binary.server";
import {
  startEmbeddedMeilisearch,
  type EmbeddedMeilisearch,
} from "~/platform/search-engine/embedded/meilisearch.server";
import type { Guard } from "./guard.server";
import type { RunFolder } from "./run-folder.server";

/** PostgreSQL and the search engine of a demo: our own children, or what the environment points at. */
export type Parts = {
  database: { url: string; server: EmbeddedPostgres | undefined };
  /** Undefined when there is no Meilisearch for this platform; PostgreSQL answers searches then. */
  search: { url: string; key: string; server: EmbeddedMeilisearch | undefined } | undefined;
};

type PartsOptions = {
  folder: RunFolder;
  guard: Guard;
  /** Addresses that the person set; those parts are not started. */
  given: GivenParts;
};

export type GivenParts = {
  databaseUrl: string | undefined;
  meiliUrl: string | undefined;
  meiliKey: string | undefined;
};

const DATABASE = "karvan";

/** Starts what is not given, database and search engine side by side. */
export async function startParts({ folder, guard, given }: PartsOptions): Promise<Parts> {
  const { databaseUrl, meiliUrl, meiliKey } = given;
  const [database, search] = await Promise.allSettled([
    databaseUrl ? Promise.resolve({ url: databaseUrl, server: undefined }) : startDatabase(folder, guard),
    meiliUrl ? Promise.resolve({ url: meiliUrl, key: meiliKey ?? "", server: undefined }) : startSearch(folder, guard),
  ] as const);
  if (database.status === "rejected") throw database.reason;
  if (search.status === "rejected") throw search.reason;
  return { database: database.value, search: search.value };
}

/** Deletes what the demo keeps, so that the next start begins anew. Programs and passwords stay. */
export async function forgetData(folder: string): Promise<void> {
  await removeEmbeddedPostgres(join(folder, "postgres"));
  for (const name of ["meilisearch", "files", "logs", "prepared.json"]) {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}

export async function startSearch(folder: RunFolder, guard: Guard, port?: number): Promise<Parts["search"]> {
  const binary = await findMeilisearch(join(folder.path, "bin"));
  if (!binary) return undefined;
  const server = await startEmbeddedMeilisearch({
    binary,
    folder: join(folder.path, "meilisearch"),
    masterKey: folder.secret("meilisearch"),
    logFile: join(folder.path, "logs/meilisearch.log"),
    guard,
    ...(port ? { port } : {}),
  });
  folder.noteChild(server.pid, "SIGTERM");
  return { url: server.url, key: server.masterKey, server };
}

async function startDatabase(folder: RunFolder, guard: Guard): Promise<Parts["database"]> {
  const server = await startEmbeddedPostgres({
    folder: join(folder.path, "postgres"),
    isDurable: true,
    logFile: join(folder.path, "logs/postgres.log"),
    guard,
  });
  folder.noteChild(server.pid, "SIGINT");
  await ensureDatabase(server, DATABASE);
  return { url: server.urlOf(DATABASE), server };
}

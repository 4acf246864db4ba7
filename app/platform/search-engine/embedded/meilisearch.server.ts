import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { lastLogLines, startChild, type Child } from "~/platform/processes/child.server";
import { freePort } from "~/platform/processes/free-port.server";
import type { Guard } from "~/platform/processes/guard.server";
import { startProblem } from "~/platform/processes/start-problem";
import { waitUntil } from "~/platform/processes/wait-until.server";
import type { MeilisearchBinary } from "./binary.server";

export type EmbeddedMeilisearch = Omit<Child, "name"> & {
  url: string;
  port: number;
  masterKey: string;
  /** True when the old data could not be opened and was thrown away; everything has to be indexed again. */
  wasReset: boolean;
};

export type EngineOptions = {
  binary: MeilisearchBinary;
  folder: string;
  /** At least 16 bytes, as Meilisearch asks in production. */
  masterKey: string;
  logFile: string;
  guard?: Guard | undefined;
  /** Port to listen on; a free one when left out. */
  port?: number;
};

const READY_TIMEOUT_MS = 30_000;

/**
 * Starts a Meilisearch of our own on 127.0.0.1. What it stores is a projection of PostgreSQL: data that another version
 * made, or that a power cut broke, is thrown away instead of stopping the start.
 */
export async function startEmbeddedMeilisearch(options: EngineOptions): Promise<EmbeddedMeilisearch> {
  const first = await tryStart(options);
  if (first) return { ...first, wasReset: false };
  rmSync(join(options.folder, "data.ms"), { recursive: true, force: true });
  const second = await tryStart(options);
  if (second) return { ...second, wasReset: true };
  throw startProblem(
    `Meilisearch did not start. Its last words:\n${lastLogLines(options.logFile)}`,
    `Read ${options.logFile}, or set MEILI_URL to a Meilisearch of your own.`,
  );
}

async function tryStart(options: EngineOptions): Promise<Omit<EmbeddedMeilisearch, "wasReset"> | undefined> {
  mkdirSync(options.folder, { recursive: true });
  const port = options.port ?? (await freePort());
  const child = await startChild({
    name: "Meilisearch",
    command: options.binary.path,
    args: [
      ...["--db-path", join(options.folder, "data.ms"), "--dump-dir", join(options.folder, "dumps")],
      ...["--snapshot-dir", join(options.folder, "snapshots"), "--http-addr", `127.0.0.1:${port}`],
      ...["--env", "production", "--no-analytics", "--log-level", "WARN"],
    ],
    // By environment, never as an argument: the list of processes is readable by everybody.
    env: { ...process.env, MEILI_MASTER_KEY: options.masterKey },
    cwd: options.folder,
    logFile: options.logFile,
    stopSignal: "SIGTERM",
    graceMs: 10_000,
    guard: options.guard,
  });
  const url = `http://127.0.0.1:${port}`;
  await waitUntil(async () => !child.isRunning() || (await isHealthy(url)), { timeoutMs: READY_TIMEOUT_MS });
  if (child.isRunning() && (await isHealthy(url))) return { ...child, url, port, masterKey: options.masterKey };
  await child.kill();
  return undefined;
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(1_000) });
    return answer.ok;
  } catch {
    return false;
  }
}

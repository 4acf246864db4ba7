import { chmodSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { lastLogLines, startChild, type Child, type ChildEnv } from "~/platform/processes/child.server";
import { freePort } from "~/platform/processes/free-port.server";
import type { Guard } from "~/platform/processes/guard.server";
import { startParts } from "~/platform/processes/parts.server";
import { privateTemporaryFolder } from "~/platform/processes/private-folder.server";
import { openRunFolder, type RunFolder } from "~/platform/processes/run-folder.server";
import { startWorker } from "~/platform/processes/site.server";
import { startProblem } from "~/platform/processes/start-problem";
import { waitUntil } from "~/platform/processes/wait-until.server";
import { WEB_FLAGS } from "~/platform/processes/web-flags";

/** The parts of one measured installation, all its own: nothing that the environment points at is used. */
export type Stand = {
  databaseUrl: string;
  engine: { url: string; key: string; prefix: string };
  filesFolder: string;
  pids: { postgres: number; meilisearch: number };
  env: ChildEnv;
  startWeb: (name: string, own?: ChildEnv) => Promise<{ url: string; child: Child }>;
  startLoader: () => Promise<{ url: string; child: Child }>;
  startWorker: () => Promise<Child>;
  /** Stops everything and deletes the data. */
  end: () => Promise<void>;
};

const PREFIX = "bench";
const READY_TIMEOUT_MS = 60_000;

export async function openStand(guard: Guard, label: string): Promise<Stand> {
  const path = join(privateTemporaryFolder(process.cwd()), "bench", `${label}-${process.pid}`);
  mkdirSync(path, { recursive: true });
  chmodSync(join(path, ".."), 0o711);
  guard.removeAtEnd(path);
  const folder = await openRunFolder(path, "the bench's own ports");
  // No payment is measured: a key is all that keeps the sandbox from being started.
  const nothingGiven = { databaseUrl: undefined, meiliUrl: undefined, meiliKey: undefined, stripeKey: "none" };
  const site = { url: "http://127.0.0.1:9", aheadMs: 0 };
  const { database, search } = await startParts({ folder, guard, given: nothingGiven, site });
  if (!search?.server || !database.server) {
    throw startProblem(
      "there is no Meilisearch for this platform, and the bench measures beside it.",
      "Run it on Linux x64, or put meilisearch on the PATH.",
    );
  }
  const env: ChildEnv = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    TMPDIR: process.env.TMPDIR,
    NODE_ENV: "production",
    APP_MODE: "demo",
    HOST: "127.0.0.1",
    DATABASE_URL: database.url,
    MEILI_URL: search.url,
    MEILI_MASTER_KEY: search.key,
    MEILI_INDEX_PREFIX: PREFIX,
    FILES_DIR: join(path, "files"),
  };
  const children: { stop: () => Promise<void> }[] = [database.server, search.server];
  const serve = async (name: string, args: string[], own: ChildEnv) => {
    const served = await startServer({ name, args, folder, guard, env: { ...env, ...own } });
    children.push(served.child);
    return served;
  };
  return {
    databaseUrl: database.url,
    engine: { url: search.url, key: search.key, prefix: PREFIX },
    filesFolder: join(path, "files"),
    pids: { postgres: database.server.pid, meilisearch: search.server.pid },
    env,
    startWeb: (name, own = {}) => serve(name, [...WEB_FLAGS, "build/web.js"], { PAGE_CACHE: "off", ...own }),
    startLoader: () => serve("loader", [...WEB_FLAGS, "--import", "tsx", "tests/bench/loader-process.ts"], {}),
    startWorker: async () => {
      const worker = await startWorker({ folder, guard, port: 0, env });
      children.push(worker);
      return worker;
    },
    end: async () => {
      for (const child of children.toReversed()) await child.stop();
      folder.release();
      rmSync(path, { recursive: true, force: true });
    },
  };
}

type ServerPlan = { name: string; args: string[]; folder: RunFolder; guard: Guard; env: ChildEnv };

async function startServer({ name, args, folder, guard, env }: ServerPlan): Promise<{ url: string; child: Child }> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = await startChild({
    name,
    command: process.execPath,
    args,
    env: { ...env, PORT: String(port), SITE_URL: url },
    logFile: join(folder.path, `logs/${name}.log`),
    stopSignal: "SIGTERM",
    graceMs: 12_000,
    guard,
  });
  folder.noteChild(child.pid, "SIGTERM");
  const isReady = await waitUntil(() => !child.isRunning() || answers(`${url}/readyz`), {
    timeoutMs: READY_TIMEOUT_MS,
    everyMs: 50,
  });
  if (isReady && child.isRunning()) return { url, child };
  throw startProblem(
    `${name} did not become ready. Its last words:\n${lastLogLines(child.logFile)}`,
    "npm run doctor names settings that are missing or wrong.",
  );
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(1_000) })).ok;
  } catch {
    return false;
  }
}

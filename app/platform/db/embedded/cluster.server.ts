import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { lastLogLines, startChild, type Child } from "~/platform/processes/child.server";
import { freePort } from "~/platform/processes/free-port.server";
import type { Guard } from "~/platform/processes/guard.server";
import { findProcess } from "~/platform/processes/process-table.server";
import { hasUserName, unprivilegedUser } from "~/platform/processes/run-as.server";
import { startProblem } from "~/platform/processes/start-problem";
import { waitUntil } from "~/platform/processes/wait-until.server";
import { findBinaries } from "./binaries.server";
import { CLUSTER_OWNER, prepareDataFolder, reachableFolder } from "./data-folder.server";

export type EmbeddedPostgres = {
  port: number;
  pid: number;
  /** Where the data really lies; not always the folder that was asked for (see `reachableFolder`). */
  folder: string;
  /** Was the cluster made by this start? */
  isNew: boolean;
  urlOf: (database: string) => string;
  isRunning: () => boolean;
  exited: Child["exited"];
  /** Ends it in good order; open connections are cut off. */
  stop: () => Promise<void>;
  /** SIGKILL, as a power cut would. For tests of what happens then. */
  kill: () => Promise<void>;
  send: Child["send"];
};

export type ClusterOptions = {
  folder: string;
  /** False only where the data may be lost with the power: in tests. */
  isDurable: boolean;
  logFile: string;
  guard?: Guard | undefined;
  settings?: Record<string, string>;
};

const START_ATTEMPTS = 3;
const READY_TIMEOUT_MS = 60_000;

/** Starts a PostgreSQL of our own on a free port of 127.0.0.1, making its data folder when there is none. */
export async function startEmbeddedPostgres(options: ClusterOptions): Promise<EmbeddedPostgres> {
  const user = unprivilegedUser();
  refuseImpossibleUser(user === undefined);
  const binaries = findBinaries(user);
  const folder = reachableFolder(options.folder, user);
  await stopLeftover(join(folder, "data"));
  const { data, password, isNew } = prepareDataFolder(folder, binaries, user);

  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const child = await startChild({
      name: "PostgreSQL",
      command: binaries.postgres,
      args: ["-D", data, ...serverSettings(port, options)],
      env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
      cwd: folder,
      logFile: options.logFile,
      runAs: user,
      stopSignal: "SIGINT",
      graceMs: 15_000,
      guard: options.guard,
    });
    const ready = await waitUntil(() => !child.isRunning() || isReady(data), { timeoutMs: READY_TIMEOUT_MS });
    if (ready && child.isRunning()) {
      const urlOf = (database: string) => `postgres://${CLUSTER_OWNER}:${password}@127.0.0.1:${port}/${database}`;
      return { port, folder, isNew, urlOf, ...child };
    }
    await child.kill();
    if (attempt < START_ATTEMPTS) continue;
    throw startProblem(
      `PostgreSQL did not start. Its last words:\n${lastLogLines(options.logFile)}`,
      `Read ${options.logFile}; npm run demo -- --fresh begins with new data.`,
    );
  }
}

/** Deletes the cluster of this folder, wherever its data lies; stops a server that a killed start left behind. */
export async function removeEmbeddedPostgres(wished: string): Promise<void> {
  const folder = reachableFolder(wished, unprivilegedUser());
  await stopLeftover(join(folder, "data"));
  for (const path of [folder, wished]) rmSync(path, { recursive: true, force: true });
}

/** Makes the database unless it is there. */
export async function ensureDatabase(server: EmbeddedPostgres, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.urlOf("postgres") });
  client.on("error", () => {});
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

function serverSettings(port: number, options: ClusterOptions): string[] {
  const lasting = options.isDurable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };
  const settings = {
    port: String(port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    timezone: "UTC",
    max_connections: "100",
    shared_buffers: "128MB",
    log_min_messages: "warning",
    ...lasting,
    ...options.settings,
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** The eighth line of the pid file tells the state, as pg_ctl reads it (pg_ctl.c, LOCK_FILE_LINE_PM_STATUS). */
function isReady(data: string): boolean {
  try {
    return readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[7]?.trim() === "ready";
  } catch {
    return false;
  }
}

/** A start that was killed leaves a server or its pid file behind; the server is stopped, the file removed. */
async function stopLeftover(data: string): Promise<void> {
  const pidFile = join(data, "postmaster.pid");
  let pid: number;
  try {
    pid = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  } catch {
    return;
  }
  const found = findProcess(pid);
  // The number may belong to another program by now; only a postgres of this data folder is ours to stop.
  if (found?.commandLine.includes("postgres") && found.commandLine.includes(data)) {
    process.kill(pid, "SIGINT");
    const isGone = () => findProcess(pid)?.startedMark !== found.startedMark;
    if (!(await waitUntil(isGone, { timeoutMs: 10_000 }))) process.kill(pid, "SIGKILL");
    await waitUntil(isGone, { timeoutMs: 5_000 });
  }
  rmSync(pidFile, { force: true });
}

function refuseImpossibleUser(isOurselves: boolean): void {
  if (isOurselves && process.getuid?.() === 0) {
    throw startProblem(
      "PostgreSQL refuses to run as root, and this system has neither a user postgres nor a user nobody.",
      "Run the command as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.",
    );
  }
  if (isOurselves && !hasUserName()) {
    throw startProblem(
      `The user number ${process.getuid?.()} has no name in /etc/passwd, which PostgreSQL requires.`,
      "Run the command as a user with a name, or set DATABASE_URL to a PostgreSQL of your own.",
    );
  }
}

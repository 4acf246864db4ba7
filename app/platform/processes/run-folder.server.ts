import { randomBytes } from "node:crypto";
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { findProcess, isSameProcess } from "./process-table.server";
import { startProblem } from "./start-problem";
import { waitUntil } from "./wait-until.server";

type Noted = { pid: number; startedMark: string };
type NotedChild = Noted & { stopSignal: NodeJS.Signals };
type Lock = Noted & { address: string; children: NotedChild[] };

/** The folder in which a demo keeps its data, passwords and logs, held by one running demo at a time. */
export type RunFolder = {
  path: string;
  /** Children of an earlier demo that was killed and whose processes were found and stopped. */
  stoppedLeftovers: number;
  /** Notes a child, so that the next start can stop it should both we and our guard be killed. */
  noteChild: (pid: number, stopSignal: NodeJS.Signals) => void;
  /** A password or key with this name; made at first use, the same ever after. */
  secret: (name: string) => string;
  release: () => void;
};

/**
 * Takes hold of the folder; makes it when there is none and takes over from a demo that died.
 *
 * @param address where the site will be, for the message to whoever starts a second one
 */
export async function openRunFolder(path: string, address: string): Promise<RunFolder> {
  makeWritable(path);
  const lockFile = join(path, "running.json");
  const us = findProcess(process.pid);
  const lock: Lock = { pid: process.pid, startedMark: us?.startedMark ?? "", address, children: [] };
  let stoppedLeftovers = 0;
  while (!tryCreate(lockFile, lock)) {
    const other = readLock(lockFile);
    if (other && isSameProcess(other.pid, other.startedMark)) throw alreadyRunning(path, other);
    // Last started, first stopped: the site goes before the database it talks to.
    for (const child of (other?.children ?? []).toReversed()) if (await stopLeftover(child)) stoppedLeftovers += 1;
    rmSync(lockFile, { force: true });
  }
  return {
    path,
    stoppedLeftovers,
    noteChild: (pid, stopSignal) => {
      const child = findProcess(pid);
      if (!child) return;
      lock.children.push({ pid, startedMark: child.startedMark, stopSignal });
      replaceFile(lockFile, lock);
    },
    secret: (name) => keepSecret(join(path, "secrets.json"), name),
    release: () => rmSync(lockFile, { force: true }),
  };
}

function makeWritable(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
    accessSync(path, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw startProblem(
      `The folder ${path}, where the demo keeps its data, cannot be written by you.`,
      "Make it yours (sudo chown -R $(id -u) <folder>), or choose another: KARVAN_FOLDER=$HOME/karvan-demo npm run demo",
      error,
    );
  }
  // As root, PostgreSQL runs as another user and has to walk through; only we may list.
  if (process.getuid?.() === 0) chmodSync(path, 0o711);
}

/** A link is made whole or not at all, and by one process only. */
function tryCreate(lockFile: string, lock: Lock): boolean {
  const draft = `${lockFile}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(lock), { mode: 0o600 });
  try {
    linkSync(draft, lockFile);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function readLock(lockFile: string): Lock | undefined {
  try {
    return JSON.parse(readFileSync(lockFile, "utf8")) as Lock;
  } catch {
    return undefined;
  }
}

async function stopLeftover({ pid, startedMark, stopSignal }: NotedChild): Promise<boolean> {
  if (!isSameProcess(pid, startedMark)) return false;
  process.kill(pid, stopSignal);
  const isGone = () => !isSameProcess(pid, startedMark);
  if (!(await waitUntil(isGone, { timeoutMs: 3_000 }))) {
    process.kill(pid, "SIGKILL");
    await waitUntil(isGone, { timeoutMs: 3_000 });
  }
  return true;
}

function keepSecret(file: string, name: string): string {
  const secrets = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, string>) : {};
  const secret = (secrets[name] ??= randomBytes(32).toString("base64url"));
  replaceFile(file, secrets);
  return secret;
}

/** A kill in the middle leaves the old file, never half of the new one. */
function replaceFile(file: string, content: unknown): void {
  writeFileSync(`${file}.new`, JSON.stringify(content, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function alreadyRunning(path: string, other: Lock): Error {
  return startProblem(
    `A demo already runs from ${path} at ${other.address} (process ${other.pid}).`,
    `Use that one, end it with Ctrl-C or: kill ${other.pid} — or start a second one: KARVAN_FOLDER=$HOME/karvan-2 PORT=3001 npm run demo`,
  );
}

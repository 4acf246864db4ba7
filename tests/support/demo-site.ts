import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { lastLogLines, startChild, type Child, type ChildEnv } from "~/platform/processes/child.server";
import { contentStamp } from "~/platform/processes/content-stamp.server";
import { freePort } from "~/platform/processes/free-port.server";
import { startGuard, type Guard } from "~/platform/processes/guard.server";
import { privateTemporaryFolder } from "~/platform/processes/private-folder.server";
import { waitUntil } from "~/platform/processes/wait-until.server";

export type DemoSite = { child: Child; port: number; url: string; folder: string; output: () => string };

export type DemoSiteOptions = {
  folder?: string;
  port?: number;
  args?: string[];
  env?: ChildEnv;
  guard?: Guard;
};

let launches = 0;

/** A folder for a demo of one test; nothing in it yet. */
export function freshDemoFolder(name: string): string {
  const folder = join(
    privateTemporaryFolder(process.cwd()),
    "demos",
    `${name}-${process.pid}-${Math.random().toString(36).slice(2, 8)}`,
  );
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** No test looks at the other views of every listing, and drawing them takes a processor for minutes. */
export const FEW_PICTURES = ["--few-pictures"];

/** What the data of a demo depend on. */
const SEEDED_FROM = ["app", "db", "scripts", "package-lock.json"];

/**
 * A folder as the first start of a demo leaves it. It is made once for a state of the sources and copied after that: two
 * suites need it, and drawing its pictures takes most of a minute.
 */
export async function seededDemoFolder(name: string, guard: Guard): Promise<string> {
  const demos = join(privateTemporaryFolder(process.cwd()), "demos");
  const stamp = contentStamp(process.cwd(), SEEDED_FROM, (path) => path === "app/paraglide");
  const template = join(demos, `seeded-${stamp}`);
  mkdirSync(demos, { recursive: true });
  const isMaking = takeTurn(`${template}.lock`, guard);
  if (isMaking && !existsSync(template)) {
    for (const old of readdirSync(demos).filter((entry) => entry.startsWith("seeded-") && !entry.endsWith(".lock"))) {
      rmSync(join(demos, old), { recursive: true, force: true });
    }
    const unfinished = freshDemoFolder("unfinished");
    guard.removeAtEnd(unfinished);
    const first = await untilReady(await launchDemo({ folder: unfinished, guard, args: FEW_PICTURES }), FIRST_START_MS);
    await first.child.stop();
    renameSync(unfinished, template);
  }
  if (!(await waitUntil(() => existsSync(template), { timeoutMs: FIRST_START_MS }))) {
    throw new Error("The other suite that made the first start of a demo did not finish it");
  }
  const folder = freshDemoFolder(name);
  guard.removeAtEnd(folder);
  // With owners and modes: the database's files belong to another user where the tests run as root.
  execFileSync("cp", ["-a", `${template}/.`, folder]);
  return folder;
}

/** Is this process the one that may make what the lock stands for? The lock goes when the process does. */
function takeTurn(lock: string, guard: Guard): boolean {
  try {
    mkdirSync(lock);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
  guard.removeAtEnd(lock);
  return true;
}

/** How long a first start may hang before a test gives it up. How fast it is, is measured on a quiet machine. */
export const FIRST_START_MS = 480_000;

/** Runs `scripts/demo.ts` as a person would, on a free port and in a folder of its own. Does not wait for the site. */
export async function launchDemo(options: DemoSiteOptions = {}): Promise<DemoSite> {
  const folder = options.folder ?? freshDemoFolder("demo");
  const port = options.port ?? (await freePort());
  launches += 1;
  // Beside the demos, not in this one's folder: that may be one that cannot be written.
  const logFile = join(privateTemporaryFolder(process.cwd()), "demos", `launch-${process.pid}-${launches}.log`);
  mkdirSync(dirname(logFile), { recursive: true });
  options.guard?.removeAtEnd(logFile);
  const child = await startChild({
    name: "demo",
    command: process.execPath,
    args: ["--import", "tsx", "scripts/demo.ts", ...(options.args ?? [])],
    // A test runner's own settings must not reach the demo.
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      TMPDIR: process.env.TMPDIR,
      KARVAN_FOLDER: folder,
      PORT: String(port),
      ...options.env,
    },
    logFile,
    stopSignal: "SIGTERM",
    graceMs: 30_000,
    guard: options.guard,
  });
  return { child, port, folder, url: `http://127.0.0.1:${port}`, output: () => readFileSync(logFile, "utf8") };
}

/** Waits until the demo has printed its addresses; throws with its last words when it ended instead. */
export async function untilReady(site: DemoSite, timeoutMs: number): Promise<DemoSite> {
  const ready = await waitUntil(() => !site.child.isRunning() || site.output().includes(`${site.url}/`), {
    timeoutMs,
    everyMs: 100,
  });
  if (ready && site.child.isRunning()) return site;
  throw new Error(`The demo ${ready ? "ended" : "was not ready in time"}:\n${lastLogLines(site.child.logFile, 40)}`);
}

/** A running demo for the whole e2e run. */
export async function startDemoSite(): Promise<DemoSite & { end: () => Promise<void> }> {
  const guard = startGuard();
  const folder = await seededDemoFolder("e2e", guard);
  const site = await untilReady(await launchDemo({ folder, guard, args: FEW_PICTURES }), FIRST_START_MS);
  const end = async () => {
    await site.child.stop();
    guard.release();
  };
  return { ...site, end };
}

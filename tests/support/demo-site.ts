import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { lastLogLines, startChild, type Child, type ChildEnv } from "~/platform/processes/child.server";
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
  const folder = freshDemoFolder("e2e");
  guard.removeAtEnd(folder);
  const site = await untilReady(await launchDemo({ folder, guard }), 480_000);
  const end = async () => {
    await site.child.stop();
    guard.release();
  };
  return { ...site, end };
}

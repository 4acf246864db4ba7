import { join } from "node:path";
import { lastLogLines, startChild, type Child, type ChildEnv } from "./child.server";
import type { Guard } from "./guard.server";
import type { RunFolder } from "./run-folder.server";
import { startProblem } from "./start-problem";
import { waitUntil } from "./wait-until.server";
import { WEB_FLAGS } from "./web-flags";

export type Site = { web: Child; worker: Child };

type SiteOptions = { folder: RunFolder; guard: Guard; port: number; env: ChildEnv };

const READY_TIMEOUT_MS = 30_000;

/** Runs the production build of web and worker and waits until the web process answers `/readyz`. */
export async function startSite(options: SiteOptions): Promise<Site> {
  const { port } = options;
  const [web, worker] = await Promise.all([start("web", options), startWorker(options)]);
  const isReady = await waitUntil(() => !web.isRunning() || answers(`http://127.0.0.1:${port}/readyz`), {
    timeoutMs: READY_TIMEOUT_MS,
    everyMs: 50,
  });
  if (isReady && web.isRunning()) return { web, worker };
  await Promise.all([web.kill(), worker.kill()]);
  throw startProblem(
    `The site did not become ready. Its last words:\n${lastLogLines(web.logFile)}`,
    `Read ${web.logFile}; npm run doctor names settings that are missing or wrong.`,
  );
}

export function startWorker(options: SiteOptions): Promise<Child> {
  return start("worker", options);
}

async function start(name: "web" | "worker", { folder, guard, env }: SiteOptions): Promise<Child> {
  const child = await startChild({
    name,
    command: process.execPath,
    args: [...(name === "web" ? WEB_FLAGS : ["--enable-source-maps"]), `build/${name}.js`],
    env,
    logFile: join(folder.path, `logs/${name}.log`),
    stopSignal: "SIGTERM",
    graceMs: 12_000,
    guard,
  });
  folder.noteChild(child.pid, "SIGTERM");
  return child;
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(1_000) })).ok;
  } catch {
    return false;
  }
}

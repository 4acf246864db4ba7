import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lastLogLines, startChild, type Child, type ChildEnv } from "~/platform/processes/child.server";
import { freePort, isPortFree } from "~/platform/processes/free-port.server";
import type { Guard } from "~/platform/processes/guard.server";
import { startProblem } from "~/platform/processes/start-problem";
import { waitUntil } from "~/platform/processes/wait-until.server";

export type EmbeddedStripe = Omit<Child, "name"> & { url: string; webhookSecret: string };

export type EmbeddedStripeOptions = {
  /** Where its state and its port are kept. */
  folder: string;
  webhookUrl: string;
  webhookSecret: string;
  merchantName: string;
  merchantCountry: string;
  /** How far ahead of the true time the site's clock is. */
  aheadMs: number;
  logFile: string;
  env: ChildEnv;
  guard?: Guard | undefined;
};

const READY_TIMEOUT_MS = 30_000;

/** Starts a Stripe sandbox as a child. It comes back on its old port: addresses of its pages are kept with orders. */
export async function startEmbeddedStripe(options: EmbeddedStripeOptions): Promise<EmbeddedStripe> {
  mkdirSync(options.folder, { recursive: true });
  const port = await portFor(join(options.folder, "port"));
  const child = await startChild({
    name: "Stripe sandbox",
    command: process.execPath,
    args: [
      ...["--import", "tsx", "app/platform/stripe/sandbox/main.server.ts", "--port", String(port)],
      ...["--state", join(options.folder, "state.jsonl"), "--webhook-url", options.webhookUrl],
      ...["--merchant", options.merchantName, "--country", options.merchantCountry],
      ...["--ahead-ms", String(options.aheadMs)],
    ],
    // By environment, never as an argument: the list of processes is readable by everybody.
    env: { ...options.env, SANDBOX_WEBHOOK_SECRET: options.webhookSecret },
    logFile: options.logFile,
    stopSignal: "SIGTERM",
    graceMs: 5_000,
    guard: options.guard,
  });
  const url = `http://127.0.0.1:${port}`;
  await waitUntil(async () => !child.isRunning() || (await answers(url)), { timeoutMs: READY_TIMEOUT_MS });
  if (child.isRunning() && (await answers(url))) return { ...child, url, webhookSecret: options.webhookSecret };
  await child.kill();
  throw startProblem(
    `The Stripe sandbox did not start. Its last words:\n${lastLogLines(options.logFile)}`,
    `Read ${options.logFile}, or set STRIPE_SECRET_KEY to a test key of your own.`,
  );
}

async function portFor(file: string): Promise<number> {
  const known = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  const port = known > 0 && (await isPortFree(known)) ? known : await freePort();
  writeFileSync(file, String(port));
  return port;
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(1_000) })).ok;
  } catch {
    return false;
  }
}

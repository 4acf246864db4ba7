import { spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Guard } from "./guard.server";
import { startProblem } from "./start-problem";

/** Environment of a child; unlike the compiler's own type it does not insist on a `NODE_ENV`. */
export type ChildEnv = Record<string, string | undefined>;

export type ChildExit = { code: number | null; signal: NodeJS.Signals | null };

export type ChildPlan = {
  /** What it is called in messages: "PostgreSQL", "web". */
  name: string;
  command: string;
  args: readonly string[];
  env: ChildEnv;
  /** Where its output goes; appended. A file and no pipe: the child must not stumble when its parent is gone. */
  logFile: string;
  cwd?: string;
  runAs?: { uid: number; gid: number } | undefined;
  /** The signal that asks it to end in good order. */
  stopSignal: NodeJS.Signals;
  /** How long it may take to end in good order before it is killed. */
  graceMs: number;
  guard?: Guard | undefined;
};

export type Child = {
  name: string;
  pid: number;
  stopSignal: NodeJS.Signals;
  logFile: string;
  isRunning: () => boolean;
  exited: Promise<ChildExit>;
  /** Asks it to end, waits, kills it after the grace period. Safe to call twice. */
  stop: () => Promise<void>;
  /** SIGKILL to the child and whatever it started. */
  kill: () => Promise<void>;
  send: (signal: NodeJS.Signals) => void;
};

/** Starts a child in a process group of its own, so that Ctrl-C reaches only us and we stop children in order. */
export async function startChild(plan: ChildPlan): Promise<Child> {
  mkdirSync(dirname(plan.logFile), { recursive: true });
  const log = openSync(plan.logFile, "a");
  const spawned = spawn(plan.command, plan.args, {
    env: plan.env as NodeJS.ProcessEnv,
    cwd: plan.cwd,
    stdio: ["ignore", log, log],
    detached: true,
    ...(plan.runAs ? { uid: plan.runAs.uid, gid: plan.runAs.gid } : {}),
  });
  closeSync(log);

  const pid = await new Promise<number>((resolve, reject) => {
    spawned.once("error", (error) =>
      reject(startProblem(`${plan.name} could not be started: ${error.message}`, `Look at ${plan.command}.`, error)),
    );
    spawned.once("spawn", () => resolve(spawned.pid ?? 0));
  });

  let running = spawned.exitCode === null && spawned.signalCode === null;
  const exited = new Promise<ChildExit>((resolve) => {
    const finish = (code: number | null, signal: NodeJS.Signals | null) => {
      running = false;
      resolve({ code, signal });
    };
    if (running) spawned.once("exit", finish);
    else finish(spawned.exitCode, spawned.signalCode);
  });

  const send = (target: number, signal: NodeJS.Signals) => {
    try {
      process.kill(target, signal);
    } catch {
      // It ended between our look and our signal.
    }
  };
  const stop = async () => {
    if (!running) return;
    // The group: a child's own helpers are to end with it. PostgreSQL's sessions leave the group and end with their server.
    send(-pid, plan.stopSignal);
    const timer = setTimeout(() => send(-pid, "SIGKILL"), plan.graceMs);
    await exited;
    clearTimeout(timer);
  };
  const kill = async () => {
    if (running) send(-pid, "SIGKILL");
    await exited;
  };
  const child = {
    name: plan.name,
    pid,
    stopSignal: plan.stopSignal,
    logFile: plan.logFile,
    isRunning: () => running,
    exited,
    stop,
    kill,
    send: (signal: NodeJS.Signals) => void (running && send(pid, signal)),
  };
  plan.guard?.adopt(child);
  return child;
}

/** The last lines of a child's log, for a message about why it ended. */
export function lastLogLines(logFile: string, count = 12): string {
  if (!existsSync(logFile)) return "";
  return readFileSync(logFile, "utf8").trimEnd().split("\n").slice(-count).join("\n");
}

import { EventEmitter } from "node:events";
import { Logger, run, type Runner, type TaskList, type WorkerEvents } from "graphile-worker";
import { log } from "~/platform/log.server";
import { watchForGoneWorkers } from "./gone-workers.server";
import type { JobKind, JobPayloads } from "./kinds";

export type JobContext = {
  /** Ends when the process is asked to stop: long jobs look at it between pieces. */
  signal: AbortSignal | undefined;
};

export type JobHandlers = {
  [Kind in JobKind]?: (payload: JobPayloads[Kind], context: JobContext) => Promise<void>;
};

export type CronJob = { kind: JobKind; pattern: string };

type WorkerOptions = { url: string; handlers: JobHandlers; crons?: readonly CronJob[]; concurrency: number };

const logger = new Logger(() => (level: string, message, meta) => {
  if (level === "error") log.error({ meta }, message);
  else if (level === "warning") log.warn({ meta }, message);
  else log.debug({ meta }, message);
});

/** Works the queue until stopped. A stop lets running jobs finish; what has not begun stays queued. */
export async function startWorker({ url, handlers, crons = [], concurrency }: WorkerOptions): Promise<Runner> {
  const taskList: TaskList = {};
  for (const [kind, handler] of Object.entries(handlers)) {
    taskList[kind] = async (payload, helpers) => {
      const started = performance.now();
      // The payload was written by `enqueue`, whose type ties it to this kind.
      await handler(payload as never, { signal: helpers.abortSignal });
      log.info({ job: kind, id: helpers.job.id, ms: Math.round(performance.now() - started) }, "job done");
    };
  }
  const names: string[] = [];
  const events: WorkerEvents = new EventEmitter();
  events.on("worker:create", ({ worker }) => void names.push(worker.workerId));
  const runner = await run({
    connectionString: url,
    events,
    concurrency,
    noHandleSignals: true,
    pollInterval: 1_000,
    taskList,
    crontab: crons.map(({ kind, pattern }) => `${pattern} ${kind} ?max=12 {}`).join("\n"),
    logger,
  });
  const watch = await watchForGoneWorkers(url, () => names);
  return {
    ...runner,
    stop: async (reason) => {
      await runner.stop(reason);
      await watch.end();
    },
  };
}

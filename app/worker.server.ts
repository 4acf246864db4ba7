import { db } from "~/platform/db/db.server";
import { env } from "~/platform/env.server";
import { startWorker, type CronJob, type JobHandlers } from "~/platform/jobs/worker.server";
import { log } from "~/platform/log.server";

/** Connects kinds of jobs to the functions of modules. */
const handlers: JobHandlers = {};

const crons: readonly CronJob[] = [{ kind: "load-daily-rates", pattern: "15 5 * * *" }];

const runner = await startWorker({ url: env.DATABASE_URL, handlers, crons, concurrency: env.WORKER_CONCURRENCY });
log.info({ kinds: Object.keys(handlers) }, "working");

const stop = () => {
  void runner
    .stop()
    .then(() => db.destroy())
    .then(() => process.exit(0));
};
process.once("SIGTERM", stop);
process.once("SIGINT", stop);

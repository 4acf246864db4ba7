import { sql } from "kysely";
import type { Trx } from "~/platform/db/db.server";
import type { JobKind, JobPayloads } from "./kinds";

export type EnqueueOptions = {
  /** A job with the same key that has not begun is replaced: many changes, one job. */
  jobKey?: string;
  runAt?: Date;
  /** Attempts before the job is dead; waits grow from a few seconds to hours (graphile-worker: exp(attempts) seconds). */
  maxAttempts?: number;
  /** Lower runs first; 0 by default. */
  priority?: number;
  /** Jobs of one queue run one after another, so that long ones leave the worker free for others. */
  queue?: string;
};

/** Enqueues a job in the transaction that causes it: both happen, or neither. */
export async function enqueue<Kind extends JobKind>(
  trx: Trx,
  kind: Kind,
  payload: JobPayloads[Kind],
  { jobKey, runAt, maxAttempts = 12, priority = 0, queue }: EnqueueOptions = {},
): Promise<void> {
  await sql`
    select graphile_worker.add_job(
      ${kind}::text,
      payload => ${JSON.stringify(payload)}::json,
      queue_name => ${queue ?? null}::text,
      job_key => ${jobKey ?? null}::text,
      run_at => ${runAt ?? null}::timestamptz,
      max_attempts => ${maxAttempts}::int,
      priority => ${priority}::int
    )`.execute(trx);
}

/** Enqueues many jobs of one kind by one statement. */
export async function enqueueEach<Kind extends JobKind>(
  trx: Trx,
  kind: Kind,
  jobs: readonly { payload: JobPayloads[Kind]; jobKey: string }[],
  { maxAttempts = 12, priority = 0 }: Pick<EnqueueOptions, "maxAttempts" | "priority"> = {},
): Promise<void> {
  if (jobs.length === 0) return;
  await sql`
    select graphile_worker.add_job(
      ${kind}::text,
      payload => job -> 'payload',
      job_key => job ->> 'jobKey',
      max_attempts => ${maxAttempts}::int,
      priority => ${priority}::int
    )
    from json_array_elements(${JSON.stringify(jobs)}::json) as job`.execute(trx);
}

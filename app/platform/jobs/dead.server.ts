import { sql } from "kysely";
import type { Db } from "~/platform/db/db.server";

export type DeadJob = {
  id: string;
  kind: string;
  attempts: number;
  lastError: string | null;
  updatedAt: Date;
};

/** Jobs that used up their attempts, the latest first. */
export async function listDeadJobs(db: Db, limit = 100): Promise<DeadJob[]> {
  return db
    .selectFrom("deadJobs")
    .select(["id", "kind", "attempts", "lastError", "updatedAt"])
    .orderBy("updatedAt", "desc")
    .orderBy("id")
    .limit(limit)
    .$castTo<DeadJob>()
    .execute();
}

/** Gives dead jobs another round of attempts. */
export async function reviveDeadJobs(db: Db, ids: readonly string[]): Promise<void> {
  await sql`
    select graphile_worker.reschedule_jobs(${[...ids]}::bigint[], run_at := null, attempts := 0)`.execute(db);
}

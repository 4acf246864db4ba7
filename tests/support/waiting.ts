import { sql } from "kysely";
import { expect } from "vitest";
import type { Trx } from "~/platform/db/db.server";
import { testDb } from "./database";

/** How many statements on this test file's database wait for a lock. */
export async function countWaiting(): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`
    select count(*)::int as waiting from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(testDb);
  return rows[0]?.waiting ?? 0;
}

/**
 * Begins a deed while somebody else's transaction holds what it needs, and lets that transaction go on only once the deed
 * waits: which of the two comes first is no matter of luck.
 *
 * @param held what the transaction does before the deed begins
 * @param then what it does while the deed waits
 * @returns what the deed gives back after the transaction has ended
 */
export async function waitFor<Answer>(
  held: (trx: Trx) => Promise<unknown>,
  deed: () => Promise<Answer>,
  then: (trx: Trx) => Promise<unknown> = async () => {},
): Promise<Answer> {
  const { answer } = await testDb.transaction().execute(async (trx) => {
    await held(trx);
    const begun = deed();
    await expect.poll(countWaiting).toBe(1);
    await then(trx);
    return { answer: begun };
  });
  return answer;
}

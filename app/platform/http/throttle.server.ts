import { createHmac } from "node:crypto";
import { CompiledQuery, sql } from "kysely";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { db } from "~/platform/db/db.server";
import { env } from "~/platform/env.server";

/** How many tries of one kind a key has in a window; over all processes, since the counts are in the database. */
export type ThrottleRule = { name: string; points: number; seconds: number };

type Query = { text: string; values: unknown[] };
type Counted = { points: number; expire: bigint | null };

/** The library asks for a client of `pg`; it uses one method of it. `expire` is milliseconds, well within a number. */
const client = {
  query: async ({ text, values }: Query) => {
    const { rows } = await db.executeQuery<Counted>(CompiledQuery.raw(text, values));
    return { rows: rows.map((row) => ({ ...row, expire: row.expire === null ? null : Number(row.expire) })) };
  },
};

const limiters = new Map<string, RateLimiterPostgres>();

function limiterOf({ name, points, seconds }: ThrottleRule): RateLimiterPostgres {
  const found = limiters.get(name);
  if (found) return found;
  const made = new RateLimiterPostgres({
    storeClient: client,
    storeType: "client",
    tableName: "throttle_counts",
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: name,
    points,
    duration: seconds,
  });
  limiters.set(name, made);
  return made;
}

/**
 * Counts a try. Keys are people's addresses and numbers, so that only a keyed digest of them is kept.
 *
 * @returns false when the key has no try left
 */
export async function mayTry(rule: ThrottleRule, key: string): Promise<boolean> {
  try {
    await limiterOf(rule).consume(digestOf(key));
    return true;
  } catch (reason) {
    if (reason instanceof RateLimiterRes) return false;
    throw reason;
  }
}

/** Who succeeded begins anew. */
export async function forgetTries(rule: ThrottleRule, key: string): Promise<void> {
  await limiterOf(rule).delete(digestOf(key));
}

/** Takes away the counts of windows that are over; they count for nothing, but name who was here. */
export async function forgetOldTries(): Promise<void> {
  await sql`delete from throttle_counts where expire < extract(epoch from clock_timestamp()) * 1000`.execute(db);
}

function digestOf(key: string): string {
  return createHmac("sha256", env.SESSION_SECRET).update(key.trim().toLowerCase()).digest("base64url");
}

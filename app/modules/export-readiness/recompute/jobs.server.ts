import { sql } from "kysely";
import { dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { recomputeReadiness, type RecomputeOptions } from "./recompute.server";

/** Sellers whose level may be another by the clock alone, or that were judged by other criteria, or less fully, than today. */
export async function listStaleSellers(db: Db, now = clock()): Promise<string[]> {
  const today = dayInBaku(now);
  const rows = await db
    .selectFrom("sellers")
    .leftJoin("readinessResults", "readinessResults.sellerId", "sellers.id")
    .where((eb) =>
      eb.or([
        eb("readinessResults.sellerId", "is", null),
        eb("readinessResults.endsOn", "<", today),
        eb.exists(
          eb
            .selectFrom("marketReadiness")
            .select("marketReadiness.marketId")
            .whereRef("marketReadiness.sellerId", "=", "sellers.id")
            .where("marketReadiness.metRules", "is", null),
        ),
        eb(
          "readinessResults.criteriaVersion",
          "is distinct from",
          sql<string>`(select version from readiness_models where status = 'published')`,
        ),
      ]),
    )
    .select("sellers.id as sellerId")
    .orderBy("sellers.id")
    .execute();
  return rows.map(({ sellerId }) => sellerId);
}

/** Judges everybody anew of whom the last judgement may no longer hold. */
export async function recomputeStale(db: Db, options: RecomputeOptions = {}): Promise<number> {
  return recomputeReadiness(db, await listStaleSellers(db, options.now), options);
}

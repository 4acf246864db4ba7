import { sql } from "kysely";
import { recomputeStale } from "~/modules/export-readiness/index.server";
import { openDatabase } from "~/platform/db/db.server";
import type { Measurements } from "./measurements";
import type { Prepared } from "./prepare";
import type { Stand } from "./stand";
import { timingOf } from "./statistics";

/** Every shop judged anew, as after a new version of the criteria, and what the database needs to give the facts. */
export const RECOMPUTE = "readiness of all shops";
export const BARE_READING = "reading what they publish";
/** Listings of five hundred shops with thirty each: what the target is written for. */
export const RECOMPUTED_LISTINGS = 15_000;

type Round = {
  stand: Stand;
  prepared: Prepared;
  measurements: Measurements;
  onProgress: (text: string) => void;
};

/** One round: the bare reading first, then the judgement of everybody. */
export async function measureReadiness({ stand, prepared, measurements, onProgress }: Round): Promise<void> {
  const db = openDatabase(stand.databaseUrl, 4);
  try {
    const reading = await timed(() =>
      db.selectFrom("listingPublications").select("snapshot").where("isCurrent", "=", true).execute(),
    );
    // Judged by criteria that are not today's: every shop is stale, and gets a line of history.
    await sql`update readiness_results set criteria_version = 'measured'`.execute(db);
    const recompute = await timed(() =>
      recomputeStale(db, { onProgress: (done, total) => onProgress(`${done} of ${total}`) }),
    );
    if (recompute.outcome < prepared.catalogue.sellers.length) throw new Error("not every shop was judged anew");
    measurements.add(BARE_READING, timingOf([reading.ms], reading.ms));
    measurements.add(RECOMPUTE, timingOf([recompute.ms], recompute.ms));
    measurements.addRatio(`${RECOMPUTE} / ${BARE_READING}`, recompute.ms / reading.ms);
  } finally {
    await db.destroy();
  }
}

async function timed<Outcome>(work: () => Promise<Outcome>): Promise<{ ms: number; outcome: Outcome }> {
  const started = performance.now();
  const outcome = await work();
  return { outcome, ms: performance.now() - started };
}

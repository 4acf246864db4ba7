import type { Db } from "~/platform/db/db.server";
import { inTransaction } from "~/platform/db/db.server";
import { enqueue } from "~/platform/jobs/enqueue.server";
import type { JobHandlers } from "~/platform/jobs/worker.server";
import { log } from "~/platform/log.server";
import { isEngineDown, type SearchEngine } from "~/platform/search-engine/port";
import { currentEngine } from "./current-engine.server";
import { countWaiting } from "./outbox.server";
import { projectEverything } from "./project-everything.server";
import { projectListings, projectSellers } from "./projection.server";
import { catchUpEngine, rebuildSearch } from "./rebuild.server";

/** How long a change waits before the engine is tried again while it is down. */
const TRY_AGAIN_MS = 1_000;

/** What the worker runs for search. */
export function searchJobs(db: Db, engine: SearchEngine | undefined = currentEngine()) {
  return {
    "index-listing": async ({ listingId }) => {
      await projectListings(db, [listingId]);
      await pushOrTryLater(db, engine);
    },
    "index-seller": async ({ sellerId }) => {
      await projectSellers(db, [sellerId]);
      const rows = await db.selectFrom("listings").where("sellerId", "=", sellerId).select("id").execute();
      await projectListings(
        db,
        rows.map(({ id }) => id),
      );
      await pushOrTryLater(db, engine);
    },
    // Asked for at a worker's start, too: an engine may have been emptied while nothing waited for it.
    "push-search-documents": () => pushOrTryLater(db, engine, { isEngineTrusted: false }),
    "refresh-search-documents": async () => {
      await projectEverything(db);
      await pushOrTryLater(db, engine);
    },
    "rebuild-search": async () => {
      await rebuildSearch(db, undefined, engine);
    },
  } satisfies JobHandlers;
}

/** Documents stay waiting in PostgreSQL until the engine has them; an engine that is down delays and loses nothing. */
async function pushOrTryLater(
  db: Db,
  engine: SearchEngine | undefined,
  { isEngineTrusted = true } = {},
): Promise<void> {
  if (!engine || (isEngineTrusted && (await countWaiting(db)) === 0)) return;
  try {
    if (await catchUpEngine(db, engine)) return;
  } catch (error) {
    if (!isEngineDown(error)) throw error;
    log.warn({ err: error }, "the search engine is down: its documents wait");
  }
  // The queue's own time, which a moved clock of the demo does not move.
  const runAt = new Date(Date.now() + TRY_AGAIN_MS);
  await inTransaction(db, (trx) =>
    enqueue(trx, "push-search-documents", {}, { jobKey: "push-search-documents", runAt }),
  );
}

import { withdrawReview } from "~/modules/reviews/index.server";
import type { Trx } from "~/platform/db/db.server";
import { enqueue } from "~/platform/jobs/enqueue.server";

/** Names of the queues in which listings wait for the Federation: never published before, and published before. */
export const LISTING_QUEUES = ["listings", "listing_changes"] as const;

const MAY_GO = ["published", "paused", "in_review", "changes_requested"] as const;

/**
 * Takes a listing from the public by decision of the Federation: for good, or until its team has mended it. What waited
 * for a review of it waits no more. One that is gone or was never shown stays as it is.
 */
export async function withdrawListing(
  trx: Trx,
  { listingId, to }: { listingId: string; to: "archived" | "changes_requested" },
  now: Date,
): Promise<void> {
  for (const queue of LISTING_QUEUES) await withdrawReview(trx, { queue, subjectId: listingId }, now);
  await trx
    .updateTable("listings")
    .set({ status: to, updatedAt: now })
    .where("id", "=", listingId)
    .where("status", "in", [...MAY_GO])
    .execute();
  await enqueue(trx, "index-listing", { listingId }, { jobKey: `index-listing:${listingId}`, priority: -5 });
}

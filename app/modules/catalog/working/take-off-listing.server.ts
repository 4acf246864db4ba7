import { holdReviews, withdrawReview } from "~/modules/reviews/index.server";
import { lockTrust, recordListingOutcome } from "~/modules/sellers/index.server";
import type { Trx } from "~/platform/db/db.server";
import { enqueue } from "~/platform/jobs/enqueue.server";
import { LISTING_QUEUES } from "./listing-queues";

const MAY_GO = ["published", "paused", "in_review", "changes_requested"] as const;

type TakeOff = { listingId: string; sellerId: string; to: "archived" | "changes_requested" };

/**
 * Takes a listing from the public by decision of the Federation: for good, or until its team has mended it. What waited for
 * a review of it waits no more, and the shop's next listings are looked at before they are public. One that is gone or was
 * never shown stays as it is.
 */
export async function takeOffListing(trx: Trx, { listingId, sellerId, to }: TakeOff, now: Date): Promise<void> {
  await holdReviews(trx, listingId);
  await lockTrust(trx, sellerId);
  for (const queue of LISTING_QUEUES) await withdrawReview(trx, { queue, subjectId: listingId }, now);
  await trx
    .updateTable("listings")
    .set({ status: to, submittedAt: null, updatedAt: now })
    .where("id", "=", listingId)
    .where("status", "in", [...MAY_GO])
    .execute();
  await recordListingOutcome(trx, sellerId, { wasFine: false }, now);
  await enqueue(trx, "index-listing", { listingId }, { jobKey: `index-listing:${listingId}`, priority: -5 });
}

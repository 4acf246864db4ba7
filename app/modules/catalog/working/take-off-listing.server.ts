import { holdReviews, withdrawReview } from "~/modules/reviews/index.server";
import { askForReadiness, lockTrust, recordListingOutcome } from "~/modules/sellers/index.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { enqueue } from "~/platform/jobs/enqueue.server";
import { LISTING_QUEUES } from "./listing-queues";

const MAY_GO = ["published", "paused", "in_review", "changes_requested"] as const;

type Held = { listingId: string; sellerId: string };

/**
 * Keeps a listing, its shop and what waits about it as they are until the transaction ends, in the order in which every
 * deed takes them. To be called before anything is recorded: what is recorded waits for all that is recorded elsewhere.
 */
export async function holdListing(trx: Trx, { listingId, sellerId }: Held): Promise<void> {
  await holdReviews(trx, listingId);
  await lockTrust(trx, sellerId);
  await trx.selectFrom("listings").select("id").where("id", "=", listingId).forUpdate().execute();
}

/** Did the Federation take a listing down for good? Then its team does not bring it back. */
export async function wasTakenDown(db: Db | Trx, listingId: string): Promise<boolean> {
  const query = db.selectFrom("reportCases").select("id").where("listingId", "=", listingId);
  return (await query.where("outcome", "=", "taken_down").limit(1).executeTakeFirst()) !== undefined;
}

/**
 * Takes a listing from the public by decision of the Federation: for good, or until its team has mended it. What waited for
 * a review of it waits no more, and the shop's next listings are looked at before they are public. One that is gone or was
 * never shown stays as it is. The listing is held by `holdListing`.
 */
export async function takeOffListing(
  trx: Trx,
  { listingId, sellerId, to }: Held & { to: "archived" | "changes_requested" },
  now: Date,
): Promise<void> {
  for (const queue of LISTING_QUEUES) await withdrawReview(trx, { queue, subjectId: listingId }, now);
  await trx
    .updateTable("listings")
    .set({ status: to, submittedAt: null, updatedAt: now })
    .where("id", "=", listingId)
    .where("status", "in", [...MAY_GO])
    .execute();
  await recordListingOutcome(trx, sellerId, { wasFine: false }, now);
  await enqueue(trx, "index-listing", { listingId }, { jobKey: `index-listing:${listingId}`, priority: -5 });
  await askForReadiness(trx, sellerId);
}

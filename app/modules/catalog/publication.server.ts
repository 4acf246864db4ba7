import { askForReadiness } from "~/modules/sellers/index.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { clock } from "~/platform/clock.server";
import { enqueue } from "~/platform/jobs/enqueue.server";
import { earliestMadeYear } from "./restrictions";
import { snapshotOf } from "./snapshot";
import type { ListingSnapshot } from "./types";
import { findWorkingListing } from "./working/read-listing.server";

/**
 * The only way to public listings: current publications of published listings of approved sellers, but for those that name
 * a protected species which nobody has cleared, and those that have grown older than may leave the country. Pages, search,
 * feeds, catalogues and the API build on it; `listings`, `sellers` and `listing_publications` are joined.
 */
export function selectPublicListings(db: Db) {
  return db
    .selectFrom("listings")
    .innerJoin("sellers", "sellers.id", "listings.sellerId")
    .innerJoin("listingPublications", (join) =>
      join.onRef("listingPublications.listingId", "=", "listings.id").on("listingPublications.isCurrent", "=", true),
    )
    .where("listings.status", "=", "published")
    .where("sellers.status", "=", "approved")
    .where("listings.isSpeciesStopped", "is", false)
    .where((eb) =>
      eb.or([eb("listings.madeYear", "is", null), eb("listings.madeYear", ">=", earliestMadeYear(clock()))]),
    );
}

/**
 * Freezes the working version of a listing as what the public sees, and enqueues its indexing.
 * When that version was published before, the listing gets a new version number first: a publication never changes.
 *
 * @returns the published version, or undefined when there is no such listing
 */
export async function publishListing(trx: Trx, listingId: string, now: Date): Promise<ListingSnapshot | undefined> {
  const locked = await findWorkingListing(trx, { listingId }, { lock: true });
  if (!locked) return undefined;
  const { last, firstPublishedAt } = await trx
    .selectFrom("listingPublications")
    .where("listingId", "=", listingId)
    .select((eb) => [eb.fn.max("version").as("last"), eb.fn.min("firstPublishedAt").as("firstPublishedAt")])
    .executeTakeFirstOrThrow();
  const version = Math.max(locked.listing.version, (last ?? 0) + 1);

  await trx
    .updateTable("listings")
    .set({ status: "published", version, isChanged: false, updatedAt: now })
    .where("id", "=", listingId)
    .execute();
  const snapshot = snapshotOf({ ...locked, listing: { ...locked.listing, version } });
  await putPublication(trx, snapshot, firstPublishedAt ?? now, now);
  return snapshot;
}

/** Makes a snapshot what the public sees of its listing, and enqueues its indexing. */
export async function putPublication(
  trx: Trx,
  snapshot: ListingSnapshot,
  firstPublishedAt: Date,
  now: Date,
): Promise<void> {
  const { listingId, sellerId, version } = snapshot;
  await trx
    .updateTable("listingPublications")
    .set({ isCurrent: false })
    .where("listingId", "=", listingId)
    .where("isCurrent", "=", true)
    .execute();
  await trx
    .insertInto("listingPublications")
    .values({
      listingId,
      version,
      snapshot: JSON.stringify(snapshot),
      isCurrent: true,
      firstPublishedAt,
      publishedAt: now,
    })
    .execute();
  await enqueue(trx, "index-listing", { listingId }, { jobKey: `index-listing:${listingId}` });
  await askForReadiness(trx, sellerId);
}

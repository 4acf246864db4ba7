import { sql } from "kysely";
import type { Db } from "~/platform/db/db.server";
import type { ListingSnapshot } from "../types";
import { LISTING_QUEUES } from "../working/listing-queues";

function selectPublications(db: Db, listingId: string) {
  return (
    db
      .selectFrom("listingPublications")
      .where("listingId", "=", listingId)
      // Written by `publishListing` alone.
      .select(sql<ListingSnapshot>`snapshot`.as("snapshot"))
  );
}

/** What the public saw of a listing in one of its versions. */
export async function findPublication(
  db: Db,
  { listingId, version }: { listingId: string; version: number },
): Promise<ListingSnapshot | undefined> {
  const row = await selectPublications(db, listingId).where("version", "=", version).executeTakeFirst();
  return row?.snapshot;
}

/** The latest publication that staff have approved, before a version of the listing. */
export async function findApproved(
  db: Db,
  { listingId, before }: { listingId: string; before: number },
): Promise<ListingSnapshot | undefined> {
  const row = await selectPublications(db, listingId)
    .where("version", "<", before)
    .where("version", "in", (eb) =>
      eb
        .selectFrom("reviewItems")
        .select("reviewItems.subjectVersion")
        .where("queue", "in", [...LISTING_QUEUES])
        .where("subjectId", "=", listingId)
        .where("status", "=", "approved"),
    )
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.snapshot;
}

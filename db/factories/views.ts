import type { Db } from "~/platform/db/db.server";

/** How often a listing was looked at on a day. */
export async function makeViews(db: Db, listingId: string, day: string, views: number): Promise<void> {
  await db.insertInto("listingViewDays").values({ listingId, day, views }).execute();
}

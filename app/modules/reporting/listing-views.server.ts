import { createHmac, randomBytes } from "node:crypto";
import { isbot } from "isbot";
import { selectPublicListings } from "~/modules/catalog/index.server";
import { dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { findMembership } from "~/platform/session/membership.server";

export type Look = {
  /** Of the listing's page. */
  slug: string;
  clientAddress: string;
  /** The `User-Agent` header; who sends none is a robot. */
  agent: string;
  /** Who is signed in, if anybody is. */
  userId: string | undefined;
};

const SALT_BYTES = 32;

/**
 * Counts a look at a public listing: one per visitor, listing and day of Baku. Robots and the seller's own team do not
 * count. Of the visitor only a digest is kept, keyed with a salt that lives as long as the day: afterwards nobody can say
 * who looked, and on the day nobody can say what else she looked at.
 *
 * @returns whether it was counted
 */
export async function recordView(db: Db, look: Look, now = clock()): Promise<boolean> {
  if (look.agent === "" || isbot(look.agent)) return false;
  const listing = await selectPublicListings(db)
    .innerJoin("listingSlugs", (join) =>
      join.onRef("listingSlugs.listingId", "=", "listings.id").on("listingSlugs.isCurrent", "is", true),
    )
    .where("listingSlugs.slug", "=", look.slug)
    .select(["listings.id as listingId", "listings.sellerId as sellerId"])
    .executeTakeFirst();
  if (!listing) return false;
  const membership = look.userId === undefined ? undefined : await findMembership(db, look.userId);
  if (membership?.sellerId === listing.sellerId) return false;

  const day = dayInBaku(now);
  return db.transaction().execute(async (trx) => {
    const visitor = createHmac("sha256", await saltOf(trx, day))
      .update([listing.listingId, look.clientAddress, look.agent].join("\n"))
      .digest();
    const mark = await trx
      .insertInto("listingViewMarks")
      .values({ day, listingId: listing.listingId, visitor })
      .onConflict((conflict) => conflict.doNothing())
      .returning("day")
      .executeTakeFirst();
    if (!mark) return false;
    await trx
      .insertInto("listingViewDays")
      .values({ day, listingId: listing.listingId, views: 1 })
      .onConflict((conflict) =>
        conflict.columns(["listingId", "day"]).doUpdateSet((eb) => ({ views: eb("listingViewDays.views", "+", 1) })),
      )
      .execute();
    return true;
  });
}

/** The salt of a day; the first visitor's process draws it for all. */
async function saltOf(trx: Trx, day: string): Promise<Buffer> {
  await trx
    .insertInto("viewSalts")
    .values({ day, salt: randomBytes(SALT_BYTES) })
    .onConflict((conflict) => conflict.column("day").doNothing())
    .execute();
  const { salt } = await trx.selectFrom("viewSalts").select("salt").where("day", "=", day).executeTakeFirstOrThrow();
  return salt;
}

/** Takes away the salts of days that are over, and with them every digest of a visitor. The counts stay. */
export async function forgetVisitors(db: Db, now = clock()): Promise<void> {
  await db.deleteFrom("listingViewMarks").where("day", "<", dayInBaku(now)).execute();
  await db.deleteFrom("viewSalts").where("day", "<", dayInBaku(now)).execute();
}

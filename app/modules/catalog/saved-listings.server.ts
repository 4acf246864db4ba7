import { z } from "zod";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { inTransaction } from "~/platform/db/db.server";
import type { Reader } from "~/platform/i18n/reader";
import { done, refused, type Result } from "~/platform/result";
import type { BuyerActor } from "~/platform/session/actors.server";
import { listListingCards } from "./cards.server";
import { selectPublicListings } from "./publication.server";
import type { ListingCardView } from "./views";

/** The form of a listing's "save" button, and of letting go. */
export const saveInput = z.object({ listing: z.uuid() });

const MOST_SAVED = 500;
export const SAVED_PAGE_SIZE = 24;

/** Keeps a listing for a person; one that is kept already stays where it is. */
export function saveListing(
  db: Db | Trx,
  { userId }: BuyerActor,
  listingId: string,
  now = clock(),
): Promise<Result<null, "listing-missing" | "too-many">> {
  return inTransaction(db, async (trx) => {
    const isPublic = await selectPublicListings(trx)
      .select("listings.id")
      .where("listings.id", "=", listingId)
      .executeTakeFirst();
    if (!isPublic) return refused("listing-missing");
    // Two windows do not pass the limit together.
    await trx.selectFrom("users").select("id").where("id", "=", userId).forUpdate().execute();
    const { count } = await trx
      .selectFrom("savedListings")
      .select((eb) => eb.fn.countAll<bigint>().as("count"))
      .where("userId", "=", userId)
      .where("listingId", "<>", listingId)
      .executeTakeFirstOrThrow();
    if (count >= BigInt(MOST_SAVED)) return refused("too-many");
    await trx
      .insertInto("savedListings")
      .values({ userId, listingId, savedAt: now })
      .onConflict((conflict) => conflict.columns(["userId", "listingId"]).doNothing())
      .execute();
    return done(null);
  });
}

/** Lets go of a listing; one that is not kept is let go already. */
export async function unsaveListing(db: Db, { userId }: BuyerActor, listingId: string): Promise<void> {
  await db.deleteFrom("savedListings").where("userId", "=", userId).where("listingId", "=", listingId).execute();
}

export type SavedPage = {
  cards: ListingCardView[];
  total: number;
  /** Kept ones that are not public any more; they come back when their sellers publish them again. */
  hidden: number;
};

/** A page of what a person keeps, the latest first; only what is public is shown. */
export async function listSavedListings(
  db: Db,
  userId: string,
  reader: Reader,
  { page, today }: { page: number; today: string },
): Promise<SavedPage> {
  const { kept } = await db
    .selectFrom("savedListings")
    .select((eb) => eb.fn.countAll<bigint>().as("kept"))
    .where("userId", "=", userId)
    .executeTakeFirstOrThrow();
  const shown = selectPublicListings(db)
    .innerJoin("savedListings", "savedListings.listingId", "listings.id")
    .where("savedListings.userId", "=", userId);
  const [{ total }, rows] = await Promise.all([
    shown.select((eb) => eb.fn.countAll<bigint>().as("total")).executeTakeFirstOrThrow(),
    shown
      .select("listings.id")
      .orderBy("savedListings.savedAt", "desc")
      .orderBy("listings.id")
      .limit(SAVED_PAGE_SIZE)
      .offset((page - 1) * SAVED_PAGE_SIZE)
      .execute(),
  ]);
  const cards = await listListingCards(
    db,
    reader,
    rows.map(({ id }) => id),
    { today },
  );
  return { cards, total: Number(total), hidden: Number(kept - total) };
}

/** For the person's copy of her data. */
export async function listSavedForExport(db: Db, userId: string): Promise<{ slug: string; savedAt: Date }[]> {
  return db
    .selectFrom("savedListings")
    .innerJoin("listingSlugs", (join) =>
      join.onRef("listingSlugs.listingId", "=", "savedListings.listingId").on("listingSlugs.isCurrent", "is", true),
    )
    .select(["slug", "savedAt"])
    .where("userId", "=", userId)
    .orderBy("savedAt")
    .orderBy("slug")
    .limit(MOST_SAVED)
    .execute();
}

export async function eraseSavedListings(trx: Trx, userId: string): Promise<void> {
  await trx.deleteFrom("savedListings").where("userId", "=", userId).execute();
}

import { selectPublicListings } from "~/modules/catalog/index.server";
import { clock } from "~/platform/clock.server";
import { db as primary, readDb, type Db } from "~/platform/db/db.server";
import { keptReading } from "~/platform/db/kept-reading.server";

export type CurrentFeatures = { listingIds: string[]; sellerIds: string[]; collectionIds: string[] };

/** How long one process trusts what it has read of the features, in milliseconds. */
export const FRESH_MS = 15_000;
/** A page that is drawn from the oldest reading may be kept for a minute, and has to know what begins in it. */
const AHEAD_MS = 2 * FRESH_MS + 60_000 + FRESH_MS;
const MOST_FEATURES = 200;

export type FeatureWindow = {
  listingId: string | null;
  sellerId: string | null;
  collectionId: string | null;
  startsAt: Date;
  endsAt: Date;
};

const comingFeatures = keptReading(FRESH_MS, (db) =>
  db
    .selectFrom("features")
    .where("endsAt", ">", clock())
    .where("startsAt", "<=", new Date(clock().getTime() + AHEAD_MS))
    .select(["listingId", "sellerId", "collectionId", "startsAt", "endsAt"])
    .orderBy("slot")
    .orderBy("position")
    .orderBy("id")
    .limit(MOST_FEATURES)
    .execute(),
);

/** What runs, and what begins before a page that is drawn now has left every cache; in the curators' order. */
export function listNearFeatures(db: Db): Promise<FeatureWindow[]> {
  return comingFeatures.of(db);
}

/** This process reads anew what it has changed itself. */
export function forgetFeatures(): void {
  comingFeatures.forget(primary);
  comingFeatures.forget(readDb);
}

export function running(features: readonly FeatureWindow[], now: Date): CurrentFeatures {
  const current = features.filter(({ startsAt, endsAt }) => startsAt <= now && endsAt > now);
  return {
    listingIds: current.flatMap(({ listingId }) => listingId ?? []),
    sellerIds: current.flatMap(({ sellerId }) => sellerId ?? []),
    collectionIds: current.flatMap(({ collectionId }) => collectionId ?? []),
  };
}

/** The next instant at which something begins or ends, if that is known already. */
export function nextChange(features: readonly FeatureWindow[], now: Date): Date | undefined {
  const instants = features.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]).filter((instant) => instant > now);
  return instants.length === 0 ? undefined : new Date(Math.min(...instants.map((instant) => instant.getTime())));
}

/** What is featured on the home page now. A feature begins and ends by itself, to the second. */
export async function listCurrentFeatures(db: Db): Promise<CurrentFeatures> {
  const now = clock();
  return running(await listNearFeatures(db), now);
}

/**
 * Which of the featured the public may see at this very moment: cards are kept for a while, and who was suspended
 * meanwhile is not shown from them.
 */
export async function publicOf(
  db: Db,
  { listingIds, sellerIds, collectionIds }: CurrentFeatures,
): Promise<Set<string>> {
  const rows = await selectPublicListings(db)
    .where("listings.id", "in", [...listingIds, NOBODY])
    .select("listings.id as id")
    .unionAll(
      db
        .selectFrom("sellers")
        .where("id", "in", [...sellerIds, NOBODY])
        .where("status", "=", "approved")
        .select("id"),
    )
    .unionAll(
      db
        .selectFrom("collections")
        .where("id", "in", [...collectionIds, NOBODY])
        .where("status", "=", "published")
        .select("id"),
    )
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** An empty list is no SQL; this id is nobody's. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

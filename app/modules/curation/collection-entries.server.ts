import { sql } from "kysely";
import { selectPublicListings } from "~/modules/catalog/index.server";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import type { FormKey } from "~/platform/db/once.server";
import type { StaffActor } from "~/platform/session/actors.server";
import { editCollection, listEntries, type CollectionKey, type Edited } from "./edit-collection.server";
import { MAXIMUM_ENTRIES } from "./queries.server";
import { moved } from "./rules";

/** Puts a public listing or an approved seller at the end of a collection. */
export function addEntry(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  { kind, subjectId, ...key }: CollectionKey & { kind: "listing" | "seller"; subjectId: string },
  now = clock(),
): Edited {
  return editCollection(db, staff, formKey, key, now, "add-collection-entry", async (trx) => {
    const entries = await listEntries(trx, key.collectionId);
    if (entries.length >= MAXIMUM_ENTRIES) return "collection-full";
    if (entries.some(({ listingId, sellerId }) => subjectId === (listingId ?? sellerId))) return "already-in";
    const found =
      kind === "listing"
        ? selectPublicListings(trx).select("listings.id as id").where("listings.id", "=", subjectId)
        : trx.selectFrom("sellers").select("id").where("id", "=", subjectId).where("status", "=", "approved");
    if (!(await found.executeTakeFirst())) return "subject-missing";
    const position = (entries.at(-1)?.position ?? -1) + 1;
    await trx
      .insertInto("collectionEntries")
      .values({
        collectionId: key.collectionId,
        position,
        ...(kind === "listing" ? { listingId: subjectId } : { sellerId: subjectId }),
      })
      .execute();
    return { after: { [kind]: subjectId } };
  });
}

type EntryKey = CollectionKey & { subjectId: string };

export function removeEntry(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  { subjectId, ...key }: EntryKey,
  now = clock(),
): Edited {
  return editCollection(db, staff, formKey, key, now, "remove-collection-entry", async (trx) => {
    const entry = (await listEntries(trx, key.collectionId)).find((one) => isOf(one, subjectId));
    if (!entry) return "entry-missing";
    await trx
      .deleteFrom("collectionEntries")
      .where("collectionId", "=", key.collectionId)
      .where("position", "=", entry.position)
      .execute();
    return { before: { entry: subjectId } };
  });
}

/** Moves an entry a place up (-1) or down (1). */
export function moveEntry(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  { subjectId, by, ...key }: EntryKey & { by: -1 | 1 },
  now = clock(),
): Edited {
  return editCollection(db, staff, formKey, key, now, "move-collection-entry", async (trx) => {
    const entries = await listEntries(trx, key.collectionId);
    const at = entries.findIndex((one) => isOf(one, subjectId));
    if (at < 0) return "entry-missing";
    const order = moved(entries, at, by);
    await trx.deleteFrom("collectionEntries").where("collectionId", "=", key.collectionId).execute();
    await trx
      .insertInto("collectionEntries")
      .values(
        order.map(({ listingId, sellerId }, position) => ({
          collectionId: key.collectionId,
          position,
          listingId,
          sellerId,
        })),
      )
      .execute();
    return { before: { position: at }, after: { position: order.findIndex((one) => isOf(one, subjectId)) } };
  });
}

/** Takes the first picture of one of the collection's public listings as its cover; none leaves it to the order. */
export function chooseCover(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  { listingId, ...key }: CollectionKey & { listingId: string | undefined },
  now = clock(),
): Edited {
  return editCollection(db, staff, formKey, key, now, "choose-collection-cover", async (trx) => {
    const mediaId = listingId === undefined ? null : await findFront(trx, key.collectionId, listingId);
    if (mediaId === undefined) return "picture-missing";
    await trx.updateTable("collections").set({ coverMediaId: mediaId }).where("id", "=", key.collectionId).execute();
    return { after: { cover: listingId } };
  });
}

function isOf({ listingId, sellerId }: { listingId: string | null; sellerId: string | null }, subjectId: string) {
  return (listingId ?? sellerId) === subjectId;
}

async function findFront(trx: Trx, collectionId: string, listingId: string): Promise<string | undefined> {
  const found = await selectPublicListings(trx)
    .innerJoin("collectionEntries", "collectionEntries.listingId", "listings.id")
    .where("collectionEntries.collectionId", "=", collectionId)
    .where("listings.id", "=", listingId)
    .select(sql<string | null>`listing_publications.front->>'mediaId'`.as("mediaId"))
    .executeTakeFirst();
  return found?.mediaId ?? undefined;
}

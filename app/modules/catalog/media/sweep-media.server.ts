import { sql } from "kysely";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { FileStore } from "~/platform/files/port";
import { ALL_RENDITIONS, renditionKey } from "./renditions";

const HOUR_MS = 3_600_000;
/** Who takes a picture off a listing may put it back for so long. */
export const KEPT_AFTER_REMOVAL_MS = 24 * HOUR_MS;
/** A picture that is on its way to its listing is used by nothing yet. */
const YOUNGEST_MS = HOUR_MS;
/** Between the first sweep that finds a picture unused and the one that takes it away. */
const UNUSED_FOR_MS = 24 * HOUR_MS;
/** Rows that one statement looks through. */
const CHUNK = 1_000;

/**
 * Takes away pictures that nothing has pointed to for a day: rows, originals and renditions. What was ever published is
 * pointed to by its publication.
 *
 * @returns how many were taken away
 */
export async function sweepMedia(db: Db, files: FileStore, now = clock()): Promise<number> {
  await db
    .deleteFrom("removedListingImages")
    .where("removedAt", "<", new Date(now.getTime() - KEPT_AFTER_REMOVAL_MS))
    .execute();
  await markUnused(db, now);
  let swept = 0;
  let from = NOBODY;
  for (;;) {
    const due = await db
      .selectFrom("mediaFiles")
      .select("id")
      .where("unusedSince", "<=", new Date(now.getTime() - UNUSED_FOR_MS))
      .where("id", ">", from)
      .orderBy("id")
      .limit(CHUNK)
      .execute();
    for (const { id } of due) {
      if (await sweepOne(db, files, id, now)) swept += 1;
      from = id;
    }
    if (due.length < CHUNK) return swept;
  }
}

const NOBODY = "00000000-0000-0000-0000-000000000000";

/** Says of every file that nothing of this room and the sellers' points to that it is unused since now. */
async function markUnused(db: Db, now: Date): Promise<void> {
  let from = NOBODY;
  for (;;) {
    const looked = await db
      .selectFrom("mediaFiles")
      .select("id")
      .where("id", ">", from)
      .where("unusedSince", "is", null)
      .where("createdAt", "<", new Date(now.getTime() - YOUNGEST_MS))
      .orderBy("id")
      .limit(CHUNK)
      .execute();
    const last = looked.at(-1);
    if (!last) return;
    await db
      .updateTable("mediaFiles")
      .set({ unusedSince: now })
      .where("id", ">", from)
      .where("id", "<=", last.id)
      .where("unusedSince", "is", null)
      .where("createdAt", "<", new Date(now.getTime() - YOUNGEST_MS))
      .where(isUnused)
      .execute();
    from = last.id;
  }
}

const isUnused = sql<boolean>`
  not exists (select from listing_images where media_id = media_files.id)
  and not exists (select from removed_listing_images where media_id = media_files.id)
  and not exists (select from sellers where cover_media_id = media_files.id)
  and not exists (select from sellers where logo_media_id = media_files.id)
  and not exists (
    select from listing_publications
    where snapshot -> 'pictures' @> jsonb_build_array(jsonb_build_object('mediaId', media_files.id)))`;

/** What PostgreSQL says when a row is still pointed to. */
const FOREIGN_KEY_VIOLATION = "23503";

/**
 * Files go while the row is held: who brings the same picture meanwhile waits, and then writes it anew. The original goes
 * first, so that a sweep that breaks off is known by it. Tables of rooms beyond this one keep their pictures by their keys.
 */
async function sweepOne(db: Db, files: FileStore, mediaId: string, now: Date): Promise<boolean> {
  try {
    return await db.transaction().execute(async (trx) => {
      const held = await trx
        .selectFrom("mediaFiles")
        .select("id")
        .where("id", "=", mediaId)
        .where("unusedSince", "<=", new Date(now.getTime() - UNUSED_FOR_MS))
        .forUpdate()
        .executeTakeFirst();
      if (!held) return false;
      const gone = await trx
        .deleteFrom("mediaFiles")
        .where("id", "=", mediaId)
        .where(isUnused)
        .returning(["sha256", "originalKey"])
        .executeTakeFirst();
      if (!gone) {
        await trx.updateTable("mediaFiles").set({ unusedSince: null }).where("id", "=", mediaId).execute();
        return false;
      }
      await files.remove(gone.originalKey);
      for (const spec of ALL_RENDITIONS) await files.remove(renditionKey(gone.sha256, spec));
      return true;
    });
  } catch (error) {
    if ((error as { code?: unknown }).code === FOREIGN_KEY_VIOLATION) return false;
    throw error;
  }
}

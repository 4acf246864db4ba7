import { chooseShopPicture, type ShopPictureRefusal } from "~/modules/sellers/index.server";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import type { FormKey } from "~/platform/db/once.server";
import type { FileStore } from "~/platform/files/port";
import { done, refused, type Result } from "~/platform/result";
import type { SellerActor } from "~/platform/session/actors.server";
import { addPicture, type PictureRefusal } from "../media/add-picture.server";
import { addListingPicture, type AddRefusal } from "../working/pictures.server";
import { findUpload, partKeys, type Upload } from "./take-parts.server";
import type { UploadPurpose } from "./types";

export type BringRefusal = PictureRefusal | AddRefusal | ShopPictureRefusal;

/** What a picture is for, and the file. */
export type BroughtPicture = { purpose: UploadPurpose; listingId: string | undefined; content: Buffer };

/** Takes in a picture and puts it where it is brought for, once per key. */
export async function bringPicture(
  db: Db,
  files: FileStore,
  seller: SellerActor,
  key: FormKey,
  { purpose, listingId, content }: BroughtPicture,
  now = clock(),
): Promise<Result<null, BringRefusal>> {
  const added = await addPicture(db, files, content, { now });
  if (!added.ok) return added;
  const { mediaId } = added.value;
  if (purpose !== "listing-picture") {
    const part = purpose === "shop-cover" ? "cover" : "logo";
    return chooseShopPicture(db, seller, key, { part, mediaId }, now);
  }
  if (listingId === undefined) return refused("listing-missing");
  const placed = await addListingPicture(db, seller, key, { listingId, mediaId }, now);
  return placed.ok ? done(null) : placed;
}

export type FinishRefusal = BringRefusal | "upload-missing" | "not-whole";

/**
 * Makes a picture of an upload whose parts are all there. Whatever comes of it, its parts are taken away; asked again, it
 * answers the same.
 */
export async function finishUpload(
  db: Db,
  files: FileStore,
  seller: SellerActor,
  uploadId: string,
  now = clock(),
): Promise<Result<null, FinishRefusal>> {
  const upload = await findUpload(db, seller, uploadId, now);
  if (!upload) return refused("upload-missing");
  if (upload.outcome !== undefined) return answerOf(upload.outcome);
  if (upload.receivedBytes < upload.byteCount) return refused("not-whole");
  const content = await readParts(files, upload);
  if (!content) {
    // Another request of the same upload has finished it meanwhile.
    const closed = await findUpload(db, seller, uploadId, now);
    if (closed?.outcome !== undefined) return answerOf(closed.outcome);
    throw new Error(`parts of upload ${uploadId} are missing in the file store`);
  }
  // An upload's id is as good a key as any form's: however often it is finished, there is one picture.
  const brought = await bringPicture(db, files, seller, uploadId as FormKey, { ...upload, content }, now);
  await closeUpload(db, files, upload, brought.ok ? ADDED : brought.refusal, now);
  return brought;
}

const ADDED = "added";
const CANCELLED = "cancelled";

function answerOf(outcome: string): Result<null, FinishRefusal> {
  if (outcome === ADDED) return done(null);
  // `closeUpload` wrote a refusal of this type, or that it was cancelled.
  return refused(outcome === CANCELLED ? "upload-missing" : (outcome as FinishRefusal));
}

async function readParts(files: FileStore, { uploadId, byteCount }: Upload): Promise<Buffer | undefined> {
  const content = Buffer.alloc(byteCount);
  let at = 0;
  for (const key of partKeys(uploadId, byteCount)) {
    const part = await files.read(key);
    if (!part) return undefined;
    at += part.content.copy(content, at);
  }
  return content;
}

/** Gives an upload up; one that is over already stays as it ended. */
export async function cancelUpload(
  db: Db,
  files: FileStore,
  seller: SellerActor,
  uploadId: string,
  now = clock(),
): Promise<void> {
  const upload = await findUpload(db, seller, uploadId, now);
  if (upload && upload.outcome === undefined) await closeUpload(db, files, upload, CANCELLED, now);
}

/** Closed first, so that a part that is on its way finds it closed and takes itself away. */
async function closeUpload(
  db: Db,
  files: FileStore,
  { uploadId, byteCount }: Pick<Upload, "uploadId" | "byteCount">,
  outcome: string,
  now: Date,
): Promise<void> {
  await db
    .updateTable("uploads")
    .set({ outcome, closedAt: now })
    .where("id", "=", uploadId)
    .where("closedAt", "is", null)
    .execute();
  for (const key of partKeys(uploadId, byteCount)) await files.remove(key);
}

/** Uploads that one round of the sweep looks at. */
const CHUNK = 100;

/**
 * Takes away uploads whose time is over, with whatever parts they left.
 *
 * @returns how many there were
 */
export async function sweepUploads(db: Db, files: FileStore, now = clock()): Promise<number> {
  let swept = 0;
  for (;;) {
    const expired = await db
      .selectFrom("uploads")
      .select(["id as uploadId", "byteCount"])
      .where("expiresAt", "<=", now)
      .orderBy("expiresAt")
      .orderBy("id")
      .limit(CHUNK)
      .execute();
    for (const upload of expired) await closeUpload(db, files, upload, CANCELLED, now);
    if (expired.length > 0) {
      await db
        .deleteFrom("uploads")
        .where(
          "id",
          "in",
          expired.map(({ uploadId }) => uploadId),
        )
        .execute();
    }
    swept += expired.length;
    if (expired.length < CHUNK) return swept;
  }
}

/** Lets go of who brought what; the parts go when their time is over. */
export async function forgetUploads(trx: Trx, userId: string): Promise<void> {
  await trx.updateTable("uploads").set({ userId: null, name: "file" }).where("userId", "=", userId).execute();
}

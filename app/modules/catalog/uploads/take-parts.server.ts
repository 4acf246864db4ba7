import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import type { FileStore } from "~/platform/files/port";
import { plainFileName } from "~/platform/files/plain-name";
import { done, refused, type Result } from "~/platform/result";
import type { SellerActor } from "~/platform/session/actors.server";
import { whyNotAddPicture, type AddRefusal } from "../working/pictures.server";
import { LARGEST_PICTURE_BYTES, UPLOAD_PART_BYTES } from "../media/limits";
import { UPLOAD_PURPOSES, type UploadPurpose } from "./types";

/** Parts of what is never finished are kept for so long. */
const LIFE_MS = 24 * 3_600_000;
/** Uploads that a shop may have under way: twenty pictures of one listing, and a colleague's. */
export const MOST_OPEN_UPLOADS = 40;

export type NewUpload = {
  purpose: UploadPurpose;
  /** The listing that a picture is for. */
  listingId: string | undefined;
  name: string;
  byteCount: number;
};

export type BeginRefusal = AddRefusal | "file-too-large" | "empty" | "too-many-uploads";

/**
 * Begins an upload in parts, once per form key. What it would be refused for at its end is refused before anything is
 * sent.
 */
export function beginUpload(
  db: Db,
  { userId, sellerId }: SellerActor,
  formKey: FormKey,
  { purpose, listingId, name, byteCount }: NewUpload,
  now = clock(),
): Promise<Result<{ uploadId: string }, BeginRefusal>> {
  return once(db, `seller ${sellerId} ${userId}`, formKey, async (trx) => {
    if (byteCount === 0) return refused("empty");
    if (byteCount > LARGEST_PICTURE_BYTES) return refused("file-too-large");
    if ((purpose === "listing-picture") !== (listingId !== undefined)) return refused("listing-missing");
    const refusal = listingId === undefined ? undefined : await whyNotAddPicture(trx, { listingId, sellerId });
    if (refusal) return refused(refusal);
    // Colleagues do not pass the limit together.
    await trx.selectFrom("sellers").select("id").where("id", "=", sellerId).forNoKeyUpdate().execute();
    const { count } = await trx
      .selectFrom("uploads")
      .select((eb) => eb.fn.countAll<bigint>().as("count"))
      .where("sellerId", "=", sellerId)
      .where("closedAt", "is", null)
      .where("expiresAt", ">", now)
      .executeTakeFirstOrThrow();
    if (count >= BigInt(MOST_OPEN_UPLOADS)) return refused("too-many-uploads");
    const { id } = await trx
      .insertInto("uploads")
      .values({
        sellerId,
        userId,
        purpose,
        listingId: listingId ?? null,
        name: plainFileName(name),
        byteCount,
        createdAt: now,
        expiresAt: new Date(now.getTime() + LIFE_MS),
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    return done({ uploadId: id });
  });
}

export type Upload = {
  uploadId: string;
  purpose: UploadPurpose;
  listingId: string | undefined;
  byteCount: number;
  receivedBytes: number;
  /** How it ended, if it has. */
  outcome: string | undefined;
};

/** An upload of this member of this shop; anybody else's is missing, and so is one whose time is over. */
export async function findUpload(
  db: Db | Trx,
  { userId, sellerId }: SellerActor,
  uploadId: string,
  now = clock(),
): Promise<Upload | undefined> {
  const row = await db
    .selectFrom("uploads")
    .select(["id", "purpose", "listingId", "byteCount", "receivedBytes", "outcome"])
    .where("id", "=", uploadId)
    .where("sellerId", "=", sellerId)
    .where("userId", "=", userId)
    .where("expiresAt", ">", now)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    uploadId: row.id,
    // The table's check allows no other.
    purpose: UPLOAD_PURPOSES.find((purpose) => purpose === row.purpose) ?? "listing-picture",
    listingId: row.listingId ?? undefined,
    byteCount: row.byteCount,
    receivedBytes: row.receivedBytes,
    outcome: row.outcome ?? undefined,
  };
}

/** Where the parts of an upload lie, in their order, as far as any can have come. */
export function partKeys(uploadId: string, byteCount: number): string[] {
  const count = Math.ceil(byteCount / UPLOAD_PART_BYTES);
  return Array.from({ length: count }, (_, index) => partKey(uploadId, index));
}

function partKey(uploadId: string, index: number): string {
  return `uploads/${uploadId}-${index}`;
}

export type TakenPart = {
  /** Where to go on, in bytes from the beginning. */
  receivedBytes: number;
  /** False: it was not the next part; nothing was changed. */
  isTaken: boolean;
};

/**
 * Takes the next part of an upload. One that came before, or is not the next, changes nothing and is told where to go on,
 * so that whoever lost an answer may send again.
 *
 * @param content `UPLOAD_PART_BYTES` bytes, the last part what is left
 */
export async function takePart(
  db: Db,
  files: FileStore,
  seller: SellerActor,
  { uploadId, offset, content }: { uploadId: string; offset: number; content: Buffer },
  now = clock(),
): Promise<Result<TakenPart, "upload-missing" | "wrong-size">> {
  const upload = await findUpload(db, seller, uploadId, now);
  if (!upload || upload.outcome !== undefined) return refused("upload-missing");
  if (offset !== upload.receivedBytes) return done({ receivedBytes: upload.receivedBytes, isTaken: false });
  const wanted = Math.min(UPLOAD_PART_BYTES, upload.byteCount - offset);
  if (content.length !== wanted || wanted === 0) return refused("wrong-size");
  const key = partKey(uploadId, offset / UPLOAD_PART_BYTES);
  await files.put(key, content, "application/octet-stream");
  const taken = await db
    .updateTable("uploads")
    .set({ receivedBytes: offset + wanted })
    .where("id", "=", uploadId)
    .where("receivedBytes", "=", offset)
    .where("closedAt", "is", null)
    .returning("receivedBytes")
    .executeTakeFirst();
  if (taken) return done({ receivedBytes: taken.receivedBytes, isTaken: true });
  const latest = await findUpload(db, seller, uploadId, now);
  if (latest && latest.outcome === undefined) return done({ receivedBytes: latest.receivedBytes, isTaken: false });
  // It was closed while this part was on its way, and its other parts are gone already.
  await files.remove(key);
  return refused("upload-missing");
}

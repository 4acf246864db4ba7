import { createHash } from "node:crypto";
import pLimit from "p-limit";
import sharp, { type Metadata } from "sharp";
import { clock } from "~/platform/clock.server";
import { inTransaction, type Db, type Trx } from "~/platform/db/db.server";
import type { FileStore } from "~/platform/files/port";
import { enqueue } from "~/platform/jobs/enqueue.server";
import { done, refused, type Result } from "~/platform/result";
import {
  decodePicture,
  describePicture,
  encodeOriginal,
  encodeRendition,
  LARGEST_PIXELS,
  type EncodedRendition,
} from "./encode.server";
import { SMALLEST_SIDE } from "./limits";
import { lookAtPicture, type LookRefusal } from "./look-at-picture";
import { ALL_RENDITIONS, FIRST_RENDITIONS, originalKey, renditionKey, type RenditionSpec } from "./renditions";

export type PictureRefusal = LookRefusal | "too-many-pixels" | "too-small";

export type AddedPicture = { mediaId: string; sha256: string; isNew: boolean };

type Options = {
  now?: Date;
  /** What is made at once; the rest is a job. */
  first?: readonly RenditionSpec[];
  /** Whether that job is enqueued; who makes the rest by a job of its own says no. */
  enqueuesRest?: boolean;
};

/** Pictures that a process decodes at once: each takes up to 200 MB for a moment. */
const atOnce = pLimit(2);

/**
 * Takes in a picture: verifies by its content what it is and makes its first renditions, upright. What is kept is made
 * anew from the pixels, so that nothing which came beside them is stored: a phone writes down where it was, and others
 * hide things. The same file again is found by its digest, not stored.
 */
export async function addPicture(
  db: Db,
  files: FileStore,
  original: Buffer,
  { now = clock(), first = FIRST_RENDITIONS, enqueuesRest = true }: Options = {},
): Promise<Result<AddedPicture, PictureRefusal>> {
  const looked = lookAtPicture(original);
  if (typeof looked === "object") return refused(looked.refusal);
  const sha256 = createHash("sha256").update(original).digest("hex");
  const known = await findKnown(db, files, sha256);
  if (known !== undefined) return done({ mediaId: known, sha256, isNew: false });
  const drawn = await atOnce(() => drawAnew(original, first));
  if ("refusal" in drawn) return refused(drawn.refusal);
  const mediaId = await inTransaction(db, async (trx) => {
    const id = await keepPicture(trx, files, { ...drawn, sha256, now });
    if (enqueuesRest)
      await enqueue(trx, "make-renditions", { mediaId: id }, { jobKey: `make-renditions:${id}`, priority: 5 });
    return id;
  });
  return done({ mediaId, sha256, isNew: true });
}

/** A file that is here already. It counts as in use again, so that no sweep takes it from who is about to show it. */
async function findKnown(db: Db, files: FileStore, sha256: string): Promise<string | undefined> {
  const known = await db
    .updateTable("mediaFiles")
    .set({ unusedSince: null })
    .where("sha256", "=", sha256)
    .returning(["id", "originalKey"])
    .executeTakeFirst();
  // A sweep that broke off has taken the original first.
  return known && (await files.has(known.originalKey)) ? known.id : undefined;
}

type DrawnPicture = {
  original: Buffer;
  width: number;
  height: number;
  about: { placeholder: string; dominantColour: string };
  renditions: EncodedRendition[];
};

async function drawAnew(
  original: Buffer,
  first: readonly RenditionSpec[],
): Promise<DrawnPicture | { refusal: PictureRefusal }> {
  try {
    const refusal = whyNotDraw(await sharp(original, { limitInputPixels: LARGEST_PIXELS }).metadata());
    if (refusal) return { refusal };
    const picture = await decodePicture(original);
    const [about, kept, ...renditions] = await Promise.all([
      describePicture(picture),
      encodeOriginal(picture),
      ...first.map((spec) => encodeRendition(picture, spec)),
    ]);
    return { original: kept, width: picture.width, height: picture.height, about, renditions };
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    if (/pixel limit|too large|dimension/i.test(words)) return { refusal: "too-many-pixels" };
    const isCutOff = /premature|truncated|unexpected end|end of (?:file|stream|input)|not enough|read error/i.test(
      words,
    );
    return { refusal: isCutOff ? "truncated" : "not-a-picture" };
  }
}

function whyNotDraw({ format, compression, width, height, pages = 1 }: Metadata): PictureRefusal | undefined {
  // The library looks at the content, too, and is believed when it sees something else.
  if (!["jpeg", "png", "webp", "heif"].includes(format)) return "unsupported-format";
  if (format === "heif" && compression !== "av1") return "heic";
  if (pages > 1) return "animated";
  if (width * height > LARGEST_PIXELS) return "too-many-pixels";
  return Math.min(width, height) < SMALLEST_SIDE ? "too-small" : undefined;
}

type PictureToKeep = DrawnPicture & { sha256: string; now: Date };

/**
 * Notes a picture and writes its files while the row is held: a sweep of the same picture, which removes files while it
 * holds the row, is over before or begins after.
 */
async function keepPicture(
  trx: Trx,
  files: FileStore,
  { sha256, now, original, width, height, about, renditions }: PictureToKeep,
): Promise<string> {
  const key = originalKey(sha256, "jpeg");
  const facts = { originalKey: key, contentType: "image/jpeg", byteCount: original.length, width, height, ...about };
  const { id } = await trx
    .insertInto("mediaFiles")
    .values({ sha256, ...facts, createdAt: now })
    // Somebody else may have brought the same file meanwhile, or a sweep of it broke off.
    .onConflict((conflict) => conflict.column("sha256").doUpdateSet({ ...facts, unusedSince: null }))
    .returning("id")
    .executeTakeFirstOrThrow();
  await trx.deleteFrom("mediaRenditions").where("mediaId", "=", id).execute();
  await files.put(key, original, "image/jpeg");
  await putRenditions(files, sha256, renditions);
  await noteRenditions(trx, id, sha256, renditions);
  return id;
}

/** Makes the renditions that a picture has not yet. Done before, it does nothing. */
export async function makeRenditions(
  db: Db,
  files: FileStore,
  mediaId: string,
  wanted: readonly RenditionSpec[] = ALL_RENDITIONS,
): Promise<void> {
  const media = await db
    .selectFrom("mediaFiles")
    .where("id", "=", mediaId)
    .select(["sha256", "originalKey"])
    .executeTakeFirst();
  if (!media) return;
  const made = await db
    .selectFrom("mediaRenditions")
    .where("mediaId", "=", mediaId)
    .select(["format", "width"])
    .execute();
  const missing = wanted.filter(
    ({ format, width }) => !made.some((one) => one.format === format && one.width === width),
  );
  if (missing.length === 0) return;
  const original = await files.read(media.originalKey);
  if (!original) throw new Error(`the original of picture ${mediaId} is missing: ${media.originalKey}`);
  const picture = await decodePicture(original.content);
  const renditions = await Promise.all(missing.map((spec) => encodeRendition(picture, spec)));
  await inTransaction(db, async (trx) => {
    // Held while its files are written: a sweep leaves none behind.
    const held = await trx
      .selectFrom("mediaFiles")
      .select("id")
      .where("id", "=", mediaId)
      .forKeyShare()
      .executeTakeFirst();
    if (!held) return;
    await putRenditions(files, media.sha256, renditions);
    await noteRenditions(trx, mediaId, media.sha256, renditions);
  });
}

async function putRenditions(files: FileStore, sha256: string, renditions: readonly EncodedRendition[]): Promise<void> {
  await Promise.all(renditions.map((one) => files.put(renditionKey(sha256, one), one.content, `image/${one.format}`)));
}

async function noteRenditions(
  trx: Trx,
  mediaId: string,
  sha256: string,
  renditions: readonly EncodedRendition[],
): Promise<void> {
  if (renditions.length === 0) return;
  await trx
    .insertInto("mediaRenditions")
    .values(
      renditions.map(({ format, width, height, content }) => ({
        mediaId,
        format,
        width,
        height,
        fileKey: renditionKey(sha256, { format, width }),
        byteCount: content.length,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

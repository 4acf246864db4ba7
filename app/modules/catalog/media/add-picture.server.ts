import { createHash } from "node:crypto";
import sharp, { type Metadata } from "sharp";
import { clock } from "~/platform/clock.server";
import { inTransaction, type Db, type Trx } from "~/platform/db/db.server";
import type { FileStore } from "~/platform/files/port";
import { enqueue } from "~/platform/jobs/enqueue.server";
import { done, refused, type Result } from "~/platform/result";
import {
  decodePicture,
  describePicture,
  encodeRendition,
  LARGEST_PIXELS,
  type EncodedRendition,
} from "./encode.server";
import { ALL_RENDITIONS, FIRST_RENDITIONS, originalKey, renditionKey, type RenditionSpec } from "./renditions";

/** Largest file that a seller may bring, in bytes. */
export const LARGEST_PICTURE_BYTES = 20_000_000;

/** Shortest side in pixels: less cannot be shown sharp even on a card. */
export const SMALLEST_SIDE = 320;

export type PictureRefusal =
  "file-too-large" | "not-a-picture" | "unsupported-format" | "too-many-pixels" | "too-small";

export type AddedPicture = { mediaId: string; sha256: string; isNew: boolean };

type Options = {
  now?: Date;
  /** What is made at once; the rest is a job. */
  first?: readonly RenditionSpec[];
  /** Whether that job is enqueued; who makes the rest by a job of its own says no. */
  enqueuesRest?: boolean;
};

/**
 * Takes in a picture: verifies by its content what it is, keeps the original as it came, and makes its first
 * renditions, upright and without metadata (a phone writes down where it was). The same file again is found, not stored.
 */
export async function addPicture(
  db: Db,
  files: FileStore,
  original: Buffer,
  { now = clock(), first = FIRST_RENDITIONS, enqueuesRest = true }: Options = {},
): Promise<Result<AddedPicture, PictureRefusal>> {
  if (original.length > LARGEST_PICTURE_BYTES) return refused("file-too-large");
  const sha256 = createHash("sha256").update(original).digest("hex");
  const known = await db.selectFrom("mediaFiles").where("sha256", "=", sha256).select("id").executeTakeFirst();
  if (known) return done({ mediaId: known.id, sha256, isNew: false });

  const metadata = await sharp(original, { limitInputPixels: LARGEST_PIXELS })
    .metadata()
    .catch((error: unknown) => error);
  if (metadata instanceof Error)
    return refused(/pixel limit/i.test(metadata.message) ? "too-many-pixels" : "not-a-picture");
  const described = metadata as Metadata;
  const extension = extensionOf(described);
  if (!extension) return refused("unsupported-format");
  if (described.width * described.height > LARGEST_PIXELS) return refused("too-many-pixels");
  if (Math.min(described.width, described.height) < SMALLEST_SIDE) return refused("too-small");

  const picture = await decodePicture(original).catch(() => undefined);
  if (!picture) return refused("not-a-picture");
  const [about, ...renditions] = await Promise.all([
    describePicture(picture),
    ...first.map((spec) => encodeRendition(picture, spec)),
  ]);
  const key = originalKey(sha256, extension);
  await files.put(key, original, `image/${extension}`);
  await putRenditions(files, sha256, renditions);
  const isTurned = (described.orientation ?? 1) >= 5;

  return inTransaction(db, async (trx) => {
    const row = await trx
      .insertInto("mediaFiles")
      .values({
        sha256,
        originalKey: key,
        contentType: `image/${extension}`,
        byteCount: original.length,
        width: isTurned ? described.height : described.width,
        height: isTurned ? described.width : described.height,
        ...about,
        createdAt: now,
      })
      // Somebody else may have brought the same file meanwhile.
      .onConflict((conflict) => conflict.column("sha256").doUpdateSet({ originalKey: key }))
      .returning("id")
      .executeTakeFirstOrThrow();
    await noteRenditions(trx, row.id, sha256, renditions);
    const mediaId = row.id;
    if (enqueuesRest)
      await enqueue(trx, "make-renditions", { mediaId }, { jobKey: `make-renditions:${mediaId}`, priority: 5 });
    return done({ mediaId, sha256, isNew: true });
  });
}

/** Formats that are taken in, by what the content says, never by name or content type. SVG is code and is not one. */
function extensionOf({ format, compression }: Metadata): "jpeg" | "png" | "webp" | "avif" | undefined {
  if (format === "jpeg" || format === "png" || format === "webp") return format;
  return format === "heif" && compression === "av1" ? "avif" : undefined;
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
  await putRenditions(files, media.sha256, renditions);
  await inTransaction(db, (trx) => noteRenditions(trx, mediaId, media.sha256, renditions));
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

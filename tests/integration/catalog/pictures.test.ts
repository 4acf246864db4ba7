import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { addPicture, makeRenditions } from "~/modules/catalog/media/add-picture.server";
import { ALL_RENDITIONS, renditionKey } from "~/modules/catalog/media/renditions";
import { findPicture } from "~/modules/catalog/media/serve-picture.server";
import { localFiles } from "~/platform/files/local.server";
import { testDb } from "~tests/support/database";
import { makePhoto } from "~tests/support/pictures";

const folder = mkdtempSync(join(tmpdir(), "karvan-media-"));
const files = localFiles(folder);
afterAll(() => rmSync(folder, { recursive: true }));

async function add(original: Buffer) {
  const result = await addPicture(testDb, files, original);
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
}

describe("taking in a picture", () => {
  it.each(["jpeg", "png", "webp", "avif"] as const)(
    "keeps a %s made anew from its pixels, under the digest of what came",
    async (format) => {
      const original = await makePhoto({ width: 500, height: 600 }, format);

      const { mediaId, sha256 } = await add(original);

      const row = await testDb
        .selectFrom("mediaFiles")
        .where("id", "=", mediaId)
        .select(["originalKey", "contentType", "width", "height", "byteCount", "dominantColour", "placeholder"])
        .executeTakeFirstOrThrow();
      const kept = (await files.read(row.originalKey))?.content;
      expect(sha256).toBe(createHash("sha256").update(original).digest("hex"));
      expect(await sharp(kept).metadata()).toMatchObject({ format: "jpeg", width: 500, height: 600 });
      expect(row).toMatchObject({ contentType: "image/jpeg", width: 500, height: 600, byteCount: kept?.length });
      expect(row.dominantColour).toMatch(/^#[0-9a-f]{6}$/);
      expect(row.placeholder).toMatch(/^data:image\/webp;base64,/);
      expect(row.placeholder.length).toBeLessThan(700);
    },
  );

  it("makes two renditions at once and enqueues the rest", async () => {
    const { mediaId, sha256 } = await add(await makePhoto({ seed: 2 }));

    for (const width of [320, 640] as const) {
      const file = await files.read(renditionKey(sha256, { width, format: "webp" }));
      expect(await sharp(file?.content).metadata()).toMatchObject({ format: "webp", width, height: width * 1.25 });
    }
    await makeRenditions(testDb, files, mediaId);
    const made = await testDb
      .selectFrom("mediaRenditions")
      .where("mediaId", "=", mediaId)
      .select(["format", "width"])
      .execute();
    expect(made).toHaveLength(ALL_RENDITIONS.length);
    for (const spec of ALL_RENDITIONS) {
      const { content = Buffer.alloc(0) } = (await files.read(renditionKey(sha256, spec))) ?? {};
      const described = await sharp(content).metadata();
      expect(described).toMatchObject({ format: spec.format === "avif" ? "heif" : spec.format, width: spec.width });
    }
  });

  it("turns a picture upright and leaves out where it was taken", async () => {
    const turned = await sharp(await makePhoto({ width: 800, height: 500, seed: 3 }))
      .withExif({ IFD0: { Artist: "Somebody" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "40/1 50/1 0/1" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(turned).metadata()).orientation).toBe(6);

    const { mediaId, sha256 } = await add(turned);

    const row = await testDb
      .selectFrom("mediaFiles")
      .where("id", "=", mediaId)
      .select(["width", "height"])
      .executeTakeFirst();
    const shown = await sharp(
      (await files.read(renditionKey(sha256, { width: 320, format: "webp" })))?.content,
    ).metadata();
    expect(row).toEqual({ width: 500, height: 800 });
    expect(shown).toMatchObject({ width: 320, height: 512 });
    expect([shown.exif, shown.orientation, shown.xmp]).toEqual([undefined, undefined, undefined]);
  });

  it("does not enlarge a small picture, and still answers at every width", async () => {
    const { mediaId, sha256 } = await add(await makePhoto({ width: 400, height: 500, seed: 4 }));
    await makeRenditions(testDb, files, mediaId);

    const wide = await findPicture(testDb, files, { sha256, width: 1280, format: "webp" });
    expect(wide?.isExact).toBe(true);
    expect((await sharp(wide?.content).metadata()).width).toBe(400);
  });

  it("finds the same file again and stores it once", async () => {
    const original = await makePhoto({ seed: 5 });
    const first = await add(original);

    expect(await add(original)).toEqual({ ...first, isNew: false });
  });

  it("survives the same file brought twice at once", async () => {
    const original = await makePhoto({ seed: 6 });

    const [one, two] = await Promise.all([add(original), add(original)]);

    expect(one.mediaId).toBe(two.mediaId);
  });
});

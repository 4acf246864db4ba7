import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import sharp, { type Metadata } from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { addPicture, makeRenditions } from "~/modules/catalog/index.server";
import { ALL_RENDITIONS, renditionKey } from "~/modules/catalog/media/renditions";
import { bringRefusalText } from "~/modules/catalog/media/refusals.server";
import { localFiles } from "~/platform/files/local.server";
import { LOCALES } from "~/platform/i18n/locales";
import { testDb } from "~tests/support/database";
import { HOSTILE_FILES, pngChunk, withPngChunks } from "~tests/support/hostile-pictures";
import { makePhoto } from "~tests/support/pictures";

const folder = mkdtempSync(join(tmpdir(), "karvan-hostile-"));
const files = localFiles(folder);
afterAll(() => rmSync(folder, { recursive: true }));

const countFiles = () =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => statSync(join(folder, name)).isFile())
    .length;
const countRows = async () => (await testDb.selectFrom("mediaFiles").select("id").execute()).length;

async function add(original: Buffer) {
  const result = await addPicture(testDb, files, original);
  if (!result.ok) throw new Error(result.refusal);
  const { mediaId, sha256 } = result.value;
  await makeRenditions(testDb, files, mediaId);
  const row = await testDb
    .selectFrom("mediaFiles")
    .select(["originalKey", "width", "height", "contentType", "byteCount"])
    .where("id", "=", mediaId)
    .executeTakeFirstOrThrow();
  const keys = [row.originalKey, ...ALL_RENDITIONS.map((spec) => renditionKey(sha256, spec))];
  const stored = await Promise.all(keys.map(async (key) => (await files.read(key))?.content ?? Buffer.alloc(0)));
  const [kept = Buffer.alloc(0)] = stored;
  return { ...row, kept, stored };
}

/** The colour of a stored picture near one of its corners. */
async function colourAt(picture: Buffer, left: number, top: number): Promise<number[]> {
  const pixel = await sharp(picture).extract({ left, top, width: 1, height: 1 }).raw().toBuffer();
  return [...pixel.subarray(0, 3)];
}

const asKnown = ({ exif, xmp, iptc, icc, comments }: Metadata) => ({ exif, xmp, iptc, icc, comments });
const NOTHING = { exif: undefined, xmp: undefined, iptc: undefined, icc: undefined, comments: undefined };

describe("a file that is no picture for us", () => {
  it.each(HOSTILE_FILES)("is refused when it is $what, and leaves nothing", async ({ make, refusal }) => {
    const [filesBefore, rowsBefore] = [countFiles(), await countRows()];

    const added = await addPicture(testDb, files, await make());

    expect(added).toEqual({ ok: false, refusal });
    expect([countFiles(), await countRows()]).toEqual([filesBefore, rowsBefore]);
  });

  it("is told of in a sentence of its own, in every language", () => {
    const refusals = [...new Set(HOSTILE_FILES.map(({ refusal }) => refusal))];
    const sentences = LOCALES.flatMap((locale) =>
      refusals.map((refusal) =>
        (bringRefusalText[refusal] as (inputs: object, options: object) => string)({}, { locale }),
      ),
    );
    expect(new Set(sentences).size).toBeGreaterThanOrEqual(refusals.length);
    expect(sentences.filter((sentence) => !sentence.trim().endsWith("."))).toEqual([]);
  });
});

describe("what came beside the pixels", () => {
  const tagged = async (seed: number) =>
    sharp(await makePhoto({ width: 500, height: 640, seed }))
      .withExif({ IFD0: { Artist: "Somebody Known" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "40/1 50/1 0/1" } })
      .withXmp("<x:xmpmeta xmlns:x='adobe:ns:meta/'><place>Somebody Known</place></x:xmpmeta>");

  it.each(["jpeg", "png", "webp", "avif"] as const)(
    "of a %s is in no file that is kept or shown: neither place nor name",
    async (format) => {
      const original = await (await tagged(format.length + 40))[format]().toBuffer();
      expect((await sharp(original).metadata()).exif).toBeDefined();

      const { stored } = await add(original);

      for (const file of stored) {
        expect(asKnown(await sharp(file).metadata())).toEqual(NOTHING);
        expect(file.includes("Somebody Known")).toBe(false);
      }
    },
  );

  it("is left out when it hides behind the end, or in a packed text as large as memory", async () => {
    const behind = Buffer.concat([
      await makePhoto({ width: 400, height: 500, seed: 51 }),
      Buffer.from("Hidden Behind"),
    ]);
    const text = Buffer.concat([Buffer.from("Comment\0\0", "latin1"), deflateSync(Buffer.alloc(60_000_000))]);
    const packed = withPngChunks(await makePhoto({ width: 400, height: 500, seed: 52 }, "png"), pngChunk("zTXt", text));

    for (const original of [behind, packed]) {
      const { kept } = await add(original);
      expect(kept.includes("Hidden Behind")).toBe(false);
      expect(await sharp(kept).metadata()).toMatchObject({ format: "jpeg", width: 400, height: 500 });
    }
  });
});

describe("a picture of an unusual kind", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])("is turned and mirrored upright when its camera says %i", async (orientation) => {
    // Red at the left, blue at the right of the upper half: as it should be seen, before the camera's turn is undone.
    const upright = await sharp({ create: { width: 600, height: 400, channels: 3, background: "#ffffff" } })
      .composite([
        { input: { create: { width: 300, height: 200, channels: 3, background: "#ff0000" } }, left: 0, top: 0 },
        { input: { create: { width: 300, height: 200, channels: 3, background: "#0000ff" } }, left: 300, top: 0 },
      ])
      .png()
      .toBuffer();
    const original = await asCamera(upright, orientation);

    const { kept, width, height, stored } = await add(original);

    expect([width, height]).toEqual([600, 400]);
    const [red, , blue] = [await colourAt(kept, 20, 20), [], await colourAt(kept, 580, 20)];
    expect((red[0] ?? 0) - (red[2] ?? 0)).toBeGreaterThan(200);
    expect((blue[2] ?? 0) - (blue[0] ?? 0)).toBeGreaterThan(200);
    expect(await colourAt(kept, 20, 380)).toEqual([255, 255, 255]);
    const orientations = await Promise.all(stored.map(async (file) => (await sharp(file).metadata()).orientation));
    expect(new Set(orientations)).toEqual(new Set([undefined]));
  });

  it("comes out in the colours of screens when it is made for print, has sixteen bits, or a profile of its own", async () => {
    const photo = await makePhoto({ width: 400, height: 500, seed: 61 });
    const originals = [
      await sharp(photo).toColourspace("cmyk").withIccProfile("cmyk").jpeg().toBuffer(),
      await sharp(photo).toColourspace("rgb16").png().toBuffer(),
      await sharp(photo).withIccProfile("p3").jpeg({ quality: 90 }).toBuffer(),
      await sharp(photo).greyscale().png().toBuffer(),
    ];

    for (const original of originals) {
      const { stored } = await add(original);
      for (const file of stored) {
        expect(await sharp(file).metadata()).toMatchObject({ space: "srgb", depth: "uchar", channels: 3 });
      }
    }
  });

  it("is white where it was transparent", async () => {
    const original = await sharp({ create: { width: 400, height: 400, channels: 4, background: "#00000000" } })
      .png()
      .toBuffer();
    const { kept } = await add(original);
    expect(await colourAt(kept, 200, 200)).toEqual([255, 255, 255]);
  });

  it("is kept no longer than 2,400 pixels", async () => {
    const original = await sharp({ create: { width: 1_200, height: 4_800, channels: 3, background: "#7a5c3e" } })
      .jpeg()
      .toBuffer();
    const { width, height, contentType } = await add(original);
    expect({ width, height, contentType }).toEqual({ width: 600, height: 2_400, contentType: "image/jpeg" });
  });
});

/** Stores an upright picture as a camera does that was held otherwise: the pixels turned, and a mark how to undo it. */
function asCamera(upright: Buffer, orientation: number): Promise<Buffer> {
  const turned = {
    1: sharp(upright),
    2: sharp(upright).flop(),
    3: sharp(upright).rotate(180),
    4: sharp(upright).flip(),
    5: sharp(upright).rotate(270).flop(),
    6: sharp(upright).rotate(270),
    7: sharp(upright).rotate(90).flop(),
    8: sharp(upright).rotate(90),
  }[orientation];
  if (!turned) throw new Error(`no camera writes ${orientation}`);
  return turned
    .jpeg({ quality: 95, chromaSubsampling: "4:4:4" })
    .toBuffer()
    .then((pixels) =>
      sharp(pixels).withMetadata({ orientation }).jpeg({ quality: 95, chromaSubsampling: "4:4:4" }).toBuffer(),
    );
}

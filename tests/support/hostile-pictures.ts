import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { LARGEST_PICTURE_BYTES } from "~/modules/catalog";
import type { PictureRefusal } from "~/modules/catalog/index.server";
import { makePhoto } from "./pictures";

export function pngChunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const chunk = Buffer.alloc(12 + data.length);
  chunk.writeUInt32BE(data.length, 0);
  named.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(named), 8 + data.length);
  return chunk;
}

const PNG_START = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");

/** A PNG that says it is so large; its pixels are what `packed` unpacks to. */
function png({
  width,
  height,
  depth = 8,
  packed = Buffer.alloc(0),
}: Record<"width" | "height", number> & { depth?: number; packed?: Buffer }): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, 2, 0, 0, 0], 8);
  return Buffer.concat([
    PNG_START,
    pngChunk("IHDR", header),
    pngChunk("IDAT", packed),
    pngChunk("IEND", Buffer.alloc(0)),
  ]);
}

/** Puts chunks behind the header of a PNG. */
export function withPngChunks(picture: Buffer, ...chunks: Buffer[]): Buffer {
  return Buffer.concat([picture.subarray(0, 33), ...chunks, picture.subarray(33)]);
}

/** A box of the ISO base media file format. */
function box(type: string, content: Buffer | string): Buffer {
  const body = Buffer.from(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.length, 0);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, body]);
}

const ftyp = (brands: string) =>
  Buffer.concat([box("ftyp", `${brands.slice(0, 4)}\0\0\0\0${brands}`), box("mdat", "x".repeat(900))]);

/** An archive of nothing, with the entry that makes programs open it. */
const ZIP = Buffer.concat([
  Buffer.from("PK\x01\x02", "latin1"),
  Buffer.alloc(42),
  Buffer.from("PK\x05\x06", "latin1"),
  Buffer.alloc(18),
]);
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"><script>alert(1)</script></svg>';

const after = (picture: Buffer, text: string | Buffer) => Buffer.concat([picture, Buffer.from(text)]);
const half = (picture: Buffer) => picture.subarray(0, Math.floor(picture.length / 2));
const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#b5652b" } });

async function animatedWebp(): Promise<Buffer> {
  const frames = await Promise.all([1, 2].map((seed) => makePhoto({ width: 400, height: 400, seed }, "png")));
  return sharp(frames, { join: { animated: true } })
    .webp()
    .toBuffer();
}

/** A comment of a JPEG, behind its beginning, where other readers look for theirs. */
function withJpegComment(picture: Buffer, text: string): Buffer {
  const comment = Buffer.from(text);
  const head = Buffer.from([0xff, 0xfe, 0, 0]);
  head.writeUInt16BE(comment.length + 2, 2);
  return Buffer.concat([picture.subarray(0, 2), head, comment, picture.subarray(2)]);
}

/** A JPEG whose header says it is so large. */
function jpegThatSays(picture: Buffer, width: number, height: number): Buffer {
  const at = picture.indexOf(Buffer.from([0xff, 0xc0]));
  const changed = Buffer.from(picture);
  changed.writeUInt16BE(height, at + 5);
  changed.writeUInt16BE(width, at + 7);
  return changed;
}

export type HostileFile = { what: string; name: string; make: () => Promise<Buffer> | Buffer; refusal: PictureRefusal };

const jpeg = (seed: number) => makePhoto({ width: 400, height: 500, seed });

/** Files that somebody sends by mistake or on purpose, and what they are refused for. */
export const HOSTILE_FILES: readonly HostileFile[] = [
  { what: "nothing at all", name: "a.jpg", make: () => Buffer.alloc(0), refusal: "empty" },
  {
    what: "one byte over the limit",
    name: "a.jpg",
    make: () => Buffer.alloc(LARGEST_PICTURE_BYTES + 1, 0xff),
    refusal: "file-too-large",
  },
  { what: "zeros", name: "a.png", make: () => Buffer.alloc(5_000), refusal: "not-a-picture" },
  { what: "text", name: "a.jpg", make: () => Buffer.from("not a picture"), refusal: "not-a-picture" },
  {
    what: "a page",
    name: "a.webp",
    make: () => Buffer.from("<!doctype html><script>alert(1)</script>"),
    refusal: "not-a-picture",
  },
  { what: "a PDF called PNG", name: "a.png", make: () => Buffer.from("%PDF-1.7\n1 0 obj\n"), refusal: "not-a-picture" },
  { what: "an archive", name: "a.jpg", make: () => ZIP, refusal: "not-a-picture" },
  { what: "an SVG with a script", name: "a.svg", make: () => Buffer.from(SVG), refusal: "unsupported-format" },
  {
    what: "an SVG called JPEG",
    name: "a.jpg",
    make: () => Buffer.from(`<?xml version="1.0"?>\n${SVG}`),
    refusal: "unsupported-format",
  },
  { what: "a GIF", name: "a.gif", make: () => plain(400, 400).gif().toBuffer(), refusal: "unsupported-format" },
  {
    what: "a BMP",
    name: "a.bmp",
    make: () => Buffer.concat([Buffer.from("BM"), Buffer.alloc(2_000)]),
    refusal: "unsupported-format",
  },
  { what: "a TIFF", name: "a.tif", make: () => plain(400, 400).tiff().toBuffer(), refusal: "unsupported-format" },
  {
    what: "a Photoshop file",
    name: "a.psd",
    make: () => Buffer.concat([Buffer.from("8BPS"), Buffer.alloc(2_000)]),
    refusal: "unsupported-format",
  },
  { what: "a HEIC", name: "a.heic", make: () => ftyp("heicmif1heic"), refusal: "heic" },
  { what: "a HEIC called JPEG", name: "a.jpg", make: () => ftyp("mif1heic"), refusal: "heic" },
  { what: "a film", name: "a.mp4", make: () => ftyp("isomiso2mp41"), refusal: "not-a-picture" },
  { what: "an AVIF of nothing", name: "a.avif", make: () => ftyp("avifmif1miaf"), refusal: "not-a-picture" },
  { what: "an AVIF film", name: "a.avif", make: () => ftyp("avisavifmsf1"), refusal: "animated" },
  {
    what: "an animated WebP",
    name: "a.webp",
    make: () => animatedWebp(),
    refusal: "animated",
  },
  {
    what: "an animated PNG",
    name: "a.png",
    make: async () =>
      withPngChunks(await plain(400, 400).png().toBuffer(), pngChunk("acTL", Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]))),
    refusal: "animated",
  },
  { what: "a JPEG and an archive", name: "a.jpg", make: async () => after(await jpeg(31), ZIP), refusal: "two-in-one" },
  {
    what: "a PNG and an archive",
    name: "a.png",
    make: async () => after(await plain(400, 400).png().toBuffer(), ZIP),
    refusal: "two-in-one",
  },
  {
    what: "a JPEG and a page",
    name: "a.html",
    make: async () => after(await jpeg(32), "<html><body>Salam"),
    refusal: "two-in-one",
  },
  {
    what: "a JPEG with PHP in its comment",
    name: "a.php",
    make: async () => withJpegComment(await jpeg(33), "<?php system($_GET['c']); ?>"),
    refusal: "two-in-one",
  },
  {
    what: "a JPEG with a script in its comment",
    name: "a.jpg",
    make: async () => withJpegComment(await jpeg(34), "*/<SCRIPT src=//x.example></SCRIPT>"),
    refusal: "two-in-one",
  },
  {
    what: "a JPEG and a PDF",
    name: "a.pdf",
    make: async () => withJpegComment(await jpeg(35), "%PDF-1.7"),
    refusal: "two-in-one",
  },
  { what: "a JPEG cut off half way", name: "a.jpg", make: async () => half(await jpeg(36)), refusal: "truncated" },
  {
    what: "a PNG cut off half way",
    name: "a.png",
    make: async () => half(await makePhoto({ width: 400, height: 500 }, "png")),
    refusal: "truncated",
  },
  {
    what: "a WebP cut off half way",
    name: "a.webp",
    make: async () => half(await makePhoto({ width: 400, height: 500 }, "webp")),
    refusal: "truncated",
  },
  {
    what: "an AVIF cut off half way",
    name: "a.avif",
    make: async () => half(await makePhoto({ width: 400, height: 500 }, "avif")),
    refusal: "truncated",
  },
  {
    what: "the beginning of a JPEG",
    name: "a.jpg",
    make: () => Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
    refusal: "truncated",
  },
  { what: "the beginning of a PNG", name: "a.png", make: () => PNG_START, refusal: "truncated" },
  {
    what: "a PNG of noise",
    name: "a.png",
    make: () => png({ width: 500, height: 500, packed: Buffer.alloc(3_000, 0xa5) }),
    refusal: "truncated",
  },
  {
    what: "a PNG that unpacks to less than it says",
    name: "a.png",
    make: () => png({ width: 500, height: 500, packed: deflateSync(Buffer.alloc(4_000)) }),
    refusal: "truncated",
  },
  {
    what: "a PNG of four billion pixels",
    name: "a.png",
    make: () => png({ width: 65_500, height: 65_500, packed: deflateSync(Buffer.alloc(9_000)) }),
    refusal: "too-many-pixels",
  },
  {
    what: "a PNG as wide as a number can be",
    name: "a.png",
    make: () => png({ width: 2_147_483_647, height: 2_147_483_647 }),
    refusal: "not-a-picture",
  },
  {
    what: "a small PNG that unpacks to 81 megapixels",
    name: "a.png",
    make: () => plain(9_000, 9_000).png().toBuffer(),
    refusal: "too-many-pixels",
  },
  {
    what: "a JPEG that says it is 65,500 pixels long",
    name: "a.jpg",
    make: async () => jpegThatSays(await jpeg(37), 65_500, 65_500),
    refusal: "too-many-pixels",
  },
  { what: "a thumbnail", name: "a.jpg", make: () => makePhoto({ width: 319, height: 400 }), refusal: "too-small" },
  { what: "one pixel", name: "a.png", make: () => plain(1, 1).png().toBuffer(), refusal: "too-small" },
];

import sharp from "sharp";
import { findPicture } from "~/modules/catalog/index.server";
import type { Db } from "~/platform/db/db.server";
import type { FileStore } from "~/platform/files/port";
import { qrSvg } from "~/platform/http/qr.server";
import type { Catalogue } from "./content.server";

/** All pictures together, in bytes: letters and pages come on top, and the file has to pass by mail (25 MB). */
const BUDGET = 20_000_000;
/** Widths of a kept rendition, in pixels, the sharpest first; a listing's picture is printed 96 mm wide. */
const WIDTHS = [960, 640, 320] as const;
const COVER_WIDTH = 1280;
const DETAIL_WIDTH = 320;
/** Smaller pictures beside the first. */
const MOST_DETAILS = 3;
/** Of the budget, where the rest is for details. */
const SHARE_OF_FIRSTS = 0.7;
/** A catalogue with more listings shows one picture of each. */
const MOST_LISTINGS_WITH_DETAILS = 80;
/** People watch the count: as often as it may look alive. */
const TELL_EVERY = 10;
const JPEG_QUALITY = 82;

type Watching = { signal: AbortSignal | undefined; onProgress: (count: number) => Promise<void> };

export const coverName = "cover.jpg";
export const pictureName = (entry: number, picture: number) => `${entry}-${picture}.jpg`;
export const qrName = (entry: number | "cover") => `qr-${entry}.svg`;

/** Pictures and QR codes of a catalogue by name, as sharp as the size of the file allows. */
export async function gatherPictures(
  db: Db,
  files: FileStore,
  { entries, cover, url }: Catalogue,
  { signal, onProgress }: Watching,
): Promise<Map<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>([[qrName("cover"), Buffer.from(qrSvg(url))]]);
  const read = (sha256: string, width: (typeof WIDTHS)[number] | typeof COVER_WIDTH) =>
    readJpeg(db, files, sha256, width);
  const front = cover === undefined ? undefined : await read(cover, COVER_WIDTH);
  if (front) found.set(coverName, front);
  const details = entries.length <= MOST_LISTINGS_WITH_DETAILS ? MOST_DETAILS : 0;
  const share = (BUDGET * (details > 0 ? SHARE_OF_FIRSTS : 1)) / entries.length;
  let left = BUDGET - (front?.length ?? 0);
  for (const [index, entry] of entries.entries()) {
    signal?.throwIfAborted();
    found.set(qrName(index), Buffer.from(qrSvg(`${entry.url}${entry.url.includes("?") ? "&" : "?"}src=qr`)));
    const [first, ...others] = entry.pictures;
    const main = first && (await sharpestWithin(share, (width) => read(first.sha256, width)));
    if (main) found.set(pictureName(index, 0), main);
    left -= main?.length ?? 0;
    for (const [at, { sha256 }] of others.slice(0, details).entries()) {
      const detail = await read(sha256, DETAIL_WIDTH);
      if (!detail || detail.length > left) continue;
      found.set(pictureName(index, at + 1), detail);
      left -= detail.length;
    }
    if ((index + 1) % TELL_EVERY === 0) await onProgress(index + 1);
  }
  return found;
}

async function sharpestWithin(
  bytes: number,
  read: (width: (typeof WIDTHS)[number]) => Promise<Uint8Array | undefined>,
): Promise<Uint8Array | undefined> {
  let found: Uint8Array | undefined;
  for (const width of WIDTHS) {
    found = await read(width);
    if (!found || found.length <= bytes) break;
  }
  return found;
}

/** The typesetter would unpack any other format into something many times as large. */
async function readJpeg(
  db: Db,
  files: FileStore,
  sha256: string,
  width: (typeof WIDTHS)[number] | typeof COVER_WIDTH,
): Promise<Uint8Array | undefined> {
  const picture = await findPicture(db, files, { sha256, width, format: "jpeg" });
  if (!picture || (picture.isExact && picture.format === "jpeg")) return picture?.content;
  return sharp(picture.content)
    .resize({ width, withoutEnlargement: true })
    .jpeg({ quality: JPEG_QUALITY, mozjpeg: true })
    .toBuffer();
}

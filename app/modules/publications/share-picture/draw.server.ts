import { createHash } from "node:crypto";
import sharp from "sharp";
import { findPicture } from "~/modules/catalog/index.server";
import type { Db } from "~/platform/db/db.server";
import type { FileStore } from "~/platform/files/port";
import { findShareFacts, siteFacts, type ShareFacts, type ShareKind } from "./facts.server";
import { COLOURS, PICTURE_WIDTH, SHARE_HEIGHT, SHARE_WIDTH, shareSvg } from "./layout.server";

/** A JPEG of 1200 × 630 pixels; `etag` changes when anything on it does. */
export type SharePicture = { etag: string; draw: () => Promise<Uint8Array<ArrayBuffer>> };

type Question = {
  /** What is shared; the site itself when undefined. */
  of: { kind: ShareKind; slug: string } | undefined;
  url: URL;
  now: Date;
};

/** Raised when the drawing itself changes. */
const DESIGN = 1;
/** Drawn pictures kept by a process, about 80 kB each: a link that spreads is asked for by many at once. */
const MOST_KEPT = 100;
const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/**
 * The picture that is shown where a page is shared: its own picture with title, seller, place and price. It is drawn
 * only when `draw` is called.
 *
 * @returns undefined when the public sees no such thing
 */
export async function drawSharePicture(
  db: Db,
  files: FileStore,
  { of, url, now }: Question,
): Promise<SharePicture | undefined> {
  const facts = of ? await findShareFacts(db, { ...of, url, now }) : siteFacts();
  if (!facts) return undefined;
  const picture =
    facts.sha256 === undefined
      ? undefined
      : await findPicture(db, files, { sha256: facts.sha256, width: 640, format: "jpeg" });
  const version = JSON.stringify([DESIGN, facts, picture?.isExact, picture?.format]);
  const etag = `"${createHash("sha256").update(version).digest("base64url").slice(0, 27)}"`;
  return { etag, draw: () => drawOnce(etag, facts, picture?.content) };
}

function drawOnce(etag: string, facts: ShareFacts, photograph: Buffer | undefined): Promise<Uint8Array<ArrayBuffer>> {
  const found = kept.get(etag) ?? drawAnew(facts, photograph);
  // Set again, so that the first in the map is the one not asked for the longest.
  kept.delete(etag);
  kept.set(etag, found);
  found.catch(() => kept.delete(etag));
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
  return found;
}

async function drawAnew(facts: ShareFacts, photograph: Buffer | undefined): Promise<Uint8Array<ArrayBuffer>> {
  const front =
    photograph && (await sharp(photograph).resize(PICTURE_WIDTH, SHARE_HEIGHT, { fit: "cover" }).toBuffer());
  const drawn = await sharp({
    create: { width: SHARE_WIDTH, height: SHARE_HEIGHT, channels: 3, background: COLOURS.ground },
  })
    .composite([
      ...(front ? [{ input: front, left: 0, top: 0 }] : []),
      { input: Buffer.from(shareSvg(facts, front !== undefined)), left: 0, top: 0 },
    ])
    .jpeg({ quality: 84 })
    .toBuffer();
  return new Uint8Array(drawn);
}

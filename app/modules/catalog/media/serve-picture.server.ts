import type { Request, RequestHandler, Response } from "express";
import type { Db } from "~/platform/db/db.server";
import type { FileStore } from "~/platform/files/port";
import {
  nearestRendition,
  PICTURE_FORMATS,
  PICTURE_WIDTHS,
  renditionKey,
  type PictureFormat,
  type RenditionSpec,
} from "./renditions";

export type FoundPicture = {
  content: Buffer;
  format: PictureFormat;
  /** False: another rendition stands in until the wanted one is made. */
  isExact: boolean;
};

/** The file of a picture's rendition, or the nearest that exists. Undefined: there is no such picture. */
export async function findPicture(
  db: Db,
  files: FileStore,
  { sha256, ...wanted }: { sha256: string } & RenditionSpec,
): Promise<FoundPicture | undefined> {
  const exact = await files.read(renditionKey(sha256, wanted));
  if (exact) return { content: exact.content, format: wanted.format, isExact: true };
  const existing = await db
    .selectFrom("mediaRenditions")
    .innerJoin("mediaFiles", "mediaFiles.id", "mediaRenditions.mediaId")
    .where("mediaFiles.sha256", "=", sha256)
    .select(["mediaRenditions.format", "mediaRenditions.width", "mediaRenditions.fileKey"])
    .execute();
  const nearest = nearestRendition(wanted, existing);
  const file = nearest && (await files.read(nearest.fileKey));
  if (!file) return undefined;
  const format = PICTURE_FORMATS.find((one) => one === nearest.format) ?? "jpeg";
  return { content: file.content, format, isExact: false };
}

const PATH = /^\/([0-9a-f]{64})\/(\d{2,4})\.(avif|webp|jpeg)$/;

/** What the path below `/media` asks for, or undefined when it is none of ours. */
export function readPicturePath(path: string): ({ sha256: string } & RenditionSpec) | undefined {
  const match = PATH.exec(path);
  const width = PICTURE_WIDTHS.find((one) => String(one) === match?.[2]);
  const format = PICTURE_FORMATS.find((one) => one === match?.[3]);
  return match?.[1] !== undefined && width && format ? { sha256: match[1], width, format } : undefined;
}

/**
 * Answers `/media/<sha256>/<width>.<format>`. A rendition never changes under its address, so it is kept for good; one
 * that stands in for another is not kept at all.
 */
export function mediaHandler(db: Db, files: FileStore): RequestHandler {
  const answer = async (request: Request, response: Response): Promise<void> => {
    const wanted = request.method === "GET" || request.method === "HEAD" ? readPicturePath(request.path) : undefined;
    const found = wanted && (await findPicture(db, files, wanted));
    if (wanted && found) answerPicture(request, response, wanted, found);
    else response.status(404).set("Cache-Control", "no-store").type("text/plain").send("No such picture\n");
  };
  return (request, response, fail) => {
    answer(request, response).catch(fail);
  };
}

function answerPicture(
  request: Request,
  response: Response,
  { sha256, width, format }: { sha256: string } & RenditionSpec,
  found: FoundPicture,
): void {
  response.type(`image/${found.format}`);
  if (found.isExact) {
    const etag = `"${sha256.slice(0, 32)}-${width}-${format}"`;
    response.set({ "Cache-Control": "public, max-age=31536000, immutable", ETag: etag });
    if (request.headers["if-none-match"] === etag) {
      response.status(304).end();
      return;
    }
  } else {
    response.set("Cache-Control", "no-store");
  }
  // Not `send`, which would give a stand-in an ETag to be revalidated by.
  response.set("Content-Length", String(found.content.length));
  response.end(request.method === "HEAD" ? undefined : found.content);
}

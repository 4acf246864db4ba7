import type { NextFunction, Request, Response } from "express";
import { isHeld, sharedLifeMs } from "./cache-headers.server";

/** An answer is served again until so long after it was begun, in milliseconds. */
const FRESH_MS = 1_500;
/** While one reader's page is drawn anew the others get the last one, no longer than this: a suspension holds within 2 s. */
const OLDEST_MS = 1_950;
const LARGEST_PAGE = 2_000_000;
const LARGEST_CACHE = 48_000_000;

type Kept = {
  /** When it was begun to be drawn: what it shows may be as old as that. */
  at: number;
  status: number;
  /** It may be served no longer than this, in milliseconds: a page ends where its `Cache-Control` says so. */
  lifeMs: number;
  headers: [string, string | string[]][];
  body: Buffer;
  /** Somebody's page is being drawn that will take its place. */
  isRenewed: boolean;
};

/**
 * Keeps finished public answers of this process for a moment, packed as they went out, so that a crowd on one page costs
 * one rendering. What it keeps is what a shared cache may keep: it looks at `Cache-Control` and nothing else.
 */
export function pageCache() {
  const kept = new Map<string, Kept>();
  let size = 0;

  const forget = (key: string) => {
    size -= kept.get(key)?.body.length ?? 0;
    kept.delete(key);
  };

  const keep = (key: string, page: Kept) => {
    // One that was begun earlier may be done later.
    if ((kept.get(key)?.at ?? 0) > page.at) return;
    forget(key);
    kept.set(key, page);
    size += page.body.length;
    for (const oldest of kept.keys()) {
      if (size <= LARGEST_CACHE) break;
      forget(oldest);
    }
  };

  return (request: Request, response: Response, next: NextFunction) => {
    if (request.method !== "GET") return next();
    const key = `${packing(request)} ${request.originalUrl}`;
    const found = kept.get(key);
    if (found && mayBeServed(found)) {
      response.status(found.status);
      for (const [name, value] of found.headers) response.setHeader(name, value);
      response.setHeader("X-Page-Cache", "hit");
      const etag = response.getHeader("ETag");
      if (typeof etag === "string" && isHeld(request.headers["if-none-match"], etag)) {
        return response.status(304).end();
      }
      return response.end(found.body);
    }
    if (found) found.isRenewed = true;
    const begun = Date.now();
    collect(response, (body) => {
      const cacheControl = String(response.getHeader("Cache-Control") ?? "");
      const isPublic = cacheControl.startsWith("public");
      if (response.statusCode !== 200 || !isPublic || response.hasHeader("Set-Cookie") || body.length > LARGEST_PAGE) {
        forget(key);
        return;
      }
      const headers = Object.entries(response.getHeaders()).flatMap(([name, value]): [string, string | string[]][] =>
        value === undefined || PER_REQUEST.has(name) ? [] : [[name, typeof value === "number" ? String(value) : value]],
      );
      keep(key, { at: begun, status: 200, lifeMs: sharedLifeMs(cacheControl), headers, body, isRenewed: false });
    });
    return next();
  };
}

function mayBeServed({ at, lifeMs, isRenewed }: Kept): boolean {
  const age = Date.now() - at;
  if (age >= lifeMs) return false;
  return age < FRESH_MS || (isRenewed && age < OLDEST_MS);
}

const PER_REQUEST = new Set(["x-request-id", "date", "connection", "keep-alive", "transfer-encoding"]);

function packing(request: Request): "br" | "gzip" | "plain" {
  const accepted = request.acceptsEncodings("br", "gzip");
  return accepted === "br" || accepted === "gzip" ? accepted : "plain";
}

/** Hears the bytes that go out, without delaying them. */
function collect(response: Response, done: (body: Buffer) => void): void {
  const pieces: Buffer[] = [];
  const write = response.write.bind(response);
  const end = response.end.bind(response);
  const hear = (piece: unknown, encoding: unknown) => {
    if (typeof piece === "string")
      pieces.push(Buffer.from(piece, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8"));
    else if (piece instanceof Uint8Array) pieces.push(Buffer.from(piece));
  };
  // The types of both describe overloads; the arguments are passed on as they came.
  response.write = ((...args: Parameters<typeof write>) => {
    hear(args[0], args[1]);
    return write(...args);
  }) as typeof write;
  response.end = ((...args: Parameters<typeof end>) => {
    hear(args[0], args[1]);
    done(Buffer.concat(pieces));
    return end(...args);
  }) as typeof end;
}

import type { NextFunction, Request, Response } from "express";
import { isHeld } from "./cache-headers.server";

/** A finished answer is served again for this long, in milliseconds: a suspension must be effective within two seconds. */
const FRESH_MS = 1_500;
const LARGEST_PAGE = 2_000_000;
const LARGEST_CACHE = 48_000_000;

type Kept = { at: number; status: number; headers: [string, string | string[]][]; body: Buffer };

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
    if (found && Date.now() - found.at < FRESH_MS) {
      response.status(found.status);
      for (const [name, value] of found.headers) response.setHeader(name, value);
      response.setHeader("X-Page-Cache", "hit");
      const etag = response.getHeader("ETag");
      if (typeof etag === "string" && isHeld(request.headers["if-none-match"], etag)) {
        return response.status(304).end();
      }
      return response.end(found.body);
    }
    if (found) forget(key);
    collect(response, (body) => {
      const isPublic = String(response.getHeader("Cache-Control") ?? "").startsWith("public");
      if (response.statusCode !== 200 || !isPublic || response.hasHeader("Set-Cookie") || body.length > LARGEST_PAGE)
        return;
      const headers = Object.entries(response.getHeaders()).flatMap(([name, value]): [string, string | string[]][] =>
        value === undefined || PER_REQUEST.has(name) ? [] : [[name, typeof value === "number" ? String(value) : value]],
      );
      keep(key, { at: Date.now(), status: 200, headers, body });
    });
    return next();
  };
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

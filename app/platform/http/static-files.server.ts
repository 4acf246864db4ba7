import { readdirSync, statSync } from "node:fs";
import { extname, join, relative } from "node:path";
import type { Handler } from "express";

const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
};

/**
 * The files of the build, packed with brotli where that was done at build time. Files under `assets/` carry a hash of
 * their content in their name and never change. The list is read once: a build is not edited while it is served, and a
 * page must not wait for the disk to say that it is no file.
 */
export function precompressed(folder: string): Handler {
  const files = new Map<string, { path: string; packed: boolean; type: string }>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const extension = extname(entry.name);
    const type = TYPES[extension] ?? "application/octet-stream";
    if (!entry.isFile() || extension === ".br") continue;
    files.set(`/${relative(folder, path)}`, {
      path,
      type,
      packed: statSync(`${path}.br`, { throwIfNoEntry: false }) !== undefined,
    });
  }
  return (request, response, next) => {
    const file = files.get(request.path);
    if (!file || (request.method !== "GET" && request.method !== "HEAD")) return next();
    const isPacked = file.packed && request.acceptsEncodings("br") === "br";
    response.setHeader("Content-Type", file.type);
    response.setHeader("Vary", "Accept-Encoding");
    response.setHeader(
      "Cache-Control",
      request.path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "public, max-age=3600",
    );
    if (isPacked) response.setHeader("Content-Encoding", "br");
    response.sendFile(isPacked ? `${file.path}.br` : file.path, { root: process.cwd(), cacheControl: false });
  };
}

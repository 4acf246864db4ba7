import { createHash } from "node:crypto";

/** Shared caches keep a public page this long, in seconds: a suspension reaches them within it. */
const SHARED_SECONDS = 60;
const STALE_SECONDS = 600;

export const PUBLIC_CACHE = `public, max-age=0, s-maxage=${SHARED_SECONDS}, stale-while-revalidate=${STALE_SECONDS}`;
export const PRIVATE_CACHE = "private, no-store";

export function etagOf(body: string): string {
  return `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
}

/** Does the reader already hold this version? (RFC 9110, 13.1.2; weak comparison) */
export function isHeld(ifNoneMatch: string | null | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false;
  return ifNoneMatch.split(",").some((held) => held.trim().replace(/^W\//, "") === etag || held.trim() === "*");
}

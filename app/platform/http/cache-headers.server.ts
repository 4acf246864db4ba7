import { createHash } from "node:crypto";

/**
 * Shared caches serve a public page for so long without asking, and for so long again while they ask, in seconds.
 * Together at most a minute: what is suspended is gone from every cache within it.
 */
const SHARED_SECONDS = 30;
const STALE_SECONDS = 30;

export const PUBLIC_CACHE = `public, max-age=0, s-maxage=${SHARED_SECONDS}, stale-while-revalidate=${STALE_SECONDS}`;
export const PRIVATE_CACHE = "private, no-store";

export function etagOf(body: string | Uint8Array): string {
  return `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
}

/** Does the reader already hold this version? (RFC 9110, 13.1.2; weak comparison) */
export function isHeld(ifNoneMatch: string | null | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false;
  return ifNoneMatch.split(",").some((held) => held.trim().replace(/^W\//, "") === etag || held.trim() === "*");
}

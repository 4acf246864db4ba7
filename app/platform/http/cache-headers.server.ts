import { createHash } from "node:crypto";

/**
 * Shared caches serve a public page for so long without asking, and for so long again while they ask, in seconds.
 * Together at most a minute: what is suspended is gone from every cache within it.
 */
const SHARED_SECONDS = 30;
const STALE_SECONDS = 30;

export const PUBLIC_CACHE = publicFor(SHARED_SECONDS, STALE_SECONDS);
export const PRIVATE_CACHE = "private, no-store";

function publicFor(shared: number, stale: number): string {
  return `public, max-age=0, s-maxage=${shared}, stale-while-revalidate=${stale}`;
}

/** `PUBLIC_CACHE`, cut off where the page becomes another one. Whole seconds, rounded down. */
export function publicCacheUntil(freshUntil: Date | undefined, now: Date): string {
  if (freshUntil === undefined) return PUBLIC_CACHE;
  const left = Math.max(0, Math.floor((freshUntil.getTime() - now.getTime()) / 1_000));
  const shared = Math.min(SHARED_SECONDS, left);
  return publicFor(shared, Math.min(STALE_SECONDS, left - shared));
}

/** How long an answer may be served at most by what its `Cache-Control` says to shared caches, in milliseconds. */
export function sharedLifeMs(cacheControl: string): number {
  const seconds = (name: string) => Number(new RegExp(`\\b${name}=(\\d+)`).exec(cacheControl)?.[1]);
  const shared = seconds("s-maxage");
  return Number.isNaN(shared) ? Infinity : (shared + (seconds("stale-while-revalidate") || 0)) * 1_000;
}

export function etagOf(body: string | Uint8Array): string {
  return `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
}

/** Does the reader already hold this version? (RFC 9110, 13.1.2; weak comparison) */
export function isHeld(ifNoneMatch: string | null | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false;
  return ifNoneMatch.split(",").some((held) => held.trim().replace(/^W\//, "") === etag || held.trim() === "*");
}

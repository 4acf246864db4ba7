import type { Away } from "./away";
import { PUBLIC_CACHE } from "./cache-headers.server";

export function missing(): Response {
  return new Response(null, { status: 404 });
}

/** @throws 404 as a page when there is nothing */
export function orNotFound<Value>(value: Value | undefined | null): Value {
  if (value === undefined || value === null) throw missing();
  return value;
}

/** The answer for what was public once and is not at the moment. It does not say why: that is between it and the Federation. */
export function away(what: Away): Response {
  return new Response(what, { status: 404 });
}

/** The answer for what was public once and is taken away for good. */
export function gone(): Response {
  return new Response(null, { status: 410 });
}

/** Sends readers of an old address on for good, but not past the next change: shared caches keep it like a page. */
export function moved(path: string): Response {
  return new Response(null, { status: 301, headers: { Location: path, "Cache-Control": PUBLIC_CACHE } });
}

/** Sends one reader elsewhere, this time. */
export function sentTo(path: string): Response {
  return new Response(null, { status: 302, headers: { Location: path, "Cache-Control": "no-store" } });
}

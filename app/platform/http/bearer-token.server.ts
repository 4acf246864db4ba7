import { timingSafeEqual } from "node:crypto";

/** Compares in constant time, so that a token cannot be guessed letter by letter. */
export function bearsToken(authorization: string | null | undefined, token: string): boolean {
  const given = Buffer.from(authorization ?? "");
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

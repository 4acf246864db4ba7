import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "~/platform/env.server";
import { FASTEST_FORM_MS } from "../rules";

const seal = (millis: string) => createHmac("sha256", env.SESSION_SECRET).update(`shown ${millis}`).digest("base64url");

/** When a form was shown, sealed: it travels in the form and comes back with it. */
export function shownAt(now: Date): string {
  const millis = String(now.getTime());
  return `${millis}.${seal(millis)}`;
}

/**
 * Whether a form came back faster than anybody fills it in, or with a seal that is not ours. Who really was that fast
 * presses once more.
 */
export function isTooFast(shown: string | undefined, now: Date): boolean {
  const [millis = "", given = ""] = (shown ?? "").split(".");
  const expected = Buffer.from(seal(millis));
  const actual = Buffer.from(given);
  if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) return true;
  return now.getTime() - Number(millis) < FASTEST_FORM_MS;
}

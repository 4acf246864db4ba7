import { digestOfToken, drawSecretToken } from "~/platform/session/secret-token.server";
import { makeCookie, readCookie } from "./first-visit.server";

const GUEST_COOKIE = "karvan_guest";
const TOKEN = /^[\w-]{43}$/;

/** Digest of what a guest's browser was given for a link; undefined when it was given nothing. */
export function guestVisitOf(request: Request): string | undefined {
  const token = readCookie(request, GUEST_COOKIE);
  return token !== undefined && TOKEN.test(token) ? digestOfToken(token) : undefined;
}

/**
 * What a guest's browser is to keep from now on, in days. A new token each time that a link is exchanged: one that was
 * planted before opens nothing.
 */
export function drawGuestVisit(days: number): { digest: string; cookie: string } {
  const { token, digest } = drawSecretToken();
  return { digest, cookie: `${makeCookie(GUEST_COOKIE, token, days * 86_400)}; HttpOnly` };
}

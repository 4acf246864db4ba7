import { digestOfToken, drawSecretToken } from "~/platform/session/secret-token.server";
import { CART_COUNT_COOKIE } from "./cart-count";
import { makeCookie, readCookie } from "./first-visit.server";

const CART_COOKIE = "karvan_cart";
const TOKEN = /^[\w-]{43}$/;
/** A guest's cart is kept as long as her browser keeps this, in seconds. */
const CART_SECONDS = 60 * 86_400;

/** Digest of what a browser was given when somebody first put a thing into its cart. */
export function cartVisitOf(request: Request): string | undefined {
  const token = readCookie(request, CART_COOKIE);
  return token !== undefined && TOKEN.test(token) ? digestOfToken(token) : undefined;
}

export function drawCartVisit(): { digest: string; cookie: string } {
  const { token, digest } = drawSecretToken();
  return { digest, cookie: `${makeCookie(CART_COOKIE, token, CART_SECONDS)}; HttpOnly` };
}

/** Tells the browser how many lines its cart has; none is forgotten. */
export function cartCountCookie(count: number): string {
  return makeCookie(CART_COUNT_COOKIE, count > 0 ? String(count) : "", CART_SECONDS);
}

/**
 * How many lines the cart of this browser has, for the number in the header. Public pages are the same for everybody and say
 * nothing of carts; the browser itself puts the number on them, from a cookie that its scripts may read.
 */
export const CART_COUNT_COOKIE = "karvan_cart_lines";

/** @param cookies as `document.cookie` has them */
export function cartCountOf(cookies: string): number {
  const pair = cookies.split("; ").find((one) => one.startsWith(`${CART_COUNT_COOKIE}=`));
  const count = pair?.slice(CART_COUNT_COOKIE.length + 1) ?? "";
  return /^[1-9]\d{0,2}$/.test(count) ? Number(count) : 0;
}

import { m } from "~/paraglide/messages.js";
import type { CartRefusal } from "./change-cart.server";

export const cartRefusalText: Readonly<Record<CartRefusal, () => string>> = {
  "listing-missing": m["checkout.cart.put.missing"],
  "cart-full": m["checkout.cart.put.full"],
  "line-missing": m["checkout.cart.put.line"],
  "too-many-pieces": m["checkout.cart.put.pieces"],
  throttled: m["checkout.cart.put.throttled"],
};

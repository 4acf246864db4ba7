import { m } from "~/paraglide/messages.js";
import type { CheckoutRefusal } from "./start-checkout.server";

export const checkoutRefusalText: Readonly<Record<CheckoutRefusal, () => string>> = {
  "cart-empty": m["checkout.refusal.empty"],
  "cart-lost": m["checkout.refusal.lost"],
  "cannot-order": m["checkout.refusal.cannot"],
  "total-changed": m["checkout.refusal.total"],
  "address-missing": m["checkout.refusal.address"],
  "other-country": m["checkout.refusal.country"],
  "email-missing": m["checkout.refusal.email"],
  "own-shop": m["checkout.refusal.ownShop"],
  "out-of-stock": m["checkout.refusal.stock"],
  "being-paid": m["checkout.refusal.beingPaid"],
  throttled: m["checkout.refusal.throttled"],
  "order-missing": m["checkout.refusal.missing"],
  "nothing-due": m["checkout.refusal.nothing"],
  "method-not-offered": m["checkout.refusal.method"],
};

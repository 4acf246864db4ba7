/** Why nothing was ordered. */
export type PlaceRefusal =
  | "cart-empty"
  | "cart-lost"
  | "cannot-order"
  | "total-changed"
  | "address-missing"
  | "other-country"
  | "email-missing"
  | "own-shop"
  | "out-of-stock";

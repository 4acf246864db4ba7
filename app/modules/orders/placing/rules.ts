import { isCarried, type PricedGroup } from "../cart/price-cart";
import type { OrderAddress } from "../types";
import type { PlaceRefusal } from "./refusals";

type Asked = {
  reader: { destination: string };
  seenTotalMinor: bigint;
  address: OrderAddress | undefined;
  groups: readonly string[];
};

/** First reason why what was chosen of a cart is not ordered as the page says. */
export function whyNotPlace(groups: readonly PricedGroup[], asked: Asked): PlaceRefusal | undefined {
  if (groups.length === 0) return "cart-empty";
  if (groups.length !== new Set(asked.groups).size || groups.some(({ total }) => total === undefined)) {
    return "cannot-order";
  }
  const total = groups.reduce((sum, group) => sum + (group.total?.amountMinor ?? 0n), 0n);
  if (total !== asked.seenTotalMinor) return "total-changed";
  if (!groups.some(isCarried)) return undefined;
  if (!asked.address) return "address-missing";
  return asked.address.country === asked.reader.destination ? undefined : "other-country";
}

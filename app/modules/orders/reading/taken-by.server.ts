import { m } from "~/paraglide/messages.js";
import { textIn, type Locale } from "~/platform/i18n/locales";
import { merchantPlace } from "./merchant-place.server";
import type { OrderRecord } from "./record.server";

const TAKEN_AT_DOOR = {
  buyer: m["orders.page.takenAtDoor.buyer"],
  seller: m["orders.page.takenAtDoor.seller"],
  staff: m["orders.page.takenAtDoor.staff"],
} as const;

/** Who takes the money, as it stands on the buyer's statement; what is paid at the door its maker takes, and no bank sees. */
export function takenBy(
  { paymentMethod, merchant, sellerNames }: Pick<OrderRecord, "paymentMethod" | "merchant" | "sellerNames">,
  { side, lang }: { side: keyof typeof TAKEN_AT_DOOR; lang: Locale },
): string {
  return paymentMethod === "at_pick_up"
    ? TAKEN_AT_DOOR[side]({ seller: textIn(sellerNames, lang).text })
    : m["orders.page.merchant"]({ ...merchant, place: merchantPlace(merchant, lang) });
}

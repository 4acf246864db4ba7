import { m } from "~/paraglide/messages.js";
import type { Locale } from "~/platform/i18n/locales";
import { formatMoney } from "~/platform/money";
import type { HeldOrder } from "../steps/take-step.server";

type Ended = Pick<HeldOrder, "receivedMinor" | "refundedMinor" | "paymentMethod" | "currency" | "dispute">;

/** What of an order that is ended goes back to the buyer and how; what her bank has given her already does not go back again. */
export function endingTexts(order: Ended, locale: Locale): string[] {
  const { receivedMinor, refundedMinor, paymentMethod, currency, dispute } = order;
  if (receivedMinor === 0n) return [m["orders.letter.goesBack.nothing"]({}, { locale })];
  const leftMinor = receivedMinor - refundedMinor;
  if (leftMinor <= 0n || dispute === "lost") return [];
  const amount = formatMoney({ amountMinor: leftMinor, currency }, locale);
  return paymentMethod === "stripe"
    ? [m["orders.page.goingBack.card"]({ amount }, { locale })]
    : [m["orders.letter.goesBack.transfer"]({ amount }, { locale })];
}

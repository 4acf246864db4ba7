import { m } from "~/paraglide/messages.js";
import type { Locale } from "~/platform/i18n/locales";
import { formatMoney } from "~/platform/money";
import { CANCEL_REASON_TEXTS } from "../reading/words";
import type { HeldOrder } from "../steps/take-step.server";
import type { CancelReason, PaymentMethod } from "../types";

type Money = Pick<HeldOrder, "receivedMinor" | "refundedMinor" | "paymentMethod" | "currency" | "dispute">;
type Ended = Money & { cancelReason: CancelReason | null };

/** Why an order was ended, to a buyer who did not do it herself, and what of her money goes back. */
export function endingTexts({ cancelReason, ...money }: Ended, locale: Locale): string[] {
  const isOwn = cancelReason === null || cancelReason === "buyer-changed-mind" || cancelReason === "other";
  const why = isOwn
    ? []
    : [m["orders.letter.cancelReason"]({ reason: CANCEL_REASON_TEXTS[cancelReason]({}, { locale }) }, { locale })];
  return [...why, ...goesBackTexts(money, locale)];
}

/** What goes back and how; what her bank has given the buyer already does not go back again. */
function goesBackTexts(order: Money, locale: Locale): string[] {
  const { receivedMinor, refundedMinor, paymentMethod, currency, dispute } = order;
  if (receivedMinor === 0n) return [m["orders.letter.goesBack.nothing"]({}, { locale })];
  const leftMinor = receivedMinor - refundedMinor;
  if (leftMinor <= 0n || dispute === "lost") return [];
  const amount = formatMoney({ amountMinor: leftMinor, currency }, locale);
  return [wayBackText(paymentMethod, amount, locale)];
}

/** Which way an amount goes back, and how the buyer hears that it has been sent. */
export function wayBackText(method: PaymentMethod, amount: string, locale: Locale): string {
  return method === "stripe"
    ? m["orders.page.goingBack.card"]({ amount }, { locale })
    : m["orders.letter.goesBack.transfer"]({ amount }, { locale });
}

import { m } from "~/paraglide/messages.js";
import type { Locale } from "~/platform/i18n/locales";
import { formatMoney } from "~/platform/money";
import { CANCEL_REASON_TEXTS } from "../reading/words";
import type { OrderFacts } from "../fulfilment/facts.server";
import { leftToGiveBack } from "../fulfilment/rules";
import type { CancelReason, PaymentMethod } from "../types";

type Money = Pick<
  OrderFacts,
  "receivedMinor" | "refundedMinor" | "goingBackMinor" | "paymentMethod" | "currency" | "dispute"
>;
type Ended = Money & { cancelReason: CancelReason | null };

/** Why an order was ended, to a buyer who did not do it herself, and what of her money goes back. */
export function endingTexts({ cancelReason, ...money }: Ended, locale: Locale): string[] {
  const isUntold = cancelReason === null || NEEDS_NO_TELLING.has(cancelReason);
  const why = isUntold
    ? []
    : [m["orders.letter.cancelReason"]({ reason: CANCEL_REASON_TEXTS[cancelReason]({}, { locale }) }, { locale })];
  return [...why, ...goesBackTexts(money, locale)];
}

/** What she did herself, and what says nothing. */
const NEEDS_NO_TELLING: ReadonlySet<CancelReason> = new Set(["buyer-changed-mind", "withdrawn", "other"] as const);

/**
 * What goes back by the end of the order and how: what had been given back before she has been told of, and what her bank has
 * given her already does not go back again.
 */
function goesBackTexts(order: Money, locale: Locale): string[] {
  const { receivedMinor, paymentMethod, currency, dispute } = order;
  if (receivedMinor === 0n) return [m["orders.letter.goesBack.nothing"]({}, { locale })];
  const leftMinor = leftToGiveBack(order);
  if (leftMinor === 0n || dispute === "lost") return [];
  const amount = formatMoney({ amountMinor: leftMinor, currency }, locale);
  return [wayBackText(paymentMethod, amount, locale)];
}

/** Which way an amount goes back, and how the buyer hears that it has been sent. */
export function wayBackText(method: PaymentMethod, amount: string, locale: Locale): string {
  return method === "stripe"
    ? m["orders.page.goingBack.card"]({ amount }, { locale })
    : m["orders.letter.goesBack.transfer"]({ amount }, { locale });
}

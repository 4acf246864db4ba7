import { arrivesInDays } from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";
import type { Locale } from "~/platform/i18n/locales";
import type { OrderFacts } from "../fulfilment/facts.server";
import { isSent, whyNotCancel, whyNotWithdraw, whyNoWithdrawal, withdrawUntil } from "../fulfilment/rules";
import { DAY_MS } from "../rules";
import type { OrderStatus } from "../transitions";
import type { OrderRecord } from "./record.server";

type Said = { day: (date: Date) => string; now: Date };
type ClockSaid = Said & { side: "buyer" | "seller" | "staff" };

/** What is waited for and until when; both sides read the same, the buyer as one who is spoken to. */
export function clocksOf(facts: OrderFacts, { side, day }: ClockSaid): string[] {
  const { status, acceptBy, payBy, completeBy, problem, dispute, paymentMethod } = facts;
  const isOwn = side === "buyer";
  if (dispute === "open") return [isOwn ? m["orders.page.clock.disputeOwn"]() : m["orders.page.clock.dispute"]()];
  if (problem) return [problem.isForStaff ? m["orders.page.clock.staff"]() : m["orders.page.clock.problem"]()];
  switch (status) {
    case "awaiting_acceptance":
      return acceptBy ? [m["orders.page.clock.accept"]({ day: day(acceptBy) })] : [];
    case "pending_payment":
      if (paymentMethod === "at_pick_up") return [m["orders.page.clock.atDoor"]()];
      return payBy ? [m["orders.page.clock.pay"]({ day: day(payBy) })] : [];
    case "partly_paid":
      return [m["orders.page.clock.partlyPaid"]()];
    case "paid":
      return [m["orders.page.clock.prepare"]()];
    case "in_preparation":
      return [facts.readyAt ? m["orders.page.clock.fetch"]() : m["orders.page.clock.inPreparation"]()];
    case "shipped":
    case "delivered":
      if (!completeBy) return [];
      return [
        isOwn
          ? m["orders.page.clock.completeOwn"]({ day: day(completeBy) })
          : m["orders.page.clock.complete"]({ day: day(completeBy) }),
      ];
    case "completed":
    case "cancelled":
    case "refunded":
      return [];
  }
}

type OnItsWay = Pick<OrderRecord, "facts" | "placedAt" | "acceptedAt" | "paidAt" | "readyInDays">;

/**
 * By when an order is there: prepared and brought as was promised when it was placed, or, once it is under way, by the
 * longest time that its way takes. Undefined of what nobody brings, and once it has come or ended.
 */
export function arrivesText(
  { facts, placedAt, acceptedAt, paidAt, readyInDays }: OnItsWay,
  { day, lang }: { day: (date: Date) => string; lang: Locale },
): string | undefined {
  if (!isSent(facts) || IS_OVER.has(facts.status)) return undefined;
  const days = arrivesInDays(facts.shippedAt ? 0 : (readyInDays ?? undefined), facts.transitDaysMax);
  if (days === undefined) return undefined;
  const begun = facts.shippedAt ?? paidAt ?? acceptedAt ?? placedAt;
  return m["orders.page.arrives"]({ day: day(new Date(begun.getTime() + days * DAY_MS)) }, { locale: lang });
}

const IS_OVER: ReadonlySet<OrderStatus> = new Set(["delivered", "completed", "cancelled", "refunded"] as const);

/**
 * Of who may withdraw: that she cancels until it is sent and may withdraw afterwards, then until when. Undefined for
 * everybody else, and once it is too late.
 */
export function withdrawalText(facts: OrderFacts, { day, now, lang }: Said & { lang: Locale }): string | undefined {
  if (whyNoWithdrawal(facts) !== undefined) return undefined;
  const at = { locale: lang };
  if (whyNotCancel(facts, "buyer") === undefined) return m["orders.page.withdraw.ahead"]({}, at);
  if (IS_OVER_EARLY.has(facts.status)) return undefined;
  const until = withdrawUntil(facts);
  if (!until) return m["orders.page.withdraw.fromReceipt"]({}, at);
  return whyNotWithdraw(facts, now) ? undefined : m["orders.page.withdraw.until"]({ day: day(until) }, at);
}

const IS_OVER_EARLY: ReadonlySet<OrderStatus> = new Set(["cancelled", "refunded"] as const);

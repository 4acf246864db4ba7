import { arrivesInDays } from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";
import type { OrderFacts } from "../fulfilment/facts.server";
import { isSent, whyNotWithdraw, withdrawUntil } from "../fulfilment/rules";
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

/**
 * By when an order is there: prepared and brought as was promised when it was placed, or, once it is under way, by the
 * longest time that its way takes. Undefined of what nobody brings, and once it has come or ended.
 */
export function arrivesText(
  { facts, placedAt, acceptedAt, paidAt, readyInDays }: OrderRecord,
  day: (date: Date) => string,
): string | undefined {
  if (!isSent(facts) || IS_OVER.has(facts.status)) return undefined;
  const days = arrivesInDays(facts.shippedAt ? 0 : (readyInDays ?? undefined), facts.transitDaysMax);
  if (days === undefined) return undefined;
  // A transfer may take until its last day, and nothing is begun before it has come.
  const comes = facts.paymentMethod === "bank_transfer" && facts.status === "pending_payment" ? facts.payBy : undefined;
  const begun = facts.shippedAt ?? paidAt ?? comes ?? acceptedAt ?? placedAt;
  return m["orders.page.arrives"]({ day: day(new Date(begun.getTime() + days * DAY_MS)) });
}

const IS_OVER: ReadonlySet<OrderStatus> = new Set(["delivered", "completed", "cancelled", "refunded"] as const);

/** Of who may withdraw until when; undefined for everybody else. */
export function withdrawalText(facts: OrderFacts, { day, now }: Said): string | undefined {
  if (whyNotWithdraw(facts, now) !== undefined) return undefined;
  const until = withdrawUntil(facts);
  return until ? m["orders.page.withdraw.until"]({ day: day(until) }) : m["orders.page.withdraw.fromReceipt"]();
}

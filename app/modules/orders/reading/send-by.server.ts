import { m } from "~/paraglide/messages.js";
import { dayInBaku } from "~/platform/calendar";
import type { OrderFacts } from "../fulfilment/facts.server";
import { isSent, whatLacksToBegin } from "../fulfilment/rules";
import { DAY_MS } from "../rules";
import type { OrderStatus } from "../transitions";
import type { SendByView } from "./views";

/** From when the days of preparing count: its money, her word where none is waited for, or the order itself. */
export function begunAt({ paidAt, acceptedAt, placedAt }: Begun): Date {
  return paidAt ?? acceptedAt ?? placedAt;
}
type Begun = { paidAt: Date | null; acceptedAt: Date | null; placedAt: Date };

type Promised = Begun &
  Pick<
    OrderFacts,
    "status" | "delivery" | "dispute" | "readyAt" | "preparesAfter" | "receivedMinor" | "totalMinor" | "isFirstDuePaid"
  > & {
    /** Days of preparing that the buyer was shown when she ordered; null where none were. */
    readyInDays: number | null;
  };

const WITH_THE_SELLER: ReadonlySet<OrderStatus> = new Set([
  "pending_payment",
  "partly_paid",
  "paid",
  "in_preparation",
] as const);

/**
 * By when the seller has to let an order go, so that the day of arrival holds that its buyer was shown: that day without the
 * way. Undefined while it is not hers to do, and where no day was promised.
 */
export function sendByOf(order: Promised, { day, now }: { day: (date: Date) => string; now: Date }) {
  const last = lastDayOf(order);
  if (!last) return undefined;
  // The whole of the last day is hers.
  const isLate = dayInBaku(last) < dayInBaku(now);
  return { text: textOf(order, isLate)({ day: day(last) }), isLate } satisfies SendByView;
}

/** To a buyer of what is not sent: when it is to be ready. Undefined where a day of arrival stands, or none was promised. */
export function readyByText(order: Promised, { day }: { day: (date: Date) => string }): string | undefined {
  const last = isSent(order) ? undefined : lastDayOf(order);
  return last && m["orders.page.readyBy"]({ day: day(last) });
}

function lastDayOf(order: Promised): Date | undefined {
  const { status, dispute, readyAt, readyInDays } = order;
  if (!WITH_THE_SELLER.has(status) || readyInDays === null || readyAt !== null || dispute === "open") return undefined;
  if (whatLacksToBegin(order) !== undefined) return undefined;
  return new Date(begunAt(order).getTime() + readyInDays * DAY_MS);
}

function textOf(order: Promised, isLate: boolean) {
  if (isSent(order)) return isLate ? m["orders.sendBy.sentLate"] : m["orders.sendBy.sent"];
  if (order.delivery === "pick_up") return isLate ? m["orders.sendBy.readyLate"] : m["orders.sendBy.ready"];
  return isLate ? m["orders.sendBy.handOverLate"] : m["orders.sendBy.handOver"];
}

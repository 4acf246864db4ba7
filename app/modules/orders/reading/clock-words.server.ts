import { arrivesInDays } from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";
import type { Locale } from "~/platform/i18n/locales";
import type { OrderFacts } from "../fulfilment/facts.server";
import {
  isSent,
  SILENCE_DAYS,
  whatLacksToBegin,
  whyNotCancel,
  whyNotWithdraw,
  whyNoWithdrawal,
  withdrawUntil,
} from "../fulfilment/rules";
import { DAY_MS } from "../rules";
import type { OrderStatus } from "../transitions";
import type { OrderRecord } from "./record.server";
import { begunAt } from "./send-by.server";

type Said = { day: (date: Date) => string; now: Date };
type ClockSaid = Said & { side: "buyer" | "seller" | "staff" };

/** What is waited for and until when; both sides read the same, and whose turn it is is spoken to. */
export function clocksOf({ facts, problems }: Pick<OrderRecord, "facts" | "problems">, said: ClockSaid): string[] {
  const { side, day } = said;
  const { status, acceptBy, payBy, completeBy, problem, dispute, paymentMethod } = facts;
  const isOwn = side === "buyer";
  const isSellers = side === "seller";
  if (dispute === "open") return [isOwn ? m["orders.page.clock.disputeOwn"]() : m["orders.page.clock.dispute"]()];
  if (problem?.isForStaff) return [m["orders.page.clock.staff"]()];
  if (problem) {
    const answeredAt = problems.find(({ problemId }) => problemId === problem.problemId)?.answeredAt ?? undefined;
    return [answerText(answeredAt, said), m["orders.page.clock.problem"]()];
  }
  switch (status) {
    case "awaiting_acceptance":
      if (!acceptBy) return [];
      return [
        isSellers
          ? m["orders.page.clock.acceptBySeller"]({ day: day(acceptBy) })
          : m["orders.page.clock.accept"]({ day: day(acceptBy) }),
      ];
    case "pending_payment":
      if (paymentMethod === "at_pick_up") return [m["orders.page.clock.atDoor"]()];
      return payBy ? [m["orders.page.clock.pay"]({ day: day(payBy) })] : [];
    case "partly_paid":
      return [partlyPaidText(facts, side)];
    case "paid":
      return [isSellers ? m["orders.page.clock.prepareBySeller"]() : m["orders.page.clock.prepare"]()];
    case "in_preparation":
      if (facts.readyAt) return [m["orders.page.clock.fetch"]()];
      return [
        isSellers ? m["orders.page.clock.preparingBySeller"]() : m["orders.page.clock.inPreparation"](),
        ...restTexts(facts, side),
      ];
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

/** Whose turn it is in an open matter that staff were not asked about: the seller's, or, after the answer, the buyer's. */
function answerText(answeredAt: Date | undefined, { side, day }: ClockSaid): string {
  const isOwn = side === "buyer";
  if (!answeredAt && side === "seller") return m["orders.page.clock.unansweredBySeller"]();
  if (!answeredAt) return isOwn ? m["orders.page.clock.unansweredOwn"]() : m["orders.page.clock.unanswered"]();
  const until = day(new Date(answeredAt.getTime() + SILENCE_DAYS * DAY_MS));
  return isOwn ? m["orders.page.clock.answeredOwn"]({ day: until }) : m["orders.page.clock.answered"]({ day: until });
}

/** What a first payment sets going, by what was agreed to come before the beginning. */
function partlyPaidText(facts: OrderFacts, side: ClockSaid["side"]): string {
  const lacks = whatLacksToBegin(facts);
  if (lacks === "not-paid") {
    return side === "seller" ? m["orders.page.clock.partlyPaidBySeller"]() : m["orders.page.clock.partlyPaid"]();
  }
  if (lacks === "first-due-not-paid") return m["orders.page.clock.firstPartlyPaid"]();
  const hasFirst = facts.preparesAfter === "first_due";
  const begun = hasFirst ? m["orders.page.clock.firstPaid"]() : m["orders.page.clock.partlyPaidBegin"]();
  return [begun, ...restTexts(facts, side)].join(" ");
}

/** Until when the rest of an order can wait that is made before all of it is paid. */
function restTexts(facts: OrderFacts, side: ClockSaid["side"]): string[] {
  const { receivedMinor, totalMinor, paymentMethod } = facts;
  if (receivedMinor >= totalMinor || paymentMethod === "at_pick_up") return [];
  const isOwn = side === "buyer";
  if (isSent(facts)) return [isOwn ? m["orders.page.clock.restOwn"]() : m["orders.page.clock.rest"]()];
  return [isOwn ? m["orders.page.clock.restByHandOwn"]() : m["orders.page.clock.restByHand"]()];
}

type OnItsWay = Pick<OrderRecord, "facts" | "placedAt" | "acceptedAt" | "paidAt" | "readyInDays">;

/**
 * By when an order is there: prepared and brought as was promised when it was placed, or, once it is under way, by the
 * longest time that its way takes. Undefined of what nobody brings, while the rest of its money is waited for, and once it has
 * come or ended.
 */
export function arrivesText(
  { facts, placedAt, acceptedAt, paidAt, readyInDays }: OnItsWay,
  { day, lang }: { day: (date: Date) => string; lang: Locale },
): string | undefined {
  if (!isSent(facts) || IS_OVER.has(facts.status)) return undefined;
  const days = arrivesInDays(facts.shippedAt ? 0 : (readyInDays ?? undefined), facts.transitDaysMax);
  if (days === undefined) return undefined;
  // Nobody knows when the rest comes, and before it has come nothing is begun.
  if (facts.status === "partly_paid" && whatLacksToBegin(facts) !== undefined) return undefined;
  // A transfer may take until its last day, and nothing is begun before it has come.
  const comes = facts.paymentMethod === "bank_transfer" && facts.status === "pending_payment" ? facts.payBy : undefined;
  const begun = facts.shippedAt ?? (paidAt === null ? comes : null) ?? begunAt({ paidAt, acceptedAt, placedAt });
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
  const until = withdrawUntil(facts);
  if (facts.kind === "service") {
    const isOpen = until !== undefined && whyNotWithdraw(facts, now) === undefined;
    return isOpen ? m["orders.page.withdraw.serviceUntil"]({ day: day(until) }, at) : undefined;
  }
  if (whyNotCancel(facts, "buyer") === undefined) return m["orders.page.withdraw.ahead"]({}, at);
  if (IS_OVER_EARLY.has(facts.status)) return undefined;
  if (!until) return m["orders.page.withdraw.fromReceipt"]({}, at);
  return whyNotWithdraw(facts, now) ? undefined : m["orders.page.withdraw.until"]({ day: day(until) }, at);
}

const IS_OVER_EARLY: ReadonlySet<OrderStatus> = new Set(["cancelled", "refunded"] as const);

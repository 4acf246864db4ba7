import { m } from "~/paraglide/messages.js";
import { numberFormat } from "~/platform/i18n/formatters";
import type { Locale } from "~/platform/i18n/locales";
import { isSent, whatLacksToBegin } from "../fulfilment/rules";
import { wantsMoney } from "../rules";
import type { DueKind } from "../types";
import type { OrderRecord } from "./record.server";
import type { DueView } from "./views";
import { DUE_TEXTS } from "./words";

type Part = { kind: DueKind; amountMinor: bigint; totalMinor: bigint };

/** What part of an order a payment is, before a sum or alone; undefined of the whole. A deposit says its share. */
export function dueName({ kind, amountMinor, totalMinor }: Part, locale: Locale): string | undefined {
  if (kind === "deposit") {
    const share = numberFormat(locale, { style: "percent" }).format(Number(amountMinor) / Number(totalMinor));
    return m["orders.due.deposit"]({ share }, { locale });
  }
  if (kind === "balance") return m["orders.due.balance"]({}, { locale });
  return kind === "milestone" ? m["orders.due.milestone"]({}, { locale }) : undefined;
}

type Said = { amount: (minor: bigint) => string; day: (date: Date) => string; now: Date };

/** The parts in which an order is paid: which is to be paid now, and of each until when or before what. */
export function dueViews(record: OrderRecord, { amount, day, now }: Said): DueView[] {
  const { dues } = record;
  const next = wantsMoney(record) ? dues.find((due) => due.receivedMinor < due.amountMinor) : undefined;
  return dues.map((due) => ({
    dueId: due.dueId,
    label: DUE_TEXTS[due.kind](),
    amount: amount(due.amountMinor),
    left: due.receivedMinor < due.amountMinor ? amount(due.amountMinor - due.receivedMinor) : undefined,
    received: amount(due.receivedMinor),
    isPaid: due.receivedMinor >= due.amountMinor,
    // Of an order with one due there is nothing to choose from.
    isNow: due === next && dues.length > 1 && isWaitedFor(due, record, now),
    when: whenOf(due, record, { isNext: due === next, day, now }),
  }));
}

/** Whether nothing goes on before this comes: what was agreed for later than the beginning holds up no more than the end. */
function isWaitedFor({ dueAt }: Due, { facts }: OrderRecord, now: Date): boolean {
  return (dueAt !== null && dueAt <= now) || whatLacksToBegin(facts) !== undefined;
}

type Due = OrderRecord["dues"][number];

function whenOf(
  due: Due,
  record: OrderRecord,
  { isNext, day, now }: Pick<Said, "day" | "now"> & { isNext: boolean },
): string | undefined {
  const { paidAt, dueAt } = due;
  const { facts, status } = record;
  if (paidAt) return m["orders.page.due.paidOn"]({ day: day(paidAt) });
  if (dueAt) return m["orders.page.due.until"]({ day: day(dueAt) });
  if (status === "cancelled" || status === "refunded") return undefined;
  if (isNext && status === "pending_payment") {
    return facts.payBy ? m["orders.page.due.until"]({ day: day(facts.payBy) }) : undefined;
  }
  if (facts.paymentMethod === "at_pick_up") return undefined;
  if (isNext && !isWaitedFor(due, record, now)) {
    return isSent(facts) ? m["orders.page.due.anyTimeBeforeSent"]() : m["orders.page.due.anyTimeBeforeHandedOver"]();
  }
  return isSent(facts) ? m["orders.page.due.beforeSent"]() : m["orders.page.due.beforeHandedOver"]();
}

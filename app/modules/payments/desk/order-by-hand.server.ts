import { m } from "~/paraglide/messages.js";
import { dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import { formatMoney, money, toDecimal, type Money } from "~/platform/money";
import { findAwaitedTransfer } from "../checkout/awaited-transfer.server";
import { selectLiveCheckout } from "../checkout/live-checkout.server";
import { selectNextDue } from "../checkout/next-due.server";
import { whyNotEntered } from "../receipts/transfer-words";
import { listRefundsToSend, type RefundToSendView } from "../refunds/refunds-to-send.server";

/** What the form of a transfer is filled with before anybody has typed. */
export type TransferFormView = {
  currency: string;
  amount: string;
  receivedOn: string;
  lead: string;
  /** A transfer is waited for: the form is what the treasurer came for. */
  isAwaited: boolean;
  /** Why none can be entered now, in words. */
  why: string | undefined;
};

export type OrderByHandView = { toSend: RefundToSendView[]; transfer: TransferFormView };

/** What money of an order the treasurer enters and sends by hand, for an order that is there. */
export async function findOrderByHand(
  db: Db,
  { orderId, lang }: { orderId: string; lang: Locale },
  now = clock(),
): Promise<OrderByHandView> {
  const [order, next, live, toSend] = await Promise.all([
    db
      .selectFrom("orders")
      .where("id", "=", orderId)
      .select(["status", "currency", "totalMinor", "receivedMinor"])
      .executeTakeFirstOrThrow(),
    selectNextDue(db, orderId).executeTakeFirst(),
    selectLiveCheckout(db, orderId).executeTakeFirst(),
    listRefundsToSend(db, { orderId, lang }),
  ]);
  const awaited = live && (await findAwaitedTransfer(db, live.checkoutId));
  const isOver = order.status === "cancelled" || order.status === "refunded";
  // Of an order that is paid in parts only the next one is due.
  const lacks = awaited?.lacks ?? money(isOver ? 0n : (next?.lacksMinor ?? 0n), order.currency);
  return {
    toSend,
    transfer: {
      currency: order.currency,
      amount: lacks.amountMinor > 0n ? toDecimal(lacks) : "",
      receivedOn: dayInBaku(now),
      lead: leadOf({ ...order, lacks, awaited, lang }),
      isAwaited: awaited !== undefined,
      why: whyNotEntered(order.status, live?.method),
    },
  };
}

type Wanted = {
  currency: string;
  totalMinor: bigint;
  receivedMinor: bigint;
  /** What is due now. */
  lacks: Money;
  awaited: Awaited<ReturnType<typeof findAwaitedTransfer>>;
  lang: Locale;
};

function leadOf({ currency, totalMinor, receivedMinor, lacks, awaited, lang }: Wanted): string {
  if (lacks.amountMinor <= 0n) return m["payments.transfer.unwanted"]();
  if (awaited && awaited.orders.length > 1) {
    const orders = awaited.orders.map(({ reference }) => reference).join(", ");
    return m["payments.transfer.several"]({ reference: awaited.reference, orders });
  }
  const leftMinor = totalMinor - receivedMinor;
  if (leftMinor <= lacks.amountMinor) return m["payments.transfer.lead"]();
  const said = (amountMinor: bigint) => formatMoney(money(amountMinor, currency), lang);
  return m["payments.transfer.leadPart"]({
    due: said(lacks.amountMinor),
    total: said(totalMinor),
    left: said(leftMinor),
  });
}

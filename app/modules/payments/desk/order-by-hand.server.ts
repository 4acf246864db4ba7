import { m } from "~/paraglide/messages.js";
import { dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import { money, toDecimal } from "~/platform/money";
import { findAwaitedTransfer } from "../checkout/awaited-transfer.server";
import { selectLiveCheckout } from "../checkout/live-checkout.server";
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
  const [order, live, toSend] = await Promise.all([
    db
      .selectFrom("orders")
      .where("id", "=", orderId)
      .select(["status", "currency", "totalMinor", "receivedMinor"])
      .executeTakeFirstOrThrow(),
    selectLiveCheckout(db, orderId).executeTakeFirst(),
    listRefundsToSend(db, { orderId, lang }),
  ]);
  const awaited = live && (await findAwaitedTransfer(db, live.checkoutId));
  const isOver = order.status === "cancelled" || order.status === "refunded";
  const lacks = awaited?.lacks ?? money(isOver ? 0n : order.totalMinor - order.receivedMinor, order.currency);
  return {
    toSend,
    transfer: {
      currency: order.currency,
      amount: lacks.amountMinor > 0n ? toDecimal(lacks) : "",
      receivedOn: dayInBaku(now),
      lead: leadOf(lacks.amountMinor > 0n, awaited),
      isAwaited: awaited !== undefined,
      why: whyNotEntered(order.status, live?.method),
    },
  };
}

type Awaiting = Awaited<ReturnType<typeof findAwaitedTransfer>>;

function leadOf(isWanted: boolean, awaited: Awaiting): string {
  if (!isWanted) return m["payments.transfer.unwanted"]();
  if (!awaited || awaited.orders.length === 1) return m["payments.transfer.lead"]();
  const orders = awaited.orders.map(({ reference }) => reference).join(", ");
  return m["payments.transfer.several"]({ reference: awaited.reference, orders });
}

import { formatDay } from "~/modules/catalog/index.server";
import { m } from "~/paraglide/messages.js";
import { dayInBaku } from "~/platform/calendar";
import type { Db } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import { formatMoney, money } from "~/platform/money";
import type { RefundCause } from "./ask-refund.server";

type Asking = { orderId: string; lang: Locale };

/** A refund that waits to be sent by hand: how much, why, by what the bank knows the money that came, and to whom it goes. */
export type RefundToSendView = { refundId: string; amount: string; why: string; came: string; to: string };

const CAUSES: Readonly<Record<RefundCause, () => string>> = {
  late: m["payments.transfer.toSend.cause.late"],
  cancelled: m["payments.transfer.toSend.cause.cancelled"],
  seller: m["payments.transfer.toSend.cause.agreed"],
  staff: m["payments.transfer.toSend.cause.agreed"],
  problem: m["payments.transfer.toSend.cause.agreed"],
  withdrawal: m["payments.transfer.toSend.cause.agreed"],
};

/** Money that came otherwise than by card goes back by hand. */
export function selectByHand(db: Db) {
  return db
    .selectFrom("refunds")
    .innerJoin("receipts", "receipts.id", "refunds.receiptId")
    .where("refunds.status", "=", "asked")
    .where("receipts.method", "<>", "stripe");
}

function selectToSend(db: Db) {
  return selectByHand(db)
    .innerJoin("orders", "orders.id", "refunds.orderId")
    .select(["refunds.id as refundId", "refunds.amountMinor", "refunds.currency", "refunds.cause"])
    .select(["receipts.bankReference", "receipts.receivedOn", "orders.buyerName", "orders.company"])
    .$narrowType<{ cause: RefundCause }>()
    .orderBy("refunds.askedAt")
    .orderBy("refunds.id");
}
type ToSend = Awaited<ReturnType<ReturnType<typeof selectToSend>["execute"]>>[number];

function viewOf(row: ToSend, lang: Locale): RefundToSendView {
  const { refundId, amountMinor, currency, cause, bankReference, receivedOn } = row;
  const day = formatDay(receivedOn, lang);
  const buyer = [row.buyerName ?? m["orders.letter.somebody"](), row.company].filter(Boolean).join(", ");
  return {
    refundId,
    amount: formatMoney(money(amountMinor, currency), lang),
    why: CAUSES[cause](),
    came:
      bankReference === null
        ? m["payments.transfer.toSend.atDoor"]({ day })
        : m["payments.transfer.toSend.came"]({ day, reference: bankReference }),
    to:
      bankReference === null
        ? m["payments.transfer.toSend.toAtDoor"]({ buyer })
        : m["payments.transfer.toSend.to"]({ buyer }),
  };
}

/** What of an order's money the treasurer has to send back herself, since it did not come by card. */
export async function listRefundsToSend(db: Db, { orderId, lang }: Asking): Promise<RefundToSendView[]> {
  const rows = await selectToSend(db).where("refunds.orderId", "=", orderId).limit(MOST).execute();
  return rows.map((row) => viewOf(row, lang));
}

/** Refunds of one order that its page shows. */
const MOST = 50;

export type OrderRefundToSend = RefundToSendView & { orderId: string; reference: string; on: string };

const PAGE_SIZE = 30;

/** The same of all orders, those that wait longest first. */
export async function listAllRefundsToSend(
  db: Db,
  { lang, page }: { lang: Locale; page: number },
): Promise<{ refunds: OrderRefundToSend[]; hasMore: boolean }> {
  const rows = await selectToSend(db)
    .select(["refunds.orderId", "orders.reference", "refunds.askedAt"])
    .limit(PAGE_SIZE + 1)
    .offset((page - 1) * PAGE_SIZE)
    .execute();
  const refunds = rows.slice(0, PAGE_SIZE).map((row) => ({
    ...viewOf(row, lang),
    orderId: row.orderId,
    reference: row.reference,
    on: formatDay(dayInBaku(row.askedAt), lang),
  }));
  return { refunds, hasMore: rows.length > PAGE_SIZE };
}

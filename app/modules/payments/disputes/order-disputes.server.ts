import { m } from "~/paraglide/messages.js";
import { formatDay } from "~/modules/catalog/index.server";
import { dayInBaku } from "~/platform/calendar";
import type { Db } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import { formatMoney } from "~/platform/money";
import { disputedParts } from "../ledger/disputes.server";
import { takesMoney } from "./rules";
import { selectDisputes } from "./read-dispute.server";
import { disputeReasonText } from "./words";

export type OrderDisputeView = { disputeId: string; text: string; reason: string; on: string; isOpen: boolean };

/**
 * Disputes about what an order was paid with, by the part of each that is this order's: one payment may be for orders of
 * several shops.
 *
 * @param orderId of an order that the reader may see: whoever calls has looked
 */
export async function listOrderDisputes(db: Db, orderId: string, lang: Locale): Promise<OrderDisputeView[]> {
  const rows = await selectDisputes(db)
    .where("disputes.receiptId", "in", (eb) =>
      eb.selectFrom("receiptParts").select("receiptParts.receiptId").where("receiptParts.orderId", "=", orderId),
    )
    .orderBy("openedAt")
    .orderBy("disputes.id")
    .execute();
  const views: OrderDisputeView[] = [];
  for (const row of rows) {
    // A payment is disputed once, rarely twice.
    const parts = await disputedParts(db, row.receiptId, row.amountMinor);
    const own = parts.find((part) => part.orderId === orderId);
    if (!own) continue;
    const amount = formatMoney({ amountMinor: own.amountMinor, currency: row.currency }, lang);
    views.push({
      disputeId: row.disputeId,
      text: textOf(row, amount),
      reason: disputeReasonText(row.reason),
      on: formatDay(dayInBaku(row.closedAt ?? row.openedAt), lang),
      isOpen: row.closedAt === null,
    });
  }
  return views;
}

function textOf({ status, closedAt }: { status: string; closedAt: Date | null }, amount: string): string {
  if (closedAt === null) {
    return takesMoney(status) ? m["disputes.seller.open"]({ amount }) : m["disputes.seller.asked"]({ amount });
  }
  if (status === "won") return m["disputes.seller.won"]({ amount });
  return status === "lost" ? m["disputes.seller.lost"]({ amount }) : m["disputes.seller.over"]();
}

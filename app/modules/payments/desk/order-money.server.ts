import type { Db } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import { listOrderDisputes, type OrderDisputeView } from "../disputes/order-disputes.server";
import { listOrderRefunds, type RefundView } from "../refunds/order-refunds.server";
import { listLeft } from "../refunds/refund-order.server";

export type OrderMoneyView = {
  refunds: RefundView[];
  /** Money of it is left that no bank disputes. */
  canGiveBack: boolean;
  disputes: OrderDisputeView[];
};

/**
 * What the seller's and the treasurer's pages of an order show of money that went back or is disputed.
 *
 * @param orderId of an order that the reader may see: whoever calls has looked
 */
export async function findOrderMoney(db: Db, orderId: string, lang: Locale): Promise<OrderMoneyView> {
  const [refunds, left, disputes] = await Promise.all([
    listOrderRefunds(db, orderId, { lang, reader: "others" }),
    listLeft(db, orderId),
    listOrderDisputes(db, orderId, lang),
  ]);
  return { refunds, canGiveBack: left.some(({ leftMinor, isDisputed }) => leftMinor > 0n && !isDisputed), disputes };
}

import type { OrderStatus, PaymentMethod } from "~/modules/orders";
import { dueName, wantsMoney } from "~/modules/orders/index.server";
import type { Db } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import { formatMoney, money } from "~/platform/money";
import { selectLiveCheckout } from "./live-checkout.server";
import { selectNextDue, type NextDue } from "./next-due.server";
import { offeredMethods } from "../methods/methods";
import { transferAccount } from "~/platform/transfer-account.server";
import { listOrderRefunds, type RefundView } from "../refunds/order-refunds.server";
import { findAwaitedTransfer, transferView, type TransferView } from "./awaited-transfer.server";

export type OrderPaymentsView = {
  refunds: RefundView[];
  /** How what is due next may be paid; empty when nothing is. */
  methods: PaymentMethod[];
  /** What can be paid next, as in "deposit of 30%, $107.68"; undefined when nothing can. */
  next: string | undefined;
  /** A checkout of it that is open or under way. */
  checkout: { checkoutId: string; isUnderWay: boolean; method: PaymentMethod } | undefined;
  /** How to transfer what is waited for. */
  transfer: TransferView | undefined;
};

/**
 * What money an order's page shows besides its dues: what went back, and how the rest may be paid.
 *
 * @param orderId of an order that the reader may see: whoever calls has looked
 */
export async function findOrderPayments(
  db: Db,
  { orderId, lang, hasStripe }: { orderId: string; lang: Locale; hasStripe: boolean },
): Promise<OrderPaymentsView> {
  const order = await db
    .selectFrom("orders")
    .where("id", "=", orderId)
    .select(["status", "delivery", "destination", "currency", "totalMinor", "receivedMinor"])
    .$narrowType<{ status: OrderStatus }>()
    .executeTakeFirstOrThrow();
  const [refunds, live, due] = await Promise.all([
    listOrderRefunds(db, orderId, { lang, reader: "buyer" }),
    selectLiveCheckout(db, orderId).executeTakeFirst(),
    selectNextDue(db, orderId).executeTakeFirst(),
  ]);
  const awaited = live && (await findAwaitedTransfer(db, live.checkoutId));
  const isDue = wantsMoney(order) && order.receivedMinor < order.totalMinor;
  const total = money(order.totalMinor - order.receivedMinor, order.currency);
  const hasAccount = transferAccount() !== undefined;
  const { destination } = order;
  const toPay = { total, destination, deliveries: [order.delivery as "post"], hasStripe, hasAccount };
  return {
    refunds,
    methods: isDue ? offeredMethods(toPay) : [],
    next: isDue && due ? nextText(due, order, lang) : undefined,
    checkout: live && {
      checkoutId: live.checkoutId,
      isUnderWay: live.status === "processing",
      method: live.method,
    },
    transfer: isDue ? awaited && transferView(awaited, lang) : undefined,
  };
}

function nextText(
  due: NextDue,
  { totalMinor, currency }: { totalMinor: bigint; currency: string },
  lang: Locale,
): string {
  const sum = formatMoney(money(due.lacksMinor, currency), lang);
  const name = dueName({ ...due, totalMinor }, lang);
  return name === undefined ? sum : `${name}, ${sum}`;
}

import { sql } from "kysely";
import type { PaymentMethod } from "~/modules/orders";
import { orderOwnedBy, sellerNameOf } from "~/modules/orders/index.server";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { minuteInBaku } from "~/platform/calendar";
import type { Locale } from "~/platform/i18n/locales";
import { formatMoney, money } from "~/platform/money";
import type { InquirerActor } from "~/platform/session/actors.server";
import { findAwaitedTransfer, transferView, type TransferView } from "./awaited-transfer.server";

export type CheckoutStatusView = {
  checkoutId: string;
  status: "open" | "processing" | "paid" | "ended";
  method: PaymentMethod;
  reference: string;
  total: string;
  /** How to transfer, while that is waited for. */
  transfer: TransferView | undefined;
  /** How long its pieces are kept, and until when on the clock of Baku; undefined when that is not told by a clock. */
  held: { minutes: number; until: string } | undefined;
  orders: { orderId: string; reference: string; seller: string; total: string; isPayable: boolean }[];
  /** Ordered with them and not to be paid yet: their sellers have not said yes. */
  waiting: PlacedOrderView[];
};

/** How a checkout stands, for the one who ordered. */
export async function findCheckoutStatus(
  db: Db,
  inquirer: InquirerActor,
  checkoutId: string,
  lang: Locale,
  now = clock(),
): Promise<CheckoutStatusView | undefined> {
  const rows = await db
    .selectFrom("checkouts")
    .innerJoin("checkoutDues", "checkoutDues.checkoutId", "checkouts.id")
    .innerJoin("orders", "orders.id", "checkoutDues.orderId")
    .where("checkouts.id", "=", checkoutId)
    .where(orderOwnedBy(inquirer, now))
    .select([
      "checkouts.status",
      "checkouts.method",
      "checkouts.reference",
      "checkouts.currency",
      "checkouts.totalMinor",
      "checkouts.holdUntil",
      "orders.id as orderId",
      "orders.reference as orderReference",
      "orders.totalMinor as orderTotalMinor",
      sellerNameOf(lang).as("seller"),
      sql<boolean>`orders.status in ('pending_payment', 'partly_paid')`.as("isPayable"),
    ])
    .$narrowType<Pick<CheckoutStatusView, "status" | "method">>()
    .orderBy("orders.id")
    .execute();
  const [first] = rows;
  if (!first) return undefined;
  const waiting = await selectPlaced(db, inquirer, lang, now)
    .where("orders.status", "=", "awaiting_acceptance")
    .where("orders.placingId", "in", (eb) =>
      eb
        .selectFrom("orders as paid")
        .innerJoin("checkoutDues", "checkoutDues.orderId", "paid.id")
        .where("checkoutDues.checkoutId", "=", checkoutId)
        .select("paid.placingId"),
    )
    .execute();
  const awaited = first.method === "bank_transfer" ? await findAwaitedTransfer(db, checkoutId) : undefined;
  return {
    checkoutId,
    status: first.status,
    method: first.method,
    reference: first.reference,
    transfer: awaited && transferView(awaited, lang),
    total: formatMoney(money(first.totalMinor, first.currency), lang),
    held: first.status === "open" && first.holdUntil ? heldView(first.holdUntil, now) : undefined,
    orders: rows.map(({ orderId, orderReference, orderTotalMinor, currency, seller, isPayable }) => ({
      orderId,
      reference: orderReference,
      seller,
      total: formatMoney(money(orderTotalMinor, currency), lang),
      isPayable,
    })),
    waiting: waiting.map((row) => placedView(row, lang)),
  };
}

const MINUTE_MS = 60_000;

function heldView(until: Date, now: Date): CheckoutStatusView["held"] {
  const minutes = Math.ceil((until.getTime() - now.getTime()) / MINUTE_MS);
  return minutes > 0 ? { minutes, until: minuteInBaku(until).slice(11) } : undefined;
}

export type PlacedOrderView = { orderId: string; reference: string; seller: string; total: string };

/** Orders that wait for their sellers' yes, of those that an address names. */
export async function findPlacedOrders(
  db: Db,
  inquirer: InquirerActor,
  orderIds: readonly string[],
  lang: Locale,
  now = clock(),
): Promise<PlacedOrderView[]> {
  if (orderIds.length === 0) return [];
  const rows = await selectPlaced(db, inquirer, lang, now)
    .where("orders.id", "in", orderIds.slice(0, MOST_PLACED))
    .execute();
  return rows.map((row) => placedView(row, lang));
}

function selectPlaced(db: Db, inquirer: InquirerActor, lang: Locale, now: Date) {
  return db
    .selectFrom("orders")
    .where(orderOwnedBy(inquirer, now))
    .select([
      "orders.id as orderId",
      "orders.reference",
      "orders.totalMinor",
      "orders.currency",
      sellerNameOf(lang).as("seller"),
    ])
    .orderBy("orders.id")
    .limit(MOST_PLACED);
}

type PlacedRow = Omit<PlacedOrderView, "total"> & { totalMinor: bigint; currency: string };

function placedView({ totalMinor, currency, ...row }: PlacedRow, lang: Locale): PlacedOrderView {
  return { ...row, total: formatMoney(money(totalMinor, currency), lang) };
}

/** Sellers of one cart. */
const MOST_PLACED = 100;

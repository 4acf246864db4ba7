import { sql } from "kysely";
import type { Trx } from "~/platform/db/db.server";
import type { LocaleTexts } from "~/platform/i18n/locales";
import { factsOf, selectFacts } from "../fulfilment/facts.server";
import type { CancelReason, Merchant, OrderAddress } from "../types";

/** A line as it stands in the database's JSON, where an amount is a text: a number there has too few digits. */
type ToldLine = {
  titles: LocaleTexts<string>;
  variantNames: LocaleTexts<string> | null;
  quantity: number;
  lineMinor: string;
};

/** All that a letter may say of an order, by one statement. */
export async function findToldOrder(trx: Trx, orderId: string) {
  const row = await selectTold(trx).where("orders.id", "=", orderId).executeTakeFirst();
  return row && { ...row, facts: factsOf(row) };
}
export type ToldOrder = NonNullable<Awaited<ReturnType<typeof findToldOrder>>>;

/** The same of several, in the order of their ids. */
export async function listToldOrders(trx: Trx, orderIds: readonly string[]): Promise<ToldOrder[]> {
  if (orderIds.length === 0) return [];
  const rows = await selectTold(trx)
    .where("orders.id", "in", [...orderIds])
    .orderBy("orders.id")
    .execute();
  return rows.map((row) => ({ ...row, facts: factsOf(row) }));
}

function selectTold(trx: Trx) {
  return selectFacts(trx)
    .innerJoin("sellers", "sellers.id", "orders.sellerId")
    .select([
      "orders.locale",
      "orders.buyerUserId",
      "orders.guestEmail",
      "orders.buyerName",
      "orders.goodsMinor",
      "orders.shippingMinor",
      "orders.erasedAt",
      "orders.paidAt",
      "orders.readyInDays",
      sql<CancelReason | null>`orders.cancel_reason`.as("cancelReason"),
      "sellers.organisationId as teamId",
      sql<OrderAddress | null>`orders.address`.as("address"),
      // Placing writes it, with what the buyer was told before she paid.
      sql<Merchant>`orders.merchant`.as("merchant"),
      sql<LocaleTexts<string>>`(
        select jsonb_object_agg(locale, name) from seller_texts where seller_id = orders.seller_id)`.as("sellerNames"),
      sql<ToldLine[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('titles', titles, 'variantNames', variant_names,
          'quantity', quantity, 'lineMinor', line_minor::text) order by position), '[]')
        from order_lines where order_id = orders.id)`.as("lines"),
    ]);
}

import { sql } from "kysely";
import type { Db, Trx } from "~/platform/db/db.server";
import type { Givable } from "./give-back-rules";
import { listLeft } from "./refund-order.server";

const GOES_BACK = sql`refunds.status not in ('failed', 'refused')`;

/**
 * What of an order may still go back. Who asks for it to be sent holds the order, so that nobody else counts the same pieces.
 */
export async function readGivable(db: Db | Trx, orderId: string): Promise<Givable> {
  const left = await listLeft(db, orderId);
  const sumOf = (isDisputed: boolean) =>
    left.reduce((sum, one) => (one.isDisputed === isDisputed ? sum + one.leftMinor : sum), 0n);
  const { rows: lines } = await sql<Givable["lines"][number]>`
    select order_lines.id as "lineId", order_lines.unit_minor as "unitMinor",
      greatest(order_lines.quantity - coalesce((
        select sum(refund_lines.quantity) from refund_lines join refunds on refunds.id = refund_lines.refund_id
        where refund_lines.order_line_id = order_lines.id and ${GOES_BACK}), 0), 0)::int as "leftQuantity"
    from order_lines where order_lines.order_id = ${orderId}
    order by order_lines.position`.execute(db);
  const { rows: carriage } = await sql<{ carriageMinor: bigint }>`
    select (orders.shipping_minor - coalesce((
      select sum(refund_lines.amount_minor) from refund_lines join refunds on refunds.id = refund_lines.refund_id
      where refunds.order_id = orders.id and refund_lines.order_line_id is null and ${GOES_BACK}), 0))::bigint as "carriageMinor"
    from orders where orders.id = ${orderId}`.execute(db);
  return {
    leftMinor: sumOf(false),
    disputedMinor: sumOf(true),
    lines,
    carriageMinor: carriage[0]?.carriageMinor ?? 0n,
  };
}

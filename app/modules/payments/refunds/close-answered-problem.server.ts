import { sql } from "kysely";
import { closeRefundedProblem, THE_MONEY } from "~/modules/orders/index.server";
import type { Trx } from "~/platform/db/db.server";

/**
 * Closes what the buyer has open about an order once so much went back as she wants: all that came where she named no amount.
 * What went back before she said so does not count towards an amount that she named.
 *
 * @param orderId held by this transaction
 */
export async function closeAnsweredProblem(trx: Trx, orderId: string, now: Date): Promise<void> {
  const { rows } = await sql<{ isAnswered: boolean }>`
    select case when problems.wanted_minor is null then orders.refunded_minor >= orders.received_minor
      else problems.wanted_minor <= (
        select coalesce(sum(refunds.amount_minor), 0) from refunds
        where refunds.order_id = orders.id and refunds.cause <> 'late' and refunds.status = 'succeeded'
          and refunds.asked_at >= problems.opened_at)
      end as "isAnswered"
    from order_problems as problems join orders on orders.id = problems.order_id
    where problems.order_id = ${orderId} and problems.status <> 'closed'`.execute(trx);
  if (rows[0]?.isAnswered) await closeRefundedProblem(trx, orderId, THE_MONEY, now);
}

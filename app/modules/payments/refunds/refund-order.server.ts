import { sql } from "kysely";
import type { Db, Trx } from "~/platform/db/db.server";
import { KEPT_BY_BANK } from "../disputes/rules";
import { askRefund, type RefundCause, type RefundLine } from "./ask-refund.server";
import { refundParts, type Refundable } from "./rules";

/**
 * What came for an order and has neither gone back nor is on its way back. What a bank has taken back, or has given the buyer
 * for good, is not ours to send: Stripe refuses it, and she would have it twice. A bank that only asks has taken nothing.
 *
 * @param orderId held by this transaction
 */
export async function listRefundable(trx: Trx, orderId: string): Promise<Refundable[]> {
  return (await listLeft(trx, orderId)).filter(({ isDisputed }) => !isDisputed);
}

/** The same with what lies at a bank that disputes it. */
export async function listLeft(db: Db | Trx, orderId: string): Promise<(Refundable & { isDisputed: boolean })[]> {
  const { rows } = await sql<Refundable & { isDisputed: boolean }>`
    select receipts.id as "receiptId", receipts.method,
      exists (
        select from disputes where disputes.receipt_id = receipts.id
          and disputes.status = any(${[...KEPT_BY_BANK]}::text[])) as "isDisputed",
      (sum(receipt_parts.amount_minor) - coalesce((
        select sum(refunds.amount_minor) from refunds
        where refunds.receipt_id = receipts.id and refunds.order_id = ${orderId}
          and refunds.cause <> 'late' and refunds.status not in ('failed', 'refused')), 0))::bigint as "leftMinor"
    from receipt_parts join receipts on receipts.id = receipt_parts.receipt_id
    where receipt_parts.order_id = ${orderId} and receipt_parts.due_id is not null
    group by receipts.id
    order by receipts.recorded_at, receipts.id`.execute(db);
  return rows.filter(({ leftMinor }) => leftMinor > 0n);
}

type Wanted = {
  amountMinor: bigint;
  cause: RefundCause;
  words: string | undefined;
  askedBy: string | undefined;
  lines?: readonly RefundLine[];
};

/**
 * Asks back an amount of an order, from its receipts in the order in which they came.
 *
 * @returns false when there is not so much left, and then nothing is asked
 */
export async function refundFromReceipts(
  trx: Trx,
  orderId: string,
  { amountMinor, lines, ...rest }: Wanted,
  now: Date,
): Promise<boolean> {
  const parts = refundParts(await listRefundable(trx, orderId), amountMinor);
  if (!parts) return false;
  for (const [at, part] of parts.entries()) {
    // Which lines it is for is told once, with the first receipt.
    const own = at === 0 && lines ? { lines } : {};
    await askRefund(trx, { ...rest, ...own, ...part, orderId }, now);
  }
  return true;
}

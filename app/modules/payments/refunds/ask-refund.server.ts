import type { Trx } from "~/platform/db/db.server";
import { enqueue } from "~/platform/jobs/enqueue.server";

export const REFUND_CAUSES = ["late", "cancelled", "seller", "staff", "problem", "withdrawal"] as const;
export type RefundCause = (typeof REFUND_CAUSES)[number];

export type RefundToAsk = {
  receiptId: string;
  orderId: string;
  amountMinor: bigint;
  cause: RefundCause;
  words: string | undefined;
  askedBy: string | undefined;
  lines?: readonly RefundLine[];
  /** The one that failed or was refused and is tried again: each is, once. */
  retryOf?: string;
};

/** Pieces of a line, or the carriage where no line is named. */
export type RefundLine = { orderLineId: string | null; quantity: number | null; amountMinor: bigint };

/**
 * Writes down that money goes back, and asks the worker to send it. The database refuses more than came, whoever asks at the
 * same moment; late money of a receipt goes back once.
 */
export async function askRefund(trx: Trx, refund: RefundToAsk, now: Date): Promise<string | undefined> {
  const { lines = [], askedBy, words, ...rest } = refund;
  const receipt = await trx
    .selectFrom("receipts")
    .where("id", "=", refund.receiptId)
    .select(["currency", "method"])
    .forUpdate()
    .executeTakeFirstOrThrow();
  const written = await trx
    .insertInto("refunds")
    .values({
      ...rest,
      currency: receipt.currency,
      words: words ?? null,
      status: "asked",
      askedBy: askedBy ?? null,
      askedAt: now,
    })
    .onConflict((conflict) =>
      conflict.columns(["receiptId", "orderId"]).where("cause", "=", "late").where("retryOf", "is", null).doNothing(),
    )
    .returning("id")
    .executeTakeFirst();
  if (!written) return undefined;
  if (lines.length > 0) {
    await trx
      .insertInto("refundLines")
      .values(lines.map((line) => ({ ...line, refundId: written.id })))
      .execute();
  }
  // A transfer goes back by hand: the treasurer sends it and says so.
  if (receipt.method === "stripe") {
    await enqueue(trx, "send-refund", { refundId: written.id }, { jobKey: `send-refund:${written.id}` });
  }
  return written.id;
}

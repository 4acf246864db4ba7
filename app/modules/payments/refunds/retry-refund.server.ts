import { sql } from "kysely";
import { holdOrder } from "~/modules/orders/index.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, partKey, type FormKey } from "~/platform/db/once.server";
import { done, refused, type Result } from "~/platform/result";
import type { StaffActor } from "~/platform/session/actors.server";
import { askRefund, type RefundCause } from "./ask-refund.server";
import type { GiveBackRefusal } from "./give-back-rules";
import { readGivable } from "./read-givable.server";
import { listLeft } from "./refund-order.server";

type Deed = Promise<Result<null, GiveBackRefusal>>;

/**
 * Asks once more for a refund that failed or that Stripe refused, as a refund of its own: Stripe answers the old one with the
 * old answer. Each is tried again once; what fails again is tried again by itself.
 */
export function retryRefund(
  db: Db,
  { userId }: StaffActor,
  formKey: FormKey,
  { orderId, refundId }: { orderId: string; refundId: string },
  now = clock(),
): Deed {
  return once(db, `staff ${userId}`, partKey(formKey, `retry-refund ${refundId}`), async (trx): Deed => {
    if (!(await holdOrder(trx, orderId))) return refused("order-missing");
    const failed = await findRefund(trx, orderId, refundId);
    if (!failed) return refused("refund-missing");
    if (failed.status !== "failed" && failed.status !== "refused") return refused("not-failed");
    if (failed.isRetried) return refused("already-retried");
    const lines = await trx
      .selectFrom("refundLines")
      .where("refundId", "=", refundId)
      .select(["orderLineId", "quantity", "amountMinor"])
      .execute();
    const { receiptId, amountMinor, cause, words } = failed;
    const refusal = cause === "late" ? undefined : await whyNotAgain(trx, orderId, { receiptId, amountMinor, lines });
    if (refusal) return refused(refusal);
    const again = { receiptId, orderId, amountMinor, cause, words: words ?? undefined, askedBy: userId };
    await askRefund(trx, { ...again, lines, retryOf: refundId }, now);
    await recordAudit(trx, {
      actor: { kind: "staff", id: userId },
      action: "retry-refund",
      subject: { kind: "order", id: orderId },
      after: { amountMinor: amountMinor.toString(), currency: failed.currency },
    });
    return done(null);
  });
}

function findRefund(trx: Trx, orderId: string, refundId: string) {
  return trx
    .selectFrom("refunds")
    .where("id", "=", refundId)
    .where("orderId", "=", orderId)
    .select(["receiptId", "amountMinor", "currency", "status", "words"])
    .select([
      sql<RefundCause>`cause`.as("cause"),
      sql<boolean>`exists (select from refunds as later where later.retry_of = refunds.id)`.as("isRetried"),
    ])
    .executeTakeFirst();
}

type Again = {
  receiptId: string;
  amountMinor: bigint;
  lines: readonly { orderLineId: string | null; quantity: number | null; amountMinor: bigint }[];
};

/** Meanwhile the money, or the pieces, may have gone back by another refund. */
async function whyNotAgain(trx: Trx, orderId: string, again: Again): Promise<GiveBackRefusal | undefined> {
  const receipt = (await listLeft(trx, orderId)).find(({ receiptId }) => receiptId === again.receiptId);
  if (!receipt) return "nothing-left";
  if (receipt.isDisputed) return "dispute-open";
  if (receipt.leftMinor < again.amountMinor) return "more-than-left";
  const { lines, carriageMinor } = await readGivable(trx, orderId);
  const left = new Map(lines.map(({ lineId, leftQuantity }) => [lineId, leftQuantity]));
  for (const { orderLineId, quantity, amountMinor } of again.lines) {
    if (orderLineId === null && carriageMinor < amountMinor) return "no-carriage";
    if (orderLineId !== null && (left.get(orderLineId) ?? 0) < (quantity ?? 0)) return "too-many-pieces";
  }
  return undefined;
}

import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { once, partKey, type FormKey } from "~/platform/db/once.server";
import { done, refused, type Result } from "~/platform/result";
import type { StaffActor } from "~/platform/session/actors.server";
import { asBanksWrite, lockReference } from "../receipts/bank-reference.server";
import { holdRefund, succeed } from "./settle-refund.server";
import { findUsedReference } from "./used-reference.server";

export type SentRefusal = "refund-missing" | "goes-by-card" | "already-sent" | "reference-used";

/** `isTogether`: whoever types knows that the same transfer paid another refund as well. */
export type SentTyped = { orderId: string; refundId: string; bankReference: string; isTogether?: boolean };

/**
 * The treasurer sent back by hand what did not come by card, and says by which name her bank knows it. Once for each refund. A
 * number that another refund bears is more often a slip than one transfer for both: it has to be confirmed.
 */
export function markRefundSent(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  { orderId, refundId, bankReference: typed, isTogether = false }: SentTyped,
  now = clock(),
): Promise<Result<null, SentRefusal>> {
  // Its page has a form for each refund, and one key for all of them.
  const key = partKey(formKey, `refund-sent ${refundId}`);
  return once(db, `staff ${staff.userId}`, key, async (trx): Promise<Result<null, SentRefusal>> => {
    const refund = await holdRefund(trx, refundId);
    if (refund?.orderId !== orderId) return refused("refund-missing");
    if (refund.method === "stripe") return refused("goes-by-card");
    if (refund.status !== "asked") return refused("already-sent");
    const bankReference = asBanksWrite(typed);
    await lockReference(trx, bankReference);
    const other = await findUsedReference(trx, { refundId, bankReference });
    if (other && !isTogether) return refused("reference-used");
    await trx.updateTable("refunds").set({ bankReference }).where("id", "=", refundId).execute();
    await succeed(trx, refund, now);
    const { amountMinor, currency } = refund;
    await recordAudit(trx, {
      actor: { kind: "staff", id: staff.userId },
      action: "send-refund-by-hand",
      subject: { kind: "order", id: orderId },
      after: {
        refund: refundId,
        amountMinor: amountMinor.toString(),
        currency,
        bankReference,
        ...(other ? { togetherWith: other.reference } : {}),
      },
    });
    return done(null);
  });
}

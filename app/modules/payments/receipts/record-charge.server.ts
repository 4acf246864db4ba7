import type { PaymentMethod } from "~/modules/orders";
import { receiveForDues, releaseHeld, tellBuyer, type Allotted } from "~/modules/orders/index.server";
import { dayInBaku } from "~/platform/calendar";
import type { Trx } from "~/platform/db/db.server";
import type { ChargeSeen } from "~/platform/stripe/port";
import { freeDues, type HeldCheckout } from "../checkout/hold-checkout.server";
import { askRefund } from "../refunds/ask-refund.server";
import { bookReceipt } from "../ledger/receipts.server";

/**
 * Books a charge, once however often it is told: its id is unique. What the dues still want goes to them; what came for an
 * order that is cancelled, or was paid already, is sent back at once and stands on the order.
 *
 * @param checkout held by this transaction
 */
export async function recordCharge(trx: Trx, checkout: HeldCheckout, charge: ChargeSeen, now: Date): Promise<void> {
  const written = await trx
    .insertInto("receipts")
    .values({
      checkoutId: checkout.checkoutId,
      method: "stripe",
      currency: charge.amount.currency,
      amountMinor: charge.amount.amountMinor,
      chargeId: charge.chargeId,
      paymentIntentId: charge.paymentIntentId ?? null,
      paidWith: paidWith(charge),
      receivedOn: dayInBaku(now),
      recordedAt: now,
    })
    .onConflict((conflict) => conflict.constraint("receipts_charge").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!written) return;
  const allotted = await receiveForDues(trx, checkout.dues, now);
  await writeParts(trx, { receiptId: written.id, method: "stripe", currency: checkout.currency }, allotted, now);
  await trx
    .updateTable("checkouts")
    .set({ status: "paid", endedAt: now, endReason: null, holdUntil: null })
    .where("id", "=", checkout.checkoutId)
    .execute();
  await freeDues(trx, checkout);
  // An order that wants nothing any more keeps no stock either; nobody can pay for it by this checkout again.
  const unwanted = allotted.filter(({ parts }) => parts.length === 0).map(({ orderId }) => orderId);
  await releaseHeld(trx, unwanted, now);
}

function paidWith({ paidWith: by }: ChargeSeen): string | null {
  if (!by) return null;
  return [by.brand ?? by.type, by.last4].filter((part) => part !== undefined).join(" ");
}

type Receipt = { receiptId: string; method: PaymentMethod; currency: string };

/** What each order took of a receipt, and what goes back; the ledger has both from this moment on. */
export async function writeParts(trx: Trx, receipt: Receipt, allotted: readonly Allotted[], now: Date): Promise<void> {
  const { receiptId } = receipt;
  const parts = allotted.flatMap(({ orderId, sellerId, parts: own, lateMinor }) => [
    ...own.map(({ dueId, amountMinor }) => ({ orderId, sellerId, dueId, amountMinor, isLate: false })),
    ...(lateMinor > 0n ? [{ orderId, sellerId, dueId: null, amountMinor: lateMinor, isLate: true }] : []),
  ]);
  await trx
    .insertInto("receiptParts")
    .values(
      parts.map(({ orderId, dueId, amountMinor }, at) => ({
        receiptId,
        position: at + 1,
        orderId,
        dueId,
        amountMinor,
      })),
    )
    .execute();
  await bookReceipt(trx, { ...receipt, parts, at: now });
  for (const late of allotted.filter(({ lateMinor }) => lateMinor > 0n)) {
    const { orderId, lateMinor: amountMinor } = late;
    const asked = { receiptId, orderId, amountMinor, cause: "late", askedBy: undefined, words: undefined } as const;
    await askRefund(trx, asked, now);
    await tellWhatCameLate(trx, receipt.method, late, now);
  }
}

const LATE_NEWS = {
  ended: "came-after-end",
  "no-pieces": "came-to-no-pieces",
  "nothing-due": "came-unneeded",
} as const;

/** Where the order took a part of the money, its receipt says what goes back. The shop never had it, and is told nothing. */
async function tellWhatCameLate(trx: Trx, method: PaymentMethod, late: Allotted, now: Date): Promise<void> {
  if (late.parts.length > 0) return;
  const told = { amountMinor: late.lateMinor, backBy: method };
  await tellBuyer(trx, late.orderId, LATE_NEWS[late.whyUnwanted], told, now);
}

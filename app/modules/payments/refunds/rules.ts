import type { RefundStatus as SeenStatus } from "~/platform/stripe/port";

export type RefundStatus = "asked" | "sent" | "succeeded" | "failed" | "refused";

/**
 * What Stripe's word on a refund makes of it. Forward only: asked, sent, succeeded; and failed, which Stripe may still say
 * after it has succeeded.
 */
export function refundStep(status: RefundStatus, seen: SeenStatus): "send" | "succeed" | "fail" | "nothing" {
  const isOpen = status === "asked" || status === "sent";
  if (seen === "succeeded") return isOpen ? "succeed" : "nothing";
  if (seen === "failed" || seen === "canceled") return isOpen || status === "succeeded" ? "fail" : "nothing";
  return status === "asked" ? "send" : "nothing";
}

/** What of an order's money could still go back, by the receipt that it came with. */
export type Refundable = { receiptId: string; method: string; leftMinor: bigint };

/**
 * An amount by the receipts it goes back by, in the order in which they came.
 *
 * @returns undefined when there is not so much left
 */
export function refundParts(
  refundable: readonly Refundable[],
  amountMinor: bigint,
): { receiptId: string; amountMinor: bigint }[] | undefined {
  let left = amountMinor;
  const parts = refundable.flatMap(({ receiptId, leftMinor }) => {
    const part = left < leftMinor ? left : leftMinor;
    left -= part;
    return part > 0n ? [{ receiptId, amountMinor: part }] : [];
  });
  return left > 0n ? undefined : parts;
}

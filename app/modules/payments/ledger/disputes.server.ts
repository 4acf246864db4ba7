import type { Db, Trx } from "~/platform/db/db.server";
import { disputeLostEntry, disputeOpenedEntry, disputeWonEntry, shareDisputed, type DisputablePart } from "./bookings";
import { bookEntries, type Entry } from "./entries.server";
import { keepToRelease, lockOrderMoney, readOrderMoney } from "./order-money.server";
import type { Booked, OrderPart } from "./types";

export type DisputeToBook = { disputeId: string; currency: string; amountMinor: bigint; at: Date };

/** Books that Stripe took money because a buyer disputes. Nobody here loses it before that is decided. Once per dispute. */
export async function bookDisputeOpened(trx: Trx, dispute: DisputeToBook): Promise<Booked> {
  const [isBooked = false] = await bookEntries(trx, [disputeOpenedEntry(dispute)], dispute.at);
  return { isBooked };
}

/**
 * Books how a dispute ended: won money comes back from Stripe; lost money is the sellers' of the orders that it paid, by the
 * parts that `disputedParts` gives. Once per dispute, whichever end is told first; an opening that nobody told is booked with it.
 */
export async function bookDisputeClosed(
  trx: Trx,
  dispute: DisputeToBook & { outcome: "won" | "lost"; parts: readonly OrderPart[] },
): Promise<Booked> {
  const { disputeId, outcome, parts, at } = dispute;
  const orders = await lockOrderMoney(
    trx,
    parts.map(({ orderId }) => orderId),
  );
  await bookEntries(trx, [disputeOpenedEntry(dispute)], at);
  if (outcome === "won") {
    const [isBooked = false] = await bookEntries(trx, [disputeWonEntry(dispute)], at);
    return { isBooked };
  }
  const lost: Entry[] = [];
  for (const part of parts) {
    const commissionBasisPoints = orders.get(part.orderId)?.commissionBasisPoints ?? 0;
    const money = await readOrderMoney(trx, part.orderId);
    lost.push(disputeLostEntry(dispute, part, { money, commissionBasisPoints, isFirst: lost.length === 0 }));
  }
  const [first, ...others] = lost;
  if (!first) throw new Error(`a lost dispute is of some order: ${disputeId}`);
  const [isBooked = false] = await bookEntries(trx, [first], at);
  if (!isBooked) return { isBooked };
  await bookEntries(trx, others, at);
  for (const { orderId } of parts) await keepToRelease(trx, orderId, (await readOrderMoney(trx, orderId)).pendingMinor);
  return { isBooked };
}

/**
 * On whom a disputed amount falls: the orders that the receipt paid, by what of it has not gone back already.
 *
 * @throws when there is no such receipt
 */
export async function disputedParts(trx: Db | Trx, receiptId: string, amountMinor: bigint): Promise<OrderPart[]> {
  const rows = await trx
    .selectFrom("receiptParts")
    .innerJoin("orders", "orders.id", "receiptParts.orderId")
    .select(["receiptParts.orderId", "sellerId", "dueId"])
    .select((eb) => [
      "receiptParts.amountMinor",
      eb
        .selectFrom("refunds")
        .select((inner) => inner.fn.coalesce(inner.fn.sum<string>("amountMinor"), inner.lit(0)).as("sum"))
        .whereRef("refunds.receiptId", "=", "receiptParts.receiptId")
        .whereRef("refunds.orderId", "=", "receiptParts.orderId")
        .where("status", "not in", ["failed", "refused"])
        .as("refunded"),
    ])
    .where("receiptParts.receiptId", "=", receiptId)
    .orderBy("receiptParts.orderId")
    .orderBy("position")
    .execute();
  const paid = new Map<string, DisputablePart>();
  for (const { orderId, sellerId, dueId, amountMinor: part, refunded } of rows) {
    const before = paid.get(orderId);
    const isLate = dueId === null && (before?.isLate ?? true);
    const whole = (before?.amountMinor ?? 0n) + part;
    paid.set(orderId, { orderId, sellerId, amountMinor: whole, isLate, refundedMinor: BigInt(refunded ?? 0) });
  }
  return shareDisputed(amountMinor, [...paid.values()]);
}

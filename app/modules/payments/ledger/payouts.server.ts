import type { Trx } from "~/platform/db/db.server";
import { payoutEntry } from "./bookings";
import { bookEntries, type Entry } from "./entries.server";
import type { Booked } from "./types";

export type PayoutToBook = { payoutId: string; sellerId: string; currency: string; amountMinor: bigint; at: Date };

async function book(trx: Trx, entry: Entry, at: Date): Promise<Booked> {
  const [isBooked = false] = await bookEntries(trx, [entry], at);
  return { isBooked };
}

/** The bank was told to pay: no longer due to the seller, and not yet gone. */
export function bookPayoutSent(trx: Trx, payout: PayoutToBook): Promise<Booked> {
  return book(trx, payoutEntry("payout_sent", payout), payout.at);
}

export function bookPayoutSettled(trx: Trx, payout: PayoutToBook): Promise<Booked> {
  return book(trx, payoutEntry("payout_settled", payout), payout.at);
}

/** It came back: due to the seller again. */
export function bookPayoutReturned(trx: Trx, payout: PayoutToBook & { wasSettled: boolean }): Promise<Booked> {
  return book(trx, payoutEntry("payout_returned", payout, payout.wasSettled), payout.at);
}

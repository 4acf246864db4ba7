import type { Trx } from "~/platform/db/db.server";
import { releaseEntry } from "./bookings";
import { counterSettled } from "./counter.server";
import { bookEntries } from "./entries.server";
import { keepToRelease, lockOneOrder, readOrderMoney } from "./order-money.server";
import type { Booked } from "./types";

const least = (...amounts: bigint[]) => amounts.reduce((one, other) => (other < one ? other : one));

/**
 * Makes money of an order due to its seller, less the commission: all that is pending or, with a share of basis points,
 * that part of it as its deposit, once per order. Nothing when nothing is pending.
 */
export async function bookRelease(
  trx: Trx,
  { orderId, depositShare, at }: { orderId: string; depositShare?: number; at: Date },
): Promise<Booked & { amountMinor: bigint }> {
  const { sellerId, currency, commissionBasisPoints } = await lockOneOrder(trx, orderId);
  const money = await readOrderMoney(trx, orderId);
  const releasing = {
    orderId,
    sellerId,
    currency,
    commissionBasisPoints,
    depositShare,
    releaseCount: depositShare === undefined ? await countReleases(trx, orderId) : 0,
  };
  const release = releaseEntry(releasing, money);
  if (!release) return { isBooked: false, amountMinor: 0n };
  const { entry, amountMinor } = release;
  const paidOverCounter = least(amountMinor, money.counterMinor > 0n ? money.counterMinor : 0n);
  const [isBooked = false] = await bookEntries(trx, [entry], at);
  if (!isBooked) return { isBooked: false, amountMinor: 0n };
  await bookEntries(trx, [counterSettled(entry, currency, paidOverCounter)], at);
  await keepToRelease(trx, orderId, money.pendingMinor - amountMinor);
  return { isBooked: true, amountMinor };
}

/** Money of an order is released again when a refund fails that took pending money after the release. */
async function countReleases(trx: Trx, orderId: string): Promise<number> {
  const { count } = await trx
    .selectFrom("ledgerEntries")
    .select((eb) => eb.fn.countAll<bigint>().as("count"))
    .where("orderId", "=", orderId)
    .where("kind", "=", "release")
    .executeTakeFirstOrThrow();
  return Number(count);
}

import type { Trx } from "~/platform/db/db.server";
import { addedUp, receiptEntries } from "./bookings";
import { bookEntries } from "./entries.server";
import { keepToRelease, lockOrderMoney, readOrderMoney } from "./order-money.server";
import type { Booked, OrderPart, PaymentMethod } from "./types";

export type ReceiptToBook = {
  receiptId: string;
  method: PaymentMethod;
  currency: string;
  parts: readonly OrderPart[];
  at: Date;
};

/** Books money that came: owed to the seller but not due yet or, where it came too late, to whom it came from. Once per receipt. */
export async function bookReceipt(trx: Trx, receipt: ReceiptToBook): Promise<Booked> {
  const { at } = receipt;
  const parts = addedUp(receipt.parts);
  await lockOrderMoney(
    trx,
    parts.map(({ orderId }) => orderId),
  );
  const booked = await bookEntries(trx, receiptEntries(receipt, parts), at);
  for (const { orderId } of parts) await keepToRelease(trx, orderId, (await readOrderMoney(trx, orderId)).pendingMinor);
  return { isBooked: booked.includes(true) };
}

import { clock } from "~/platform/clock.server";
import { makeOrder, type MadeOrder, type OrderOptions } from "~db/factories";
import { testDb } from "./database";
import { makeReceipt } from "./ledger";

/** An order of two cups whose 69.00 EUR were received by card, without a page at Stripe behind them. */
export async function makeReceivedOrder(options: OrderOptions = {}): Promise<MadeOrder & { receiptId: string }> {
  const made = await makeOrder(testDb, { placedAt: clock(), ...options });
  const { orderId, sellerId, dueIds } = made;
  const whole = { orderId, sellerId, dueId: dueIds[0], totalMinor: 6_900n, currency: "EUR" };
  const { receiptId } = await makeReceipt(testDb, [whole]);
  return { ...made, receiptId };
}

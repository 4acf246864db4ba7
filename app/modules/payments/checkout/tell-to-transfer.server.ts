import { tellBuyer } from "~/modules/orders/index.server";
import type { Trx } from "~/platform/db/db.server";
import { transferAccount } from "~/platform/transfer-account.server";
import { findAwaitedTransfer } from "./awaited-transfer.server";

/**
 * Writes to the buyer how to transfer: one letter for a checkout, by its first order, so that nobody sends the same sum once for
 * each of them.
 */
export async function tellToTransfer(trx: Trx, checkoutId: string, now: Date): Promise<void> {
  const account = transferAccount();
  const awaited = await findAwaitedTransfer(trx, checkoutId);
  const [first, ...others] = awaited?.orders ?? [];
  if (!account || !awaited || !first) return;
  const { lacks, reference, orders, payBy } = awaited;
  const transfer = { account, amount: lacks, reference, orders: orders.map((order) => order.reference) };
  const besides = others.map(({ orderId }) => orderId);
  await tellBuyer(trx, first.orderId, "to-transfer", { when: payBy, transfer, besides }, now);
}

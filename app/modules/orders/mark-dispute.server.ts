import type { Trx } from "~/platform/db/db.server";
import { THE_MONEY } from "./order-keys.server";
import { holdOrder, noteOnOrder } from "./steps/take-step.server";

const NOTES = { open: "dispute-opened", won: "dispute-won", lost: "dispute-lost" } as const;

/** Says on an order that the buyer's bank disputes its payment, or how that ended. It stays where it is meanwhile. */
export async function markDispute(
  trx: Trx,
  orderId: string,
  dispute: "open" | "won" | "lost",
  now: Date,
): Promise<void> {
  const order = await holdOrder(trx, orderId);
  if (!order || order.dispute === dispute) return;
  await trx.updateTable("orders").set({ dispute }).where("id", "=", orderId).execute();
  await noteOnOrder(trx, orderId, NOTES[dispute], THE_MONEY, { now });
}

import type { Trx } from "~/platform/db/db.server";
import type { HeldOrder } from "./steps/take-step.server";
import type { PaymentMethod } from "./types";

/** Writes down by which way the buyer pays now; until when she has to, stays. */
export async function choosePaymentMethod(
  trx: Trx,
  { orderId }: HeldOrder,
  paymentMethod: PaymentMethod,
): Promise<void> {
  await trx.updateTable("orders").set({ paymentMethod }).where("id", "=", orderId).execute();
}

import { bookReceipt, bookRelease } from "~/modules/payments/index.server";
import { reportProblem } from "~/modules/orders/index.server";
import type { Db } from "~/platform/db/db.server";
import { makeOrder, type MadeOrder, type OrderOptions } from "~db/factories";
import { testDb } from "./database";
import { newKey } from "./form-key";
import { AT, makeReceipt } from "./ledger";

export type ReleasedOrder = MadeOrder & { currency: string; receiptId: string };

/** An order of 100.00 that was shipped and paid by transfer; all of it is due to its seller, who has told an account. */
export async function makeReleasedOrder(currency: string, options: OrderOptions = {}): Promise<ReleasedOrder> {
  const order = await makePaidOrder(currency, options);
  await testDb.transaction().execute((trx) => bookRelease(trx, { orderId: order.orderId, at: AT }));
  return order;
}

/** The same before it is due. */
export async function makePaidOrder(currency: string, options: OrderOptions = {}): Promise<ReleasedOrder> {
  const lines = [{ quantity: 1, unitMinor: 10_000 }];
  const order = await makeOrder(testDb, { status: "shipped", currency, shippingMinor: 0, lines, ...options });
  const { orderId, sellerId } = order;
  const iban = "AZ21NABZ00000000137010001944";
  await testDb.updateTable("sellers").set({ iban }).where("id", "=", sellerId).execute();
  const made = { orderId, sellerId, dueId: order.dueIds[0], totalMinor: 10_000n, currency };
  const { receiptId } = await makeReceipt(testDb, [made], "bank_transfer");
  const parts = [{ orderId, sellerId, amountMinor: 10_000n, isLate: false }];
  await testDb
    .transaction()
    .execute((trx) => bookReceipt(trx, { receiptId, method: "bank_transfer", currency, parts, at: AT }));
  return { ...order, currency, receiptId };
}

export function report({ inquirer, orderId }: MadeOrder, now = AT, db: Db = testDb) {
  const said = { orderId, kind: "problem", words: "Two cups are dented.", wantedMinor: undefined } as const;
  return reportProblem(db, inquirer, newKey(), said, now);
}

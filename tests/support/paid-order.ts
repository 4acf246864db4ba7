import { settleCheckout } from "~/modules/payments/index.server";
import { clock } from "~/platform/clock.server";
import type { SellerActor, StaffActor } from "~/platform/session/actors.server";
import { makeSellerActor, makeStaff } from "~db/factories";
import { makeCup, openPage } from "./buying";
import { testDb } from "./database";
import type { Stand } from "./stripe-sandbox";

type PaidOptions = { quantity?: number; card?: string; unitMinor?: number };

export type PaidOrder = {
  orderId: string;
  sellerId: string;
  seller: SellerActor;
  staff: StaffActor;
  lineId: string;
  variantIds: readonly string[];
  checkoutId: string;
  chargeId: string;
};

/** An order of cups that was paid by card: 30.00 EUR each unless they are cheap ones, and 9.00 EUR of carriage. */
export async function makePaidOrder(
  stand: Stand,
  { quantity = 2, card = "4242424242424242", unitMinor = 3_000 }: PaidOptions = {},
): Promise<PaidOrder> {
  const cup = await makeCup({ exportTiers: [{ amountMinor: unitMinor, currency: "EUR" }] });
  const { checkoutId, sessionId, orderIds } = await openPage(stand, [{ listingId: cup.listingId, quantity }]);
  stand.sandbox.pay(sessionId, card);
  await settleCheckout(testDb, stand.stripe, checkoutId, clock());
  const orderId = orderIds[0] ?? "";
  const { id: lineId } = await testDb
    .selectFrom("orderLines")
    .where("orderId", "=", orderId)
    .select("id")
    .executeTakeFirstOrThrow();
  const { chargeId } = await testDb
    .selectFrom("receipts")
    .where("checkoutId", "=", checkoutId)
    .select("chargeId")
    .executeTakeFirstOrThrow();
  const { sellerId, variantIds } = cup;
  const seller = await makeSellerActor(testDb, sellerId);
  const staff = await makeStaff(testDb, "treasurer");
  return { orderId, sellerId, seller, staff, lineId, variantIds, checkoutId, chargeId: chargeId ?? "" };
}

/** Pieces of each line and the carriage that are given back or on their way, as `2` and `carriage`. */
export async function partsBack(orderId: string): Promise<string[]> {
  const rows = await testDb
    .selectFrom("refundLines")
    .innerJoin("refunds", "refunds.id", "refundLines.refundId")
    .where("refunds.orderId", "=", orderId)
    .where("refunds.status", "not in", ["failed", "refused"])
    .select(["quantity", "refundLines.amountMinor"])
    .orderBy("refundLines.amountMinor")
    .execute();
  return rows.map(({ quantity, amountMinor }) => `${quantity ?? "carriage"} ${amountMinor}`);
}

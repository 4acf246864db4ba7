import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { checkLedger, ledgerBalances } from "~/modules/payments/index.server";
import type { BalanceTransactionSeen } from "~/platform/stripe/port";
import { sellerBalance } from "~/modules/payments/index.server";
import type { Db } from "~/platform/db/db.server";
import { writeRows } from "~db/bulk";
import { FACTORY_NOW, makeListing, makePerson } from "~db/factories";

export const AT = FACTORY_NOW;

export type OrderOptions = {
  sellerId?: string;
  totalMinor?: number;
  currency?: string;
  method?: "stripe" | "bank_transfer" | "at_pick_up";
  status?: string;
  receivedMinor?: number;
  commissionBasisPoints?: number;
  holdDays?: number;
  depositReleaseBasisPoints?: number;
  shippedAt?: Date;
  deliveredAt?: Date;
  dispute?: "none" | "open" | "won" | "lost";
};

/** A cancelled order's money is late: no due waits for it. */
export type MadeOrder = {
  orderId: string;
  sellerId: string;
  dueId: string | undefined;
  totalMinor: bigint;
  currency: string;
};

let count = 0;
const reference = (number: number) =>
  [...Array(8).keys()].map((at) => "23456789ABCDEFGHJKMNPQRSTUVWXYZ"[Math.floor(number / 31 ** at) % 31]).join("");

/** An order of one line and one due with the terms it was placed under; where its money is concerned the rest is of no matter. */
export async function makeOrder(db: Db, options: OrderOptions = {}): Promise<MadeOrder> {
  const listing = await makeListing(db, options.sellerId === undefined ? {} : { sellerId: options.sellerId });
  const orderId = randomUUID();
  const total = options.totalMinor ?? 10_000;
  const currency = options.currency ?? "EUR";
  const method = options.method ?? "stripe";
  const received = options.receivedMinor ?? 0;
  const at = AT.toISOString();
  const status = options.status ?? "pending_payment";
  count += 1;
  const row = {
    id: orderId,
    reference: reference(Date.now() * 100 + count),
    seller_id: listing.sellerId,
    kind: "good",
    status,
    revision: 1,
    delivery: method === "at_pick_up" ? "pick_up" : "post",
    payment_method: method,
    prepares_after: "all",
    currency,
    goods_minor: total,
    shipping_minor: 0,
    total_minor: total,
    received_minor: received,
    refunded_minor: 0,
    dispute: options.dispute ?? "none",
    buyer_user_id: await makePerson(db),
    buyer_name: "Aynur Quliyeva",
    locale: "en",
    destination: "DE",
    transit_days_min: 1,
    transit_days_max: 9,
    rates: {},
    merchant: {},
    terms_version: "1",
    placed_at: at,
    pay_by: "2026-12-24T08:00:00Z",
    shipped_at: options.shippedAt?.toISOString() ?? null,
    delivered_at: options.deliveredAt?.toISOString() ?? null,
    complete_by: "2027-01-24T08:00:00Z",
    completed_at: status === "completed" ? at : null,
    cancelled_at: status === "cancelled" ? at : null,
    cancel_reason: status === "cancelled" ? "not-paid" : null,
  };
  const line = {
    order_id: orderId,
    position: 1,
    id: randomUUID(),
    listing_id: listing.listingId,
    listing_version: 1,
    titles: { az: "Fincan" },
    price_unit: "piece",
    quantity: 1,
    from_stock: 0,
    can_be_made: true,
    needs_certificate: false,
    list_minor: total,
    list_currency: currency,
    unit_minor: total,
    line_minor: total,
  };
  const due = {
    id: randomUUID(),
    order_id: orderId,
    position: 1,
    kind: "whole",
    amount_minor: total,
    received_minor: received,
    paid_at: received === total ? at : null,
  };
  const terms = {
    order_id: orderId,
    commission_basis_points: options.commissionBasisPoints ?? 800,
    hold_days: options.holdDays ?? 7,
    deposit_release_basis_points: options.depositReleaseBasisPoints ?? 0,
  };
  await db.transaction().execute(async (trx) => {
    await writeRows(trx, "orders", [row]);
    await writeRows(trx, "order_lines", [line]);
    await writeRows(trx, "order_dues", [due]);
    await writeRows(trx, "order_terms", [terms]);
  });
  const dueId = status === "cancelled" ? undefined : due.id;
  return { orderId, sellerId: listing.sellerId, dueId, totalMinor: BigInt(total), currency };
}

export type MadeReceipt = { receiptId: string; chargeId: string | undefined };

/** A receipt as the room of checkouts records it, for one order or several, without booking it. */
export async function makeReceipt(
  db: Db,
  orders: readonly MadeOrder[],
  method: "stripe" | "bank_transfer" | "at_pick_up" = "stripe",
): Promise<MadeReceipt> {
  const receiptId = randomUUID();
  const chargeId = method === "stripe" ? `ch_${receiptId.replaceAll("-", "")}` : undefined;
  await db.transaction().execute(async (trx) => {
    await writeRows(trx, "receipts", [
      {
        id: receiptId,
        method,
        currency: orders[0]?.currency ?? "EUR",
        amount_minor: Number(orders.reduce((sum, { totalMinor }) => sum + totalMinor, 0n)),
        charge_id: chargeId ?? null,
        payment_intent_id: chargeId === undefined ? null : `pi_${receiptId.replaceAll("-", "")}`,
        bank_reference: method === "bank_transfer" ? receiptId : null,
        received_on: "2026-11-24",
        recorded_at: AT.toISOString(),
      },
    ]);
    const parts = orders.map(({ orderId, dueId, totalMinor }, at) => ({
      receipt_id: receiptId,
      position: at + 1,
      order_id: orderId,
      due_id: dueId ?? null,
      amount_minor: Number(totalMinor),
    }));
    await writeRows(trx, "receipt_parts", parts);
  });
  return { receiptId, chargeId };
}

/** A refund as the room of refunds records it, without booking it. */
export async function makeRefund(
  db: Db,
  { orderId, currency }: MadeOrder,
  receiptId: string,
  amountMinor: number,
): Promise<{ refundId: string; stripeRefundId: string }> {
  const refundId = randomUUID();
  const stripeRefundId = `re_${refundId.replaceAll("-", "")}`;
  await writeRows(db, "refunds", [
    {
      id: refundId,
      receipt_id: receiptId,
      order_id: orderId,
      currency,
      amount_minor: amountMinor,
      cause: "staff",
      status: "sent",
      stripe_refund_id: stripeRefundId,
      asked_at: AT.toISOString(),
    },
  ]);
  return { refundId, stripeRefundId };
}

export async function makeDispute(db: Db, receiptId: string, amountMinor: number, currency = "EUR"): Promise<string> {
  const id = `dp_${randomUUID().replaceAll("-", "")}`;
  await writeRows(db, "disputes", [
    {
      id,
      receipt_id: receiptId,
      currency,
      amount_minor: amountMinor,
      status: "needs_response",
      reason: "fraudulent",
      opened_at: AT.toISOString(),
    },
  ]);
  return id;
}

/** A movement as Stripe lists it; amounts in minor units of one currency, the fee off what comes. */
export function movement(
  input: { type: string; amount: number; fee?: number; currency?: string } & Partial<
    Omit<BalanceTransactionSeen, "amount" | "fee" | "net">
  >,
): BalanceTransactionSeen {
  const { type, amount, fee = 0, currency = "EUR", ...rest } = input;
  const minor = (units: number) => ({ amountMinor: BigInt(units), currency });
  return {
    transactionId: `txn_${randomUUID().replaceAll("-", "")}`,
    type,
    reportingCategory: type,
    sourceId: undefined,
    createdAt: AT,
    availableOn: AT,
    ...rest,
    amount: minor(amount),
    fee: minor(fee),
    net: minor(amount - fee),
  };
}

/** What is on the accounts of the whole ledger, as `account CUR: minor units`, without those with nothing on them. */
export async function balances(db: Db): Promise<Record<string, number>> {
  const rows = await ledgerBalances(db);
  return Object.fromEntries(
    rows.map(({ kind, currency, amountMinor }) => [`${kind} ${currency}`, Number(amountMinor)]),
  );
}

/** Pending and payable of a seller in one currency, in minor units. */
export async function owed(db: Db, sellerId: string, currency = "EUR"): Promise<{ pending: number; payable: number }> {
  const row = (await sellerBalance(db, sellerId)).find((one) => one.currency === currency);
  return { pending: Number(row?.pendingMinor ?? 0n), payable: Number(row?.payableMinor ?? 0n) };
}

/** Every entry is whole and balanced, every order paid the commission of what is due, and what Stripe owes is explained. */
export async function expectSoundLedger(db: Db): Promise<void> {
  const { toClear: _open, ...check } = await checkLedger(db);
  expect(check).toEqual({ unbalanced: [], wrongOrders: [], clearingRest: [] });
}

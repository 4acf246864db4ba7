import type { PaymentMethod } from "~/modules/orders";
import { noteOnOrder, recordRefunded, recordRefundFailed, tellBuyer, THE_MONEY } from "~/modules/orders/index.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { money } from "~/platform/money";
import type { RefundSeen, StripePort } from "~/platform/stripe/port";
import { bookRefund, bookRefundFailed } from "../ledger/refunds.server";
import type { RefundCause } from "./ask-refund.server";
import { closeAnsweredProblem } from "./close-answered-problem.server";
import { refundStep, type RefundStatus } from "./rules";

type HeldRefund = {
  refundId: string;
  receiptId: string;
  orderId: string;
  sellerId: string;
  method: PaymentMethod;
  currency: string;
  amountMinor: bigint;
  cause: RefundCause;
  status: RefundStatus;
  paymentIntentId: string | null;
};

function selectRefunds(db: Db | Trx) {
  return db
    .selectFrom("refunds")
    .innerJoin("receipts", "receipts.id", "refunds.receiptId")
    .innerJoin("orders", "orders.id", "refunds.orderId")
    .select([
      "refunds.id as refundId",
      "refunds.receiptId",
      "refunds.orderId",
      "orders.sellerId",
      "receipts.method",
      "refunds.currency",
      "refunds.amountMinor",
      "refunds.cause",
      "refunds.status",
      "receipts.paymentIntentId",
    ])
    .$narrowType<Pick<HeldRefund, "method" | "cause" | "status">>();
}

/**
 * Sends a refund to Stripe, by a key of its own: sent again, after a crash too, it is the same one. What Stripe refuses for
 * good is written down and waits for staff.
 */
export async function sendRefund(db: Db, stripe: StripePort, refundId: string, now: Date): Promise<void> {
  const refund = await selectRefunds(db).where("refunds.id", "=", refundId).executeTakeFirst();
  if (refund?.status !== "asked" || refund.paymentIntentId === null) return;
  const answer = await stripe.refund(
    {
      paymentIntentId: refund.paymentIntentId,
      amount: money(refund.amountMinor, refund.currency),
      reason: "requested_by_customer",
      metadata: { refund: refundId, order: refund.orderId },
    },
    `refund:${refundId}`,
  );
  await db.transaction().execute(async (trx) => {
    if (answer.ok) return bookSeenRefund(trx, refundId, answer.value, now);
    await endRefund(trx, refundId, { status: "refused", refusal: answer.refusal }, now);
  });
}

/** What Stripe says of a refund by now; told by an answer, an event or a look, in any order. */
export async function settleRefund(db: Db, stripe: StripePort, stripeRefundId: string, now: Date): Promise<boolean> {
  const seen = await stripe.findRefund(stripeRefundId);
  if (!seen) return false;
  const own = await db
    .selectFrom("refunds")
    .select("id")
    .where((eb) =>
      eb.or([
        eb("stripeRefundId", "=", stripeRefundId),
        eb(eb.cast<string>("id", "text"), "=", seen.metadata.refund ?? ""),
      ]),
    )
    .executeTakeFirst();
  if (!own) return false;
  await db.transaction().execute((trx) => bookSeenRefund(trx, own.id, seen, now));
  return true;
}

async function bookSeenRefund(trx: Trx, refundId: string, seen: RefundSeen, now: Date): Promise<void> {
  const refund = await holdRefund(trx, refundId);
  if (!refund) return;
  await trx.updateTable("refunds").set({ stripeRefundId: seen.refundId }).where("id", "=", refundId).execute();
  const step = refundStep(refund.status, seen.status);
  if (step === "succeed") return succeed(trx, refund, now);
  if (step === "fail") return fail(trx, refund, seen.failureReason?.replaceAll("_", "-") ?? seen.status, now);
  if (step === "send") {
    await trx.updateTable("refunds").set({ status: "sent" }).where("id", "=", refundId).execute();
  }
}

export async function holdRefund(trx: Trx, refundId: string): Promise<HeldRefund | undefined> {
  // The order first, as everybody does who holds both.
  const found = await selectRefunds(trx).where("refunds.id", "=", refundId).executeTakeFirst();
  if (!found) return undefined;
  await trx.selectFrom("orders").select("id").where("id", "=", found.orderId).forUpdate().execute();
  return selectRefunds(trx).where("refunds.id", "=", refundId).forUpdate("refunds").executeTakeFirst();
}

export async function succeed(trx: Trx, refund: HeldRefund, now: Date): Promise<void> {
  if (refund.status !== "asked" && refund.status !== "sent") return;
  await trx
    .updateTable("refunds")
    .set({ status: "succeeded", endedAt: now })
    .where("id", "=", refund.refundId)
    .execute();
  await bookRefund(trx, bookingOf(refund, now));
  if (refund.cause === "late") {
    const facts = { amountMinor: refund.amountMinor.toString(), currency: refund.currency, isLate: true };
    await noteOnOrder(trx, refund.orderId, "refund", THE_MONEY, { now, facts });
    // What goes by card she was told of with how long it takes; of a transfer she was promised to hear when it is sent.
    if (refund.method !== "stripe") await tellGivenBack(trx, refund, now);
  } else {
    await recordRefunded(trx, refund, now);
    await closeAnsweredProblem(trx, refund.orderId, now);
    // What people give back they told the buyer of, with their words; of an order that ended nobody has, and of a transfer
    // she was promised to hear when it is sent.
    if (refund.cause === "cancelled" || refund.method === "bank_transfer") await tellGivenBack(trx, refund, now);
  }
}

function tellGivenBack(trx: Trx, { orderId, amountMinor }: HeldRefund, now: Date): Promise<void> {
  return tellBuyer(trx, orderId, "given-back", { amountMinor }, now);
}

async function fail(trx: Trx, refund: HeldRefund, refusal: string, now: Date): Promise<void> {
  await endRefund(trx, refund.refundId, { status: "failed", refusal }, now);
  if (refund.status !== "succeeded") return;
  await bookRefundFailed(trx, bookingOf(refund, now));
  if (refund.cause !== "late") await recordRefundFailed(trx, refund, now);
}

async function endRefund(
  trx: Trx,
  refundId: string,
  how: { status: "failed" | "refused"; refusal: string },
  now: Date,
): Promise<void> {
  await trx
    .updateTable("refunds")
    .set({ ...how, endedAt: now })
    .where("id", "=", refundId)
    .execute();
}

function bookingOf(refund: HeldRefund, now: Date) {
  const { refundId, method, currency, amountMinor, orderId, sellerId } = refund;
  return { refundId, method, currency, amountMinor, orderId, sellerId, isLate: refund.cause === "late", at: now };
}

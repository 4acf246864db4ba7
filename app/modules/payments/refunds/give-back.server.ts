import type { PaymentMethod } from "~/modules/orders";
import { holdOrder, noteOnOrder, tellBuyer, tellSeller, type HeldOrder } from "~/modules/orders/index.server";
import { recordAudit, type AuditActor } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, partKey, type FormKey } from "~/platform/db/once.server";
import { done, refused, type Result } from "~/platform/result";
import { recordedAs, type SellerActor, type StaffActor } from "~/platform/session/actors.server";
import type { RefundCause } from "./ask-refund.server";
import { whatGoesBack, type GiveBackRefusal, type WantedBack } from "./give-back-rules";
import { readGivable } from "./read-givable.server";
import { refundFromReceipts } from "./refund-order.server";
import { holdRefund, succeed } from "./settle-refund.server";

export type ToGiveBack = {
  orderId: string;
  wanted: WantedBack;
  /** That the buyer reads. */
  words: string;
};
type Deed = Promise<Result<null, GiveBackRefusal>>;

/** A member of the shop gives back money of one of its orders. What she has been paid already nets against her next payout. */
export function giveBackAsSeller(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  asked: ToGiveBack,
  now = clock(),
): Deed {
  const { sellerId, userId } = seller;
  return once(db, `seller ${sellerId} ${userId}`, partKey(formKey, `give-back ${asked.orderId}`), async (trx): Deed => {
    const order = await holdOrder(trx, asked.orderId);
    if (order?.sellerId !== sellerId) return refused("order-missing");
    return giveBack(trx, order, asked, { kind: "seller", userId, recorded: recordedAs(seller) }, now);
  });
}

/** The Federation gives it back; the shop is told, since it is its money. */
export function giveBackAsStaff(
  db: Db,
  { userId }: StaffActor,
  formKey: FormKey,
  asked: ToGiveBack,
  now = clock(),
): Deed {
  return once(db, `staff ${userId}`, partKey(formKey, `give-back ${asked.orderId}`), async (trx): Deed => {
    const order = await holdOrder(trx, asked.orderId);
    if (!order) return refused("order-missing");
    return giveBack(trx, order, asked, { kind: "staff", userId, recorded: { kind: "staff", id: userId } }, now);
  });
}

type Giver = { kind: "seller" | "staff"; userId: string; recorded: AuditActor };

/**
 * Works out what the wish comes to, asks it back from the receipts, and says so to the buyer.
 *
 * @param order held by this transaction, so that nobody else gives the same pieces back
 */
async function giveBack(trx: Trx, order: HeldOrder, asked: ToGiveBack, giver: Giver, now: Date): Deed {
  const { orderId, words } = asked;
  const goes = whatGoesBack(await readGivable(trx, orderId), asked.wanted);
  if (!goes.ok) return goes;
  const { amountMinor, lines } = goes.value;
  const cause = (await causeOfProblem(trx, orderId)) ?? giver.kind;
  const refund = { amountMinor, cause, words, askedBy: giver.userId, lines };
  if (!(await refundFromReceipts(trx, orderId, refund, now))) return refused("more-than-left");
  const facts = { amountMinor: amountMinor.toString(), currency: order.currency };
  await noteOnOrder(trx, orderId, "give-back", { kind: giver.kind, userId: giver.userId }, { now, words, facts });
  await handBackOverCounter(trx, orderId, now);
  const told = { words, amountMinor };
  await tellBuyer(
    trx,
    orderId,
    (await waitsToBeSent(trx, orderId)) ? "goes-back-by-transfer" : "given-back",
    told,
    now,
  );
  if (giver.kind === "staff") await tellSeller(trx, orderId, "given-back-by-staff", told);
  await recordAudit(trx, {
    actor: giver.recorded,
    action: "give-back-money",
    subject: { kind: "order", id: orderId },
    before: { status: order.status },
    after: { ...facts, kind: cause, words },
  });
  return done(null);
}

/** What the buyer has open about an order says why its money goes back. */
async function causeOfProblem(trx: Trx, orderId: string): Promise<RefundCause | undefined> {
  const open = await trx
    .selectFrom("orderProblems")
    .select("kind")
    .where("orderId", "=", orderId)
    .where("status", "<>", "closed")
    .executeTakeFirst();
  if (!open) return undefined;
  return open.kind === "withdrawal" ? "withdrawal" : "problem";
}

/** Whether some of it came by transfer: that is on its way only when the treasurer has sent it, and then she is told. */
async function waitsToBeSent(trx: Trx, orderId: string): Promise<boolean> {
  return (await selectAsked(trx, orderId, "bank_transfer").limit(1).executeTakeFirst()) !== undefined;
}

/** What was paid at the seller's door she hands back herself: nobody has to send it. */
async function handBackOverCounter(trx: Trx, orderId: string, now: Date): Promise<void> {
  const asked = await selectAsked(trx, orderId, "at_pick_up").orderBy("refunds.id").execute();
  for (const { id } of asked) {
    const refund = await holdRefund(trx, id);
    if (refund) await succeed(trx, refund, now);
  }
}

/** Refunds of an order that nobody has sent yet, of what came this way. */
function selectAsked(trx: Trx, orderId: string, method: PaymentMethod) {
  return trx
    .selectFrom("refunds")
    .innerJoin("receipts", "receipts.id", "refunds.receiptId")
    .select("refunds.id")
    .where("refunds.orderId", "=", orderId)
    .where("refunds.status", "=", "asked")
    .where("receipts.method", "=", method);
}

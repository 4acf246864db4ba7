import {
  choosePaymentMethod,
  noteOnOrder,
  receiveForDues,
  wantsMoney,
  type Allotted,
} from "~/modules/orders/index.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, partKey, type FormKey } from "~/platform/db/once.server";
import { fromDecimal } from "~/platform/money";
import { done, refused, type Result } from "~/platform/result";
import type { StaffActor } from "~/platform/session/actors.server";
import { freeDues, type HeldCheckout } from "../checkout/hold-checkout.server";
import { allotTransfer } from "./allot-transfer";
import { asBanksWrite, lockReference } from "./bank-reference.server";
import { holdTransferred, lackingOf, listLackingDues, type Transferred } from "./hold-transferred.server";
import { writeParts } from "./record-charge.server";

export type TransferRefusal =
  | "order-missing"
  | "wrong-amount"
  | "wrong-day"
  | "not-accepted"
  | "card-page-open"
  | "changed-meanwhile"
  | "already-recorded"
  | "reference-known"
  | "more-than-due";

/**
 * What the bank's statement says of a transfer, as it is typed.
 *
 * `isAnother`: whoever types knows that a transfer of another day or amount has the same reference. `isMore`: she knows that it
 * is more than is due.
 */
export type TransferTyped = {
  orderId: string;
  amount: string;
  bankReference: string;
  receivedOn: string;
  isAnother?: boolean;
  isMore?: boolean;
};

/** What a transfer did: all is paid that was asked for, something is still lacking, or some of it goes back. */
export type TransferOutcome = "paid" | "part" | "back";

/**
 * Books a transfer that stands on the bank's statement, once: by the bank's reference, the day and the amount. The same
 * reference with another day or amount is more often a slip than another transfer, and so is an amount above what is due: both
 * have to be confirmed. It pays what
 * the order lacks and, where one transfer was asked for several orders, what those lack; what nobody wants goes back. Money for a
 * cancelled order is booked as well, and all of it goes back.
 */
export function recordTransfer(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  { orderId, amount, bankReference, receivedOn, isAnother = false, isMore = false }: TransferTyped,
  now = clock(),
): Promise<Result<{ outcome: TransferOutcome }, TransferRefusal>> {
  type Recorded = Result<{ outcome: TransferOutcome }, TransferRefusal>;
  // Of what was typed: who goes back to the page and types off the next line of the statement records another transfer.
  const key = partKey(formKey, `transfer ${[orderId, amount, bankReference, receivedOn, isAnother, isMore].join(" ")}`);
  return once(db, `staff ${staff.userId}`, key, async (trx): Promise<Recorded> => {
    const held = await holdTransferred(trx, orderId);
    if (!held.ok) return held;
    const { order, checkout } = held.value;
    const amountMinor = fromDecimal(amount, order.currency)?.amountMinor ?? 0n;
    if (amountMinor === 0n) return refused("wrong-amount");
    if (receivedOn < dayInBaku(order.placedAt) || receivedOn > dayInBaku(now)) return refused("wrong-day");
    if (order.status === "awaiting_acceptance") return refused("not-accepted");

    const statement = { amountMinor, currency: order.currency, bankReference: asBanksWrite(bankReference), receivedOn };
    await lockReference(trx, statement.bankReference);
    const known = await findReference(trx, statement.bankReference);
    const isSame = known.some((one) => isOneTransfer(one, statement));
    if (known.length > 0 && !isSame && !isAnother) return refused("reference-known");
    const dues = await listLackingDues(trx, held.value);
    const dueMinor = wantsMoney(order) ? lackingOf(dues) : 0n;
    // Where nothing is due the form itself says that all of it goes back.
    if (dueMinor > 0n && amountMinor > dueMinor && !isSame && !isMore) return refused("more-than-due");
    const receiptId = await insertReceipt(trx, { ...statement, checkout, recordedBy: staff.userId }, now);
    if (receiptId === undefined) return refused("already-recorded");
    const allotted = await receiveForDues(trx, allotTransfer(amountMinor, orderId, dues), now);
    await writeParts(trx, { receiptId, method: "bank_transfer", currency: order.currency }, allotted, now);
    await noteTransfer(trx, staff, held.value, { allotted, ...statement }, now);
    const isPaid = await closeWhenPaid(trx, held.value, now);
    const lateMinor = allotted.reduce((sum, one) => sum + one.lateMinor, 0n);
    return done({ outcome: lateMinor > 0n ? "back" : isPaid ? "paid" : "part" });
  });
}

const isOneTransfer = (one: KnownTransfer, other: Statement) =>
  one.receivedOn === other.receivedOn && one.amountMinor === other.amountMinor && one.currency === other.currency;

export type KnownTransfer = { amountMinor: bigint; currency: string; receivedOn: string; recordedAt: Date };

const MOST_KNOWN = 20;

/** Transfers that were entered with a reference, the latest first. */
export function findReference(db: Db | Trx, bankReference: string): Promise<KnownTransfer[]> {
  return db
    .selectFrom("receipts")
    .select(["amountMinor", "currency", "receivedOn", "recordedAt"])
    .where("bankReference", "=", asBanksWrite(bankReference))
    .where("method", "=", "bank_transfer")
    .orderBy("recordedAt", "desc")
    .orderBy("id")
    .limit(MOST_KNOWN)
    .execute();
}

type Statement = { amountMinor: bigint; currency: string; bankReference: string; receivedOn: string };
type NewReceipt = Statement & { checkout: HeldCheckout | undefined; recordedBy: string };

async function insertReceipt(trx: Trx, { checkout, ...receipt }: NewReceipt, now: Date): Promise<string | undefined> {
  const written = await trx
    .insertInto("receipts")
    .values({ ...receipt, checkoutId: checkout?.checkoutId ?? null, method: "bank_transfer", recordedAt: now })
    // Waits for whoever types the same off the statement at this moment.
    .onConflict((conflict) =>
      conflict
        .columns(["bankReference", "receivedOn", "amountMinor", "currency"])
        .where("method", "=", "bank_transfer")
        .doNothing(),
    )
    .returning("id")
    .executeTakeFirst();
  return written?.id;
}

type Booked = Statement & { allotted: readonly Allotted[] };

async function noteTransfer(
  trx: Trx,
  { userId }: StaffActor,
  { order }: Transferred,
  { allotted, amountMinor, ...statement }: Booked,
  now: Date,
): Promise<void> {
  for (const one of allotted) {
    const facts = { bankReference: statement.bankReference, receivedOn: statement.receivedOn };
    await noteOnOrder(trx, one.orderId, "transfer", { kind: "staff", userId }, { now, facts });
  }
  const took = allotted.some(({ orderId, parts }) => orderId === order.orderId && parts.length > 0);
  if (took && order.paymentMethod === "stripe") await choosePaymentMethod(trx, order, "bank_transfer");
  const lateMinor = allotted.reduce((sum, one) => sum + one.lateMinor, 0n);
  await recordAudit(trx, {
    actor: { kind: "staff", id: userId },
    action: "record-transfer",
    subject: { kind: "order", id: order.orderId },
    after: { ...statement, amountMinor: amountMinor.toString(), lateMinor: lateMinor.toString() },
  });
}

/** A checkout is over when nothing lacks of what it was opened for; until then the same transfer may still be sent. */
async function closeWhenPaid(trx: Trx, held: Transferred, now: Date): Promise<boolean> {
  const lacking = (await listLackingDues(trx, held)).some(({ lacksMinor }) => lacksMinor > 0n);
  const { checkout } = held;
  if (!checkout) return !lacking;
  const isOpen = (await listLackingDues(trx, held, "of-checkout")).some(({ lacksMinor }) => lacksMinor > 0n);
  if (isOpen) return false;
  await trx
    .updateTable("checkouts")
    .set({ status: "paid", endedAt: now, holdUntil: null })
    .where("id", "=", checkout.checkoutId)
    .execute();
  await freeDues(trx, checkout);
  return !lacking;
}

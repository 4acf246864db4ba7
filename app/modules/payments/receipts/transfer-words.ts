import { m } from "~/paraglide/messages.js";
import type { SentRefusal } from "../refunds/mark-refund-sent.server";
import type { TransferOutcome, TransferRefusal } from "./record-transfer.server";

/** Refusals that only ask: they stand at a box that is ticked to go on. */
type Question = "reference-known" | "more-than-due";

/** What the page says when a transfer is not booked. */
const REFUSALS: Readonly<Record<Exclude<TransferRefusal, Question>, () => string>> = {
  "order-missing": m["orders.refusal.orderMissing"],
  "wrong-amount": m["payments.transfer.mend.amount"],
  "wrong-day": m["payments.transfer.mend.day"],
  "not-accepted": m["payments.transfer.refusal.notAccepted"],
  "card-page-open": m["payments.transfer.refusal.cardPage"],
  "changed-meanwhile": m["payments.transfer.refusal.changed"],
  "already-recorded": m["payments.transfer.refusal.recorded"],
};

/** Fields at which a refusal stands; the others are of the whole form. */
const FIELDS: Partial<Readonly<Record<TransferRefusal, string>>> = {
  "wrong-amount": "amount",
  "wrong-day": "receivedOn",
  "already-recorded": "bankReference",
};

/** The question at the box by which another transfer with a known reference is confirmed. */
export function askWhetherAnother(known: { day: string; amount: string } | undefined): string {
  return known ? m["payments.transfer.another"](known) : m["payments.transfer.refusal.changed"]();
}

/** The question at the box by which an amount above what is due is confirmed. */
export function askWhetherMore(surplus: string | undefined): string {
  return surplus === undefined
    ? m["payments.transfer.refusal.changed"]()
    : m["payments.transfer.more"]({ amount: surplus });
}

/** A refusal as a form gives it back: a sentence for the whole, or one at a field. */
export function transferProblem(
  refusal: Exclude<TransferRefusal, Question>,
): [problem: string | undefined, fields: Record<string, string>] {
  const field = FIELDS[refusal];
  const text = REFUSALS[refusal]();
  return field === undefined ? [text, {}] : [undefined, { [field]: text }];
}

/** Why no transfer can be entered for an order now, in words; undefined when one can. */
export function whyNotEntered(status: string, live: string | undefined): string | undefined {
  if (status === "awaiting_acceptance") return REFUSALS["not-accepted"]();
  return live === "stripe" ? REFUSALS["card-page-open"]() : undefined;
}

/** By what name the order's page tells what came of a transfer. */
export const TRANSFER_NEWS: Readonly<Record<TransferOutcome, string>> = {
  paid: "transfer-paid",
  part: "transfer-part",
  back: "transfer-back",
};

/** The same of a refund that was sent by hand; a second press is told that it was. */
export const SENT_NEWS: Readonly<Record<Exclude<SentRefusal, "reference-used">, string>> = {
  "refund-missing": "refund-stale",
  "goes-by-card": "refund-stale",
  "already-sent": "refund-stale",
};

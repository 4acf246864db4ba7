import type { Trx } from "~/platform/db/db.server";
import type { Money } from "~/platform/money";
import type { BalanceTransactionSeen } from "~/platform/stripe/port";
import { bookEntries, readPostings, type Entry, type Posting } from "./entries.server";
import { movementKindOf, type StripeMovementKind } from "./rules";
import type { EntryKind } from "./types";

/** What a movement at Stripe belongs to here: its clearing item, and what was recorded of it in the currency that was charged. */
export type Recorded = { item: string; amount: Money };

export type MovementBooked = {
  kind: StripeMovementKind;
  /** Undefined when nothing here knows of it. */
  recorded: Recorded | undefined;
  /** False when it was booked before. */
  isBooked: boolean;
};

const ENTRY_KIND: Readonly<Record<"charge" | "refund" | "dispute", EntryKind>> = {
  charge: "stripe_charge",
  refund: "stripe_refund",
  dispute: "stripe_dispute",
};

/**
 * Books a movement of the Stripe balance against what was recorded here. What nobody here knows of lies on `unexplained`
 * and is moved from there as soon as the same movement is seen again and is known. Once per movement.
 */
export async function bookStripeMovement(trx: Trx, movement: BalanceTransactionSeen): Promise<MovementBooked> {
  const kind = movementKindOf(movement);
  if (kind === "payout" || kind === "fee") {
    return { kind, recorded: undefined, isBooked: await bookOwn(trx, movement, kind) };
  }
  const recorded = await findRecorded(trx, kind, movement.sourceId);
  const source = { kind: "stripe", id: movement.transactionId };
  const before = await readPostings(trx, source);
  if (!before) {
    const gross = movement.amount.amountMinor;
    const against = recorded
      ? clearingPostings(movement, recorded)
      : [{ account: "unexplained" as const, currency: movement.amount.currency, amountMinor: -gross }];
    const entry: Entry = {
      kind: recorded && kind !== "unknown" ? ENTRY_KIND[kind] : "stripe_unexplained",
      source,
      ...(recorded ? { clearingItem: recorded.item } : { note: `${movement.type} ${movement.sourceId ?? ""}`.trim() }),
      postings: [...balancePostings(movement), ...against],
    };
    const [isBooked = false] = await bookEntries(trx, [entry], movement.createdAt);
    return { kind, recorded, isBooked };
  }
  if (!recorded || before.has("stripe_clearing")) return { kind, recorded, isBooked: false };
  return { kind, recorded, isBooked: await explain(trx, movement, recorded) };
}

/** What is known of it by now takes the place of what lay unexplained. */
async function explain(trx: Trx, movement: BalanceTransactionSeen, recorded: Recorded): Promise<boolean> {
  const { currency, amountMinor } = movement.amount;
  const entry: Entry = {
    kind: "stripe_explained",
    source: { kind: "stripe_explained", id: movement.transactionId },
    clearingItem: recorded.item,
    postings: [{ account: "unexplained", currency, amountMinor }, ...clearingPostings(movement, recorded)],
  };
  const [isBooked = false] = await bookEntries(trx, [entry], movement.createdAt);
  return isBooked;
}

/** What the balance and the fees get. */
function balancePostings({ amount, fee, net }: BalanceTransactionSeen): Posting[] {
  return [
    { account: "stripe_balance", currency: amount.currency, amountMinor: net.amountMinor },
    { account: "stripe_fees", currency: amount.currency, amountMinor: fee.amountMinor },
  ];
}

/** Takes what was recorded off `stripe_clearing`, across currencies where Stripe settles in another one than was charged. */
function clearingPostings({ amount }: BalanceTransactionSeen, recorded: Recorded): Posting[] {
  const gross = amount.amountMinor;
  const charged = gross < 0n ? -recorded.amount.amountMinor : recorded.amount.amountMinor;
  const clearing: Posting = {
    account: "stripe_clearing",
    currency: recorded.amount.currency,
    amountMinor: -charged,
  };
  if (recorded.amount.currency === amount.currency) {
    return [clearing, { account: "unexplained", currency: amount.currency, amountMinor: charged - gross }];
  }
  return [
    clearing,
    { account: "exchange", currency: recorded.amount.currency, amountMinor: charged },
    { account: "exchange", currency: amount.currency, amountMinor: -gross },
  ];
}

/** Payouts to the Federation's bank and Stripe's own fees need no record of ours. */
async function bookOwn(trx: Trx, movement: BalanceTransactionSeen, kind: "payout" | "fee"): Promise<boolean> {
  const { amount, transactionId, createdAt } = movement;
  const entry: Entry = {
    kind: kind === "payout" ? "stripe_payout" : "stripe_fee",
    source: { kind: "stripe", id: transactionId },
    postings: [
      ...balancePostings(movement),
      {
        account: kind === "payout" ? "bank" : "stripe_fees",
        currency: amount.currency,
        amountMinor: -amount.amountMinor,
      },
    ],
  };
  const [isBooked = false] = await bookEntries(trx, [entry], createdAt);
  return isBooked;
}

/** What was recorded here of the charge, refund or dispute that moved the balance. */
async function findRecorded(
  trx: Trx,
  kind: StripeMovementKind,
  sourceId: string | undefined,
): Promise<Recorded | undefined> {
  if (sourceId === undefined) return undefined;
  if (kind === "charge") {
    const row = await trx
      .selectFrom("receipts")
      .select(["id", "currency", "amountMinor"])
      .where("chargeId", "=", sourceId)
      .executeTakeFirst();
    return row && { item: `receipt:${row.id}`, amount: { currency: row.currency, amountMinor: row.amountMinor } };
  }
  if (kind === "refund") {
    const row = await trx
      .selectFrom("refunds")
      .select(["id", "currency", "amountMinor"])
      .where("stripeRefundId", "=", sourceId)
      .executeTakeFirst();
    return row && { item: `refund:${row.id}`, amount: { currency: row.currency, amountMinor: row.amountMinor } };
  }
  if (kind !== "dispute") return undefined;
  const row = await trx
    .selectFrom("disputes")
    .select(["id", "currency", "amountMinor"])
    .where("id", "=", sourceId)
    .executeTakeFirst();
  return row && { item: `dispute:${row.id}`, amount: { currency: row.currency, amountMinor: row.amountMinor } };
}

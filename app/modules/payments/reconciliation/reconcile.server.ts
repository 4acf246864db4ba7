import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import type { BalanceTransactionSeen, StripePort } from "~/platform/stripe/port";
import { listToClear, type ToClear } from "../ledger/check-ledger.server";
import { bookStripeMovement, type MovementBooked } from "../ledger/stripe-movements.server";

const DAY_MS = 86_400_000;

/** The first run of an installation looks back so far. */
const FIRST_DAYS = 30;

/** What differs between Stripe's books and ours. */
export const DIFFERENCE_KINDS = [
  /** Stripe took money that no receipt knows: it charged twice, or somebody charged outside of Karvan. */
  "charge_unknown",
  "amount_differs",
  /** Recorded here, and a day later not in Stripe's books. */
  "missing_at_stripe",
  "refund_unknown",
  "dispute_unknown",
  "payout_unknown",
  "unexplained_type",
] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

type Found = {
  kind: DifferenceKind;
  sourceId: string;
  stripeType: string | undefined;
  currency: string;
  amountMinor: bigint;
};

const UNKNOWN: Readonly<Record<MovementBooked["kind"], DifferenceKind>> = {
  charge: "charge_unknown",
  refund: "refund_unknown",
  dispute: "dispute_unknown",
  payout: "payout_unknown",
  fee: "unexplained_type",
  unknown: "unexplained_type",
};

/** The difference that a movement makes, if it makes one. */
function differenceOf(movement: BalanceTransactionSeen, booked: MovementBooked): Found | undefined {
  const { type, amount, transactionId } = movement;
  const found = { sourceId: transactionId, stripeType: type, ...amount };
  // A payout is to the Federation's own bank; one without a source is nobody's.
  if (booked.kind === "payout")
    return movement.sourceId === undefined ? { ...found, kind: "payout_unknown" } : undefined;
  if (booked.kind === "fee") return undefined;
  if (!booked.recorded) return { ...found, kind: UNKNOWN[booked.kind] };
  const { amount: recorded } = booked.recorded;
  const size = amount.amountMinor < 0n ? -amount.amountMinor : amount.amountMinor;
  const differs = recorded.currency === amount.currency && recorded.amountMinor !== size;
  return differs ? { ...found, kind: "amount_differs" } : undefined;
}

const missingOf = ({ item, currency, amountMinor }: ToClear): Found => ({
  kind: "missing_at_stripe",
  sourceId: item,
  stripeType: undefined,
  currency,
  amountMinor,
});

export type Reconciled = { movementCount: number; differenceCount: number };

/**
 * Books what moved at Stripe since the last run that ended, with a day of overlap, and notes each difference once. What was
 * unknown and is known by now resolves itself. May run twice at once: each movement and each difference is one row.
 */
export async function reconcileStripe(
  db: Db,
  stripe: Pick<StripePort, "listBalance">,
  now = clock(),
): Promise<Reconciled> {
  const from = await startOf(db, now);
  const { id } = await db
    .insertInto("reconciliationRuns")
    .values({ fromAt: from, untilAt: now, startedAt: now })
    .returning("id")
    .executeTakeFirstOrThrow();
  let movementCount = 0;
  let differenceCount = 0;
  let after: string | undefined;
  do {
    const page = await stripe.listBalance({ from, until: now, after });
    for (const movement of page.transactions) {
      movementCount += 1;
      differenceCount += await db.transaction().execute((trx) => reconcileMovement(trx, movement, now));
    }
    after = page.nextAfter;
  } while (after !== undefined);
  const missing = await listToClear(db, new Date(now.getTime() - DAY_MS));
  differenceCount += await db.transaction().execute(async (trx) => {
    let count = 0;
    for (const item of missing) count += await noteDifference(trx, missingOf(item), now);
    await resolveFound(trx, new Set((await listToClear(trx)).map(({ item }) => item)), now);
    return count;
  });
  await db
    .updateTable("reconciliationRuns")
    .set({ endedAt: now, movementCount, differenceCount })
    .where("id", "=", id)
    .execute();
  return { movementCount, differenceCount };
}

async function startOf(db: Db, now: Date): Promise<Date> {
  const last = await db
    .selectFrom("reconciliationRuns")
    .select("untilAt")
    .where("endedAt", "is not", null)
    .orderBy("untilAt", "desc")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  return new Date(last ? last.untilAt.getTime() - DAY_MS : now.getTime() - FIRST_DAYS * DAY_MS);
}

async function reconcileMovement(trx: Trx, movement: BalanceTransactionSeen, now: Date): Promise<number> {
  const booked = await bookStripeMovement(trx, movement);
  const difference = differenceOf(movement, booked);
  if (difference) return noteDifference(trx, difference, now);
  await trx
    .updateTable("reconciliationDifferences")
    .set({ resolvedAt: now, note: RESOLVED_BY_ITSELF })
    .where("sourceId", "=", movement.transactionId)
    .where("kind", "<>", "amount_differs")
    .where("resolvedAt", "is", null)
    .execute();
  return 0;
}

/** Stands where staff would write a note; the page says it in its reader's language. */
export const RESOLVED_BY_ITSELF = "auto";

async function noteDifference(trx: Trx, found: Found, now: Date): Promise<number> {
  const row = await trx
    .insertInto("reconciliationDifferences")
    .values({ ...found, firstSeenAt: now })
    .onConflict((conflict) => conflict.columns(["kind", "sourceId"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row ? 1 : 0;
}

/** What was missing and has come. */
async function resolveFound(trx: Trx, stillMissing: ReadonlySet<string>, now: Date): Promise<void> {
  const open = await trx
    .selectFrom("reconciliationDifferences")
    .select(["id", "sourceId"])
    .where("kind", "=", "missing_at_stripe")
    .where("resolvedAt", "is", null)
    .execute();
  const come = open.filter(({ sourceId }) => !stillMissing.has(sourceId)).map(({ id }) => id);
  if (come.length === 0) return;
  await trx
    .updateTable("reconciliationDifferences")
    .set({ resolvedAt: now, note: RESOLVED_BY_ITSELF })
    .where("id", "in", come)
    .execute();
}

import { sql } from "kysely";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import type { HoldRule, StoredHoldRule } from "../types";
import { BANK_CHANGE_HOLD_DAYS } from "../types";

const DAY_MS = 86_400_000;

export type HoldToPlace = {
  sellerId: string;
  /** Without an order the seller is not paid out; with one, its money does not become due. */
  orderId: string | undefined;
  rule: StoredHoldRule;
  /** In words that the seller reads. */
  reason: string;
  /** Undefined: until it is lifted. */
  until?: Date | undefined;
  heldBy?: string | undefined;
};

type What = Pick<HoldToPlace, "sellerId" | "orderId" | "rule">;

/** Holds money by a rule, once: a hold by the same rule that has come to its end by the clock makes room for the new one. */
export async function placeHold(
  trx: Trx,
  { sellerId, orderId, rule, reason, until, heldBy }: HoldToPlace,
  now = clock(),
): Promise<{ isPlaced: boolean }> {
  await selectHold(trx, { sellerId, orderId, rule }).set({ releasedAt: now }).where("heldUntil", "<=", now).execute();
  const row = await trx
    .insertInto("payoutHolds")
    .values({ sellerId, orderId, rule, reason, heldFrom: now, heldUntil: until, heldBy })
    .onConflict((conflict) =>
      conflict.columns(["sellerId", "orderId", "rule"]).where("releasedAt", "is", null).doNothing(),
    )
    .returning("id")
    .executeTakeFirst();
  return { isPlaced: row !== undefined };
}

/** Ends the hold of a rule. */
export async function endHold(
  trx: Trx,
  { releasedBy, ...what }: What & { releasedBy?: string | undefined },
  now = clock(),
): Promise<{ isEnded: boolean }> {
  const row = await selectHold(trx, what).set({ releasedAt: now, releasedBy }).returning("id").executeTakeFirst();
  return { isEnded: row !== undefined };
}

function selectHold(trx: Trx, { sellerId, orderId, rule }: What) {
  return trx
    .updateTable("payoutHolds")
    .where("sellerId", "=", sellerId)
    .where("rule", "=", rule)
    .where("releasedAt", "is", null)
    .where((eb) => (orderId === undefined ? eb("orderId", "is", null) : eb("orderId", "=", orderId)));
}

/** Of the holds in reach those that hold at an instant. */
const holdsAt = (now: Date) =>
  sql<boolean>`(payout_holds.released_at is null and payout_holds.held_from <= ${now}
    and (payout_holds.held_until is null or payout_holds.held_until > ${now}))`;

/** True where the money of an order in reach is held. */
export const isOrderHeld = (now: Date) =>
  sql<boolean>`exists (select from payout_holds where payout_holds.order_id = orders.id and ${holdsAt(now)})`;

/** The account that money goes to was changed less than a week ago, or nobody has verified it since. */
const isBankHeld = (now: Date) =>
  sql<boolean>`coalesce(sellers.iban_changed_at > ${new Date(now.getTime() - BANK_CHANGE_HOLD_DAYS * DAY_MS)}
    or (sellers.iban_changed_at is not null
      and (sellers.iban_verified_at is null or sellers.iban_verified_at < sellers.iban_changed_at)), false)`;

/** True where a seller in reach is not paid out. */
export const isSellerHeld = (now: Date) =>
  sql<boolean>`(${isBankHeld(now)} or exists (select from payout_holds
    where payout_holds.seller_id = sellers.id and payout_holds.order_id is null and ${holdsAt(now)}))`;

export type Hold = {
  /** Undefined for what is no row: it holds by the calendar. */
  holdId: string | undefined;
  rule: HoldRule;
  /** Undefined where the rule says all. */
  reason: string | undefined;
  orderId: string | undefined;
  orderReference: string | undefined;
  from: Date;
  /** Undefined: until it is lifted or, for an account, verified. */
  until: Date | undefined;
};

/** What holds a seller's money at the moment, apart from the days after a shipment. */
export async function listHolds(db: Db | Trx, sellerId: string, now = clock()): Promise<Hold[]> {
  const rows = await db
    .selectFrom("payoutHolds")
    .leftJoin("orders", "orders.id", "payoutHolds.orderId")
    .select(["payoutHolds.id", "rule", "reason", "payoutHolds.orderId", "reference", "heldFrom", "heldUntil"])
    .where("payoutHolds.sellerId", "=", sellerId)
    .where(holdsAt(now))
    .orderBy("heldFrom")
    .orderBy("payoutHolds.id")
    .execute();
  const stored = rows.map((row): Hold => ({
    holdId: row.id,
    rule: row.rule as HoldRule,
    reason: row.reason,
    orderId: row.orderId ?? undefined,
    orderReference: row.reference ?? undefined,
    from: row.heldFrom,
    until: row.heldUntil ?? undefined,
  }));
  return [...(await findBankHold(db, sellerId, now)), ...stored];
}

async function findBankHold(db: Db | Trx, sellerId: string, now: Date): Promise<Hold[]> {
  const row = await db
    .selectFrom("sellers")
    .select(["ibanChangedAt", "ibanVerifiedAt"])
    .where("id", "=", sellerId)
    .where(isBankHeld(now))
    .executeTakeFirst();
  if (!row?.ibanChangedAt) return [];
  const weekOver = new Date(row.ibanChangedAt.getTime() + BANK_CHANGE_HOLD_DAYS * DAY_MS);
  const isVerified = row.ibanVerifiedAt !== null && row.ibanVerifiedAt >= row.ibanChangedAt;
  return [
    {
      holdId: undefined,
      rule: "bank_account_changed",
      reason: undefined,
      orderId: undefined,
      orderReference: undefined,
      from: row.ibanChangedAt,
      // A week that is over with nobody having looked goes on until somebody does.
      until: isVerified || weekOver > now ? weekOver : undefined,
    },
  ];
}

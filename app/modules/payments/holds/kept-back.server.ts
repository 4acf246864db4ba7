import { sql, type RawBuilder } from "kysely";
import { hasOpenProblem } from "~/modules/orders/index.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { keptBackOf, keptOfDue } from "../ledger/rules";

/** Why money that is due is not paid out: the buyer has a problem open, disputes the payment, or gets money back. */
export const KEPT_BECAUSE = ["problem", "dispute", "refund"] as const;
export type KeptBecause = (typeof KEPT_BECAUSE)[number];

export type KeptOrder = {
  sellerId: string;
  orderId: string;
  reference: string;
  currency: string;
  keptMinor: bigint;
  why: KeptBecause;
};

/** What a decided refund will take of an order's money that is not due yet: it does not come to the seller. */
export type GoingBack = Pick<KeptOrder, "orderId" | "reference" | "currency"> & { amountMinor: bigint };

/** Whose orders: of everybody in a currency, of one seller, or of all who are paid by a batch. */
type Whose = { currency: string } | { sellerId: string } | { batchId: string };

type Row = Omit<KeptOrder, "keptMinor" | "why"> & {
  pendingMinor: bigint;
  releasedMinor: bigint;
  commissionMinor: bigint;
  payableMinor: bigint;
  counterMinor: bigint;
  goesBackMinor: bigint;
  basisPoints: number;
  hasProblem: boolean;
  isDisputed: boolean;
};

/**
 * What open matters take of what a seller would get: money that is due and kept back, and money that is not due and will go
 * back to the buyer. Of what she took at her door she hands back herself.
 */
export async function listOpenMatters(
  db: Db | Trx,
  whose: Whose,
): Promise<{ kept: KeptOrder[]; goingBack: GoingBack[] }> {
  const rows = await readOpenMatters(db, whose);
  const goingBack = rows.flatMap((row) => {
    const { orderId, reference, currency, goesBackMinor } = row;
    const amountMinor = keptOfDue(goesBackMinor, row.pendingMinor - row.counterMinor);
    return amountMinor === 0n ? [] : [{ orderId, reference, currency, amountMinor }];
  });
  return { kept: rows.flatMap(keptOf), goingBack };
}

/**
 * Orders of which released money is kept back: all of it while a problem or a dispute is open, and what a refund will take
 * from the moment it is decided, however it is sent. Nothing is booked for it, since no money has moved: it only comes off
 * what may be paid out. A payout is of a whole balance and not of orders, so an order that was in an earlier payout counts
 * as well: what goes back of it is taken from what is due now.
 *
 * Orders with nothing open are never read, so the cost goes by open matters and not by orders.
 */
export async function listKeptBack(db: Db | Trx, whose: Whose): Promise<KeptOrder[]> {
  return (await readOpenMatters(db, whose)).flatMap(keptOf);
}

async function readOpenMatters(db: Db | Trx, whose: Whose): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with open_matters as (
      select order_id from order_problems where status <> 'closed'
      union select id from orders where dispute = 'open'
      union select order_id from refunds where status in ('asked', 'sent') and cause <> 'late'
    )
    select orders.id as "orderId", orders.seller_id as "sellerId", orders.reference, orders.currency,
      order_terms.commission_basis_points as "basisPoints",
      money.pending as "pendingMinor", money.released as "releasedMinor", money.commission as "commissionMinor",
      money.payable as "payableMinor", money.counter as "counterMinor",
      coalesce((
        select sum(amount_minor) from refunds
        where refunds.order_id = orders.id and status in ('asked', 'sent') and cause <> 'late'), 0)::bigint as "goesBackMinor",
      orders.dispute = 'open' as "isDisputed",
      ${hasOpenProblem()} as "hasProblem"
    from open_matters
    join orders on orders.id = open_matters.order_id
    join order_terms on order_terms.order_id = orders.id
    join lateral (
      select
        coalesce(-sum(amount_minor) filter (where accounts.kind = 'seller_pending'), 0)::bigint as pending,
        coalesce(-sum(amount_minor) filter (
          where accounts.kind in ('seller_payable', 'commission') and entries.kind <> 'counter_settled'), 0)::bigint as released,
        coalesce(-sum(amount_minor) filter (where accounts.kind = 'commission'), 0)::bigint as commission,
        coalesce(-sum(amount_minor) filter (where accounts.kind = 'seller_payable'), 0)::bigint as payable,
        coalesce(sum(amount_minor) filter (where accounts.kind = 'counter'), 0)::bigint as counter
      from ledger_entries as entries
      join ledger_postings on ledger_postings.entry_id = entries.id
      join ledger_accounts as accounts on accounts.id = ledger_postings.account_id
      where entries.order_id = orders.id
    ) as money on true
    where ${isWhose(whose)}
    order by orders.reference, orders.id`.execute(db);
  return rows;
}

function keptOf(row: Row): KeptOrder[] {
  const { sellerId, orderId, reference, currency, hasProblem, isDisputed, basisPoints } = row;
  const isOpen = hasProblem || isDisputed;
  const keptMinor = keptBackOf(row, { ...row, isOpen }, basisPoints);
  const why: KeptBecause = hasProblem ? "problem" : isDisputed ? "dispute" : "refund";
  return keptMinor === 0n ? [] : [{ sellerId, orderId, reference, currency, keptMinor, why }];
}

function isWhose(whose: Whose): RawBuilder<boolean> {
  if ("currency" in whose) return sql<boolean>`orders.currency = ${whose.currency}`;
  if ("sellerId" in whose) return sql<boolean>`orders.seller_id = ${whose.sellerId}`;
  return sql<boolean>`(orders.seller_id, orders.currency) in (
    select seller_id, currency from payouts where batch_id = ${whose.batchId})`;
}

/** Their amounts added up by a name that each has. */
export function keptBy(kept: readonly KeptOrder[], nameOf: (order: KeptOrder) => string): ReadonlyMap<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const order of kept) sums.set(nameOf(order), (sums.get(nameOf(order)) ?? 0n) + order.keptMinor);
  return sums;
}

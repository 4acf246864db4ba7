import { sql } from "kysely";
import { returnStock, takeStock } from "~/modules/catalog/index.server";
import type { Trx } from "~/platform/db/db.server";
import { shareTaken, togetherByVariant } from "./share-stock";

/** Lines of which too few pieces are left. */
export type ShortLine = { orderId: string; listingId: string; variantId: string };

/**
 * Holds the stock of orders that are about to be paid: all that a line cannot do without, and of what can be made as much as
 * is there. Of a line that holds something already nothing more is taken.
 *
 * @param orderIds held by this transaction
 */
export async function holdStock(
  trx: Trx,
  orderIds: readonly string[],
  now: Date,
): Promise<{ ok: true } | { ok: false; short: ShortLine[] }> {
  const lines = await trx
    .selectFrom("orderLines")
    .where("orderLines.orderId", "in", [...orderIds])
    .where("orderLines.fromStock", ">", 0)
    .where("orderLines.variantId", "is not", null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("stockHolds")
            .select("stockHolds.id")
            .whereRef("stockHolds.orderLineId", "=", "orderLines.id")
            .where("stockHolds.status", "in", ["held", "taken"]),
        ),
      ),
    )
    .select(["id as lineId", "orderId", "listingId", "variantId", "fromStock", "canBeMade"])
    .orderBy("id")
    .execute();
  const wanted = lines.flatMap(({ variantId, fromStock, canBeMade, ...line }) =>
    variantId === null ? [] : [{ ...line, variantId, least: canBeMade ? 0 : fromStock, most: fromStock }],
  );
  const took = await takeStock(trx, togetherByVariant(wanted));
  if (!took.ok) {
    const short = new Set(took.short);
    return { ok: false, short: wanted.filter(({ variantId }) => short.has(variantId)) };
  }
  const holds = shareTaken(wanted, took.taken).map(({ orderId, lineId, variantId, quantity }) => {
    return { orderId, orderLineId: lineId, variantId, quantity, status: "held" as const, heldAt: now };
  });
  if (holds.length > 0) await trx.insertInto("stockHolds").values(holds).execute();
  return { ok: true };
}

/** What was held is bought. */
export async function takeHeld(trx: Trx, orderIds: readonly string[]): Promise<void> {
  await trx
    .updateTable("stockHolds")
    .set({ status: "taken" })
    .where("orderId", "in", [...orderIds])
    .where("status", "=", "held")
    .execute();
}

/**
 * Gives back what was held. Whoever calls it knows that nobody can pay for it any more: Stripe has said so, or there never was
 * anything to pay by.
 */
export function releaseHeld(trx: Trx, orderIds: readonly string[], now: Date): Promise<void> {
  return giveBack(trx, orderIds, { from: "held", to: "released" }, now);
}

/** Gives back what was bought and will not be sent. */
export function returnTaken(trx: Trx, orderIds: readonly string[], now: Date): Promise<void> {
  return giveBack(trx, orderIds, { from: "taken", to: "returned" }, now);
}

/** One statement ends the holds and says which they were, so that each piece comes back once. */
async function giveBack(
  trx: Trx,
  orderIds: readonly string[],
  { from, to }: { from: "held"; to: "released" } | { from: "taken"; to: "returned" },
  now: Date,
): Promise<void> {
  if (orderIds.length === 0) return;
  const { rows } = await sql<{ variantId: string; quantity: number }>`
    update stock_holds set status = ${to}, ended_at = ${now}
    where order_id = any(${[...orderIds]}::uuid[]) and status = ${from}
    returning variant_id as "variantId", quantity`.execute(trx);
  await returnStock(trx, rows);
}

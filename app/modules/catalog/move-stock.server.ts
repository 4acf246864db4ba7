import { sql } from "kysely";
import type { Trx } from "~/platform/db/db.server";
import { enqueueEach } from "~/platform/jobs/enqueue.server";

/** What an order wants of a variant's stock. */
export type StockWanted = {
  variantId: string;
  /** At least so many have to be there. */
  least: number;
  /** So many are taken if they are there. */
  most: number;
};

/** Pieces that left the stock, by variant; one that has none to give is not in it. */
export type StockTaken = ReadonlyMap<string, number>;

/**
 * Takes pieces out of the stock by one guarded statement, however many buyers come for the same ones. Rows are held by
 * rising id, so that two carts with the same goods do not wait for each other in a circle; and only against other changes of
 * theirs: lines of orders that were written before in the same transaction hold the keys of these rows.
 *
 * @param wanted each variant once
 * @returns what was taken, or the variants of which too few were there, and then nothing is taken of any
 */
export async function takeStock(
  trx: Trx,
  wanted: readonly StockWanted[],
): Promise<{ ok: true; taken: StockTaken } | { ok: false; short: string[] }> {
  if (wanted.length === 0) return { ok: true, taken: new Map() };
  const rows = sql.join(wanted.map((one) => sql`(${one.variantId}::uuid, ${one.least}::int, ${one.most}::int)`));
  const { rows: found } = await sql<{ variantId: string; listingId: string | null; taken: number | null }>`
    with wanted (variant_id, least, most) as (values ${rows}),
    held as (
      select listing_variants.id, stock_quantity from listing_variants
      join wanted on wanted.variant_id = listing_variants.id and listing_variants.is_active
      order by listing_variants.id for no key update of listing_variants),
    enough as (
      select not exists (
        select from wanted left join held on held.id = wanted.variant_id
        where coalesce(held.stock_quantity, 0) < wanted.least) as holds),
    taken as (
      update listing_variants set stock_quantity = listing_variants.stock_quantity - least(held.stock_quantity, wanted.most)
      from held join wanted on wanted.variant_id = held.id, enough
      where listing_variants.id = held.id and enough.holds
      returning listing_variants.id, listing_variants.listing_id, least(held.stock_quantity, wanted.most) as pieces)
    select wanted.variant_id as "variantId", taken.listing_id as "listingId",
      case when enough.holds then coalesce(taken.pieces, 0) end as taken
    from wanted cross join enough left join taken on taken.id = wanted.variant_id
    left join held on held.id = wanted.variant_id
    where enough.holds or coalesce(held.stock_quantity, 0) < wanted.least`.execute(trx);
  const short = found.filter(({ taken }) => taken === null);
  if (short.length > 0) return { ok: false, short: short.map(({ variantId }) => variantId) };
  await indexAnew(trx, found);
  return { ok: true, taken: new Map(found.flatMap(({ variantId, taken }) => (taken ? [[variantId, taken]] : []))) };
}

/** Puts pieces back; the caller sees to it that the same ones come back once. */
export async function returnStock(trx: Trx, pieces: readonly { variantId: string; quantity: number }[]): Promise<void> {
  if (pieces.length === 0) return;
  const rows = sql.join(pieces.map((one) => sql`(${one.variantId}::uuid, ${one.quantity}::int)`));
  const { rows: back } = await sql<{ listingId: string }>`
    with back (variant_id, quantity) as (select variant_id, sum(quantity) from (values ${rows}) as given (variant_id, quantity) group by 1),
    held as (
      select listing_variants.id from listing_variants join back on back.variant_id = listing_variants.id
      order by listing_variants.id for no key update of listing_variants)
    update listing_variants set stock_quantity = stock_quantity + back.quantity
    from held join back on back.variant_id = held.id
    where listing_variants.id = held.id
    returning listing_id as "listingId"`.execute(trx);
  await indexAnew(trx, back);
}

async function indexAnew(trx: Trx, rows: readonly { listingId: string | null }[]): Promise<void> {
  const ids = [...new Set(rows.flatMap(({ listingId }) => listingId ?? []))];
  await enqueueEach(
    trx,
    "index-listing",
    ids.map((listingId) => ({ payload: { listingId }, jobKey: `index-listing:${listingId}` })),
  );
}

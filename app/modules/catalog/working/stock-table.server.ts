import { sql } from "kysely";
import { z } from "zod";
import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { enqueue } from "~/platform/jobs/enqueue.server";
import { done, refused, type Result } from "~/platform/result";
import { recordedAs, type SellerActor } from "~/platform/session/actors.server";
import type { TableVariant } from "./part-views";
import { optionalNumber, optionalPrice } from "./parts/mend.server";
import { MOST_PIECES, MOST_VARIANTS } from "./parts/stock-schema.server";

/** Rows of the workspace's table on one page. */
export const TABLE_PAGE_SIZE = 24;

const stock = optionalNumber({ least: 0, most: MOST_PIECES });

/**
 * A row of the table: what was on the screen, and what is there now. A listing in several variants has a row for each; a
 * row without a variant is about the only one, and one without prices about the stock alone.
 */
const tableRow = z.object({
  listingId: z.uuid(),
  variantId: z.uuid().optional(),
  priceBefore: optionalPrice,
  price: optionalPrice,
  stockBefore: stock,
  stock,
});

export const stockTableInput = z.object({ rows: z.array(tableRow).max(TABLE_PAGE_SIZE * MOST_VARIANTS) });
export type TableRow = z.output<typeof tableRow>;

/** How many listings were changed, and which were not: somebody else has changed or sent them meanwhile. */
export type TableSaved = { saved: number; left: string[] };

/**
 * Prices and stock of many listings at once: prices of those that have one. Neither is judged by reviewers: what is
 * published has the new price at once, and nothing else that was written since.
 */
export function saveStockTable(
  db: Db,
  { userId, sellerId, isCaretaker }: SellerActor,
  formKey: FormKey,
  rows: readonly TableRow[],
  now = clock(),
): Promise<Result<TableSaved, "one-of-a-kind">> {
  return once(db, `seller ${sellerId} ${userId}`, formKey, async (trx) => {
    const wanted = rows.filter(isChanged);
    if (wanted.length === 0) return done({ saved: 0, left: [] });
    const held = await holdRows(trx, sellerId, wanted);
    const isTooMany = (one: TableRow) =>
      held.get(one.listingId)?.stockPolicy === "one_of_a_kind" && (one.stock ?? 0) > 1;
    if (wanted.some(isTooMany)) return refused("one-of-a-kind");
    const judged = wanted.map((row) => ({ row, variantId: variantAsSeen(held.get(row.listingId), row) }));
    const changes = judged.flatMap(({ row, variantId }) => (variantId === undefined ? [] : [{ ...row, variantId }]));
    const left = distinct(judged.filter(({ variantId }) => variantId === undefined).map(({ row }) => row.listingId));
    if (changes.length === 0) return done({ saved: 0, left });
    await writeStock(trx, changes);
    await writePrices(trx, changes.filter(hasOtherPrice), now);
    await enqueue(trx, "index-seller", { sellerId }, { jobKey: `index-seller:${sellerId}` });
    await recordAudit(trx, {
      actor: recordedAs({ userId, isCaretaker }),
      action: "edit-stock-table",
      subject: { kind: "seller", id: sellerId },
      before: figuresOf(changes, (one) => [one.priceBefore, one.stockBefore]),
      after: figuresOf(changes, (one) => [one.price ?? one.priceBefore, one.stock ?? one.stockBefore]),
    });
    return done({ saved: distinct(changes.map(({ listingId }) => listingId)).length, left });
  });
}

const digits = (amount: bigint | undefined) => amount?.toString() ?? null;
const distinct = (ids: readonly string[]) => [...new Set(ids)];

/** Price and stock by listing, or by variant where there are several. */
function figuresOf(
  rows: readonly WrittenRow[],
  figures: (row: WrittenRow) => [amount: bigint | undefined, pieces: number | undefined],
): Record<string, string> {
  const isOneOfSeveral = ({ listingId }: WrittenRow) => rows.filter((one) => one.listingId === listingId).length > 1;
  return Object.fromEntries(
    rows.map((row) => {
      const [amount, pieces] = figures(row);
      return [isOneOfSeveral(row) ? row.variantId : row.listingId, `${digits(amount) ?? ""} / ${pieces ?? ""}`];
    }),
  );
}

function isChanged(row: TableRow): boolean {
  const { stock: pieces, stockBefore } = row;
  return hasOtherPrice(row) || (pieces !== undefined && pieces !== stockBefore);
}

/** An emptied price is no price on request: that is said on the listing's own page. */
function hasOtherPrice({ price: to, priceBefore }: TableRow): boolean {
  return to !== undefined && to !== priceBefore;
}

/** The variant that a row is about, when it and the price are still what the row's writer saw. */
function variantAsSeen(stored: HeldRow | undefined, row: TableRow): string | undefined {
  const { variantId, priceBefore, price, stockBefore } = row;
  if (!stored) return undefined;
  const isAboutPrice = priceBefore !== undefined || price !== undefined;
  if (isAboutPrice && !(stored.hasOnePrice && stored.amount === digits(priceBefore))) return undefined;
  const named = stored.variants.filter((one) => variantId === undefined || one.variantId === variantId);
  const [variant] = named;
  return variant && named.length === 1 && variant.stock === stockBefore ? variant.variantId : undefined;
}

/** Holds the shop's own among the listings that can be written in a table just now. */
async function holdRows(trx: Trx, sellerId: string, rows: readonly TableRow[]) {
  const ids = rows.map(({ listingId }) => listingId);
  await trx
    .selectFrom("listings")
    .select("id")
    .where("id", "in", ids)
    .where("sellerId", "=", sellerId)
    .orderBy("id")
    .forUpdate()
    .execute();
  const stored = await selectTableRows(trx)
    .where("listings.id", "in", ids)
    .where("listings.sellerId", "=", sellerId)
    .where("listings.submittedAt", "is", null)
    .execute();
  return new Map(stored.filter(({ isOpen }) => isOpen).map((one) => [one.listingId, one]));
}

type HeldRow = NonNullable<ReturnType<Awaited<ReturnType<typeof holdRows>>["get"]>>;

/**
 * What the table shows of a listing. Its variants' stock can be written in it while `isOpen`, and its price when it
 * `hasOnePrice`.
 */
export function selectTableRows(db: Db | Trx) {
  return db.selectFrom("listings").select([
    "listings.id as listingId",
    "listings.stockPolicy",
    sql<string | null>`(
      select amount_minor::text from price_tiers
      where listing_id = listings.id and side = 'home' and variant_id is null
      order by minimum_quantity limit 1)`.as("amount"),
    sql<boolean>`(
      listings.status in ('draft', 'changes_requested', 'published', 'paused') and listings.kind = 'good')`.as(
      "isOpen",
    ),
    sql<boolean>`(
      listings.price_kind = 'fixed'
      and (select count(*) from price_tiers where listing_id = listings.id and side = 'home') = 1)`.as("hasOnePrice"),
    sql<TableVariant[]>`(
      select coalesce(jsonb_agg(jsonb_build_object(
        'variantId', id, 'stock', stock_quantity, 'name', coalesce(listing_variant_texts.name, sku)) order by position), '[]')
      from listing_variants
      left join listing_variant_texts on variant_id = listing_variants.id and locale = 'az'
      where listing_id = listings.id and is_active)`.as("variants"),
  ]);
}

/** A row that is to be written, with the variant that it is about. */
type WrittenRow = TableRow & { variantId: string };

async function writeStock(trx: Trx, rows: readonly WrittenRow[]): Promise<void> {
  const values = sql.join(rows.map((one) => sql`(${one.variantId}::uuid, ${one.stock ?? one.stockBefore ?? 0}::int)`));
  await sql`
    update listing_variants set stock_quantity = changed.stock
    from (values ${values}) as changed (variant_id, stock)
    where listing_variants.id = changed.variant_id`.execute(trx);
}

/** The working version's price, and a new publication that differs from the current one in nothing but that. */
async function writePrices(trx: Trx, rows: readonly TableRow[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  const values = sql.join(rows.map((one) => sql`(${one.listingId}::uuid, ${digits(one.price)}::bigint)`));
  await sql`
    update price_tiers set amount_minor = changed.amount
    from (values ${values}) as changed (listing_id, amount)
    where price_tiers.listing_id = changed.listing_id and side = 'home' and variant_id is null`.execute(trx);
  await sql`
    update listings set version = version + 1, updated_at = ${now}
    from (values ${values}) as changed (listing_id, amount) where listings.id = changed.listing_id`.execute(trx);
  await sql`
    with changed (listing_id, amount) as (values ${values}),
    last as (
      update listing_publications set is_current = false from changed
      where listing_publications.listing_id = changed.listing_id and is_current
      returning listing_publications.listing_id, snapshot, first_published_at, changed.amount)
    insert into listing_publications (listing_id, version, snapshot, is_current, first_published_at, published_at)
    select last.listing_id, listings.version,
      last.snapshot || jsonb_build_object(
        'version', listings.version,
        'priceKind', 'fixed',
        'homeTiers', jsonb_build_array(jsonb_build_object(
          'minimumQuantity', coalesce((last.snapshot->'homeTiers'->0->>'minimumQuantity')::int, 1),
          'amountMinor', last.amount::text, 'currency', 'AZN'))),
      true, first_published_at, ${now}
    from last join listings on listings.id = last.listing_id`.execute(trx);
}

import { sql } from "kysely";
import { inTransaction, type Db, type Trx } from "~/platform/db/db.server";
import { listingDocument, type ListingDocument } from "./listing-document";
import { readListingSources } from "./listing-sources.server";
import { sellerDocument, type SellerDocument } from "./seller-document";
import { readSellerSources } from "./seller-sources.server";

/**
 * Brings the documents of some listings up to date in PostgreSQL. What did not change keeps its revision; what is not
 * public any more becomes a document of nothing, so that the engine is told to forget it.
 */
export function projectListings(db: Db, listingIds: readonly string[]): Promise<void> {
  if (listingIds.length === 0) return Promise.resolve();
  return inTransaction(db, async (trx) => {
    await lockEach(trx, listingIds);
    const documents = (await readListingSources(db, trx, listingIds)).map(listingDocument);
    const found = new Set(documents.map(({ id }) => id));
    await noteWords(
      trx,
      documents.flatMap((document) => [...listingTexts(document).values()].flat()),
    );
    await storeListings(trx, documents);
    await trx
      .updateTable("searchDocuments")
      .set({ document: null, words: null, revision: sql<bigint>`nextval('search_revisions')` })
      .where("listingId", "in", [...listingIds])
      .where("listingId", "not in", [...found, NOBODY])
      .where("document", "is not", null)
      .execute();
  });
}

export function projectSellers(db: Db, sellerIds: readonly string[]): Promise<void> {
  if (sellerIds.length === 0) return Promise.resolve();
  return inTransaction(db, async (trx) => {
    await lockEach(trx, sellerIds);
    const documents = (await readSellerSources(db, trx, sellerIds)).map(sellerDocument);
    const found = new Set(documents.map(({ id }) => id));
    await noteWords(
      trx,
      documents.flatMap((document) => [...sellerTexts(document).values()].flat()),
    );
    await storeSellers(trx, documents);
    await trx
      .updateTable("searchSellerDocuments")
      .set({ document: null, words: null, revision: sql<bigint>`nextval('search_revisions')` })
      .where("sellerId", "in", [...sellerIds])
      .where("sellerId", "not in", [...found, NOBODY])
      .where("document", "is not", null)
      .execute();
  });
}

/** Keeps `not in` lists from being empty. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/** Two jobs on one row wait for each other, so that the later read is also the later write. */
async function lockEach(trx: Trx, ids: readonly string[]): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(hashtextextended(id, 7))
    from unnest(${[...new Set(ids)].toSorted()}::text[]) as id`.execute(trx);
}

type Weight = "A" | "B" | "C" | "D";

function listingTexts(document: ListingDocument): Map<Weight, string[]> {
  return new Map([
    ["A", document.titleWords],
    ["B", document.craftWords],
    ["C", [...document.placeWords, ...document.sellerWords]],
    ["D", document.textWords],
  ]);
}

function sellerTexts(document: SellerDocument): Map<Weight, string[]> {
  return new Map([
    ["A", document.nameWords],
    ["B", document.craftWords],
    ["C", document.placeWords],
    ["D", document.textWords],
  ]);
}

async function noteWords(trx: Trx, texts: readonly string[]): Promise<void> {
  // In one order everywhere, or two jobs that bring the same new words could wait for each other for ever.
  const words = [...new Set(texts.flatMap((text) => text.split(" ")))].filter(Boolean).toSorted();
  await sql`
    insert into search_words (word) select unnest(${words}::text[]) on conflict do nothing`.execute(trx);
}

const WORDS_OF_ROW = sql`
  setweight(to_tsvector('simple', a), 'A') || setweight(to_tsvector('simple', b), 'B') ||
  setweight(to_tsvector('simple', c), 'C') || setweight(to_tsvector('simple', d), 'D')`;

function weighted(texts: ReadonlyMap<Weight, readonly string[]>): Record<string, string> {
  return Object.fromEntries([...texts].map(([weight, parts]) => [weight.toLowerCase(), parts.join(" ")]));
}

async function storeListings(trx: Trx, documents: readonly ListingDocument[]): Promise<void> {
  const rows = documents.map((document) => ({
    ...weighted(listingTexts(document)),
    document,
    listing_id: document.id,
    seller_id: document.seller,
    categories: document.category,
    kind: document.kind,
    technique: document.technique ?? null,
    materials: document.material,
    region: document.region ?? null,
    level: document.level ?? null,
    ships_to: document.shipsTo,
    can_export_to: document.canExportTo,
    level_rank: document.levelRank,
    fresh_at: document.freshAt,
    home_minor: document.home ?? null,
    export_minor: document.export?.amountMinor ?? null,
    export_currency: document.export?.currency ?? null,
    export_order_minor: document.exportOrder ?? null,
    minimum_order: document.minimumOrder,
    ready_days: document.readyDays ?? null,
    is_made_to_order: document.isMadeToOrder,
    supply: document.supply,
    soonest_days: document.soonestDays,
    stock_days: document.stockDays,
    made_days: document.madeDays,
  }));
  await upsert(trx, { table: "search_documents", key: "listing_id", columns: LISTING_COLUMNS }, rows);
}

async function storeSellers(trx: Trx, documents: readonly SellerDocument[]): Promise<void> {
  const rows = documents.map((document) => ({
    ...weighted(sellerTexts(document)),
    document,
    seller_id: document.id,
    categories: document.category,
    region: document.region,
    level: document.level ?? null,
    languages: document.language,
    markets: document.market,
    level_rank: document.levelRank,
    fresh_at: document.freshAt,
  }));
  await upsert(trx, { table: "search_seller_documents", key: "seller_id", columns: SELLER_COLUMNS }, rows);
}

const LISTING_COLUMNS = {
  ...{
    listing_id: "uuid",
    document: "jsonb",
    seller_id: "uuid",
    categories: "text[]",
    kind: "text",
    technique: "text",
  },
  ...{ materials: "text[]", region: "text", level: "text", ships_to: "text[]", can_export_to: "text[]" },
  ...{ level_rank: "int", fresh_at: "bigint", home_minor: "bigint", export_minor: "bigint", export_currency: "text" },
  ...{ export_order_minor: "bigint", minimum_order: "int", ready_days: "int", is_made_to_order: "boolean" },
  ...{ supply: "int[]", soonest_days: "jsonb", stock_days: "jsonb", made_days: "jsonb" },
};

const SELLER_COLUMNS = {
  ...{ seller_id: "uuid", document: "jsonb", categories: "text[]", region: "text", level: "text" },
  ...{ languages: "text[]", markets: "text[]", level_rank: "int", fresh_at: "bigint" },
};

type Target = { table: string; key: string; columns: Readonly<Record<string, string>> };

/** Names in `target` are the constants above, never what somebody sent. */
async function upsert(trx: Trx, target: Target, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(target.columns);
  const shape = [...Object.entries(target.columns), ...["a", "b", "c", "d"].map((name) => [name, "text"])];
  const changed = [...names.filter((name) => name !== target.key), "words", "revision"];
  await sql`
    insert into ${sql.raw(target.table)} as kept (${sql.raw(names.join(", "))}, words, revision)
    select ${sql.raw(names.join(", "))}, ${WORDS_OF_ROW}, nextval('search_revisions')
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given (${sql.raw(shape.map(([name, type]) => `${name} ${type}`).join(", "))})
    on conflict (${sql.raw(target.key)}) do update
    set ${sql.raw(changed.map((name) => `${name} = excluded.${name}`).join(", "))}
    where kept.document is distinct from excluded.document`.execute(trx);
}

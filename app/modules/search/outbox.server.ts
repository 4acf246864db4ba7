import { sql } from "kysely";
import type { Db } from "~/platform/db/db.server";
import { engineDown, type EngineDocument, type IndexSettings, type SearchEngine } from "~/platform/search-engine/port";
import {
  engineListing,
  engineListingName,
  engineSeller,
  engineSellerName,
  LISTING_SETTINGS,
  NAME_SETTINGS,
  SELLER_SETTINGS,
} from "./engine-indexes";
import type { ListingDocument } from "./listing-document";
import type { SellerDocument } from "./seller-document";

/** Documents in one request to the engine: small, so that a change never waits long behind a batch. */
export const BATCH_SIZE = 500;

/** An index of the engine, named after its prefix, and what it holds of a document. */
type EngineIndex = { name: string; settings: IndexSettings; forEngine: (document: never) => EngineDocument };

/** A kind of document: its table in PostgreSQL and the engine's indexes that are made of it. */
export type Shelf = {
  table: "search_documents" | "search_seller_documents";
  key: "listing_id" | "seller_id";
  indexes: readonly EngineIndex[];
};

export const SHELVES: readonly Shelf[] = [
  {
    table: "search_documents",
    key: "listing_id",
    indexes: [
      {
        name: "listings",
        settings: LISTING_SETTINGS,
        forEngine: (document: ListingDocument) => engineListing(document),
      },
      {
        name: "listing_names",
        settings: NAME_SETTINGS,
        forEngine: (document: ListingDocument) => engineListingName(document),
      },
    ],
  },
  {
    table: "search_seller_documents",
    key: "seller_id",
    indexes: [
      { name: "sellers", settings: SELLER_SETTINGS, forEngine: (document: SellerDocument) => engineSeller(document) },
      {
        name: "seller_names",
        settings: NAME_SETTINGS,
        forEngine: (document: SellerDocument) => engineSellerName(document),
      },
    ],
  },
];

/** Every index that searches are answered from. */
export const INDEXES: readonly EngineIndex[] = SHELVES.flatMap(({ indexes }) => indexes);

export type StoredRow = { id: string; revision: bigint; document: unknown };

/**
 * Sends what is waiting to the engine and marks it as sent only when the engine has it. What fails stays waiting.
 * While a rebuild runs everything goes to the index being built, too.
 *
 * @returns how many documents were sent
 * @throws EngineDown when the engine does not answer
 */
export async function pushWaiting(db: Db, engine: SearchEngine): Promise<number> {
  let count = 0;
  for (;;) {
    const sent = await withPushLock(db, (on) => pushOneBatch(on, engine));
    count += sent;
    if (sent === 0) return count;
  }
}

/** Sends one batch of every shelf; the caller holds the lock. */
export async function pushOneBatch(db: Db, engine: SearchEngine): Promise<number> {
  let count = 0;
  for (const shelf of SHELVES) {
    const rows = await waitingRows(db, shelf);
    if (rows.length === 0) continue;
    const targets = await targetsOf(db, engine, shelf);
    await Promise.all(targets.map(({ index, place }) => sendRows(engine, index, place, rows)));
    await markSent(db, shelf, rows);
    count += rows.length;
  }
  return count;
}

/**
 * The indexes that a change goes to. The engine makes an index that does not exist out of the first document written
 * to it, which would then be answered from: only what is there is written to.
 *
 * @throws EngineDown when the engine has lost its index; it has to be built again
 */
async function targetsOf(db: Db, engine: SearchEngine, shelf: Shelf): Promise<{ index: EngineIndex; place: string }[]> {
  const endings = (await isRebuilding(db)) ? ["", NEXT] : [""];
  const there = await engine.listIndexes();
  return shelf.indexes.flatMap((index) => {
    const live = `${engine.prefix}_${index.name}`;
    const places = endings.map((ending) => `${live}${ending}`).filter((place) => there.includes(place));
    if (places.length === 0) throw engineDown(`the search engine has lost its index ${live}`);
    return places.map((place) => ({ index, place }));
  });
}

/** Last part of the name of an index that is being built. */
export const NEXT = "_next";

/** Writes what the index holds of the documents to the index of that name, and takes out those of nothing. */
export async function sendRows(
  engine: SearchEngine,
  { forEngine }: EngineIndex,
  place: string,
  rows: readonly StoredRow[],
): Promise<void> {
  const kept = rows.filter((row) => row.document !== null);
  // The document was written by `projection.server.ts`, whose type is the shelf's.
  await engine.write(
    place,
    kept.map((row) => forEngine(row.document as never)),
  );
  await engine.remove(
    place,
    rows.filter((row) => row.document === null).map((row) => row.id),
  );
}

async function waitingRows(db: Db, { table, key }: Shelf): Promise<StoredRow[]> {
  const { rows } = await sql<StoredRow>`
    select ${sql.ref(key)} as id, revision, document from ${sql.table(table)}
    where revision > pushed_revision order by revision limit ${BATCH_SIZE}`.execute(db);
  return rows;
}

async function markSent(db: Db, { table, key }: Shelf, rows: readonly StoredRow[]): Promise<void> {
  const ids = rows.map((row) => row.id);
  const revisions = rows.map((row) => String(row.revision));
  await sql`
    update ${sql.table(table)} as kept set pushed_revision = sent.revision
    from unnest(${ids}::uuid[], ${revisions}::bigint[]) as sent (id, revision)
    where kept.${sql.ref(key)} = sent.id and kept.pushed_revision < sent.revision`.execute(db);
  await sql`
    delete from ${sql.table(table)}
    where ${sql.ref(key)} = any(${ids}::uuid[]) and document is null and pushed_revision = revision`.execute(db);
}

export async function countWaiting(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from search_documents where revision > pushed_revision)::int +
      (select count(*) from search_seller_documents where revision > pushed_revision)::int as count`.execute(db);
  return rows[0]?.count ?? 0;
}

async function isRebuilding(db: Db): Promise<boolean> {
  const { rows } = await sql<{ isOn: boolean }>`
    select rebuilding_until > clock_timestamp() as is_on from search_installations`.execute(db);
  return rows[0]?.isOn === true;
}

/** Any number will do that no other lock of ours has. */
const PUSH_LOCK = 7_012_026;

/**
 * One sender at a time, in whatever process, in the order of asking: what is read from PostgreSQL under the lock is the
 * newest that the engine has been told. A lock of the session, since no transaction stays open while the engine works.
 */
export function withPushLock<Value>(db: Db, work: (db: Db) => Promise<Value>): Promise<Value> {
  return db.connection().execute(async (on) => {
    await sql`select pg_advisory_lock(${PUSH_LOCK})`.execute(on);
    try {
      return await work(on);
    } finally {
      await sql`select pg_advisory_unlock(${PUSH_LOCK})`.execute(on);
    }
  });
}

import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Db } from "~/platform/db/db.server";
import { env } from "~/platform/env.server";
import type { SearchEngine } from "~/platform/search-engine/port";
import { PLACES } from "./country-sets";
import { currentEngine } from "./current-engine.server";
import {
  BATCH_SIZE,
  INDEXES,
  NEXT,
  pushOneBatch,
  pushWaiting,
  sendRows,
  SHELVES,
  withPushLock,
  type Shelf,
  type StoredRow,
} from "./outbox.server";
import { projectEverything } from "./project-everything.server";

/** Changes whenever the engine's indexes have to be built anew. */
const SETTINGS_HASH = createHash("sha256")
  .update(JSON.stringify([INDEXES, PLACES]))
  .digest("hex")
  .slice(0, 16);

const OWNER = "owner";

/** A rebuild that has not come this far again within the time is dead, in seconds. */
const LEASE_SECONDS = 120;

export type Progress = (done: number, total: number) => void;

/**
 * Are the indexes there, ours, and made with the settings of this version?
 *
 * @throws Error when indexes of the same name belong to another installation or to nobody we know
 */
export async function engineState(db: Db, engine: SearchEngine): Promise<"ready" | "to-build"> {
  const names = await engine.listIndexes();
  const ownerIndex = `${engine.prefix}_${OWNER}`;
  const ours = names.filter((name) => [ownerIndex, ...allIndexes(engine)].includes(name));
  if (ours.length === 0) return "to-build";
  const owner = names.includes(ownerIndex) ? await engine.find(ownerIndex, OWNER) : undefined;
  if (owner?.installation !== (await installationId(db)) || owner.mode !== env.APP_MODE) {
    throw new Error(
      `The search engine holds indexes "${engine.prefix}_…" that are not this installation's: they are left untouched. ` +
        "Set MEILI_INDEX_PREFIX to a name of your own, or point MEILI_URL at an engine that may be used.",
    );
  }
  return isComplete(engine, names) && owner.settings === SETTINGS_HASH ? "ready" : "to-build";
}

/**
 * Builds the engine's indexes anew beside the old ones and exchanges them at one moment, so that no search is ever
 * answered from a half-filled index. Changes of that time go to both.
 *
 * @returns false when another process is building them already
 */
export function rebuildIndexes(db: Db, engine: SearchEngine, onProgress: Progress = () => {}): Promise<boolean> {
  return db.connection().execute(async (on) => {
    const { rows } = await sql<{ isMine: boolean }>`select pg_try_advisory_lock(${REBUILD_LOCK}) as is_mine`.execute(
      on,
    );
    if (!rows[0]?.isMine) return false;
    try {
      await rebuild(db, engine, onProgress);
      return true;
    } finally {
      await sql`select pg_advisory_unlock(${REBUILD_LOCK})`.execute(on);
    }
  });
}

/** Any number will do that no other lock of ours has. */
const REBUILD_LOCK = 7_012_027;

async function rebuild(db: Db, engine: SearchEngine, onProgress: Progress): Promise<void> {
  await engineState(db, engine);
  const before = await engine.listIndexes();
  if (!before.includes(`${engine.prefix}_${OWNER}`)) await writeOwner(db, engine, "building");
  // The lease of a rebuild that died may still send changes to an index of this name.
  await withPushLock(db, async () => {
    for (const { name, settings } of INDEXES) {
      await engine.drop(`${engine.prefix}_${name}${NEXT}`);
      await engine.makeIndex(`${engine.prefix}_${name}${NEXT}`, settings);
    }
  });
  const total = await countRows(db);
  let done = 0;
  try {
    await extendLease(db);
    for (const shelf of SHELVES) {
      for (let after = FIRST; ;) {
        const last = await withPushLock(db, (on) => copyBatch(on, engine, shelf, after));
        if (!last) break;
        after = last.id;
        done += last.count;
        onProgress(done, Math.max(total, done));
        await extendLease(db);
      }
    }
    await withPushLock(db, async (on) => {
      while ((await pushOneBatch(on, engine)) > 0) await extendLease(on);
      await engine.replace(
        INDEXES.map(({ name }) => {
          const place = `${engine.prefix}_${name}`;
          return { place, by: `${place}${NEXT}`, isEmpty: !before.includes(place) };
        }),
      );
      await endLease(on);
    });
  } finally {
    await endLease(db);
  }
  await writeOwner(db, engine, SETTINGS_HASH);
  for (const { name } of INDEXES) await engine.drop(`${engine.prefix}_${name}${NEXT}`);
}

/**
 * Reads the whole catalogue into the documents and builds the engine's indexes from them.
 *
 * @returns what was done: without an engine only PostgreSQL is brought up to date
 */
export async function rebuildSearch(
  db: Db,
  onProgress: (step: "reading" | "filling", done: number, total: number) => void = () => {},
  engine: SearchEngine | undefined = currentEngine(),
): Promise<"built" | "busy" | "no-engine"> {
  await projectEverything(db, (done, total) => onProgress("reading", done, total));
  if (!engine) return "no-engine";
  const isBuilt = await rebuildIndexes(db, engine, (done, total) => onProgress("filling", done, total));
  return isBuilt ? "built" : "busy";
}

/**
 * Brings documents and engine up to date with as little work as their state allows: what is waiting is sent, and only
 * indexes that are missing or of another version are built.
 */
export async function catchUpSearch(
  db: Db,
  onProgress: Progress = () => {},
  engine: SearchEngine | undefined = currentEngine(),
): Promise<void> {
  await projectEverything(db, onProgress);
  if (engine) await catchUpEngine(db, engine);
}

/**
 * @returns false when another process is building indexes that were missing: what is waiting has to be looked at again
 * @throws EngineDown when the engine does not answer
 */
export async function catchUpEngine(db: Db, engine: SearchEngine): Promise<boolean> {
  if ((await engineState(db, engine)) === "to-build") {
    if (await rebuildIndexes(db, engine)) return true;
    if (!isComplete(engine, await engine.listIndexes())) return false;
  }
  await pushWaiting(db, engine);
  return true;
}

const FIRST = "00000000-0000-0000-0000-000000000000";

async function copyBatch(
  db: Db,
  engine: SearchEngine,
  shelf: Shelf,
  after: string,
): Promise<{ id: string; count: number } | undefined> {
  const { rows } = await sql<StoredRow>`
    select ${sql.ref(shelf.key)} as id, revision, document from ${sql.table(shelf.table)}
    where ${sql.ref(shelf.key)} > ${after}::uuid and document is not null
    order by ${sql.ref(shelf.key)} limit ${BATCH_SIZE}`.execute(db);
  const last = rows.at(-1);
  if (!last) return undefined;
  await Promise.all(
    shelf.indexes.map((index) => sendRows(engine, index, `${engine.prefix}_${index.name}${NEXT}`, rows)),
  );
  return { id: last.id, count: rows.length };
}

function allIndexes(engine: SearchEngine): string[] {
  return INDEXES.flatMap(({ name }) => [`${engine.prefix}_${name}`, `${engine.prefix}_${name}${NEXT}`]);
}

/** Is there of every index the one that answers? */
function isComplete(engine: SearchEngine, names: readonly string[]): boolean {
  return INDEXES.every(({ name }) => names.includes(`${engine.prefix}_${name}`));
}

/**
 * The marker that says whose the indexes are, and with which settings the live ones were built. Its index comes into
 * being with the document: an index of that name without it would be nobody's.
 */
async function writeOwner(db: Db, engine: SearchEngine, settings: string): Promise<void> {
  const marker = { id: OWNER, installation: await installationId(db), mode: env.APP_MODE, settings };
  await engine.write(`${engine.prefix}_${OWNER}`, [marker]);
}

async function installationId(db: Db): Promise<string> {
  const row = await db.selectFrom("searchInstallations").select("installationId").executeTakeFirstOrThrow();
  return row.installationId;
}

async function countRows(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from search_documents where document is not null)::int +
      (select count(*) from search_seller_documents where document is not null)::int as count`.execute(db);
  return rows[0]?.count ?? 0;
}

/** The database's own clock: leases are between processes and have nothing to do with the site's day. */
async function extendLease(db: Db): Promise<void> {
  await sql`
    update search_installations set rebuilding_since = coalesce(rebuilding_since, clock_timestamp()),
      rebuilding_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})`.execute(db);
}

async function endLease(db: Db): Promise<void> {
  await sql`update search_installations set rebuilding_since = null, rebuilding_until = null`.execute(db);
}

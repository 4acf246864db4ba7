import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { engineAt } from "~/modules/search/current-engine.server";
import { countWaiting, SHELVES, type Shelf } from "~/modules/search/outbox.server";
import { rebuildSearch, searchJobs, searchListings } from "~/modules/search/index.server";
import { publishListing } from "~/modules/catalog/index.server";
import { inTransaction } from "~/platform/db/db.server";
import { enqueue } from "~/platform/jobs/enqueue.server";
import { startWorker } from "~/platform/jobs/worker.server";
import { waitUntil } from "~/platform/processes/wait-until.server";
import type { SearchEngine } from "~/platform/search-engine/port";
import { makeApprovedSeller, makePublishedListing, unique } from "~db/factories";
import { testDatabaseUrl, testDb } from "~tests/support/database";
import { hasMeilisearch } from "~tests/support/meilisearch";
import { startEngineProcess, type EngineProcess } from "./engine-process";
import { READERS, SEARCH, startTraffic } from "./search-traffic";

/** Bounds of the contract on an idle machine, in milliseconds; a busy one may take some times as long. */
const FIRST_ANSWER_MS = 1_000;
const LATER_ANSWER_MS = 500;
const TOLERANCE = 4;

const LISTINGS = 6;

let server: EngineProcess;
let engine: SearchEngine;
let worker: Awaited<ReturnType<typeof startWorker>> | undefined;
let sellerId = "";

beforeAll(async () => {
  if (!hasMeilisearch) return;
  server = await startEngineProcess();
  sellerId = (await makeApprovedSeller(testDb)).sellerId;
  for (let at = 0; at < LISTINGS; at += 1) await makePublishedListing(testDb, { sellerId, title: `Mis sini ${at}` });
});
afterAll(() => server?.end());

beforeEach(async () => {
  // Indexes of each test's own, all in one engine.
  engine = engineAt(server.url, server.masterKey, `faults_${unique()}`);
  await rebuildSearch(testDb, undefined, engine);
});
afterEach(async () => {
  await worker?.stop();
  worker = undefined;
  engine.close();
});

async function work(): Promise<void> {
  worker = await startWorker({ url: testDatabaseUrl, handlers: searchJobs(testDb, engine), concurrency: 2 });
}

const publicCount = async () => {
  const rows = await testDb.selectFrom("listings").where("status", "=", "published").select("id").execute();
  return rows.length;
};

/**
 * Changes the catalogue as an editor would: a new listing, another title, one that goes.
 *
 * @returns the listing whose title has become "Dəyişmiş sini"
 */
async function changeCatalogue(): Promise<string> {
  const { listingId } = await makePublishedListing(testDb, { sellerId, title: `Yeni sini ${unique()}` });
  await testDb.updateTable("listingTexts").set({ title: "Dəyişmiş sini" }).where("listingId", "=", listingId).execute();
  await testDb.updateTable("listings").set({ version: 2 }).where("id", "=", listingId).execute();
  await testDb.transaction().execute((trx) => publishListing(trx, listingId, new Date()));
  const leaving = await makePublishedListing(testDb, { sellerId, title: `Köhnə sini ${unique()}` });
  await testDb.transaction().execute(async (trx) => {
    await trx.updateTable("listings").set({ status: "archived" }).where("id", "=", leaving.listingId).execute();
    await enqueue(trx, "index-listing", { listingId: leaving.listingId });
  });
  return listingId;
}

async function isFound(listingId: string): Promise<boolean> {
  const search = { ...SEARCH, text: "dəyişmiş", pageSize: 1_000 };
  const { hitIds, isSimplified } = await searchListings(testDb, search, undefined, { engine });
  return !isSimplified && hitIds.includes(listingId);
}

/** What the engine has of each document that PostgreSQL has, and how many it has in all. */
async function differences(): Promise<string[]> {
  const found: string[] = [];
  for (const shelf of SHELVES) {
    const rows = await documentsOf(shelf);
    const kept = rows.filter(({ document }) => document !== null).length;
    for (const { name, forEngine } of shelf.indexes) {
      const index = `${engine.prefix}_${name}`;
      for (const { id, document } of rows) {
        const own = await engine.find(index, id);
        const wanted = document === null ? undefined : forEngine(document as never);
        if (JSON.stringify(sorted(own)) !== JSON.stringify(sorted(wanted))) found.push(`${index} ${id}`);
      }
      const [answer] = await engine.ask([{ index, text: "", page: 1, hitsPerPage: 0, matching: "all" }]);
      if (answer?.total !== kept) found.push(`${index} has ${answer?.total} documents, not ${kept}`);
    }
  }
  return found;
}

function documentsOf({ table }: Shelf): Promise<{ id: string; document: unknown }[]> {
  return table === "search_documents"
    ? testDb.selectFrom("searchDocuments").select(["listingId as id", "document"]).execute()
    : testDb.selectFrom("searchSellerDocuments").select(["sellerId as id", "document"]).execute();
}

const sorted = (document: object | undefined) =>
  document &&
  Object.entries(document)
    .filter(([, value]) => value !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));

/** Waits until nothing is left to index, neither as a job nor as a document. */
async function settled(): Promise<void> {
  const isSettled = await waitUntil(
    async () => {
      const { rows } = await jobsLeft();
      return rows === 0 && (await countWaiting(testDb)) === 0 && engine.isUp();
    },
    { timeoutMs: 60_000, everyMs: 100 },
  );
  expect(isSettled).toBe(true);
}

/** Jobs of the search; what else a change causes has no worker here. */
async function jobsLeft(): Promise<{ rows: number }> {
  const kinds = Object.keys(searchJobs(testDb, engine));
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from graphile_worker.jobs
    where task_identifier = any(${kinds}::text[])`.execute(testDb);
  return { rows: rows[0]?.count ?? 0 };
}

const ways = [
  { way: "killed", harm: () => server.kill(), heal: () => server.restart() },
  { way: "frozen", harm: () => Promise.resolve(server.freeze()), heal: () => Promise.resolve(server.thaw()) },
];

describe.skipIf(!hasMeilisearch)("an engine that fails in the middle of traffic", { timeout: 120_000 }, () => {
  it.each(ways)("$way: every search is answered, by PostgreSQL and soon, until it is back", async ({ harm, heal }) => {
    const traffic = startTraffic(engine);
    await traffic.next((answer) => !answer.isSimplified);
    const before = traffic.answers.length;

    await harm();
    await traffic.next((answer) => !answer.wasUp);
    await traffic.next((answer) => !answer.wasUp);
    await heal();
    await traffic.next((answer) => !answer.isSimplified);
    await traffic.end();

    const count = await publicCount();
    const after = traffic.answers.slice(before);
    // What the engine had answered before it failed may be counted after the first failure.
    const known = after.findIndex(({ wasUp }) => !wasUp);
    const healed = after.findIndex(({ isSimplified }, at) => at > known && !isSimplified);
    const simplified = after.slice(0, healed).filter(({ isSimplified }) => isSimplified);
    const waited = simplified.filter(({ wasUp }) => wasUp);
    const later = simplified.filter(({ wasUp }) => !wasUp);
    expect(traffic.answers.filter(({ total }) => total !== count)).toEqual([]);
    // Only who was asking at that moment has waited for the engine, once; and whoever came while it was asked whether
    // it is alive, for the answer to that.
    const waits = waited.map(({ milliseconds }) => milliseconds).toSorted((one, other) => other - one);
    expect(waits.length).toBeLessThanOrEqual(2 * READERS);
    expect(waits.slice(0, READERS).filter((wait) => wait > FIRST_ANSWER_MS * TOLERANCE)).toEqual([]);
    expect(waits.slice(READERS).filter((wait) => wait > LATER_ANSWER_MS * TOLERANCE)).toEqual([]);
    expect(later.length).toBeGreaterThan(0);
    const slow = later.filter(({ milliseconds }) => milliseconds > LATER_ANSWER_MS * TOLERANCE);
    expect(slow.length / later.length).toBeLessThan(0.05);
  });

  it.each(ways)("$way: what is written meanwhile is indexed afterwards, nothing lost", async ({ harm, heal }) => {
    await work();
    await settled();

    await harm();
    for (let round = 0; round < 3; round += 1) await changeCatalogue();
    await heal();
    // Searches find out that it is back only when one of them has found out that it was away.
    await settled();

    expect(await differences()).toEqual([]);
  });
});

describe.skipIf(!hasMeilisearch)("the indexes", { timeout: 120_000 }, () => {
  it("are exchanged by a rebuild without one empty or incomplete answer", async () => {
    const traffic = startTraffic(engine);
    await traffic.next((answer) => !answer.isSimplified);

    await rebuildSearch(testDb, undefined, engine);
    await rebuildSearch(testDb, undefined, engine);
    await traffic.end();

    const count = await publicCount();
    expect(traffic.answers.filter(({ total }) => total !== count)).toEqual([]);
  });

  it("show what is changed during a rebuild before it ends, and keep it afterwards", async () => {
    await work();
    await settled();
    const state = { isBuilt: false };
    let seenBefore = 0;
    let changes = 0;

    const rebuild = rebuildSearch(testDb, undefined, engine).then(() => (state.isBuilt = true));
    while (!state.isBuilt && changes < 20) {
      const listingId = await changeCatalogue();
      changes += 1;
      const isSeen = await waitUntil(() => isFound(listingId), { timeoutMs: 10_000 });
      if (isSeen && !state.isBuilt) seenBefore += 1;
    }
    await rebuild;
    await settled();

    expect(changes).toBeGreaterThan(0);
    expect(seenBefore).toBeGreaterThanOrEqual(changes - 1);
    expect(await differences()).toEqual([]);
  });

  it("are built again by the worker when the engine was emptied", async () => {
    for (const index of await engine.listIndexes()) await engine.drop(index);
    await work();

    await inTransaction(testDb, (trx) => enqueue(trx, "push-search-documents", {}));
    await waitUntil(async () => (await engine.listIndexes()).length >= 3, { timeoutMs: 30_000 });
    await settled();

    expect(await differences()).toEqual([]);
  });

  it("never come into being half-filled when a change meets an emptied engine", async () => {
    for (const index of await engine.listIndexes()) await engine.drop(index);
    const traffic = startTraffic(engine);
    await traffic.next((answer) => answer.isSimplified);
    await work();

    await inTransaction(testDb, async (trx) => {
      const row = await trx.selectFrom("listings").where("status", "=", "published").select("id").executeTakeFirst();
      await trx
        .updateTable("searchDocuments")
        .set({ pushedRevision: 0n })
        .where("listingId", "=", row?.id ?? "")
        .execute();
      await enqueue(trx, "index-listing", { listingId: row?.id ?? "" });
    });
    await traffic.next((answer) => !answer.isSimplified);
    await traffic.end();
    await settled();

    const count = await publicCount();
    expect(traffic.answers.filter(({ total }) => total !== count)).toEqual([]);
    expect(await differences()).toEqual([]);
  });

  it("of another installation are refused and left untouched", async () => {
    const foreign = engineAt(server.url, server.masterKey, `faults_${unique()}`);
    const settings = {
      searchable: ["id"],
      filterable: [],
      sortable: [],
      ranking: ["words"],
      synonyms: {},
      exactWords: [],
    };
    await foreign.makeIndex(`${foreign.prefix}_listings`, settings);
    await foreign.write(`${foreign.prefix}_listings`, [{ id: "theirs" }]);

    await expect(rebuildSearch(testDb, undefined, foreign)).rejects.toThrow("not this installation's");

    expect(await foreign.listIndexes()).toEqual([`${foreign.prefix}_listings`]);
    expect(await foreign.find(`${foreign.prefix}_listings`, "theirs")).toEqual({ id: "theirs" });
    foreign.close();
  });

  it("are refused, too, when only their marker names another installation", async () => {
    const marker = { id: "owner", installation: "somebody-else", mode: "production", settings: "" };
    await engine.write(`${engine.prefix}_owner`, [marker]);

    await expect(rebuildSearch(testDb, undefined, engine)).rejects.toThrow("not this installation's");

    expect(await engine.find(`${engine.prefix}_owner`, "owner")).toEqual(marker);
  });
});

import pLimit from "p-limit";
import { log } from "~/platform/log.server";
import { makeBreaker } from "./breaker.server";
import { engineDown, type EngineAnswer, type EngineDocument, type EngineQuery, type SearchEngine } from "./port";
import { isOutOfTime, makeRequester, type EngineReply, type EngineRequest } from "./request.server";

export type MeilisearchOptions = {
  url: string;
  masterKey: string | undefined;
  /** First part of the names of all indexes. */
  prefix: string;
  /** An index that must be there for the engine to count as up again. */
  probeIndex: string;
};

/** A search that has not answered by then is answered by PostgreSQL, which has the rest of a second. */
const SEARCH_TIMEOUT_MS = 600;
/** The lightest question there is: who does not answer it by then does not answer at all. */
const ALIVE_TIMEOUT_MS = 250;
/**
 * Searches under way at a time. The others wait here, and their time with them: an engine that has much to do is not
 * taken for one that is down, and PostgreSQL, which has more work with a search, is not given a rush of them.
 */
const MOST_AT_ONCE = 4;
const INDEXING_TIMEOUT_MS = 20_000;
/** A batch of documents that is not indexed by then is tried again later. */
const TASK_TIMEOUT_MS = 120_000;

/** Not the defaults (1,000 hits, 100 values of a facet): every page and every value must be reachable. */
const MOST_HITS = 10_000_000;
const MOST_FACET_VALUES = 100_000;

/** Skeletons are shorter than words, so a slip counts from four letters on, two from eight (Meilisearch: 5 and 9). */
const TYPO_SIZES = { oneTypo: 4, twoTypos: 8 };

/** Meilisearch behind its HTTP interface (https://www.meilisearch.com/docs/reference/api). */
export function makeMeilisearch({ url, masterKey, prefix, probeIndex }: MeilisearchOptions): SearchEngine {
  const requester = makeRequester(url, masterKey);
  const inTurn = pLimit(MOST_AT_ONCE);
  const breaker = makeBreaker({
    isAlive: async () => (await requester.send({ method: "GET", path: "/health" }, ALIVE_TIMEOUT_MS)).status === 200,
    isBack: async () => {
      const reply = await requester.send({ method: "GET", path: `/indexes/${probeIndex}/stats` }, SEARCH_TIMEOUT_MS);
      if (reply.status === 200) log.info("the search engine is back");
      return reply.status === 200;
    },
  });

  const call = async (request: EngineRequest): Promise<EngineReply> => {
    const reply = await requester.send(request, INDEXING_TIMEOUT_MS);
    if (reply.status >= 500 || reply.status === 401 || reply.status === 403) throw engineDown(problemOf(reply));
    return reply;
  };

  const done = async (request: EngineRequest): Promise<void> => {
    const reply = await call(request);
    const uid = field(reply.body, "taskUid");
    if (reply.status >= 400 || typeof uid !== "number") throw new Error(problemOf(reply));
    await taskDone(uid);
  };

  const taskDone = async (uid: number): Promise<void> => {
    const until = performance.now() + TASK_TIMEOUT_MS;
    for (let pause = 5; performance.now() < until; pause = Math.min(pause * 1.5, 200)) {
      const { body } = await call({ method: "GET", path: `/tasks/${uid}` });
      const status = field(body, "status");
      if (status === "succeeded") return;
      if (status === "failed" || status === "canceled") {
        throw new Error(`the search engine refused: ${JSON.stringify(field(body, "error"))}`);
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    throw engineDown(`the search engine did not finish task ${uid}`);
  };

  return {
    prefix,
    isUp: breaker.isClosed,
    ask: async (queries) => {
      const reply = await inTurn(async () => {
        await breaker.settled();
        // What failed another search meanwhile must not be waited for again.
        if (!breaker.isClosed()) throw engineDown("the search engine is known to be down");
        try {
          const body = questions(queries);
          return await requester.send({ method: "POST", path: "/multi-search", body }, SEARCH_TIMEOUT_MS);
        } catch (error) {
          // One search that took too long says little about the others.
          if (isOutOfTime(error)) breaker.suspect();
          else breaker.trip();
          throw error;
        }
      });
      if (reply.status === 200) return answers(reply.body);
      // A question it does not understand is our fault and says nothing about its health.
      if (field(reply.body, "code") !== "invalid_search_filter") breaker.trip();
      throw engineDown(problemOf(reply));
    },
    listIndexes: async () => {
      const { body } = await call({ method: "GET", path: "/indexes?limit=10000" });
      const results = field(body, "results");
      const names = Array.isArray(results) ? results.map((index) => String(field(index, "uid"))) : [];
      return names.filter((name) => name.startsWith(prefix));
    },
    makeIndex: async (index, settings) => {
      await done({ method: "POST", path: "/indexes", body: JSON.stringify({ uid: index, primaryKey: "id" }) });
      const body = JSON.stringify({
        searchableAttributes: settings.searchable,
        filterableAttributes: settings.filterable,
        sortableAttributes: settings.sortable,
        rankingRules: settings.ranking,
        synonyms: settings.synonyms,
        displayedAttributes: ["*"],
        typoTolerance: {
          minWordSizeForTypos: TYPO_SIZES,
          disableOnNumbers: true,
          disableOnWords: settings.exactWords,
        },
        pagination: { maxTotalHits: MOST_HITS },
        faceting: { maxValuesPerFacet: MOST_FACET_VALUES },
      });
      await done({ method: "PATCH", path: `/indexes/${index}/settings`, body });
    },
    write: (index, documents) =>
      documents.length === 0
        ? Promise.resolve()
        : done({ method: "POST", path: `/indexes/${index}/documents?primaryKey=id`, body: JSON.stringify(documents) }),
    remove: (index, ids) =>
      ids.length === 0
        ? Promise.resolve()
        : done({ method: "POST", path: `/indexes/${index}/documents/delete-batch`, body: JSON.stringify(ids) }),
    find: async (index, id) => {
      const reply = await call({ method: "GET", path: `/indexes/${index}/documents/${id}` });
      return reply.status === 200 && isDocument(reply.body) ? reply.body : undefined;
    },
    replace: (pairs) => {
      const swaps = pairs.map(({ place, by, isEmpty }) => ({ indexes: [by, place], rename: isEmpty }));
      return done({ method: "POST", path: "/swap-indexes", body: JSON.stringify(swaps) });
    },
    drop: async (index) => {
      const reply = await call({ method: "DELETE", path: `/indexes/${index}` });
      const uid = field(reply.body, "taskUid");
      if (typeof uid === "number") await taskDone(uid).catch(ignoreMissing);
    },
    close: () => {
      breaker.stop();
      requester.close();
    },
  };
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Error) || !error.message.includes("index_not_found")) throw error;
}

function questions(queries: readonly EngineQuery[]): string {
  return JSON.stringify({
    queries: queries.map((query) => ({
      indexUid: query.index,
      q: query.text,
      filter: query.filter?.length ? query.filter : undefined,
      facets: query.facets?.length ? query.facets : undefined,
      sort: query.sort?.length ? query.sort : undefined,
      attributesToSearchOn: query.searchOn,
      attributesToRetrieve: ["id", ...(query.retrieve ?? [])],
      page: query.page,
      hitsPerPage: query.hitsPerPage,
      matchingStrategy: query.matching,
    })),
  });
}

function answers(body: unknown): EngineAnswer[] {
  // The shape of a multi-search answer is the engine's contract; checking each hit would cost more than finding it.
  const { results } = body as {
    results: { hits: EngineAnswer["hits"]; totalHits: number; facetDistribution?: EngineAnswer["counts"] }[];
  };
  return results.map(({ hits, totalHits, facetDistribution }) => ({
    hits,
    total: totalHits,
    counts: facetDistribution ?? {},
  }));
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function isDocument(value: unknown): value is EngineDocument {
  return typeof field(value, "id") === "string";
}

function problemOf({ status, body }: EngineReply): string {
  return `the search engine answered ${status}: ${String(field(body, "code"))} ${String(field(body, "message"))}`;
}

import { engineAt } from "~/modules/search/current-engine.server";
import { catchUpSearch, searchListings } from "~/modules/search/index.server";
import type { ListingSearch, ListingSearchResult } from "~/modules/search";
import { waitUntil } from "~/platform/processes/wait-until.server";
import type { SearchEngine } from "~/platform/search-engine/port";
import { testDb } from "~tests/support/database";
import { hasMeilisearch, meiliForTests } from "~tests/support/meilisearch";

export type EngineName = "meilisearch" | "postgres";

/** What can be compared here: where the platform has no Meilisearch, PostgreSQL alone. */
export const ENGINE_NAMES: readonly EngineName[] = hasMeilisearch ? ["meilisearch", "postgres"] : ["postgres"];

const engine: SearchEngine | undefined = hasMeilisearch ? openEngine() : undefined;

function openEngine(): SearchEngine {
  const { url, masterKey, indexPrefix } = meiliForTests();
  return engineAt(url, masterKey, indexPrefix);
}

/** The engine of that name, as searches take it. */
export function engineOf(name: EngineName): SearchEngine | null {
  return name === "meilisearch" ? (engine ?? null) : null;
}

/** Brings what both answer from up to date with the catalogue. */
export function catchUp(): Promise<void> {
  return catchUpSearch(testDb, undefined, engine);
}

export function closeEngine(): void {
  engine?.close();
}

const MOST_ATTEMPTS = 20;

/** Repeats a question on a busy machine until the engine that was meant has answered it. */
export async function answerOf<Answer extends { isSimplified: boolean }>(
  name: EngineName,
  ask: (engine: SearchEngine | null) => Promise<Answer>,
): Promise<Answer> {
  const chosen = engineOf(name);
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const answer = await ask(chosen);
    if (answer.isSimplified === (chosen === null)) return answer;
    await waitUntil(() => Promise.resolve(chosen?.isUp() === true), { timeoutMs: 10_000 });
  }
  throw new Error(`${name} has not answered once in ${MOST_ATTEMPTS} attempts`);
}

export function listingsOn(name: EngineName, search: ListingSearch, now: Date): Promise<ListingSearchResult> {
  return answerOf(name, (chosen) => searchListings(testDb, search, now, { engine: chosen }));
}

/** Ids of every hit, page after page; none when a filter or the words were let go, since those are other hits. */
export async function allHits(name: EngineName, search: ListingSearch, now: Date): Promise<string[]> {
  const found: string[] = [];
  for (let page = 1; ; page += 1) {
    const { hitIds, relaxed } = await listingsOn(name, { ...search, page }, now);
    if (hitIds.length === 0 || relaxed !== undefined) return found;
    found.push(...hitIds);
  }
}

import { parseListingSearch } from "~/modules/search";
import { rebuildSearch, searchListings } from "~/modules/search/index.server";
import { engineAt } from "~/modules/search/current-engine.server";
import { readerOf } from "~/platform/i18n/reader";
import { waitUntil } from "~/platform/processes/wait-until.server";
import type { SearchEngine } from "~/platform/search-engine/port";
import { seedDemo } from "~db/seed/seed";
import { FACTORY_NOW } from "~db/factories";
import { testDb } from "~tests/support/database";
import { hasMeilisearch, meiliForTests } from "~tests/support/meilisearch";
import type { JudgedQuery } from "./judged-queries";
import { DEPTH } from "./scoring";

export type EngineName = "meilisearch" | "postgres";

/** What can be scored here: where the platform has no Meilisearch, PostgreSQL alone. */
export const ENGINE_NAMES: readonly EngineName[] = hasMeilisearch ? ["meilisearch", "postgres"] : ["postgres"];

let engine: SearchEngine | undefined;
let seedIds: ReadonlyMap<string, string> = new Map();

/** Fills the database and both indexes with the catalogue that the queries were judged on. */
export async function openJudgedCatalogue(): Promise<void> {
  await seedDemo(testDb, { now: FACTORY_NOW });
  if (hasMeilisearch) {
    const { url, masterKey, indexPrefix } = meiliForTests();
    engine = engineAt(url, masterKey, indexPrefix);
  }
  await rebuildSearch(testDb, undefined, engine);
  const drawings = await testDb.selectFrom("listingDrawings").select(["listingId", "seedId"]).execute();
  seedIds = new Map(drawings.map(({ listingId, seedId }) => [listingId, seedId]));
}

export function closeJudgedCatalogue(): void {
  engine?.close();
}

/** Seed ids of the first page, asked as a reader of that language asks. */
export async function hitsOf({ text, locale }: JudgedQuery, name: EngineName): Promise<string[]> {
  const url = new URL(`https://karvan.example/${locale}/search?${new URLSearchParams({ q: text }).toString()}`);
  const reader = readerOf(url, () => true);
  const search = { ...parseListingSearch(url.searchParams, reader), pageSize: DEPTH };
  const chosen = name === "meilisearch" ? engine : null;
  for (;;) {
    const result = await searchListings(testDb, search, FACTORY_NOW, { engine: chosen, facets: [] });
    if (result.isSimplified === (chosen === null)) return result.hitIds.map((id) => seedIds.get(id) ?? id);
    // PostgreSQL stood in on a busy machine; it is not what is scored here.
    await waitUntil(() => Promise.resolve(chosen?.isUp() === true), { timeoutMs: 10_000 });
  }
}

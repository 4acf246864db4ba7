import { env } from "~/platform/env.server";
import { makeMeilisearch } from "~/platform/search-engine/meilisearch.server";
import type { SearchEngine } from "~/platform/search-engine/port";

let kept: SearchEngine | undefined;

/** The engine of this process, or undefined when none is set up and PostgreSQL answers for good. */
export function currentEngine(): SearchEngine | undefined {
  if (env.MEILI_URL === undefined) return undefined;
  kept ??= engineAt(env.MEILI_URL, env.MEILI_MASTER_KEY, env.MEILI_INDEX_PREFIX);
  return kept;
}

export function engineAt(url: string, masterKey: string | undefined, prefix: string): SearchEngine {
  return makeMeilisearch({ url, masterKey, prefix, probeIndex: `${prefix}_listings` });
}

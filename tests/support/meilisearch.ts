import { afterAll, inject } from "vitest";

export type TestEngine = {
  url: string;
  masterKey: string;
  /** Every index of this test file begins with it; they are deleted when the file is done. */
  indexPrefix: string;
};

// The prefix that the app itself uses in this test file, where it is set up with a database.
const indexPrefix = process.env.MEILI_INDEX_PREFIX ?? `test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;

/**
 * The run's real Meilisearch with a name space of this file's own. For tests that only make sense with it; where this
 * platform has none they are to be left out with `describe.skipIf(!hasMeilisearch)`.
 */
export function meiliForTests(): TestEngine {
  const engine = inject("parts").meilisearch;
  if (!engine) throw new Error("This platform has no Meilisearch: no npm binary for it and none on the PATH");
  return { ...engine, indexPrefix };
}

export const hasMeilisearch = inject("parts").meilisearch !== undefined;

afterAll(async () => {
  const engine = inject("parts").meilisearch;
  if (!engine) return;
  const headers = { authorization: `Bearer ${engine.masterKey}` };
  const answer = await fetch(`${engine.url}/indexes?limit=1000`, { headers });
  const { results } = (await answer.json()) as { results: { uid: string }[] };
  const ours = results.filter(({ uid }) => uid.startsWith(indexPrefix));
  for (const { uid } of ours) await fetch(`${engine.url}/indexes/${uid}`, { method: "DELETE", headers });
});

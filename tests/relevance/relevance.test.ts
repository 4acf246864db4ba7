import { mkdirSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeJudgedCatalogue, ENGINE_NAMES, hitsOf, openJudgedCatalogue, type EngineName } from "./judged-catalogue";
import { queriesOf, SCORED_SPLITS, type JudgedQuery, type Split } from "./judged-queries";
import { meanOf, scoreOf, type Score } from "./scoring";

/** Section 4 of the storefront's contract. */
const GATES: Readonly<Record<EngineName, Score>> = {
  meilisearch: { ndcg: 0.9, found: 0.95 },
  postgres: { ndcg: 0.75, found: 0.85 },
};

const WORST_KEPT = 40;

type Scored = { query: JudgedQuery; hits: string[]; score: Score };
type Figures = Score & { queries: number };

const report: Record<string, unknown> = {};

beforeAll(openJudgedCatalogue);

afterAll(() => {
  closeJudgedCatalogue();
  mkdirSync("test-results", { recursive: true });
  writeFileSync("test-results/relevance.json", `${JSON.stringify(report, null, 2)}\n`);
});

const cases = SCORED_SPLITS.flatMap((split) => ENGINE_NAMES.map((engine) => ({ split, engine })));

describe("the judged queries", () => {
  it.each(cases)("find what they mean: $split split on $engine", { timeout: 120_000 }, async ({ split, engine }) => {
    const scored = await scoreAll(split, engine);

    const mean = meanOf(scored.map(({ score }) => score));
    note(split, engine, scored);
    const gate = GATES[engine];
    expect(mean.ndcg).toBeGreaterThanOrEqual(gate.ndcg);
    expect(mean.found).toBeGreaterThanOrEqual(gate.found);
  });
});

async function scoreAll(split: Split, engine: EngineName): Promise<Scored[]> {
  const scored: Scored[] = [];
  for (const query of queriesOf(split)) {
    const hits = await hitsOf(query, engine);
    scored.push({ query, hits, score: scoreOf(query.relevant, hits) });
  }
  return scored;
}

function note(split: Split, engine: EngineName, scored: readonly Scored[]): void {
  const figures = (some: readonly Scored[]): Figures => ({
    ...meanOf(some.map(({ score }) => score)),
    queries: some.length,
  });
  const perLocale = groups(scored, ({ query }) => [query.locale], figures);
  const perKind = groups(scored, ({ query }) => query.kinds, figures);
  const all = figures(scored);
  report[`${split} ${engine}`] = {
    all,
    perLocale,
    perKind,
    worst: scored
      .toSorted((a, b) => a.score.ndcg + a.score.found - b.score.ndcg - b.score.found)
      .slice(0, WORST_KEPT)
      .map(({ query, hits, score }) => ({ ...query, hits, ...score })),
  };
  const lines = Object.entries({ all, ...perLocale, ...perKind }).map(
    ([name, { ndcg, found, queries }]) =>
      `  ${name.padEnd(14)}${String(queries).padStart(5)}${ndcg.toFixed(3).padStart(8)}${found.toFixed(3).padStart(8)}`,
  );
  process.stdout.write(
    [`${split} split on ${engine}`, "  of            queries nDCG@10 found@10", ...lines, ""].join("\n"),
  );
}

function groups(
  scored: readonly Scored[],
  namesOf: (one: Scored) => readonly string[],
  figures: (some: readonly Scored[]) => Figures,
): Record<string, Figures> {
  const names = [...new Set(scored.flatMap(namesOf))].toSorted();
  return Object.fromEntries(names.map((name) => [name, figures(scored.filter((one) => namesOf(one).includes(name)))]));
}

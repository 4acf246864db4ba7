import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { foldText } from "~/modules/search/folding";
import { closeJudgedCatalogue, ENGINE_NAMES, hitsOf, openJudgedCatalogue, type EngineName } from "./judged-catalogue";
import { queriesOf, SCORED_SPLITS, type JudgedQuery } from "./judged-queries";
import { scoreOf } from "./scoring";

/** Other letters for the same words; slips of the hand are another matter. */
const VARIANTS = new Set(["ascii", "cyrillic-az", "romanised"]);

const isVariant = (query: JudgedQuery) => query.kinds.some((kind) => VARIANTS.has(kind));
const meaningOf = ({ relevant }: JudgedQuery) =>
  JSON.stringify(Object.entries(relevant).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** A properly spelt query beside the same words in other letters: one skeleton, or one meaning in one language. */
const pairs = SCORED_SPLITS.flatMap((split) => {
  const queries = queriesOf(split);
  const proper = queries.filter((query) => !isVariant(query));
  return queries
    .filter(isVariant)
    .flatMap((variant) =>
      proper
        .filter(
          (exact) =>
            foldText(exact.text) === foldText(variant.text) ||
            (exact.locale === variant.locale && meaningOf(exact) === meaningOf(variant)),
        )
        .map((exact) => ({ exact, variant })),
    );
});

beforeAll(openJudgedCatalogue);
afterAll(closeJudgedCatalogue);

describe("the proper spelling", () => {
  it("has enough other spellings beside it for a comparison", () => {
    expect(pairs.length).toBeGreaterThanOrEqual(10);
  });

  it.each(ENGINE_NAMES)("never finds worse than another one on %s", { timeout: 60_000 }, async (engine) => {
    const ndcg = async (query: JudgedQuery, name: EngineName) =>
      scoreOf(query.relevant, await hitsOf(query, name)).ndcg;
    const worse: string[] = [];
    for (const { exact, variant } of pairs) {
      // Both are scored by the judgments of the proper one.
      const own = await ndcg(exact, engine);
      const other = await ndcg({ ...variant, relevant: exact.relevant }, engine);
      if (own < other - 1e-9) worse.push(`${exact.text} ${own.toFixed(3)} < ${variant.text} ${other.toFixed(3)}`);
    }

    expect(worse).toEqual([]);
  });
});

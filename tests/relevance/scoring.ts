import type { JudgedQuery } from "./judged-queries";

/** Hits that are looked at. */
export const DEPTH = 10;

export type Score = { ndcg: number; found: number };

/**
 * nDCG@10 with gains of 2^grade - 1, and found@10: relevant ones among the first ten, of as many as there could be.
 *
 * @param hits seed ids, best first
 */
export function scoreOf(relevant: JudgedQuery["relevant"], hits: readonly string[]): Score {
  const grades = hits.slice(0, DEPTH).map((id) => relevant[id] ?? 0);
  const ideal = Object.values(relevant)
    .toSorted((a, b) => b - a)
    .slice(0, DEPTH);
  return {
    ndcg: discounted(grades) / discounted(ideal),
    found: grades.filter((grade) => grade > 0).length / ideal.length,
  };
}

function discounted(grades: readonly number[]): number {
  return grades.reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0);
}

export function meanOf(scores: readonly Score[]): Score {
  const mean = (pick: (score: Score) => number) => scores.reduce((sum, score) => sum + pick(score), 0) / scores.length;
  return { ndcg: mean((score) => score.ndcg), found: mean((score) => score.found) };
}

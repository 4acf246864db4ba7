import { readFileSync } from "node:fs";
import { z } from "zod";
import { LOCALES } from "~/platform/i18n/locales";

const judgedQuery = z.strictObject({
  id: z.string(),
  text: z.string(),
  locale: z.enum(LOCALES),
  kinds: z.array(z.string()),
  /** Seed id of a listing: its grade, 3 for exactly what was asked for. What is not named is not wanted. */
  relevant: z.record(z.string(), z.int().min(1).max(3)),
  split: z.enum(["tune", "test"]),
});

export type JudgedQuery = z.infer<typeof judgedQuery>;
export type Split = JudgedQuery["split"];

const { queries } = z
  .object({ queries: z.array(judgedQuery) })
  .parse(JSON.parse(readFileSync("tests/relevance/judged-queries.json", "utf8")));

/**
 * The splits that are scored here. Who tunes the search must not see how it does on the test split, so that one is
 * left to CI.
 */
export const SCORED_SPLITS: readonly Split[] = process.env.CI ? ["tune", "test"] : ["tune"];

export function queriesOf(split: Split): JudgedQuery[] {
  return queries.filter((query) => query.split === split);
}

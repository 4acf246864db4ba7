import { sql, type RawBuilder } from "kysely";
import type { Db } from "~/platform/db/db.server";
import type { Matching } from "./search-index";
import { knownVocabulary, partsOf, type Part } from "./vocabulary.server";
import { searchTerms } from "./word-stems";

export type TextCondition = {
  matches: RawBuilder<boolean>;
  /** Higher is better; coarse, so that near ties are decided by level and freshness. */
  rank: RawBuilder<number>;
};

/** Weights of description, place and seller, craft, title. */
const WEIGHTS = sql`'{0.1, 0.3, 0.6, 1}'::float4[]`;

/** What a text asks of the `words` column, or undefined when there is no text. */
export async function textCondition(db: Db, text: string, matching: Matching): Promise<TextCondition | undefined> {
  const terms = searchTerms(text);
  if (terms.length === 0) return undefined;
  const parts = partsOf(terms, await knownVocabulary(db));
  const wide = sql`${parts.map((part) => `(${phrases(part.phrases, part.isUnfinished)})`).join(matching === "all" ? " & " : " | ")}::tsquery`;
  const exact = sql`${parts.map((part) => phrases(part.phrases.slice(0, 1), false)).join(" | ")}::tsquery`;
  return {
    matches: sql<boolean>`words @@ ${wide}`,
    rank: sql<number>`round((ts_rank(${WEIGHTS}, words, ${wide}) + ts_rank(${WEIGHTS}, words, ${exact}))::numeric, 3)`,
  };
}

function phrases(alternatives: Part["phrases"], isUnfinished: boolean): string {
  return alternatives
    .map((words, index) => {
      const isOpen = isUnfinished && index === 0;
      return words.map((word) => `'${word.replaceAll("'", "''")}'${isOpen ? ":*" : ""}`).join(" & ");
    })
    .map((phrase) => `(${phrase})`)
    .join(" | ");
}

/** The words of a name, the last one perhaps unfinished, in texts of the highest weight only. */
export function nameCondition(text: string): RawBuilder<boolean> | undefined {
  const terms = searchTerms(text);
  if (terms.length === 0) return undefined;
  const query = terms.map((term, index) => `'${term}':${index === terms.length - 1 ? "*" : ""}A`).join(" & ");
  return sql<boolean>`words @@ ${query}::tsquery`;
}

import { sql, type RawBuilder } from "kysely";
import type { Db } from "~/platform/db/db.server";
import type { Matching } from "./search-index";
import { MOST_PARTS } from "./synonyms";
import { byTelling, needed, type PhraseCounts } from "./telling-words";
import { knownVocabulary, partsOf, type Part } from "./vocabulary.server";
import { searchTerms, searchWords } from "./search-terms";

export type TextCondition = {
  matches: RawBuilder<boolean>;
  /** Higher is better; coarse, so that near ties are decided by level and freshness. */
  rank: RawBuilder<number>;
};

/** Weights of description, place and seller, craft, title. */
const WEIGHTS = sql`'{0.1, 0.3, 0.6, 1}'::float4[]`;

/** What a text asks of the `words` column of documents, or undefined when there is no text; `some` is for listings. */
export async function textCondition(db: Db, text: string, matching: Matching): Promise<TextCondition | undefined> {
  const words = searchWords(text);
  if (words.length === 0) return undefined;
  const vocabulary = await knownVocabulary(db);
  const whole = partsOf(words, vocabulary);
  const parts = matching === "some" && whole.length < 2 ? words.flatMap((word) => partsOf([word], vocabulary)) : whole;
  const wide = (part: Part) => phrases(part.phrases, part.isUnfinished);
  const every = query(parts.map(wide).join(" & "));
  const any = query(parts.map(wide).join(" | "));
  const exact = query(parts.map((part) => phrases(part.phrases.slice(0, 1), false)).join(" | "));
  const rank = sql<number>`round((ts_rank(${WEIGHTS}, words, ${any}) + ts_rank(${WEIGHTS}, words, ${exact}))::numeric, 3)`;
  if (matching === "all" || parts.length < 2) return { matches: sql<boolean>`words @@ ${every}`, rank };

  const ordered = await byTellingListings(db, parts.slice(0, MOST_PARTS));
  const matches = sql<boolean>`words @@ ${query(
    needed(ordered)
      .map((part) => part.text)
      .join(" | "),
  )}`;
  // Whatever a rank is, a hit with a word that tells more comes first.
  const found = sql.join(
    ordered.map((part, at) => sql`(words @@ ${query(part.text)})::int * 2.0 ^ ${ordered.length - at}::int`),
    sql` + `,
  );
  return { matches, rank: sql<number>`(${found}) * 10 + ${rank}` };
}

/** The parts as queries, the one that tells most first. */
async function byTellingListings(db: Db, parts: readonly Part[]): Promise<(PhraseCounts & { text: string })[]> {
  const texts = parts.map((part) => phrases(part.phrases, part.isUnfinished));
  const count = (of: string) => sql`count(*) filter (where words @@ ${query(of)})::int`;
  const counts = parts.map(
    (part, at) => sql`${count(phrases(part.phrases, part.isUnfinished, "AB"))}, ${count(texts[at] ?? "")}`,
  );
  const { rows } = await sql<{ counts: number[] }>`
    select array[${sql.join(counts)}] as counts from search_documents where document is not null`.execute(db);
  const found = rows[0]?.counts ?? [];
  const telling = texts.map((text, at) => ({
    text,
    phrase: parts[at]?.phrases[0]?.join(" ") ?? "",
    named: found[2 * at] ?? 0,
    anywhere: found[2 * at + 1] ?? 0,
  }));
  return byTelling(telling);
}

function query(text: string): RawBuilder<unknown> {
  return sql`${text}::tsquery`;
}

/** @param weights the weights that a word must have, any when left out */
function phrases(alternatives: Part["phrases"], isUnfinished: boolean, weights = ""): string {
  const all = alternatives.map((words, index) => {
    const flags = `${isUnfinished && index === 0 ? "*" : ""}${weights}`;
    const ending = flags === "" ? "" : `:${flags}`;
    return `(${words.map((word) => `'${word.replaceAll("'", "''")}'${ending}`).join(" & ")})`;
  });
  return `(${all.join(" | ")})`;
}

/** The words of a name, the last one perhaps unfinished, in texts of the highest weight only. */
export function nameCondition(text: string): RawBuilder<boolean> | undefined {
  const terms = searchTerms(text);
  if (terms.length === 0) return undefined;
  const names = terms.map((term, index) => `'${term}':${index === terms.length - 1 ? "*" : ""}A`).join(" & ");
  return sql<boolean>`words @@ ${query(names)}`;
}

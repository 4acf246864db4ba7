import { sql, type Compilable, type CompiledQuery, type RawBuilder } from "kysely";
import type { Db } from "./db.server";

/** Stands in a statement where each run has ids of its own. */
const IDS: readonly string[] = Object.freeze([]);

/** `= any(…)` of the ids of a run. */
const anyOfIds = sql<string>`any(${IDS}::uuid[])`;

/**
 * A statement about ids that is built and compiled once, and run often: building it anew took as long as a third of its
 * work in the database.
 *
 * @param build gives the statement; everything in it but the ids has to be said by the words
 * @returns runs it for ids; the words (a language, a year) name the statement
 */
export function statementOfIds<Words extends readonly (string | number)[], Row>(
  build: (db: Db, anyOfIds: RawBuilder<string>, ...words: Words) => Compilable<Row>,
): (db: Db, ids: readonly string[], ...words: Words) => Promise<Row[]> {
  const compiled = new Map<string, CompiledQuery<Row>>();
  return async (db, ids, ...words) => {
    const key = words.join(" ");
    const query = compiled.get(key) ?? build(db, anyOfIds, ...words).compile();
    compiled.set(key, query);
    const parameters = query.parameters.map((value) => (value === IDS ? [...ids] : value));
    const { rows } = await db.executeQuery<Row>({ ...query, parameters });
    return rows;
  };
}

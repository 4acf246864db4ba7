import { sql, type RawBuilder } from "kysely";
import { holdsWords } from "~/platform/db/holds-words.server";
import type { Db } from "~/platform/db/db.server";
import { isUuid } from "~/platform/uuid";

export type NamedSubject = { id: string; name: string };

/** Ids of what is called so; `isCut` when there are more than `MOST_CALLED`. */
export type Called = { ids: string[]; isCut: boolean };

/** How one room names what entries of the audit log are about: the log keeps ids only. */
export type NamedSubjects = {
  /** Of those ids that are the room's and still have a name; one statement. */
  listNames: (db: Db, ids: readonly string[]) => Promise<NamedSubject[]>;
  /** By part of a name; one statement. */
  findCalled: (db: Db, words: string) => Promise<Called>;
};

/** A name that many have is no filter. */
export const MOST_CALLED = 50;

/**
 * @param idType ids that are no UUIDs are not looked for among UUIDs
 * @param rows a select of `id`, `name` (null or empty when there is none) and `words`, in which a name is looked for
 */
export function namedSubjects(idType: "uuid" | "text", rows: RawBuilder<unknown>): NamedSubjects {
  const arrayType = sql.raw(`${idType}[]`);
  return {
    listNames: async (db, ids) => {
      const own = idType === "uuid" ? ids.filter(isUuid) : [...ids];
      if (own.length === 0) return [];
      const found = await sql<NamedSubject>`
        select id, name from (${rows}) as named where id = any(${own}::${arrayType}) and name <> ''`.execute(db);
      return found.rows;
    },
    findCalled: async (db, words) => {
      const found = await sql<{ id: string }>`
        select id from (${rows}) as named where ${holdsWords(sql.ref("words"), words)}
        order by id limit ${MOST_CALLED + 1}`.execute(db);
      return {
        ids: found.rows.slice(0, MOST_CALLED).map(({ id }) => id),
        isCut: found.rows.length > MOST_CALLED,
      };
    },
  };
}

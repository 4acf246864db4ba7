import { createHash } from "node:crypto";
import { sql, type RawBuilder } from "kysely";
import pg from "pg";

const MARK = "/* prepared */";

/**
 * Marks a statement, by `modifyFront`, as one that each connection plans once and keeps: for those of a text that never
 * changes (a list is one parameter, `= any(…)`), whose planning costs as much as their work. A pooler between us and the
 * database has to know prepared statements, as PgBouncer does from 1.21 on.
 */
export const prepared: RawBuilder<unknown> = sql.raw(MARK);

const names = new Map<string, string>();

function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = createHash("sha256").update(text).digest("hex").slice(0, 32);
  names.set(text, name);
  return name;
}

/** What `pg.Client` makes of a text and its values, but for marked ones, which it asks for by name. */
export class PreparingClient extends pg.Client {
  // pg declares a dozen overloads; Kysely uses that of a text and an array.
  override query: pg.Client["query"] = ((text: unknown, values: unknown, ...others: unknown[]) => {
    const isMarked = typeof text === "string" && Array.isArray(values) && text.includes(MARK);
    const first = isMarked ? { name: nameOf(text), text, values } : text;
    const rest = isMarked ? others : [values, ...others];
    return Reflect.apply(pg.Client.prototype.query, this, [first, ...rest]) as unknown;
  }) as pg.Client["query"];
}

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

type Ask = (first: unknown, ...others: unknown[]) => unknown;

/** What `pg.Client` makes of a text and its values, but for marked ones, which it asks for by name. */
export class PreparingClient extends pg.Client {
  private readonly ask = super.query.bind(this) as Ask;

  // pg declares a dozen overloads; Kysely uses that of a text and an array.
  override query: pg.Client["query"] = ((first: unknown, values: unknown, ...others: unknown[]) => {
    const isMarked = typeof first === "string" && Array.isArray(values) && first.includes(MARK);
    return isMarked
      ? this.ask({ name: nameOf(first), text: first, values: [...(values as unknown[])] }, ...others)
      : this.ask(first, values, ...others);
  }) as pg.Client["query"];
}

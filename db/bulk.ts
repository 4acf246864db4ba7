import { sql, type QueryExecutorProvider } from "kysely";

/** A row in the words of the database: snake_case columns, JSON values. */
export type Row = Record<string, unknown>;

type Options = {
  /** Columns of the key; without them a row that exists is an error. */
  key?: readonly string[];
  /** What happens to a row that exists: its other columns are set anew, or it is left as it is. */
  onExisting?: "update" | "keep";
};

/** Rows per statement: a few megabytes of JSON at most. */
const CHUNK = 2000;

/**
 * Writes many rows by few statements: the rows travel as one JSON parameter and take their types from the table.
 *
 * @param rows all with the same columns; a column that is left out gets its default
 * @returns how many rows were written
 */
export async function writeRows(
  db: QueryExecutorProvider,
  table: string,
  rows: readonly Row[],
  { key, onExisting = "update" }: Options = {},
): Promise<number> {
  const first = rows[0];
  if (!first) return 0;
  const columns = Object.keys(first);
  for (const row of rows) {
    if (Object.keys(row).length !== columns.length || !columns.every((column) => column in row)) {
      throw new Error(`rows of ${table} differ in their columns: ${JSON.stringify(row).slice(0, 200)}`);
    }
  }
  const list = sql.join(columns.map((column) => sql.id(column)));
  let written = 0;
  for (let start = 0; start < rows.length; start += CHUNK) {
    const json = JSON.stringify(rows.slice(start, start + CHUNK));
    const result = await sql`
      insert into ${sql.table(table)} (${list})
      select ${list} from jsonb_populate_recordset(null::${sql.table(table)}, ${json}::jsonb)
      ${conflictClause(columns, key, onExisting)}`.execute(db);
    written += Number(result.numAffectedRows ?? 0n);
  }
  return written;
}

function conflictClause(columns: readonly string[], key: readonly string[] | undefined, onExisting: "update" | "keep") {
  if (!key) return sql``;
  const keyList = sql.join(key.map((column) => sql.id(column)));
  const others = columns.filter((column) => !key.includes(column));
  if (onExisting === "keep" || others.length === 0) return sql`on conflict (${keyList}) do nothing`;
  const sets = others.map((column) => sql`${sql.id(column)} = excluded.${sql.id(column)}`);
  return sql`on conflict (${keyList}) do update set ${sql.join(sets)}`;
}

import { sql } from "kysely";
import type { Db } from "~/platform/db/db.server";
import type { Row } from "~db/bulk";

/** Rows as the database has them, for copies with other keys; without the columns that it computes itself. */
export async function rowsOf(db: Db, table: string, column: string, value: string): Promise<Row[]> {
  const { rows } = await sql<{ row: Row }>`
    select to_jsonb(${sql.table(table)}) - array(
      select column_name::text from information_schema.columns
      where table_name = ${table} and is_generated = 'ALWAYS') as row from ${sql.table(table)}
    where ${sql.ref(column)}::text = ${value}`.execute(db);
  return rows.map(({ row }) => row);
}

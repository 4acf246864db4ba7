import { sql } from "kysely";
import { TABLE_OWNERS } from "~db/table-owners";
import { testDb } from "./database";

/** Names of the tables in which a text stands, whatever column it is in. */
export async function tablesWith(text: string): Promise<string[]> {
  const found: string[] = [];
  for (const table of Object.keys(TABLE_OWNERS)) {
    const { rows } = await sql<{ count: string }>`
      select count(*) from ${sql.table(table)} as t where strpos(t::text, ${text}) > 0`.execute(testDb);
    if (Number(rows[0]?.count) > 0) found.push(table);
  }
  return found;
}

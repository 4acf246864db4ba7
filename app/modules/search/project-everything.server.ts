import { sql } from "kysely";
import type { Db } from "~/platform/db/db.server";
import { projectListings, projectSellers } from "./projection.server";

const BATCH_SIZE = 200;
const FIRST = "00000000-0000-0000-0000-000000000000";

/** Brings every document in PostgreSQL up to date, in small transactions; what did not change is not sent again. */
export async function projectEverything(
  db: Db,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<void> {
  let done = 0;
  const total = await countAll(db);
  for (const { project, ids } of KINDS) {
    for (let after = FIRST; ;) {
      const batch = await ids(db, after);
      const last = batch.at(-1);
      if (last === undefined) break;
      await project(db, batch);
      after = last;
      done += batch.length;
      onProgress(done, Math.max(done, total));
    }
  }
}

const KINDS = [
  {
    project: projectSellers,
    ids: (db: Db, after: string) => idsAfter(db, "sellers", "search_seller_documents", "seller_id", after),
  },
  {
    project: projectListings,
    ids: (db: Db, after: string) => idsAfter(db, "listings", "search_documents", "listing_id", after),
  },
] as const;

/** Ids of what there is and of what there was, so that documents of deleted rows go, too. */
async function idsAfter(db: Db, table: string, documents: string, key: string, after: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    (select id from ${sql.table(table)} where id > ${after}::uuid order by id limit ${BATCH_SIZE})
    union
    (select ${sql.ref(key)} from ${sql.table(documents)} where ${sql.ref(key)} > ${after}::uuid order by 1 limit ${BATCH_SIZE})
    order by 1 limit ${BATCH_SIZE}`.execute(db);
  return rows.map(({ id }) => id);
}

async function countAll(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from listings)::int + (select count(*) from sellers)::int as count`.execute(db);
  return rows[0]?.count ?? 0;
}

import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { ListingSnapshot } from "~/modules/catalog";
import { writeRows, type Row } from "~db/bulk";
import { FACTORY_NOW, makeApprovedSeller, makePublishedListing, unique } from "~db/factories";
import { testDb } from "~tests/support/database";

/**
 * Publishes many copies of one listing, each seller's in turn, by a few statements instead of one publication each.
 * The titles differ in a number, the days of publication fall.
 */
export async function makeManyListings({ sellers, listings }: { sellers: number; listings: number }): Promise<void> {
  const model = await makePublishedListing(testDb, { title: "Mis sini", stock: 3 });
  const { slug } = await makeApprovedSeller(testDb);
  const sellerIds = await copySellers(slug, sellers);
  const copies = Array.from({ length: listings }, (_, at) => ({
    id: randomUUID(),
    sellerId: sellerIds[at % sellerIds.length] ?? "",
    publishedAt: new Date(FACTORY_NOW.getTime() - at * 60_000).toISOString(),
    title: `Mis sini ${at}`,
  }));
  const rowOf = await rowsOf("listings", "id", model.listingId);
  await writeRows(
    testDb,
    "listings",
    copies.map(({ id, sellerId }) => ({ ...rowOf[0], id, seller_id: sellerId })),
  );
  const publication = await rowsOf("listing_publications", "listing_id", model.listingId);
  await writeRows(
    testDb,
    "listing_publications",
    copies.map(({ id, sellerId, publishedAt, title }) => {
      const texts: ListingSnapshot["texts"] = { az: { title, description: "" }, en: { title, description: "" } };
      const snapshot: ListingSnapshot = { ...model.snapshot, listingId: id, sellerId, slug: `copy-${id}`, texts };
      const own = { id: randomUUID(), listing_id: id, snapshot, first_published_at: publishedAt };
      return { ...publication[0], ...own };
    }),
  );
}

async function copySellers(slug: string, count: number): Promise<string[]> {
  const [key] = await rowsOf("seller_slugs", "slug", slug);
  const [seller] = await rowsOf("sellers", "id", String(key?.seller_id));
  const ids = Array.from({ length: count }, () => randomUUID());
  await writeRows(
    testDb,
    "sellers",
    ids.map((id) => ({ ...seller, id, email: `${unique()}@copies.example` })),
  );
  return ids;
}

/** Rows as the database has them, for copies with other keys; without the columns that it computes itself. */
async function rowsOf(table: string, column: string, value: string): Promise<Row[]> {
  const { rows } = await sql<{ row: Row }>`
    select to_jsonb(${sql.table(table)}) - array(
      select column_name::text from information_schema.columns
      where table_name = ${table} and is_generated = 'ALWAYS') as row from ${sql.table(table)}
    where ${sql.ref(column)}::text = ${value}`.execute(testDb);
  return rows.map(({ row }) => row);
}

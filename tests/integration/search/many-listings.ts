import { randomUUID } from "node:crypto";
import type { ListingSnapshot } from "~/modules/catalog";
import { writeRows } from "~db/bulk";
import { FACTORY_NOW, makeApprovedSeller, makePublishedListing, unique } from "~db/factories";
import { testDb } from "~tests/support/database";
import { rowsOf } from "~tests/support/rows-of";

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
  const rowOf = await rowsOf(testDb, "listings", "id", model.listingId);
  await writeRows(
    testDb,
    "listings",
    copies.map(({ id, sellerId }) => ({ ...rowOf[0], id, seller_id: sellerId })),
  );
  const publication = await rowsOf(testDb, "listing_publications", "listing_id", model.listingId);
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
  const [key] = await rowsOf(testDb, "seller_slugs", "slug", slug);
  const [seller] = await rowsOf(testDb, "sellers", "id", String(key?.seller_id));
  const ids = Array.from({ length: count }, () => randomUUID());
  await writeRows(
    testDb,
    "sellers",
    ids.map((id) => ({ ...seller, id, email: `${unique()}@copies.example` })),
  );
  return ids;
}

import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { LISTING_STATUSES } from "~/modules/catalog";
import { TABLE_PAGE_SIZE } from "~/modules/catalog/index.server";
import { countStatements } from "~/platform/db/statement-count.server";
import { loader } from "~/routes/seller/listings";
import { writeRows } from "~db/bulk";
import { FACTORY_NOW, makeListing, makePublishedListing } from "~db/factories";
import { testDb } from "~tests/support/database";
import { tagsOf } from "~tests/support/html";
import { rowsOf } from "~tests/support/rows-of";
import { visitAsSeller } from "~tests/support/seller-visit";
import { siteForTests } from "~tests/support/site";

const site = siteForTests();
const MANY = 2_000;
/** Contract of the workspace: no query in a loop, however many listings a shop has. Finding out who asks is among them. */
const LIST_STATEMENTS = 8;

/** Fills a shop with copies of its listing in every state, by a few statements. */
async function copyListing(listingId: string): Promise<void> {
  const copies = Array.from({ length: MANY - 1 }, (_, at) => ({
    id: randomUUID(),
    status: LISTING_STATUSES[at % LISTING_STATUSES.length],
    updated_at: new Date(FACTORY_NOW.getTime() + at * 1_000).toISOString(),
  }));
  const [listing] = await rowsOf(testDb, "listings", "id", listingId);
  await writeRows(
    testDb,
    "listings",
    copies.map((copy) => ({ ...listing, ...copy, submitted_at: copy.status === "in_review" ? copy.updated_at : null })),
  );
  for (const table of ["listing_texts", "listing_variants", "price_tiers", "listing_images"]) {
    const rows = await rowsOf(testDb, table, "listing_id", listingId);
    await writeRows(
      testDb,
      table,
      copies.flatMap(({ id }) =>
        rows.map((row) => ({ ...row, ...("id" in row ? { id: randomUUID() } : {}), listing_id: id })),
      ),
    );
  }
}

it("shows a shop's 2,000 listings by eight statements at most, on every page and however they are looked for", async () => {
  const { listingId, cookie } = await visitAsSeller(testDb, site, {
    listing: { title: "Mis sini", pictures: ["front"] },
  });
  await copyListing(listingId);
  const ask = (query: string) =>
    countStatements(() =>
      loader({
        request: new Request(`http://karvan.example/az/seller/listings${query}`, { headers: { cookie } }),
        params: { lang: "az" },
        context: { karvan: { requestId: "test", cspNonce: "", cache: "unset" } },
      }),
    );

  for (const query of ["", "?status=published&q=sini", "?page=30"]) {
    const { value, statements } = await ask(query);

    expect(value.items).toHaveLength(TABLE_PAGE_SIZE);
    expect(statements.slice(LIST_STATEMENTS)).toEqual([]);
    // Who asks is found by statements, too: without them something would not have been counted.
    expect(statements.length).toBeGreaterThan(3);
  }
});

it("saves the figures of all, each variant's stock and what stands below one that is told only", async () => {
  const { sellerId, listingId, ask } = await visitAsSeller(testDb, site, {
    listing: { title: "Mis sini", stock: 3 },
  });
  const later = new Date(FACTORY_NOW.getTime() + 60_000);
  // Changed later, so they stand first: a service, and a good in two sizes.
  await makeListing(testDb, { sellerId, title: "Dərs", kind: "service", createdAt: later });
  const { listingId: sizes } = await makeListing(testDb, { sellerId, title: "Jilet", stock: [1, 2], createdAt: later });
  const html = await (await ask("/en/seller/listings")).text();
  expect(html.indexOf(sizes)).toBeLessThan(html.indexOf(listingId));
  const fields = tagsOf(html, "input").filter(({ name = "" }) => name === "formKey" || name.startsWith("rows["));
  const body = new URLSearchParams(
    fields.map(({ name = "", value = "" }) => [name, name.endsWith(".stock") ? "7" : value]),
  );

  const saved = await ask("/en/seller/listings", { method: "POST", body });

  expect(saved.status).toBe(303);
  const stocks = await testDb
    .selectFrom("listingVariants")
    .select("stockQuantity")
    .where("listingId", "in", [listingId, sizes])
    .execute();
  expect(stocks).toEqual([{ stockQuantity: 7 }, { stockQuantity: 7 }, { stockQuantity: 7 }]);
});

it("says of a published listing that buyers do not see it while it is stopped", async () => {
  const { ask, sellerId } = await visitAsSeller(testDb, site);
  const htmlOf = async (page: string) => (await ask(page)).text();
  const { listingId } = await makePublishedListing(testDb, { sellerId });
  const pages = ["/en/seller/listings", `/en/seller/listings/${listingId}`];
  for (const page of pages) expect(await htmlOf(page)).not.toContain("Buyers do not see it<");

  await testDb.updateTable("listings").set({ restrictedMaterial: "coral" }).where("id", "=", listingId).execute();
  for (const page of pages) expect(await htmlOf(page)).toContain("Buyers do not see it<");
  expect(await htmlOf(`/en/seller/listings/${listingId}`)).not.toContain("The page that buyers see");
});

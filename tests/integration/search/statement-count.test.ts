import { beforeAll, describe, expect, it } from "vitest";
import { openListing, readerFor } from "~/modules/catalog/index.server";
import { openSearchPage } from "~/modules/search/index.server";
import { countStatements } from "~/platform/db/statement-count.server";
import { FACTORY_NOW, makeApprovedSeller, makePublishedListing, makeRates } from "~db/factories";
import { testDb } from "~tests/support/database";
import { hasMeilisearch } from "~tests/support/meilisearch";
import { catchUp } from "./both-engines";

/** Contract of the storefront: no query in a loop, however many cards a page shows. */
const SEARCH_PAGE_STATEMENTS = 4;
const LISTING_PAGE_STATEMENTS = 8;

let slug = "";

beforeAll(async () => {
  await makeRates(testDb, { EUR: 1.9748 });
  const { sellerId } = await makeApprovedSeller(testDb, { routes: [{ zones: [{ countries: ["DE", "AZ"] }] }] });
  for (let at = 0; at < 12; at += 1) {
    slug = (await makePublishedListing(testDb, { sellerId, title: `Mis sini ${at}`, stock: 3 })).slug;
  }
  await catchUp();
});

async function openSearch(query: string) {
  const url = new URL(`https://karvan.example/en/search?${query}`);
  const reader = await readerFor(testDb, url);
  return openSearchPage(testDb, { url, reader, now: FACTORY_NOW, path: url.pathname });
}

describe("statements of a page", () => {
  // Without the engine PostgreSQL answers the search too, which the contract does not count.
  it
    .skipIf(!hasMeilisearch)
    .each([
      "",
      "q=mis+sini",
      "q=copper&kind=good&material=copper&material=tin&region=baki&sort=price-low",
      "q=sini&min=1&max=900&qty=2&by=2027-01-10&here=1",
    ])("are at most four for the search '%s'", async (query) => {
    // Names and rates are kept in the process for a minute.
    await openSearch(query);
    const { value, statements } = await countStatements(() => openSearch(query));

    expect(value.isSimplified).toBe(false);
    expect(value.cards.length).toBeGreaterThan(0);
    expect(statements.slice(SEARCH_PAGE_STATEMENTS)).toEqual([]);
  });

  it("are at most eight for a listing", async () => {
    const url = new URL(`https://karvan.example/en/listings/${slug}?qty=2`);
    const reader = await readerFor(testDb, url);
    const open = () => openListing(testDb, { slug, reader, url, origin: url.origin, now: FACTORY_NOW });
    await open();
    const { value, statements } = await countStatements(open);

    expect(value?.kind).toBe("found");
    expect(statements.slice(LISTING_PAGE_STATEMENTS)).toEqual([]);
  });
});

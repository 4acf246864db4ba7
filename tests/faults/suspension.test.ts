import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rebuildSearch, searchJobs, searchListings } from "~/modules/search/index.server";
import { reinstateSeller, suspendSeller } from "~/modules/sellers/index.server";
import { startWorker } from "~/platform/jobs/worker.server";
import { makeApprovedSeller, makeCollection, makeFeature, makePublishedListing, makeStaff } from "~db/factories";
import { testDatabaseUrl, testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { hasMeilisearch } from "~tests/support/meilisearch";
import { siteForTests } from "~tests/support/site";
import { SEARCH } from "./search-traffic";

/** What is suspended may be shown to nobody who asks later than this, in milliseconds (DESIGN.md, 3.11). */
const BOUND_MS = 2_000;
/** Counts follow when the search has been told; a busy machine may take some times as long for that as an idle one. */
const TOLERANCE = 4;
/** After which a surface that still shows it ends the test. */
const GIVE_UP_MS = 15_000;

const site = siteForTests({}, { keepsPages: true });
const WORD = "minaciqlar";
let sellerId = "";
let slug = "";
let sellerSlug = "";
let worker: Awaited<ReturnType<typeof startWorker>> | undefined;

beforeAll(async () => {
  const seller = await makeApprovedSeller(testDb, { name: `Emalatxana ${WORD}` });
  ({ sellerId, slug: sellerSlug } = seller);
  const listing = await makePublishedListing(testDb, {
    sellerId,
    title: `Mis ${WORD}`,
    categoryId: "copperware",
    pictures: ["front"],
  });
  ({ slug } = listing);
  // Something else stays, so that no page is empty.
  await makePublishedListing(testDb, { title: "Gil küp", categoryId: "pottery-tableware" });
  await makeCollection(testDb, { slug: "with-it", listingIds: [listing.listingId] });
  await makeFeature(testDb, { sellerId });
  if (hasMeilisearch) await rebuildSearch(testDb);
  worker = await startWorker({ url: testDatabaseUrl, handlers: searchJobs(testDb), concurrency: 2 });
});
afterAll(() => worker?.stop());

const textAt = async (path: string) => (await site.get(path)).text();
const has = (path: string, text: () => string) => async () => (await textAt(path)).includes(text());
const isThere = (path: () => string) => async () => (await site.get(path())).status === 200;
const listingLink = () => `/listings/${slug}`;
const sellerLink = () => `/sellers/${sellerSlug}`;

/** Pictures are known by the hash in their address. */
const pictureIn = (path: string) => async () => {
  const { front } = await testDb
    .selectFrom("listingPublications")
    .select("front")
    .where("snapshot", "is not", null)
    .where("listingId", "in", (eb) => eb.selectFrom("listings").select("id").where("sellerId", "=", sellerId))
    .executeTakeFirstOrThrow();
  return (await textAt(path)).includes((front as { sha256: string }).sha256);
};

const foundBy = (engine?: null) => async () => {
  const { total } = await searchListings(
    testDb,
    { ...SEARCH, text: WORD },
    undefined,
    engine === null ? { engine } : {},
  );
  return total > 0;
};

/** Does this surface show the seller or something of hers? Pages and answers go by the shop's state itself. */
const SURFACES: Record<string, () => Promise<boolean>> = {
  "the listing's page": isThere(() => `/az/listings/${slug}`),
  "the seller's page": isThere(() => `/az/sellers/${sellerSlug}`),
  "the directory": has("/az/sellers", sellerLink),
  "the home page's sellers": has("/az", sellerLink),
  "the home page's listings": has("/az", listingLink),
  "a picture on the home page": pictureIn("/az"),
  "a picture on the page of categories": pictureIn("/az/categories"),
  "a picture on the page of regions": pictureIn("/az/regions"),
  "a picture of the collections": pictureIn("/az/collections"),
  "the category": has("/az/categories/copperware", listingLink),
  "the collection": has("/az/collections/with-it", listingLink),
  "the search page": has(`/az/search?q=${WORD}`, listingLink),
  "the API": has("/api/v1/listings", () => slug),
  "the API's sellers": has("/api/v1/sellers", () => sellerSlug),
  suggestions: has(`/api/v1/suggestions?q=${WORD}`, () => slug),
  "the sitemap of listings": has("/sitemap-listings.xml", () => `${listingLink()}<`),
  "the sitemap of sellers": has("/sitemap-sellers.xml", () => `/${sellerSlug}<`),
  "the listing's share picture": isThere(() => `/og/listings/${slug}.jpg`),
  "the seller's share picture": isThere(() => `/og/sellers/${sellerSlug}.jpg`),
};

/** Is the listing counted, by either of those who search? */
const COUNTS: Record<string, () => Promise<boolean>> = {
  PostgreSQL: foundBy(null),
  ...(hasMeilisearch ? { Meilisearch: foundBy() } : {}),
};

/**
 * Asks a surface without a pause until it shows what is wanted.
 *
 * @returns how long after `since` the last question was put that was answered otherwise, in milliseconds
 */
async function lastOtherwise(shows: () => Promise<boolean>, isWanted: boolean, since: number): Promise<number> {
  let last = 0;
  for (;;) {
    const asked = performance.now() - since;
    if ((await shows()) === isWanted) return last;
    last = asked;
    if (asked > GIVE_UP_MS) return last;
  }
}

/** @param bound for what goes by the shop's own state; counts have more */
async function tooLate(isWanted: boolean, bound: number): Promise<string[]> {
  const since = performance.now();
  const asked = [
    ...Object.entries(SURFACES).map(([name, shows]) => ({ name, shows, most: bound })),
    ...Object.entries(COUNTS).map(([name, shows]) => ({ name, shows, most: BOUND_MS * TOLERANCE })),
  ];
  const found = await Promise.all(
    asked.map(async ({ name, shows, most }) => {
      const last = await lastOtherwise(shows, isWanted, since);
      return last > most ? [`${name}: ${Math.round(last)} ms`] : [];
    }),
  );
  return found.flat();
}

describe("a suspension", () => {
  it("takes everything of the seller from every surface within two seconds", async () => {
    const staff = await makeStaff(testDb, "reviewer");
    // Every surface is asked before, so that what keeps answers has kept them.
    const all = { ...SURFACES, ...COUNTS };
    for (const [name, shows] of Object.entries(all)) expect([name, await shows()]).toEqual([name, true]);

    const why = { reason: "conduct", words: "Alıcılara cavab verilmir." } as const;
    await suspendSeller(testDb, staff, newKey(), { sellerId, ...why });

    expect(await tooLate(false, BOUND_MS)).toEqual([]);
  });

  it("that is taken back brings everything back when the search has been told", async () => {
    const staff = await makeStaff(testDb, "reviewer");
    for (const [name, shows] of Object.entries(SURFACES)) expect([name, await shows()]).toEqual([name, false]);

    await reinstateSeller(testDb, staff, newKey(), { sellerId, words: "Cavab verildi." });

    // The directory finds by the search, too, and no rule says how soon somebody has to come back.
    expect(await tooLate(true, BOUND_MS * TOLERANCE)).toEqual([]);
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import type { ListingStatus } from "~/modules/catalog";
import { catchUpSearch } from "~/modules/search/index.server";
import { makeApprovedSeller, makeCollection, makeListing, makePublishedListing, makeSeller } from "~db/factories";
import { testDb } from "~tests/support/database";
import "~tests/support/meilisearch";
import { siteForTests } from "~tests/support/site";

const site = siteForTests();

/** A listing in each state, with a seller of its own; each title has a word that no other has. */
type Case = { slug: string; sellerSlug: string; word: string };
const WORDS = {
  published: "zarnisan",
  draft: "badyanus",
  "in review": "qolbaqlar",
  "changes requested": "sinixmis",
  paused: "dolcalar",
  archived: "kuzelik",
  "of a suspended seller": "minaciq",
} as const;
type State = keyof typeof WORDS;
const cases = new Map<State, Case>();

const STATUS_AFTER: Partial<Record<State, ListingStatus>> = { paused: "paused", archived: "archived" };
const NEVER_PUBLISHED: Partial<Record<State, ListingStatus>> = {
  draft: "draft",
  "in review": "in_review",
  "changes requested": "changes_requested",
};

beforeAll(async () => {
  const listingIds: string[] = [];
  for (const [state, word] of Object.entries(WORDS) as [State, string][]) {
    const seller = await makeApprovedSeller(testDb, { name: `Emalatxana ${word}` });
    const options = { sellerId: seller.sellerId, title: `Mis ${word}` };
    const status = NEVER_PUBLISHED[state];
    const made = status
      ? await makeListing(testDb, { ...options, status })
      : await makePublishedListing(testDb, options);
    listingIds.push(made.listingId);
    cases.set(state, { slug: made.slug, sellerSlug: seller.slug, word });
  }
  await makeCollection(testDb, { slug: "all-of-them", listingIds });
  // Everything that was published is known to the search first, and taken away behind its back.
  await catchUpSearch(testDb);
  const idOf = (state: State) => listingIds[Object.keys(WORDS).indexOf(state)] ?? "";
  for (const [state, status] of Object.entries(STATUS_AFTER) as [State, ListingStatus][]) {
    await testDb.updateTable("listings").set({ status }).where("id", "=", idOf(state)).execute();
  }
  await testDb
    .updateTable("sellers")
    .set({ status: "suspended" })
    .where("id", "=", (eb) =>
      eb.selectFrom("listings").where("id", "=", idOf("of a suspended seller")).select("sellerId"),
    )
    .execute();
});

const textAt = async (path: string) => (await site.get(path)).text();
const linksTo = (slug: string) => `/listings/${slug}`;

/** Does this surface show the listing? */
const SURFACES: Record<string, (of: Case) => Promise<boolean>> = {
  "its page": async ({ slug }) => (await site.get(`/az/listings/${slug}`)).status === 200,
  "the search page": async ({ slug, word }) => (await textAt(`/az/search?q=${word}`)).includes(linksTo(slug)),
  "the category page": async ({ slug }) => (await textAt("/az/categories/copperware")).includes(linksTo(slug)),
  "the region page": async ({ slug }) => (await textAt("/az/regions/baki")).includes(linksTo(slug)),
  "the craft page": async ({ slug }) => (await textAt("/az/crafts/hammering")).includes(linksTo(slug)),
  "the home page": async ({ slug }) => (await textAt("/az")).includes(linksTo(slug)),
  "the seller's page": async ({ slug, sellerSlug }) =>
    (await textAt(`/az/sellers/${sellerSlug}`)).includes(linksTo(slug)),
  "the collection": async ({ slug }) => (await textAt("/az/collections/all-of-them")).includes(linksTo(slug)),
  "the API": async ({ slug, word }) => (await textAt(`/api/v1/listings?q=${word}`)).includes(slug),
  "the API's answer about it": async ({ slug }) => (await site.get(`/api/v1/listings/${slug}`)).status === 200,
  "the API's whole list": async ({ slug }) => (await textAt("/api/v1/listings")).includes(slug),
  suggestions: async ({ slug, word }) => (await textAt(`/api/v1/suggestions?q=${word}`)).includes(slug),
  "the sitemap": async ({ slug }) => (await textAt("/sitemap-listings.xml")).includes(`${linksTo(slug)}<`),
  "the shared picture": async ({ slug }) => (await site.get(`/og/listings/${slug}.jpg`)).status === 200,
};

/** Does this surface show the seller? */
const SELLER_SURFACES: Record<string, (of: Case) => Promise<boolean>> = {
  "its page": async ({ sellerSlug }) => (await site.get(`/az/sellers/${sellerSlug}`)).status === 200,
  "the directory": async ({ sellerSlug }) => (await textAt("/az/sellers")).includes(`/sellers/${sellerSlug}`),
  "the API": async ({ sellerSlug }) => (await textAt("/api/v1/sellers")).includes(sellerSlug),
  suggestions: async ({ sellerSlug, word }) => (await textAt(`/api/v1/suggestions?q=${word}`)).includes(sellerSlug),
  "the sitemap": async ({ sellerSlug }) => (await textAt("/sitemap-sellers.xml")).includes(`/${sellerSlug}<`),
  "the shared picture": async ({ sellerSlug }) => (await site.get(`/og/sellers/${sellerSlug}.jpg`)).status === 200,
};

function caseOf(state: State): Case {
  const found = cases.get(state);
  if (!found) throw new Error(`no listing is ${state}`);
  return found;
}

const HIDDEN = (Object.keys(WORDS) as State[]).filter((state) => state !== "published");

describe.each(Object.entries(SURFACES))("%s", (_name, shows) => {
  it("shows a published listing of an approved seller", async () => {
    expect(await shows(caseOf("published"))).toBe(true);
  });

  it.each(HIDDEN)("does not show a listing that is %s, not even before the search has heard of it", async (state) => {
    expect(await shows(caseOf(state))).toBe(false);
  });
});

describe.each(Object.entries(SELLER_SURFACES))("of a seller, %s", (_name, shows) => {
  it("shows an approved one and no suspended one", async () => {
    expect(await shows(caseOf("published"))).toBe(true);
    expect(await shows(caseOf("of a suspended seller"))).toBe(false);
  });
});

describe("an address that was public once", () => {
  const shopAt = (state: State) => `/en/sellers/${caseOf(state).sellerSlug}`;
  const listingAt = (state: State) => `/en/listings/${caseOf(state).slug}`;
  const MISSING = "There is no such page";
  const AWAY = /This (shop|listing) is not on Karvan at the moment/;

  it.each([
    ["a suspended shop's page", () => shopAt("of a suspended seller"), "shop"],
    ["its listing's page", () => listingAt("of a suspended seller"), "listing"],
    ["a paused listing's page", () => listingAt("paused"), "listing"],
  ])("is kindly said to show nothing just now, not why, and kept by nobody: %s", async (_what, path, what) => {
    for (const address of [path(), `${path()}?to=DE`]) {
      const answer = await site.get(address);
      const html = await answer.text();

      expect(answer.status).toBe(404);
      expect(answer.headers.get("cache-control")).toBe("private, no-store");
      expect(AWAY.exec(html)?.[1]).toBe(what);
      expect(html).not.toContain(MISSING);
      expect(html).not.toMatch(/suspen|paus/i);
      for (const word of [WORDS["of a suspended seller"], WORDS.paused]) {
        expect(html.replaceAll(/\/(listings|sellers)\/[\w-]+/g, "")).not.toContain(word);
      }
    }
  });

  it("says the same to a browser that asks for the page's data only, with nothing of what it was", async () => {
    const { sellerSlug, word } = caseOf("of a suspended seller");
    const answer = await site.get(`/en/sellers/${sellerSlug}.data`);
    const text = await answer.text();

    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    expect(text).toContain('"shop"');
    expect(text).not.toContain(`Emalatxana ${word}`);
  });

  it.each([
    ["a listing that was never published", () => listingAt("draft")],
    ["a shop that was never there", () => "/en/sellers/nobody-of-that-name"],
  ])("is not %s", async (_what, path) => {
    const html = await (await site.get(path())).text();
    expect(html).toContain(MISSING);
    expect(html).not.toMatch(AWAY);
  });

  it("is not that of a shop that was never approved", async () => {
    const { slug } = await makeSeller(testDb, { status: "changes_requested" });
    const html = await (await site.get(`/en/sellers/${slug}`)).text();
    expect(html).toContain(MISSING);
  });
});

describe("when the search has caught up", () => {
  it("no count speaks of what is not public", async () => {
    await catchUpSearch(testDb);
    const listings = JSON.parse(await textAt("/api/v1/listings")) as { total: number; facets: { seller: unknown[] } };
    const sellers = JSON.parse(await textAt("/api/v1/sellers")) as { total: number };
    expect(listings.total).toBe(1);
    expect(listings.facets.seller).toHaveLength(1);
    expect(sellers.total).toBe(6);
  });
});

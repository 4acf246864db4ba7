import { beforeAll, describe, expect, it } from "vitest";
import { XMLParser } from "fast-xml-parser";
import { robotsText, sitemapIndex, sitemapPart } from "~/modules/publications/index.server";
import { listListings } from "~/modules/publications/sitemap-entries.server";
import { env } from "~/platform/env.server";
import { pathsFor } from "~/platform/http/paths";
import { makeApprovedSeller, makeCollection, makePublishedListing, makeSeller } from "~db/factories";
import { testDb } from "~tests/support/database";
import { siteForTests } from "~tests/support/site";

const site = siteForTests();
const made = { listing: "", seller: "", collection: "" };

beforeAll(async () => {
  const seller = await makeApprovedSeller(testDb);
  const listing = await makePublishedListing(testDb, {
    sellerId: seller.sellerId,
    publishedAt: new Date("2026-11-02T09:00:00Z"),
  });
  const collection = await makeCollection(testDb, { listingIds: [listing.listingId] });
  await makeSeller(testDb, { slug: "not-approved" });
  await makeCollection(testDb, { slug: "not-published", status: "draft" });
  Object.assign(made, { listing: listing.slug, seller: seller.slug, collection: collection.slug });
});

type Entry = { loc: string; lastmod?: string; "xhtml:link"?: { "@_hreflang": string; "@_href": string }[] };
const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => ["sitemap", "url"].includes(name) });
const read = async (path: string) => {
  const answer = await site.get(path);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("application/xml; charset=utf-8");
  return parser.parse(await answer.text()) as { sitemapindex?: { sitemap: Entry[] }; urlset?: { url: Entry[] } };
};
const pagesOf = async (name: string) => (await read(`/sitemap-${name}.xml`)).urlset?.url ?? [];

describe("/sitemap.xml", () => {
  it("names parts that are there, each with the day of its newest change", async () => {
    const parts = (await read("/sitemap.xml")).sitemapindex?.sitemap ?? [];
    expect(parts.map(({ loc }) => loc.replace(env.SITE_URL, ""))).toEqual([
      "/sitemap-pages.xml",
      "/sitemap-places.xml",
      "/sitemap-listings.xml",
      "/sitemap-sellers.xml",
      "/sitemap-collections.xml",
    ]);
    expect(parts[2]?.lastmod).toBe("2026-11-02");
    for (const { loc } of parts) expect((await site.get(loc.replace(env.SITE_URL, ""))).status).toBe(200);
  });

  it("lists a listing in three languages, each naming the others and the day it was published", async () => {
    const urls = (await pagesOf("listings")).filter(({ loc }) => loc.endsWith(`/listings/${made.listing}`));
    const address = (lang: string) => `${env.SITE_URL}/${lang}/listings/${made.listing}`;
    expect(urls.map(({ loc }) => loc)).toEqual(["az", "en", "ru"].map(address));
    for (const url of urls) {
      expect(url.lastmod).toBe("2026-11-02");
      expect(url["xhtml:link"]?.map((link) => [link["@_hreflang"], link["@_href"]])).toEqual([
        ["az", address("az")],
        ["en", address("en")],
        ["ru", address("ru")],
        ["x-default", address("az")],
      ]);
    }
  });

  it("lists only pages that answer", async () => {
    for (const name of ["pages", "places", "sellers", "collections"]) {
      const paths = (await pagesOf(name)).map(({ loc }) => loc.replace(env.SITE_URL, ""));
      expect(paths.length).toBeGreaterThan(0);
      for (const path of paths.filter((one) => one.startsWith("/en"))) {
        expect(`${path} ${(await site.get(path)).status}`).toBe(`${path} 200`);
      }
    }
  });

  it("lists what the listing stands in, its category with all above it, its region and its craft", async () => {
    const paths = (await pagesOf("places")).map(({ loc }) => loc.replace(env.SITE_URL, ""));
    for (const path of ["/az/categories/copperware", "/az/regions/baki", "/az/crafts/hammering"]) {
      expect(paths).toContain(path);
    }
    expect(paths.filter((path) => path.startsWith("/az/categories/")).length).toBeGreaterThan(1);
    expect(paths).not.toContain("/az/crafts/wheel-throwing");
  });

  it("leaves out sellers and collections that are not public", async () => {
    const slugs = [...(await pagesOf("sellers")), ...(await pagesOf("collections"))].map(({ loc }) => loc);
    expect(slugs).toContain(`${env.SITE_URL}/az/sellers/${made.seller}`);
    expect(slugs).toContain(`${env.SITE_URL}/az/collections/${made.collection}`);
    expect(slugs.filter((loc) => /not-(approved|published)$/.test(loc))).toEqual([]);
  });

  it("cuts listings into parts that are disjoint and complete", async () => {
    for (let n = 0; n < 4; n += 1) await makePublishedListing(testDb);
    const parts = await listListings.parts(testDb, 2);
    const slices = await Promise.all(
      parts.map(({ part }) => listListings.entries(testDb, { limit: 2, offset: (part - 1) * 2 })),
    );
    const paths = pathsFor({ lang: "az", to: undefined, cur: undefined });
    const all = slices.flat().map(({ path }) => path(paths));
    expect(parts.map(({ part }) => part)).toEqual([1, 2, 3]);
    expect(slices.map((slice) => slice.length)).toEqual([2, 2, 1]);
    expect(new Set(all).size).toBe(5);
  });

  it.each([
    "/sitemap-listings.xml?part=2",
    "/sitemap-listings.xml?part=0",
    "/sitemap-listings.xml?part=x",
    "/sitemap-x.xml",
  ])("answers 404 for a part that there is not: %s", async (path) => {
    expect((await site.get(path)).status).toBe(404);
  });

  it("stays below what the protocol allows: 50,000 addresses and 50 MB in one file", async () => {
    const text = (await sitemapPart(testDb, { name: "listings", part: 1, origin: "https://karvan.example" })) ?? "";
    const perListing = (text.match(/<url>/g)?.length ?? 0) / 5;
    expect(perListing).toBe(3);
    expect((text.length / 5) * 1_000).toBeLessThan(50_000_000);
    expect(await sitemapIndex(testDb, "https://karvan.example")).toContain(
      "https://karvan.example/sitemap-listings.xml<",
    );
  });
});

describe("/robots.txt", () => {
  it("closes everything that is not production: its sellers are invented", async () => {
    const answer = await site.get("/robots.txt");
    expect(answer.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(await answer.text()).toBe("User-agent: *\nDisallow: /\n");
    expect(robotsText({ origin: "https://karvan.example", mode: "demo" })).toBe("User-agent: *\nDisallow: /\n");
  });

  it("leads crawlers to the sitemap and keeps them out of the API and of narrowed searches", () => {
    const text = robotsText({ origin: "https://karvan.example", mode: "production" });
    const rules = text.split("\n").flatMap((line) => /^Disallow: (.+)$/.exec(line)?.[1] ?? []);
    const isClosed = (path: string) =>
      rules.some((rule) =>
        new RegExp(
          `^${rule
            .split("*")
            .map((part) => part.replaceAll(/[.?]/g, "\\$&"))
            .join(".*")}`,
        ).test(path),
      );
    expect(text).toContain("\nSitemap: https://karvan.example/sitemap.xml\n");
    const closed = [
      "/api/v1/listings",
      "/operator/dead-jobs",
      "/az/search?q=mis",
      "/en/search?to=DE&material=copper",
      "/ru/sellers?ready=1",
      "/az/categories/copperware?sort=newest&page=2",
      "/en/preferences",
    ];
    const open = [
      "/az",
      "/en/search",
      "/en/search?page=2",
      "/en/listings/cup?to=DE&cur=USD&qty=40",
      "/sitemap-listings.xml?part=2",
      "/og/karvan.jpg?lang=en",
      "/media/a/640.jpeg",
      "/az/sellers",
    ];
    expect(closed.filter((path) => !isClosed(path))).toEqual([]);
    expect(open.filter(isClosed)).toEqual([]);
  });
});

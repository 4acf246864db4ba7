import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { env } from "~/platform/env.server";
import { TEXT_PAGES } from "~/platform/http/public-paths";
import { makeApprovedSeller, makeCollection, makePublishedListing, makeRates } from "~db/factories";
import { testDb } from "~tests/support/database";
import { headOf, inlineScriptsOf, tagsOf } from "~tests/support/html";
import { siteForTests } from "~tests/support/site";

const site = siteForTests();

beforeAll(async () => {
  await makeRates(testDb, { EUR: 2 });
  const seller = await makeApprovedSeller(testDb, {
    slug: "lahij-master",
    oldSlugs: ["lahij-workshop"],
    name: { az: "Lahıc ustası", en: "Lahij master" },
  });
  const cup = await makePublishedListing(testDb, {
    sellerId: seller.sellerId,
    slug: "copper-cup",
    oldSlugs: ["old-cup"],
    title: { az: "Mis fincan", en: 'Copper cup "Lahij" </script>' },
    exportTiers: [{ amountMinor: 3050 }],
    pictures: ["front"],
  });
  const course = await makePublishedListing(testDb, {
    sellerId: seller.sellerId,
    slug: "copper-course",
    kind: "service",
    title: "Misgərlik kursu",
  });
  const gone = await makePublishedListing(testDb, {
    sellerId: seller.sellerId,
    slug: "gone-cup",
    oldSlugs: ["gone-before"],
  });
  await testDb.updateTable("listings").set({ status: "archived" }).where("id", "=", gone.listingId).execute();
  await makeCollection(testDb, { slug: "novruz", title: "Novruz", listingIds: [cup.listingId, course.listingId] });
});

const PAGES = [
  "",
  "/search",
  "/categories",
  "/categories/copperware",
  "/regions",
  "/regions/baki",
  "/crafts/hammering",
  "/listings/copper-cup",
  "/listings/copper-course",
  "/sellers",
  "/sellers/lahij-master",
  "/collections",
  "/collections/novruz",
  ...TEXT_PAGES.map((page) => `/${page}`),
];

const pageAt = async (path: string) => {
  const answer = await site.get(path);
  expect(answer.status).toBe(200);
  return answer.text();
};

describe.each(PAGES)("the public page /:lang%s", (page) => {
  const path = `/en${page}`;

  it("may be kept by shared caches, and is not sent again to who holds it", async () => {
    const answer = await site.get(`${path}?to=FR`, { cookie: "karvan_lang=ru", "accept-language": "ru" });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(answer.headers.get("cache-control")).toBe("public, max-age=0, s-maxage=30, stale-while-revalidate=30");
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await answer.text()).toContain('<html lang="en"');

    const again = await site.get(`${path}?to=FR`, { "if-none-match": answer.headers.get("etag") ?? "" });
    expect(again.status).toBe(304);
  });

  it("runs only the scripts whose hashes its policy names, and holds no nonce", async () => {
    const answer = await site.get(path);
    const html = await answer.text();
    const policy = answer.headers.get("content-security-policy") ?? "";
    const scripts = inlineScriptsOf(html);
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) {
      expect(policy).toContain(`'sha256-${createHash("sha256").update(script).digest("base64")}'`);
    }
    expect(policy).not.toMatch(/nonce|script-src[^;]*unsafe/);
    expect(html).not.toMatch(/nonce="[^"]/);
  });

  it("names its address, its other languages and a shared picture that is there", async () => {
    const { canonical, alternates, meta, title } = headOf(await pageAt(`${path}?to=FR&cur=USD`));
    const address = (lang: string) => `${env.SITE_URL}/${lang}${page}`;
    expect(canonical).toBe(address("en"));
    expect(alternates).toEqual({ az: address("az"), en: address("en"), ru: address("ru"), "x-default": address("az") });
    expect(title.length).toBeGreaterThan(" · Karvan".length);
    expect(meta.description?.length).toBeGreaterThan(10);
    expect(meta["og:url"]).toBe(canonical);
    expect(meta.robots).toBeUndefined();
    const picture = await site.get(meta["og:image"]?.replace(env.SITE_URL, "") ?? "");
    expect(picture.status).toBe(200);
    expect(picture.headers.get("content-type")).toBe("image/jpeg");
  });

  it("links to itself in the other languages, with everything else in the address kept", async () => {
    const links = tagsOf(await pageAt(`${path}?to=FR&cur=USD`), "a").filter(({ hreflang }) => hreflang !== undefined);
    expect(links.map(({ href }) => href)).toEqual(["az", "en", "ru"].map((lang) => `/${lang}${page}?to=FR&cur=USD`));
    expect((await site.get(`/ru${page}?to=FR&cur=USD`)).status).toBe(200);
  });
});

describe("structured data", () => {
  const structuredAt = async (path: string) => headOf(await pageAt(path)).structured;

  it("says what a good is, what it costs in this country and where it stands", async () => {
    const { Product, BreadcrumbList } = await structuredAt("/en/listings/copper-cup");
    expect(Product).toMatchObject({
      "@context": "https://schema.org",
      name: 'Copper cup "Lahij" </script>',
      url: `${env.SITE_URL}/en/listings/copper-cup`,
      brand: { "@type": "Organization", name: "Lahij master" },
      offers: {
        "@type": "Offer",
        price: "30.50",
        priceCurrency: "EUR",
        availability: "https://schema.org/MadeToOrder",
      },
      image: [expect.stringMatching(/\/media\/[0-9a-f]{64}\/1280\.jpeg$/)],
    });
    const items = BreadcrumbList?.itemListElement as { position: number; item?: string; name: string }[];
    expect(items.map(({ position }) => position)).toEqual(items.map((_item, index) => index + 1));
    expect(items.at(-2)?.item).toBe(`${env.SITE_URL}/en/categories/copperware`);
    expect(items.at(-1)).toEqual(expect.not.objectContaining({ item: expect.anything() }));
  });

  it("says the home price at home", async () => {
    const { Product } = await structuredAt("/az/listings/copper-cup");
    expect(Product?.offers).toMatchObject({ price: "50.00", priceCurrency: "AZN" });
  });

  it("says what a service is and who gives it", async () => {
    const { Service, Product } = await structuredAt("/en/listings/copper-course");
    expect(Product).toBeUndefined();
    expect(Service).toMatchObject({
      name: "Misgərlik kursu",
      provider: { "@type": "Organization", name: "Lahij master" },
    });
  });

  it("says who a seller is", async () => {
    const { Organization } = await structuredAt("/en/sellers/lahij-master?to=FR");
    expect(Organization).toMatchObject({
      name: "Lahij master",
      url: `${env.SITE_URL}/en/sellers/lahij-master`,
      address: { "@type": "PostalAddress", addressCountry: "AZ" },
    });
  });

  it("lists what is in a collection, in its order", async () => {
    const { ItemList } = await structuredAt("/en/collections/novruz");
    expect(ItemList).toMatchObject({
      itemListElement: [
        { position: 1, url: `${env.SITE_URL}/en/listings/copper-cup` },
        { position: 2, url: `${env.SITE_URL}/en/listings/copper-course` },
      ],
    });
  });

  it("says how the site is searched, and the address works", async () => {
    const { WebSite } = await structuredAt("/en");
    const action = WebSite?.potentialAction as { "@type": string; target: { urlTemplate: string } };
    expect(action["@type"]).toBe("SearchAction");
    const address = action.target.urlTemplate.replace("{search_term_string}", "mis").replace(env.SITE_URL, "");
    expect((await site.get(address)).status).toBe(200);
  });
});

describe("addresses that are no page", () => {
  it.each([
    "/en/listings/nothing",
    "/en/sellers/nothing",
    "/en/collections/nothing",
    "/en/categories/nothing",
    "/en/regions/nothing",
    "/en/crafts/nothing",
    "/en/imprint",
    "/en/about/us",
    "/de",
    "/de/search",
    "/constructor",
    "/api/v1/nothing",
    "/wp-login.php",
  ])("are answered 404 as a page that nobody keeps: %s", async (path) => {
    const answer = await site.get(path);
    expect(answer.status).toBe(404);
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    expect(answer.headers.get("content-security-policy")).toMatch(/script-src 'self' 'nonce-[\w+/=]{20,}'/);
    expect(await answer.text()).toMatch(/<h1[^>]*>[^<]{5,}<\/h1>/);
  });

  it.each(["/en/listings/gone-cup", "/en/listings/gone-before"])("are answered 410 when archived: %s", async (path) => {
    const answer = await site.get(path);
    expect(answer.status).toBe(410);
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    expect(await answer.text()).toContain("no longer offered");
  });

  it.each([
    ["/en/listings/old-cup?to=FR", "/en/listings/copper-cup?to=FR"],
    ["/ru/sellers/lahij-workshop", "/ru/sellers/lahij-master"],
  ])("lead on from an old address: %s", async (path, target) => {
    const answer = await site.get(path);
    expect(answer.status).toBe(301);
    expect(answer.headers.get("location")).toBe(target);
    expect(answer.headers.get("cache-control")).toContain("s-maxage=30");
  });

  it("are kept out of indexes when a search is narrowed", async () => {
    for (const path of ["/en/search?q=cup", "/en/search?material=copper", "/en/categories/copperware?made=1"]) {
      expect(headOf(await pageAt(path)).meta.robots).toBe("noindex,follow");
    }
  });
});

describe("who may embed", () => {
  it.each([
    ["/og/karvan.jpg", "cross-origin"],
    ["/api/v1/listings", "cross-origin"],
    ["/en", "same-origin"],
  ])("%s: %s", async (path, policy) => {
    const answer = await site.get(path);

    expect(answer.headers.get("cross-origin-resource-policy")).toBe(policy);
  });
});

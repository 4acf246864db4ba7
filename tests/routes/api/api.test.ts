import { beforeAll, describe, expect, it } from "vitest";
import { listingAnswer, sellerAnswer, suggestionAnswer } from "~/modules/search/api/answer.server";
import { answerListings, catchUpSearch } from "~/modules/search/index.server";
import { clock } from "~/platform/clock.server";
import { env } from "~/platform/env.server";
import { countStatements } from "~/platform/db/statement-count.server";
import { makeApprovedSeller, makePublishedListing, makeRates } from "~db/factories";
import { testDb } from "~tests/support/database";
import { siteForTests } from "~tests/support/site";
import "~tests/support/meilisearch";

const site = siteForTests();

const made = { cup: "", cupSlug: "", seller: "", sellerSlug: "" };

beforeAll(async () => {
  await makeRates(testDb, { EUR: 2, USD: 1.7, JPY: 0.011 });
  const seller = await makeApprovedSeller(testDb, {
    name: { az: "Lahıc ustası", en: "Lahij master", ru: "Лагичский мастер" },
    level: "ready",
    languages: ["az", "de"],
    completedMarkets: ["EU"],
    routes: [
      { zones: [{ countries: ["DE"], daysMin: 5, daysMax: 9, rates: [{ upToGrams: 5000, amountMinor: 1250 }] }] },
    ],
  });
  const cup = await makePublishedListing(testDb, {
    sellerId: seller.sellerId,
    title: { az: "Döymə mis fincan", en: "Hammered copper cup" },
    homeTiers: [{ amountMinor: 4550 }],
    exportTiers: [
      { minimumQuantity: 1, amountMinor: 3000 },
      { minimumQuantity: 40, amountMinor: 2400 },
    ],
    minimumOrderQuantity: 2,
    stock: 10,
    monthlyCapacity: 30,
    leadTimeDays: 14,
    pictures: ["front", "detail"],
  });
  for (let n = 0; n < 25; n += 1) {
    const plate = {
      title: `Sadə boşqab ${n}`,
      categoryId: "pottery-tableware",
      materialIds: ["clay"],
      isOpenToExport: false,
    };
    await makePublishedListing(testDb, { sellerId: seller.sellerId, ...plate });
  }
  Object.assign(made, { cup: cup.listingId, cupSlug: cup.slug, seller: seller.sellerId, sellerSlug: seller.slug });
  await catchUpSearch(testDb);
});

const json = async (path: string) => {
  const answer = await site.get(path);
  expect(answer.status).toBe(200);
  return answer.json() as Promise<unknown>;
};
const listings = async (query: string) => listingAnswer.parse(await json(`/api/v1/listings?${query}`));
const sellers = async (query: string) => sellerAnswer.parse(await json(`/api/v1/sellers?${query}`));

describe("GET /api/v1/listings", () => {
  it("answers what a card shows, in the terms of the country", async () => {
    const { hits, total, inFull, page, pageCount, isSimplified, ignored } = await listings(
      "q=copper+cup&lang=en&to=DE&cur=USD",
    );

    expect({ total, inFull, page, pageCount, ignored }).toEqual({
      total: 1,
      inFull: 1,
      page: 1,
      pageCount: 1,
      ignored: [],
    });
    expect(isSimplified).toBe(env.MEILI_URL === undefined);
    expect(hits).toEqual([
      {
        id: made.cup,
        slug: made.cupSlug,
        url: `${env.SITE_URL}/en/listings/${made.cupSlug}?cur=USD`,
        kind: "good",
        title: "Hammered copper cup",
        titleLang: "en",
        seller: {
          id: made.seller,
          slug: made.sellerSlug,
          name: "Lahij master",
          url: `${env.SITE_URL}/en/sellers/${made.sellerSlug}?cur=USD`,
        },
        place: "Baku",
        price: { amount: "30.00", currency: "EUR", unit: "piece", isFrom: true },
        approximatePrice: { amount: "35.29", currency: "USD", rateOn: "2026-11-20" },
        minimumOrder: 2,
        readyDays: 2,
        arrivalDays: 11,
        shipsTo: {
          country: "DE",
          service: "post",
          daysMin: 5,
          daysMax: 9,
          cost: { amount: "12.50", currency: "EUR" },
          isIncluded: false,
        },
        pictures: [expect.stringMatching(/\/media\/[0-9a-f]{64}\/640\.jpeg$/), expect.any(String)],
      },
    ]);
  });

  it("prices the quantity that is asked for", async () => {
    const [hit] = (await listings("q=copper+cup&lang=en&qty=40")).hits;
    expect(hit).toMatchObject({ price: { amount: "24.00", isFrom: false }, approximatePrice: null, readyDays: 14 });
  });

  it("gives the home price at home, the original title where there is no other, and no way where there is none", async () => {
    const [hit] = (await listings("q=fincan&lang=ru")).hits;
    expect(hit).toMatchObject({
      title: "Döymə mis fincan",
      titleLang: "az",
      price: { amount: "45.50", currency: "AZN" },
      shipsTo: null,
      arrivalDays: null,
    });
  });

  it("counts facets under the names of their parameters", async () => {
    const { facets, total } = await listings("to=DE&ships=DE&region=baki");
    expect(total).toBe(1);
    expect(facets?.ships).toEqual([{ value: "DE", count: 1, isChosen: true }]);
    expect(facets?.seller).toEqual([{ value: made.seller, count: 1, isChosen: false }]);
    expect(facets?.canexport?.map(({ value }) => value)).toContain("DE");
  });

  it("pages through all hits without a double", async () => {
    const pages = [await listings("sort=newest"), await listings("sort=newest&page=2")];
    const ids = pages.flatMap(({ hits }) => hits.map(({ id }) => id));
    expect(pages.map(({ hits }) => hits.length)).toEqual([24, 2]);
    expect(new Set(ids).size).toBe(26);
    expect(pages[0]?.pageCount).toBe(2);
  });

  it("names the parameters that it let go of when nothing matched all of them", async () => {
    const { ignored, hits } = await listings("q=fincan&lead=0");
    expect(ignored).toEqual(["lead"]);
    expect(hits.map(({ id }) => id)).toEqual([made.cup]);
  });

  it("asks the database once when the engine searches, and the engine's words and hits when it is away", async () => {
    const url = new URL("http://karvan.example/api/v1/listings?q=fincan&max=100&qty=2");
    const ask = () => answerListings(testDb, { url, origin: env.SITE_URL }, clock());
    await ask();
    const { value, statements } = await countStatements(ask);
    expect(value).toMatchObject({ ok: true, value: { total: 1 } });
    expect(statements).toHaveLength(env.MEILI_URL === undefined ? 2 : 1);
  });
});

describe("GET /api/v1/sellers", () => {
  it("answers what a card shows", async () => {
    const { hits, total } = await sellers("q=lahij&lang=en&ready=1&language=de&market=EU");
    expect(total).toBe(1);
    expect(hits).toEqual([
      {
        id: made.seller,
        slug: made.sellerSlug,
        url: `${env.SITE_URL}/en/sellers/${made.sellerSlug}`,
        name: "Lahij master",
        place: "Baku",
        tagline: null,
        level: "ready",
        listingCount: 26,
        pictures: [expect.stringMatching(/\/media\/[0-9a-f]{64}\/640\.jpeg$/)],
      },
    ]);
  });

  it("leaves out who is not ready when only those are asked for", async () => {
    const other = await makeApprovedSeller(testDb, { level: "preparing" });
    await catchUpSearch(testDb);
    const idsOf = async (query: string) => (await sellers(query)).hits.map(({ id }) => id);
    expect(await idsOf("")).toContain(other.sellerId);
    expect(await idsOf("ready=1")).toEqual([made.seller]);
  });
});

describe("GET /api/v1/suggestions", () => {
  it("answers names with the address that they lead to, for this reader", async () => {
    const { suggestions } = suggestionAnswer.parse(await json("/api/v1/suggestions?q=hammered&lang=en&to=FR"));
    expect(suggestions).toContainEqual({
      kind: "listing",
      label: "Hammered copper cup",
      hint: "Lahij master",
      href: `/en/listings/${made.cupSlug}?to=FR`,
    });
  });

  it("answers nothing to one letter", async () => {
    expect(await json("/api/v1/suggestions?q=m&lang=az")).toEqual({ suggestions: [] });
  });
});

describe("every answer of the API", () => {
  const PATHS = ["/api/v1/listings?q=mis", "/api/v1/sellers", "/api/v1/suggestions?q=mis", "/api/v1/openapi.json"];

  it.each(PATHS)("may be kept like a page and read from any site: %s", async (path) => {
    const answer = await site.get(path, { origin: "https://elsewhere.example" });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(answer.headers.get("cache-control")).toBe("public, max-age=0, s-maxage=30, stale-while-revalidate=30");
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(answer.headers.get("x-content-type-options")).toMatch(/^nosniff$/);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it.each(PATHS)("is not sent again to who holds it: %s", async (path) => {
    const etag = (await site.get(path)).headers.get("etag") ?? "";
    const again = await site.get(path, { "if-none-match": etag });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    expect((await site.get(path, { "if-none-match": '"other"' })).status).toBe(200);
  });

  it.each([
    ["/api/v1/listings?page=0", "page"],
    ["/api/v1/listings?page=two", "page"],
    ["/api/v1/listings?page=1&page=2", "page"],
    ["/api/v1/listings?sort=cheapest", "sort"],
    ["/api/v1/listings?kind=thing", "kind"],
    ["/api/v1/listings?lang=de", "lang"],
    ["/api/v1/listings?to=DEU", "to"],
    ["/api/v1/listings?to=QQ", "to"],
    ["/api/v1/listings?cur=XXX", "cur"],
    ["/api/v1/listings?min=cheap", "min"],
    ["/api/v1/listings?max=10.55&cur=JPY", "max"],
    ["/api/v1/listings?by=2027-02-30", "by"],
    ["/api/v1/listings?by=1999-01-01", "by"],
    ["/api/v1/listings?made=yes", "made"],
    ["/api/v1/listings?category=a%20b", "category"],
    ["/api/v1/listings?colour=red", "colour"],
    ["/api/v1/listings?__proto__=red", "__proto__"],
    ["/api/v1/sellers?level=exploring", "level"],
    ["/api/v1/sellers?to=QQ", "to"],
    ["/api/v1/suggestions?limit=5", "limit"],
    [`/api/v1/suggestions?q=${"a".repeat(201)}`, "q"],
  ])("names the parameter that it did not understand and how to mend it: %s", async (path, parameter) => {
    const answer = await site.get(path);
    expect(answer.status).toBe(400);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    const { problems, status, detail } = (await answer.json()) as {
      status: number;
      detail: string;
      problems: { parameter: string; problem: string; mend: string }[];
    };
    expect(status).toBe(400);
    expect(problems.map((problem) => problem.parameter)).toEqual([parameter]);
    expect(detail).toContain(`${parameter}: `);
    for (const { problem, mend } of problems) expect(Math.min(problem.length, mend.length)).toBeGreaterThan(5);
  });

  it("is only read", async () => {
    const answer = await site.ask("/api/v1/listings", { method: "POST", headers: { origin: env.SITE_URL } });
    expect(answer.status).toBe(405);
  });
});

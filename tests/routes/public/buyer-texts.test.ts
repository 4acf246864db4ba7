import { beforeAll, describe, expect, it } from "vitest";
import { catchUpSearch } from "~/modules/search/index.server";
import { makeApprovedSeller, makePublishedListing, makeRates } from "~db/factories";
import { testDb } from "~tests/support/database";
import { siteForTests } from "~tests/support/site";

const site = siteForTests();

beforeAll(async () => {
  await makeRates(testDb, { EUR: 2 });
  const { sellerId } = await makeApprovedSeller(testDb, {
    routes: [
      { zones: [{ countries: ["DE", "GE"], daysMin: 5, daysMax: 9 }] },
      { service: "pick_up", zones: [{ countries: ["AZ"] }] },
    ],
  });
  await makePublishedListing(testDb, { sellerId, slug: "cup", title: { az: "Mis fincan", en: "Copper cup" } });
  await makePublishedListing(testDb, {
    sellerId,
    slug: "course",
    kind: "service",
    deliveryMode: "in_person",
    title: "Misgərlik kursu",
  });
  await catchUpSearch(testDb);
});

const page = async (path: string) => (await site.get(path)).text();

describe("a customs note", () => {
  it.each([
    ["en", "de", "distance sales up to 150 EUR"],
    ["az", "de", "məsafədən satışlarda"],
    ["ru", "de", "при дистанционной продаже"],
  ])("is told in %s, with the source behind it", async (lang, to, words) => {
    const html = await page(`/${lang}/listings/cup?to=${to}`);

    expect(html).toContain(words);
    expect(html).toMatch(/href="https:\/\/globalimportblog/);
  });

  it("says that its source is undated rather than a date", async () => {
    const html = await page("/en/listings/cup?to=GE");

    expect(html).toContain("Undated source");
    expect(html).not.toContain("undated;");
  });
});

describe("the way to ask a seller", () => {
  it("carries thing, quantity, country, the day and the printed code that led here", async () => {
    const html = await page("/en/listings/cup?qty=40&to=FR&by=2027-02-01&src=qr");
    const [, link = ""] = /href="([^"]+inquiries\/new[^"]*)"/.exec(html) ?? [];

    expect(link.replaceAll("&amp;", "&")).toBe("/en/inquiries/new?listing=cup&qty=40&by=2027-02-01&src=qr&to=FR");
    expect(html).toContain("Ask about 40 pieces");
  });
});

describe("a service", () => {
  it("takes place on the spot and is not counted in pieces", async () => {
    const html = await page("/az/listings/course");

    expect(html).toContain("Yerində keçirilir");
    expect(html).not.toContain("Emalatxanadan götürmə");
    expect(html).not.toContain("Neçə ədəd");
  });
});

describe("a page after the last one", () => {
  it.each([
    ["/en/search?page=99", "There is no page 99.", "/en/search"],
    ["/az/sellers?page=99", "99 nömrəli səhifə yoxdur.", "/az/sellers"],
  ])("%s says so and leads to the last", async (path, words, last) => {
    const html = await page(path);

    expect(html).toContain(words);
    expect(html).toContain(`href="${last}"`);
  });
});

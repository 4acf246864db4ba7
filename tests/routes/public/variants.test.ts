import { beforeAll, describe, expect, it } from "vitest";
import { publishListing } from "~/modules/catalog/index.server";
import {
  FACTORY_NOW,
  makeApprovedSeller,
  makeListing,
  makePicture,
  makePublishedListing,
  makeRates,
} from "~db/factories";
import { testDb } from "~tests/support/database";
import { tagsOf } from "~tests/support/html";
import { siteForTests } from "~tests/support/site";

const site = siteForTests();
const page = async (path: string) => (await site.get(path)).text();

/** SKUs and pictures of a vest in two sizes: M costs 50 ₼ and is there once, XL costs 60 ₼ and is made to order. */
const vest = { m: "", xl: "", ofAll: "", ofXl: "" };

beforeAll(async () => {
  await makeRates(testDb, { EUR: 2 });
  const { sellerId } = await makeApprovedSeller(testDb, {
    routes: [{ zones: [{ countries: ["AZ", "DE"], daysMin: 5, daysMax: 9 }] }],
  });
  const made = await makeListing(testDb, {
    sellerId,
    slug: "vest",
    title: { az: "Jilet", en: "Vest" },
    homeTiers: [{ amountMinor: 5000 }, { minimumQuantity: 10, amountMinor: 4000 }],
    stock: [1, 0],
  });
  const [m = "", xl = ""] = made.variantIds;
  const names = [
    { variantId: m, locale: "az", name: "M" },
    { variantId: xl, locale: "az", name: "Böyük" },
    { variantId: xl, locale: "en", name: "Extra large" },
  ];
  await testDb.insertInto("listingVariantTexts").values(names).execute();
  const tier = { listingId: made.listingId, variantId: xl, minimumQuantity: 1 };
  await testDb
    .insertInto("priceTiers")
    .values([
      { ...tier, side: "home", amountMinor: 6000n, currency: "AZN" },
      { ...tier, side: "export", amountMinor: 3600n, currency: "EUR" },
    ])
    .execute();
  const all = await makePicture(testDb, { listingId: made.listingId, view: "front" });
  const large = await makePicture(testDb, { listingId: made.listingId, view: "other" });
  await testDb.updateTable("listingImages").set({ variantId: xl }).where("mediaId", "=", large.mediaId).execute();
  const snapshot = await testDb.transaction().execute((trx) => publishListing(trx, made.listingId, FACTORY_NOW));
  const skuOf = (id: string) => snapshot?.variants.find(({ variantId }) => variantId === id)?.sku ?? "";
  Object.assign(vest, { m: skuOf(m), xl: skuOf(xl), ofAll: all.sha256, ofXl: large.sha256 });
  await makePublishedListing(testDb, { sellerId, slug: "cup" });
});

/** What stands in the links that choose a variant. */
function choices(html: string): string[] {
  const list = /<ul aria-labelledby="variants".*?<\/ul>/s.exec(html)?.[0] ?? "";
  return [...list.matchAll(/<a\b.*?>(.*?)<\/a>/gs)].map(([, inner = ""]) =>
    inner
      .replaceAll(/<[^>]+>/g, " ")
      .replaceAll(/\s+/g, " ")
      .trim(),
  );
}

/** Pictures in the order in which they are shown; the share box links to the first once more. */
const pictures = (html: string) => [
  ...new Set(tagsOf(html, "a").flatMap(({ href = "" }) => /^\/media\/([0-9a-f]+)\/1280/.exec(href)?.[1] ?? [])),
];

describe("a listing in sizes", () => {
  it("offers each with its price and what is there of it, and is itself sold at its own price", async () => {
    const html = await page("/en/listings/vest?to=AZ");

    expect(choices(html)).toEqual(["M ₼50 · 1 in stock", "Extra large ₼60 · Made to order"]);
    expect(html).toContain(">₼50<");
    expect(html).not.toContain("Price and time are for");
  });

  it("is offered at the price, with the stock and with the pictures of the one that the address names", async () => {
    const html = await page(`/en/listings/vest?to=AZ&variant=${vest.xl}`);

    expect(html).toContain(">₼60<");
    expect(html).toContain("Price and time are for “Extra large”.");
    expect(pictures(html)).toEqual([vest.ofXl, vest.ofAll]);
    expect(tagsOf(html, "input")).toContainEqual(expect.objectContaining({ name: "variant", value: vest.xl }));
    // M is there and leaves at once; the large one has to be made first.
    const readyBy = (text: string) => /ready by (\d+ \w+)/.exec(text)?.[1];
    expect(readyBy(html)).not.toBe(readyBy(await page(`/en/listings/vest?to=AZ&variant=${vest.m}`)));
  });

  it("costs abroad what the chosen one costs there", async () => {
    expect(await page(`/en/listings/vest?to=DE&variant=${vest.xl}`)).toContain(">€36<");
    expect(await page(`/en/listings/vest?to=DE&variant=${vest.m}`)).toContain(">€30<");
  });

  it("takes the chosen one along to its seller", async () => {
    const html = await page(`/en/listings/vest?to=DE&qty=3&variant=${vest.xl}`);
    const [, link = ""] = /href="([^"]+inquiries\/new[^"]*)"/.exec(html) ?? [];
    const asked = new URLSearchParams(link.replaceAll("&amp;", "&").split("?")[1]);

    expect([asked.get("listing"), asked.get("qty"), asked.get("variant")]).toEqual(["vest", "3", vest.xl]);
  });

  it("is shown as a whole when the address names a size that there is not", async () => {
    const html = await page("/en/listings/vest?to=AZ&variant=NO-SUCH");

    expect(html).toContain(">₼50<");
    expect(pictures(html)).toEqual([vest.ofAll, vest.ofXl]);
  });

  it("costs by the piece what it costs for so many, size by size", async () => {
    expect(choices(await page("/en/listings/vest?to=AZ&qty=10"))).toEqual([
      "M ₼40 · 1 in stock",
      "Extra large ₼60 · Made to order",
    ]);
  });

  it("keeps the quantity that was asked for in the links to its sizes", async () => {
    const html = await page("/en/listings/vest?to=AZ&qty=4");

    expect(tagsOf(html, "a").map(({ href }) => href)).toContain(`/en/listings/vest?variant=${vest.m}&qty=4&to=AZ`);
  });
});

describe("a listing of one kind", () => {
  it("has nothing to choose", async () => {
    expect(await page("/en/listings/cup")).not.toContain(">Variants<");
  });
});

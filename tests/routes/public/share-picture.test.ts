import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { addPicture, makeRenditions } from "~/modules/catalog/media/add-picture.server";
import { publishListing } from "~/modules/catalog/index.server";
import { findShareFacts } from "~/modules/publications/share-picture/facts.server";
import { clock } from "~/platform/clock.server";
import { files } from "~/platform/files/files.server";
import { runWithLocale } from "~/platform/i18n/locale.server";
import type { Locale } from "~/platform/i18n/locales";
import { makeApprovedSeller, makeCollection, makePublishedListing } from "~db/factories";
import { writeRows } from "~db/bulk";
import { testDb } from "~tests/support/database";
import { makePhoto } from "~tests/support/pictures";
import { siteForTests } from "~tests/support/site";

const site = siteForTests();
const made = { pictured: "", plain: "", seller: "", collection: "" };

beforeAll(async () => {
  const seller = await makeApprovedSeller(testDb, { name: "Şəki ipəyi" });
  const plain = await makePublishedListing(testDb, { sellerId: seller.sellerId });
  const draft = await makePublishedListing(testDb, { sellerId: seller.sellerId, title: "Kəlağayı «Ağ buta»" });
  const added = await addPicture(testDb, files(), await makePhoto({ seed: 5 }));
  if (!added.ok) throw new Error(added.refusal);
  await makeRenditions(testDb, files(), added.value.mediaId);
  await writeRows(testDb, "listing_images", [
    { listing_id: draft.listingId, media_id: added.value.mediaId, position: 0, view: "front" },
  ]);
  await testDb.transaction().execute((trx) => publishListing(trx, draft.listingId, clock()));
  const collection = await makeCollection(testDb, { listingIds: [plain.listingId, draft.listingId] });
  Object.assign(made, { pictured: draft.slug, plain: plain.slug, seller: seller.slug, collection: collection.slug });
});

const pixels = async (path: string) => {
  const answer = await site.get(path);
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
};
/** Mean colour of the part where the photograph or the emblem stands. */
const leftOf = async (picture: Buffer) => {
  // Statistics are those of the input, so the part is cut out first.
  const part = await sharp(picture).extract({ left: 0, top: 0, width: 504, height: 100 }).png().toBuffer();
  const { channels } = await sharp(part).stats();
  return channels.map(({ mean }) => Math.round(mean));
};

describe("/og", () => {
  it.each([
    ["a listing with a picture", () => `/og/listings/${made.pictured}.jpg`],
    ["a listing without one", () => `/og/listings/${made.plain}.jpg`],
    ["a seller", () => `/og/sellers/${made.seller}.jpg`],
    ["a collection", () => `/og/collections/${made.collection}.jpg`],
    ["every other page", () => "/og/karvan.jpg"],
  ])("answers %s with a JPEG of 1200 × 630 that is kept like a page", async (_what, path) => {
    const answer = await site.get(path());
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("image/jpeg");
    expect(answer.headers.get("cache-control")).toBe("public, max-age=0, s-maxage=30, stale-while-revalidate=30");
    const picture = Buffer.from(await answer.arrayBuffer());
    expect(await sharp(picture).metadata()).toMatchObject({ format: "jpeg", width: 1200, height: 630 });
    expect(picture.length).toBeLessThan(300_000);

    const again = await site.get(path(), { "if-none-match": answer.headers.get("etag") ?? "" });
    expect(again.status).toBe(304);
  });

  it("shows the listing's own picture, and the emblem of the house where there is none", async () => {
    const own = await leftOf(await pixels(`/og/listings/${made.pictured}.jpg`));
    const collection = await leftOf(await pixels(`/og/collections/${made.collection}.jpg`));
    const emblem = await leftOf(await pixels(`/og/listings/${made.plain}.jpg`));
    // #9e2a2b, as a JPEG gives it back.
    for (const [index, value] of [0x9e, 0x2a, 0x2b].entries()) {
      expect(Math.abs((emblem[index] ?? 0) - value)).toBeLessThan(6);
    }
    expect(own).not.toEqual(emblem);
    expect(collection).toEqual(own);
  });

  it("writes in the language that is asked for, with another version of the picture", async () => {
    const etags = await Promise.all(
      ["az", "en", "ru"].map(async (lang) => (await site.get(`/og/karvan.jpg?lang=${lang}`)).headers.get("etag")),
    );
    expect(new Set(etags).size).toBe(3);
  });

  it("says who, where and for how much, in the words and at the price of the language", async () => {
    const { slug } = await makePublishedListing(testDb, {
      seller: { name: { az: "Lahıc ustası", en: "Lahij master" } },
      title: { az: "Mis fincan", en: "Copper cup" },
      homeTiers: [{ amountMinor: 4550 }, { minimumQuantity: 40, amountMinor: 4000 }],
      exportTiers: [{ amountMinor: 3000 }],
    });
    const factsIn = (lang: Locale) => {
      const url = new URL(`http://karvan.example/og/listings/${slug}.jpg?lang=${lang}`);
      return runWithLocale(lang, () => findShareFacts(testDb, { kind: "listings", slug, url, now: clock() }));
    };
    expect(await factsIn("az")).toMatchObject({
      title: "Mis fincan",
      subtitle: "Lahıc ustası · Bakı",
      price: "45,50\u00a0₼",
    });
    expect(await factsIn("en")).toMatchObject({ title: "Copper cup", subtitle: "Lahij master · Baku", price: "€30" });
  });

  it.each([
    "/og/listings/nothing.jpg",
    "/og/sellers/nothing.jpg",
    "/og/collections/nothing.jpg",
    "/og/listings/nothing.png",
    "/og/listings/..%2f..%2fkarvan.jpg",
    "/og/other.jpg",
  ])("answers 404 for %s", async (path) => {
    expect((await site.get(path)).status).toBe(404);
  });
});

import { describe, expect, it } from "vitest";
import { snapshotOf } from "~/modules/catalog/snapshot";
import { needsReview } from "~/modules/catalog/working/publish-needs";
import type { Working } from "~/modules/catalog/working/read-listing.server";
import { aPicture, aText, aWorkingListing, aWorkingService } from "~tests/support/working-listing";

const published = snapshotOf(aWorkingListing());
const isReviewed = (written: Working) => needsReview(published, snapshotOf(written));
const own = { variantId: "variant", sku: "SKU-2", stockQuantity: 0, names: [], homeTiers: [], exportTiers: [] };
const tier = (currency: string) => ({ minimumQuantity: 1, amountMinor: "4500", currency });
const texts = (changes: Parameters<typeof aText>[1]) => [aText("az", changes), aText("en"), aText("ru")];

describe("a change that the Federation looks at", () => {
  it.each<[string, Working]>([
    ["kind", aWorkingService()],
    ["category", aWorkingListing({ listing: { categoryId: "jewellery" } })],
    ["technique", aWorkingListing({ listing: { techniqueId: null } })],
    ["materials", aWorkingListing({ materialIds: ["copper", "tin"] })],
    ["order of the materials", aWorkingListing({ materialIds: ["tin"] })],
    ["fibres", aWorkingListing({ fibres: [{ fibre: "wool", percent: 100 }] })],
    ["place", aWorkingListing({ listing: { placeId: "baki-seher" } })],
    ["origin", aWorkingListing({ listing: { originCountry: null } })],
    ["HS code", aWorkingListing({ listing: { hsCode: "741819" } })],
    ["title", aWorkingListing({ texts: texts({ title: "Gümüş sini" }) })],
    ["description", aWorkingListing({ texts: texts({ description: "Başqa." }) })],
    ["deliverables", aWorkingListing({ texts: texts({ deliverables: "Üç eskiz." }) })],
    ["rights in words", aWorkingListing({ texts: texts({ rights: "Hamısı." }) })],
    ["a translation", aWorkingListing({ texts: [aText("az"), aText("en", { title: "Tray" }), aText("ru")] })],
    ["a language that is gone", aWorkingListing({ texts: [aText("az"), aText("en")] })],
    ["pictures", aWorkingListing({ pictures: [aPicture("front"), aPicture("detail")] })],
    [
      "order of the pictures",
      aWorkingListing({ pictures: [aPicture("detail"), aPicture("front"), aPicture("setting")] }),
    ],
    ["basis of its rights", aWorkingListing({ listing: { rightsBasis: "licence" } })],
    ["contact with food", aWorkingListing({ listing: { hasFoodContact: true } })],
    ["being for children", aWorkingListing({ listing: { isForChildren: true } })],
    ["year of making", aWorkingListing({ listing: { madeYear: 1970 } })],
    ["restricted material", aWorkingListing({ listing: { restrictedMaterial: "ivory" } })],
    ["species of wood", aWorkingListing({ listing: { woodSpecies: ["walnut"] } })],
    ["claimed indication", aWorkingListing({ listing: { claimedIndication: "Lahıc misi" } })],
    ["heritage element", aWorkingListing({ listing: { heritageElementId: "ich-2015-lahij" } })],
    ["names of variants", aWorkingListing({ variants: [{ ...own, names: [{ locale: "az", name: "Mavi" }] }] })],
  ])("is one of its %s", (_field, written) => {
    expect(isReviewed(written)).toBe(true);
  });
});

describe("a change that is the seller's own affair", () => {
  const homeTier = { side: "home", minimumQuantity: 1, amountMinor: "4500", currency: "AZN" };

  it.each<[string, Working]>([
    ["nothing at all", aWorkingListing()],
    ["version", aWorkingListing({ listing: { version: 9 } })],
    ["prices", aWorkingListing({ tiers: [homeTier] })],
    ["kind of price", aWorkingListing({ listing: { priceKind: "on_request" } })],
    ["unit of the price", aWorkingListing({ listing: { priceUnit: "set" } })],
    ["stock and variants", aWorkingListing({ variants: [own, { ...own, variantId: "other", sku: "SKU-3" }] })],
    [
      "own prices of a variant",
      aWorkingListing({ variants: [{ ...own, sku: "SKU-1", homeTiers: [tier("AZN")], exportTiers: [tier("EUR")] }] }),
    ],
    [
      "picture of a variant",
      aWorkingListing({
        pictures: [{ ...aPicture("front"), variantId: "variant" }, aPicture("detail"), aPicture("setting")],
      }),
    ],
    ["stock policy", aWorkingListing({ listing: { stockPolicy: "in_stock" } })],
    ["capacity", aWorkingListing({ listing: { monthlyCapacity: null } })],
    ["smallest order", aWorkingListing({ listing: { minimumOrderQuantity: 10 } })],
    ["lead time", aWorkingListing({ listing: { leadTimeDays: 30 } })],
    ["weight", aWorkingListing({ listing: { netWeightGrams: 450, packedWeightGrams: 600 } })],
    ["measures", aWorkingListing({ listing: { lengthMm: 210, packedLengthMm: 260 } })],
    ["terms of delivery", aWorkingListing({ listing: { incotermCode: "DAP", incotermPlace: "Hamburg" } })],
    ["being open to export", aWorkingListing({ listing: { isOpenToExport: false } })],
    ["a translation that is still a draft", aWorkingListing({ texts: [...texts({}), aText("en", { isDraft: true })] })],
  ])("is one of its %s", (_field, written) => {
    expect(isReviewed(written)).toBe(false);
  });

  it("is the order in which the database keeps the names of a snapshot", () => {
    const { az, en, ru } = published.texts;
    const turned = {
      ...published,
      texts: { ...(ru ? { ru } : {}), ...(en ? { en } : {}), az: { description: az.description, title: az.title } },
    };
    expect(needsReview(turned, published)).toBe(false);
  });
});

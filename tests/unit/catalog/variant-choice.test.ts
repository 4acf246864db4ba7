import { describe, expect, it } from "vitest";
import { snapshotOf } from "~/modules/catalog/snapshot";
import { chosenVariant, listingOfVariant, variantName } from "~/modules/catalog/variant-choice.server";
import type { Working } from "~/modules/catalog/working/read-listing.server";
import { aPicture, aWorkingListing } from "~tests/support/working-listing";

const home = (amountMinor: string) => [{ minimumQuantity: 1, amountMinor, currency: "AZN" }];
const abroad = (amountMinor: string) => [{ minimumQuantity: 1, amountMinor, currency: "EUR" }];

const small = {
  variantId: "small",
  sku: "S-1",
  stockQuantity: 1,
  names: [{ locale: "az", name: "Kiçik" }],
  homeTiers: [],
  exportTiers: [],
};
const large = {
  ...small,
  variantId: "large",
  sku: "L-1",
  names: [
    { locale: "az", name: "Böyük" },
    { locale: "en", name: "Large" },
  ],
  homeTiers: home("9900"),
  exportTiers: abroad("5800"),
};

const tiers = [
  { side: "home", ...home("4500")[0] },
  { side: "export", ...abroad("2700")[0] },
] as Working["tiers"];
const working = aWorkingListing({
  variants: [small, large],
  tiers,
  pictures: [
    { ...aPicture("of-small"), variantId: "small" },
    aPicture("of-all"),
    { ...aPicture("of-large"), variantId: "large" },
  ],
});
const listing = snapshotOf(working);

describe("the variant that an address names", () => {
  it("is found by its SKU", () => {
    expect(chosenVariant(listing, "L-1")?.variantId).toBe("large");
  });

  it.each<[string, string | undefined]>([
    ["nothing", undefined],
    ["a SKU of something else", "X-9"],
  ])("is none for %s", (_what, sku) => {
    expect(chosenVariant(listing, sku)).toBeUndefined();
  });

  it("is none where there is nothing to choose", () => {
    expect(chosenVariant(snapshotOf(aWorkingListing({ variants: [small] })), "S-1")).toBeUndefined();
  });
});

describe("a listing of a chosen variant", () => {
  const of = (sku: string) => {
    const chosen = chosenVariant(listing, sku);
    if (!chosen) throw new Error(`there is no ${sku}`);
    return listingOfVariant(listing, chosen);
  };

  it("costs what the variant costs, at home and abroad", () => {
    expect(of("L-1")).toMatchObject({ homeTiers: home("9900"), exportTiers: abroad("5800") });
  });

  it("costs what the listing costs when the variant has no price of its own", () => {
    expect(of("S-1")).toMatchObject({ homeTiers: home("4500"), exportTiers: abroad("2700") });
  });

  it("shows the variant's pictures first, then those of all, then those of others", () => {
    expect(of("L-1").pictures.map(({ mediaId }) => mediaId)).toEqual(["of-large", "of-all", "of-small"]);
  });
});

describe("the name of a variant", () => {
  it.each<[string, "az" | "en" | "ru", string, string | undefined]>([
    ["in the reader's language", "en", "Large", undefined],
    ["in the original where there is no other", "ru", "Böyük", "az"],
  ])("is told %s", (_how, lang, name, of) => {
    const variant = chosenVariant(listing, "L-1");
    expect(variant && variantName(variant, lang)).toEqual({ name, lang: of });
  });
});

describe("what is published of variants", () => {
  it("is no price where the price is on request", () => {
    const { variants } = snapshotOf({ ...working, listing: { ...working.listing, priceKind: "on_request" } });
    expect(variants).toEqual([
      { variantId: "small", sku: "S-1", names: { az: "Kiçik" } },
      { variantId: "large", sku: "L-1", names: { az: "Böyük", en: "Large" } },
    ]);
  });

  it("is no price abroad where the listing is not sold there", () => {
    const { variants } = snapshotOf({ ...working, listing: { ...working.listing, isOpenToExport: false } });
    expect(variants[1]).toEqual({
      variantId: "large",
      sku: "L-1",
      names: { az: "Böyük", en: "Large" },
      homeTiers: home("9900"),
    });
  });
});

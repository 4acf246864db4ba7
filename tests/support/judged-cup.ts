import type { ListingSnapshot } from "~/modules/catalog";
import type { JudgedListing } from "~/modules/export-readiness/listing-criteria";

/** A picture of a listing, so many pixels wide. */
export const pictureOf = (width: number): ListingSnapshot["pictures"][number] => ({
  mediaId: "0b6f1a52-58a0-4b3c-9d43-0a8f8f6f2a11",
  sha256: "0".repeat(64),
  view: "front",
  width,
  height: 1_200,
  placeholder: "",
  dominantColour: "#884422",
});

/** A copper cup as buyers see it, which lacks nothing. */
export function judgedCup(changes: Partial<ListingSnapshot> = {}, isHsCodeReviewed = true): JudgedListing {
  const text = (words: string) => ({ title: `${words} fincan`, description: words.repeat(40) });
  const snapshot: ListingSnapshot = {
    listingId: "5f0c6f43-94a1-4f4e-8a40-1f3cf4a3a001",
    version: 1,
    sellerId: "5f0c6f43-94a1-4f4e-8a40-1f3cf4a3a002",
    slug: "mis-fincan",
    kind: "good",
    categoryId: "copperware",
    techniqueId: "hammering",
    materialIds: ["copper"],
    fibres: [],
    placeId: "lahic",
    originCountry: "AZ",
    hsCode: "741810",
    texts: { az: text("Mis"), en: text("Copper") },
    pictures: [1_600, 1_600, 1_600, 1_600].map(pictureOf),
    priceKind: "fixed",
    priceUnit: "piece",
    homeTiers: [{ minimumQuantity: 1, amountMinor: "4200", currency: "AZN" }],
    exportTiers: [{ minimumQuantity: 1, amountMinor: "2500", currency: "EUR" }],
    isOpenToExport: true,
    incoterm: { code: "FCA", place: "Baku" },
    stockPolicy: "made_to_order",
    minimumOrderQuantity: 4,
    leadTimeDays: 20,
    netWeightGrams: 180,
    size: { lengthMm: 80, widthMm: 80, heightMm: 70 },
    packedWeightGrams: 240,
    packedSize: { lengthMm: 100, widthMm: 100, heightMm: 90 },
    variants: [],
    rightsBasis: "traditional_pattern",
    hasFoodContact: false,
    isForChildren: false,
    restrictedMaterial: "none",
    woodSpecies: [],
    needsCulturalCheck: false,
    ...changes,
  };
  return {
    snapshot,
    isHsCodeReviewed,
    hasUnsentChanges: false,
    isExportPriceKept: false,
    isWoodOriginKnown: false,
    isCopperWeighed: false,
    isCopperValued: false,
  };
}

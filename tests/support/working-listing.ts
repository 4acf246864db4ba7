import type { Working } from "~/modules/catalog/working/read-listing.server";

type Changes = Partial<Omit<Working, "listing">> & { listing?: Partial<Working["listing"]> };

/** A picture as a listing has it. */
export const aPicture = (mediaId: string): Working["pictures"][number] => ({
  mediaId,
  sha256: mediaId,
  view: "front",
  width: 1280,
  height: 1600,
  placeholder: "data:,",
  dominantColour: "#b5652b",
  variantId: null,
});

/** A text as a listing has it. */
export const aText = (locale: string, changes: Partial<Working["texts"][number]> = {}): Working["texts"][number] => ({
  locale,
  title: "Mis sini",
  description: "Əl işi. ".repeat(20),
  deliverables: null,
  rights: null,
  isDraft: false,
  translatesVersion: null,
  changedVersion: 1,
  ...changes,
});

/** A good about which everything is said: rules are asked about what is taken from it or changed. */
export function aWorkingListing({ listing = {}, ...changes }: Changes = {}): Working {
  return {
    listing: {
      id: "listing",
      sellerId: "seller",
      kind: "good",
      version: 3,
      categoryId: "copperware",
      techniqueId: "hammering",
      placeId: "lahic",
      regionId: "ismayilli",
      originCountry: "AZ",
      hsCode: "741810",
      isHsCodeReviewed: false,
      priceKind: "fixed",
      priceUnit: "piece",
      stockPolicy: "made_to_order",
      monthlyCapacity: 20,
      minimumOrderQuantity: 1,
      leadTimeDays: 14,
      netWeightGrams: 400,
      lengthMm: 200,
      widthMm: 200,
      heightMm: 50,
      packedWeightGrams: 500,
      packedLengthMm: 250,
      packedWidthMm: 250,
      packedHeightMm: 80,
      isOpenToExport: true,
      incotermCode: "FCA",
      incotermPlace: "Bakı",
      rightsBasis: "own_design",
      hasFoodContact: false,
      isForChildren: false,
      isSpeciesStopped: false,
      speciesClearedAt: null,
      speciesClearedBasis: null,
      speciesClearedWords: null,
      madeYear: null,
      restrictedMaterial: "none",
      woodSpecies: [],
      woodOrigin: null,
      copperWeightGrams: null,
      copperValueMinor: null,
      claimedIndication: null,
      needsCulturalCheck: false,
      heritageElementId: null,
      deliveryMode: null,
      turnaroundDays: null,
      revisionsIncluded: null,
      fileFormats: [],
      handoverChannel: null,
      timeZone: null,
      workingLanguages: [],
      rightsKind: null,
      ...listing,
    },
    slug: "mis-sini",
    status: "draft",
    isChanged: false,
    submittedAt: undefined,
    texts: [aText("az"), aText("en"), aText("ru")],
    materialIds: ["copper"],
    fibres: [],
    tiers: [
      { side: "home", minimumQuantity: 1, amountMinor: "5000", currency: "AZN" },
      { side: "export", minimumQuantity: 1, amountMinor: "3000", currency: "EUR" },
    ],
    variants: [{ variantId: "variant", sku: "SKU-1", stockQuantity: 3, names: [], homeTiers: [], exportTiers: [] }],
    pictures: [aPicture("front"), aPicture("detail"), aPicture("setting")],
    ...changes,
  };
}

/** A service about which everything is said. */
export function aWorkingService({ listing = {}, ...changes }: Changes = {}): Working {
  return aWorkingListing({
    listing: {
      kind: "service",
      originCountry: null,
      hsCode: null,
      stockPolicy: null,
      netWeightGrams: null,
      packedWeightGrams: null,
      deliveryMode: "remote",
      turnaroundDays: 14,
      ...listing,
    },
    texts: [aText("az", { deliverables: "Üç eskiz." }), aText("en"), aText("ru")],
    ...changes,
  });
}

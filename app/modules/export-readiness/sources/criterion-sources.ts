import type { DB } from "~/platform/db/types.generated";

/** A column of the database, as the query builder writes it. One that is not there fails the check of types. */
export type Column = { [Table in keyof DB]: `${Table}.${Extract<keyof DB[Table], string>}` }[keyof DB];

/**
 * What a criterion rests on: the columns that hold it, and where the judgement reads it. `reads` are paths of `KnownFacts`;
 * `listings.` stands for the publication of every listing that is open to export, `papers.` for the paper of a kind.
 */
export type CriterionSource = {
  columns: readonly Column[];
  reads: readonly string[];
  /** Address of the page on which a seller fills it in, as `app/routes.ts` writes it. */
  screen: string;
};

const LISTING_PAGE = "seller/listings/:id/:part";
const PICTURES_PAGE = "seller/listings/:id/pictures";
const PROFILE_PAGE = "seller/readiness/profile";

const PAPER_COLUMNS = ["evidence.paperId", "evidence.status", "evidence.expiresOn"] as const;

const paper = (documentType: string, ...more: Column[]): CriterionSource => ({
  columns: [...PAPER_COLUMNS, ...more],
  reads: [`papers.${documentType}`],
  screen: "seller/papers/:type",
});

const declared = (criterion: string, ...more: Column[]): CriterionSource => ({
  columns: ["sellerDeclarations.words", "sellerDeclarations.isDeclared", "sellerDeclarations.confirmedAt", ...more],
  reads: [`declarations.${criterion}`],
  screen: PROFILE_PAGE,
});

const listing = (reads: string, columns: readonly Column[], screen = LISTING_PAGE): CriterionSource => ({
  columns,
  reads: reads.split(" ").map((path) => `listings.${path}`),
  screen,
});

const PACKED = [
  "listings.packedWeightGrams",
  "listings.packedLengthMm",
  "listings.packedWidthMm",
  "listings.packedHeightMm",
] as const;
const EXPORT_PRICE = ["priceTiers.amountMinor", "priceTiers.currency", "priceTiers.side"] as const;

/** By id, in the order of `db/reference/readiness-criteria.json`. */
export const CRITERION_SOURCES: Readonly<Record<string, CriterionSource>> = {
  "ID-01": { columns: ["sellers.voen"], reads: ["voen"], screen: "seller/shop/legal" },
  "ID-02": paper("tax_registration_certificate"),
  "ID-03": {
    columns: ["sellers.phoneConfirmedAt", "sellers.emailConfirmedAt"],
    reads: ["areContactsConfirmed"],
    screen: "seller/shop/contacts",
  },
  "ID-04": declared("ID-04", "sellers.smeCategory"),
  "OF-01": {
    columns: ["listings.isOpenToExport", "listings.status"],
    reads: ["listings.isOpenToExport"],
    screen: "seller/listings",
  },
  "OF-02": listing("pictures", ["listingImages.mediaId", "mediaFiles.width", "mediaFiles.height"], PICTURES_PAGE),
  "OF-03": listing("texts.en", ["listingTexts.locale", "listingTexts.title", "listingTexts.description"]),
  "OF-04": listing("materialIds techniqueId", ["listingMaterials.materialId", "listings.techniqueId"]),
  "OF-05": listing("size netWeightGrams", [
    "listings.lengthMm",
    "listings.widthMm",
    "listings.heightMm",
    "listings.netWeightGrams",
  ]),
  "OF-06": {
    columns: ["portfolioWorks.url", "portfolioWorks.mediaId", "portfolioWorks.year", "portfolioWorkTexts.role"],
    reads: ["portfolioWorkCount"],
    screen: "seller/portfolio",
  },
  "OF-07": listing("texts.az.description texts.az.deliverables service.turnaroundDays service.revisionsIncluded", [
    "listingTexts.description",
    "listingTexts.deliverables",
    "listings.turnaroundDays",
    "listings.revisionsIncluded",
  ]),
  "OF-08": declared("OF-08"),
  "CO-01": listing("hsCode", ["listings.hsCode"]),
  "CO-02": { columns: ["listings.isHsCodeReviewed"], reads: ["listings.isHsCodeReviewed"], screen: LISTING_PAGE },
  "CO-03": listing("fibres", ["listingFibres.fibre", "listingFibres.percent"]),
  "CO-04": listing("restrictedMaterial", ["listings.restrictedMaterial"]),
  "CO-05": paper("wildlife_permit"),
  "CO-06": paper("cultural_export_certificate", "evidence.categoryIds"),
  "CO-07": paper("product_safety_file", "evidence.categoryIds"),
  "CO-08": paper("eu_rp_mandate"),
  "CO-09": paper("food_contact_test", "evidence.categoryIds"),
  "CO-10": {
    columns: ["sellerTargetMarkets.marketId", "marketConfirmations.ruleId"],
    reads: ["targetMarkets", "confirmations"],
    screen: "seller/readiness/markets",
  },
  "PR-01": listing("exportTiers", EXPORT_PRICE),
  "PR-02": listing("incoterm", ["listings.incotermCode", "listings.incotermPlace"]),
  "PR-03": listing("leadTimeDays service.turnaroundDays", ["listings.leadTimeDays", "listings.stockPolicy"]),
  "PR-04": paper("sales_terms"),
  "LO-01": listing("packedWeightGrams packedSize", PACKED),
  "LO-02": {
    columns: ["routes.service", "routes.isActive", "routeZones.daysMax", "routeRates.amountMinor"],
    reads: ["routeCount"],
    screen: "seller/routes",
  },
  "LO-03": paper("packing_photos", "evidence.categoryIds"),
  "LO-04": listing("service.fileFormats service.handoverChannel service.timeZone service.workingLanguages", [
    "listings.fileFormats",
    "listings.handoverChannel",
    "listings.timeZone",
    "listings.workingLanguages",
  ]),
  "DO-01": listing("packedWeightGrams packedSize incoterm hsCode originCountry exportTiers", [
    ...PACKED,
    "listings.incotermCode",
    "listings.hsCode",
    "listings.originCountry",
    ...EXPORT_PRICE,
  ]),
  "DO-02": listing("originCountry placeId", ["listings.originCountry", "listings.placeId"]),
  "DO-03": paper("certificate_of_origin"),
  "PA-01": {
    columns: [...PAPER_COLUMNS, "sellers.iban"],
    reads: ["papers.bank_letter", "iban"],
    screen: "seller/papers/:type",
  },
  "PA-02": declared("PA-02"),
  "IP-01": listing("rightsBasis", ["listings.rightsBasis"]),
  "IP-02": paper("ip_registration"),
  "IP-03": paper("gi_right_to_use"),
  "IP-04": listing("service.rightsKind texts.az.rights", ["listings.rightsKind", "listingTexts.rights"]),
  "MA-01": declared("MA-01"),
  "MA-02": declared("MA-02"),
  "MA-03": {
    columns: ["sellerFigures.medianFirstReplyHours", "sellerFigures.recentInquiryCount"],
    reads: ["medianFirstReplyHours"],
    screen: "seller/inquiries",
  },
  "TR-01": {
    columns: ["sellerFigures.ordersCompleted", "sellerFigures.openDisputes"],
    reads: ["ordersCompleted"],
    // Orders bring it, nobody fills it in.
    screen: "seller/readiness",
  },
  "TR-02": paper("export_proof"),
  "TR-03": paper("training_certificate"),
};

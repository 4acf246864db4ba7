import type { ListingSnapshot } from "~/modules/catalog";
import type { CriterionState } from "./rules";

/** What the reference says of a listing's category and of its tariff code. */
export type ListingReference = {
  flagsOf: (categoryId: string) => CategoryFlags;
  /** Tariff codes of creative goods, with whether the cultural check is made of them. */
  needsCulturalCheck: (hsCode: string) => boolean | undefined;
  isIncoterm: (code: string) => boolean;
};

export type CategoryFlags = {
  isTextile: boolean;
  isFragile: boolean;
  needsCulturalCheck: boolean;
  isWood: boolean;
  isForChildren: boolean;
};

/** A listing as the public sees it, with what a reviewer has said of it and what only customs are told. */
export type JudgedListing = {
  snapshot: ListingSnapshot;
  isHsCodeReviewed: boolean;
  /** The seller has written something that buyers do not see yet, and that is not judged before they do. */
  hasUnsentChanges: boolean;
  /** There is a price for abroad that the public sees "on request". */
  isExportPriceKept: boolean;
  isWoodOriginKnown: boolean;
  isCopperWeighed: boolean;
  isCopperValued: boolean;
};

type Rule = (listing: JudgedListing, reference: ListingReference) => boolean;

const SHARP_PIXELS = 1_600;
const SHARP_PICTURES = 4;
const SHORTEST_TITLE = 3;
const SHORTEST_DESCRIPTION = 80;

const isSharp = ({ width, height }: ListingSnapshot["pictures"][number]) => Math.max(width, height) >= SHARP_PIXELS;

const isPacked = ({ packedWeightGrams, packedSize }: ListingSnapshot) =>
  packedWeightGrams !== undefined && packedSize !== undefined;

const hasExportPrice = ({ snapshot: { exportTiers, variants, priceKind }, isExportPriceKept }: JudgedListing) =>
  (priceKind === "on_request" && isExportPriceKept) ||
  [exportTiers, ...variants.map(({ exportTiers: own = [] }) => own)].flat().some(({ currency }) => currency !== "AZN");

/** Ratios over all listings that are open to export. Source: `db/reference/readiness-criteria.json`. */
export const OF_ANY: Readonly<Record<string, Rule>> = {
  "OF-03": ({ snapshot: { texts } }) =>
    (texts.en?.title.length ?? 0) >= SHORTEST_TITLE && (texts.en?.description.length ?? 0) >= SHORTEST_DESCRIPTION,
  "PR-01": hasExportPrice,
  // Everything has a least quantity; a service is done in its time, a good is ready in its own or lies there.
  "PR-03": ({ snapshot: { leadTimeDays, stockPolicy, service } }) =>
    leadTimeDays !== undefined || stockPolicy === "in_stock" || service?.turnaroundDays !== undefined,
  "IP-01": ({ snapshot: { rightsBasis } }) => rightsBasis !== undefined,
};

/** Ratios over goods that are open to export. */
export const OF_GOODS: Readonly<Record<string, Rule>> = {
  "OF-02": ({ snapshot: { pictures } }) => pictures.filter(isSharp).length >= SHARP_PICTURES,
  "OF-04": ({ snapshot: { materialIds, techniqueId } }) => materialIds.length > 0 && techniqueId !== undefined,
  "OF-05": ({ snapshot: { size, netWeightGrams } }) => size !== undefined && netWeightGrams !== undefined,
  "CO-01": ({ snapshot: { hsCode }, isHsCodeReviewed }, { needsCulturalCheck }) =>
    hsCode !== undefined && (needsCulturalCheck(hsCode) !== undefined || isHsCodeReviewed),
  "CO-02": ({ isHsCodeReviewed }) => isHsCodeReviewed,
  "CO-04": ({ snapshot: { restrictedMaterial } }) => restrictedMaterial !== undefined,
  "PR-02": ({ snapshot: { incoterm } }, { isIncoterm }) => incoterm !== undefined && isIncoterm(incoterm.code),
  "LO-01": ({ snapshot }) => isPacked(snapshot),
  "DO-01": (listing) =>
    isPacked(listing.snapshot) &&
    listing.snapshot.incoterm !== undefined &&
    listing.snapshot.hsCode !== undefined &&
    listing.snapshot.originCountry !== undefined &&
    hasExportPrice(listing),
  "DO-02": ({ snapshot: { originCountry, placeId } }) => originCountry !== undefined && placeId !== undefined,
};

/** Ratios over services that are open to export. */
export const OF_SERVICES: Readonly<Record<string, Rule>> = {
  "OF-07": ({ snapshot: { texts, service } }) =>
    texts.az.description !== "" &&
    (texts.az.deliverables ?? "") !== "" &&
    service?.turnaroundDays !== undefined &&
    service.revisionsIncluded !== undefined,
  "LO-04": ({ snapshot: { service } }) =>
    service !== undefined &&
    service.fileFormats.length > 0 &&
    service.workingLanguages.length > 0 &&
    service.handoverChannel !== undefined &&
    service.timeZone !== undefined,
  "IP-04": ({ snapshot: { texts, service } }) => service?.rightsKind !== undefined && (texts.az.rights ?? "") !== "",
};

const FIBRES_WHOLE = 100;

/** Whether what a textile says of its fibres is all of it; percentages have two digits after the point. */
export function hasAllFibres({ snapshot: { fibres } }: JudgedListing): boolean {
  return Math.round(fibres.reduce((sum, { percent }) => sum + percent, 0) * 100) === FIBRES_WHOLE * 100;
}

/** How many of some listings meet a rule. */
export function ratioOf(
  listings: readonly JudgedListing[],
  reference: ListingReference,
  rule: Rule,
): Extract<CriterionState, { kind: "ratio" }> {
  return { kind: "ratio", met: listings.filter((listing) => rule(listing, reference)).length, total: listings.length };
}

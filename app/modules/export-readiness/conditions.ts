import type { JudgedListing, ListingReference } from "./listing-criteria";

/** Fewer inquiries say nothing about how fast a shop answers. */
const INQUIRIES_FOR_A_FIGURE = 3;

const WOODEN_GOODS = /^(4418|4419|4420|4421|9401|9403)/;
const CARPETS = /^(5701|5702|5705)/;
const COPPER = /^(7418|7419)/;

export type Asked = {
  /** Goods of the seller that are open to export. */
  goods: readonly JudgedListing[];
  targetMarkets: readonly string[];
  recentInquiryCount: number;
};

/**
 * Names of the conditions that hold for a seller: which criteria and which market rules concern it. Source: `conditions` of
 * `db/reference/readiness-criteria.json` and of `db/reference/markets.json`.
 */
export function conditionsOf(
  { goods, targetMarkets, recentInquiryCount }: Asked,
  { flagsOf, needsCulturalCheck }: ListingReference,
): string[] {
  const some = (holds: (snapshot: JudgedListing["snapshot"]) => boolean) =>
    goods.some(({ snapshot }) => holds(snapshot));
  const hasCode = (pattern: RegExp) => some(({ hsCode }) => hsCode !== undefined && pattern.test(hsCode));
  const held: Readonly<Record<string, boolean>> = {
    has_textiles: some(({ categoryId }) => flagsOf(categoryId).isTextile),
    has_restricted_material: some(({ restrictedMaterial = "none" }) => restrictedMaterial !== "none"),
    has_cultural_goods: some(
      ({ categoryId, hsCode, needsCulturalCheck: isMarked }) =>
        isMarked ||
        flagsOf(categoryId).needsCulturalCheck ||
        (hsCode !== undefined && needsCulturalCheck(hsCode) === true),
    ),
    targets_eu: goods.length > 0 && targetMarkets.includes("EU"),
    has_food_contact: some(({ hasFoodContact }) => hasFoodContact),
    has_fragile: some(({ categoryId }) => flagsOf(categoryId).isFragile),
    claims_gi: some(
      ({ claimedIndication, heritageElementId }) => (claimedIndication ?? heritageElementId) !== undefined,
    ),
    has_inquiries: recentInquiryCount >= INQUIRIES_FOR_A_FIGURE,
    sells_to_consumers: goods.length > 0,
    sells_to_business: goods.length > 0,
    has_leather: hasCode(/^(42|64)/),
    has_footwear: hasCode(/^64/),
    has_wood: some(
      ({ categoryId, hsCode }) => flagsOf(categoryId).isWood && hsCode !== undefined && WOODEN_GOODS.test(hsCode),
    ),
    has_jewellery: some(({ categoryId }) => categoryId.endsWith("-jewellery")),
    has_children: some(({ categoryId, isForChildren }) => isForChildren || flagsOf(categoryId).isForChildren),
    has_carpets: hasCode(CARPETS),
    has_copper: hasCode(COPPER),
    has_light_industry: hasCode(/^(42|5\d|6[0-5])/),
  };
  return Object.keys(held).filter((name) => held[name]);
}

import type { JudgedListing, ListingReference } from "./listing-criteria";

/** Fewer inquiries say nothing about how fast a shop answers. */
const INQUIRIES_FOR_A_FIGURE = 3;

const WOODEN_GOODS = /^(4418|4419|4420|4421|9401|9403)/;
const CARPETS = /^(5701|5702|5705)/;
const COPPER = /^(7418|7419)/;

const hasCodeOf = ({ hsCode }: JudgedListing["snapshot"], pattern: RegExp) =>
  hsCode !== undefined && pattern.test(hsCode);

/** Conditions are told by what the public sees of a listing. */
type Seen = Pick<JudgedListing, "snapshot">;

/** Whether the rules for goods of wood concern a listing. */
export function isWooden({ snapshot }: Seen, { flagsOf }: ListingReference): boolean {
  return flagsOf(snapshot.categoryId).isWood && hasCodeOf(snapshot, WOODEN_GOODS);
}

/** Whether the duty on copper concerns a listing. */
export function isOfCopper({ snapshot }: Seen): boolean {
  return hasCodeOf(snapshot, COPPER);
}

/** Whether a listing may be national cultural property, which leaves the country with a certificate only. */
export function isCulturalGood({ snapshot }: Seen, { flagsOf, needsCulturalCheck }: ListingReference): boolean {
  const { categoryId, hsCode, needsCulturalCheck: isMarked } = snapshot;
  return (
    isMarked || flagsOf(categoryId).needsCulturalCheck || (hsCode !== undefined && needsCulturalCheck(hsCode) === true)
  );
}

/** Whether somebody travels: a service that is done partly there counts, too. */
function isInPerson({ deliveryMode }: NonNullable<JudgedListing["snapshot"]["service"]>): boolean {
  return deliveryMode === "in_person" || deliveryMode === "mixed";
}

export type Asked = {
  /** Goods of the seller that are open to export. */
  goods: readonly Seen[];
  /** Services of the seller that are open to export. */
  services: readonly Seen[];
  targetMarkets: readonly string[];
  recentInquiryCount: number;
};

/**
 * Names of the conditions that hold for a seller: which criteria and which market rules concern it. Source: `conditions` of
 * `db/reference/readiness-criteria.json` and of `db/reference/markets.json`.
 */
export function conditionsOf(
  { goods, services, targetMarkets, recentInquiryCount }: Asked,
  reference: ListingReference,
): string[] {
  const { flagsOf } = reference;
  const some = (holds: (snapshot: JudgedListing["snapshot"]) => boolean) =>
    goods.some(({ snapshot }) => holds(snapshot));
  const hasCode = (pattern: RegExp) => some((snapshot) => hasCodeOf(snapshot, pattern));
  const held: Readonly<Record<string, boolean>> = {
    has_textiles: some(({ categoryId }) => flagsOf(categoryId).isTextile),
    has_restricted_material: some(({ restrictedMaterial = "none" }) => restrictedMaterial !== "none"),
    has_cultural_goods: goods.some((good) => isCulturalGood(good, reference)),
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
    has_wood: goods.some((good) => isWooden(good, reference)),
    has_jewellery: some(({ categoryId }) => categoryId.endsWith("-jewellery")),
    has_children: some(({ categoryId, isForChildren }) => isForChildren || flagsOf(categoryId).isForChildren),
    has_carpets: hasCode(CARPETS),
    has_copper: goods.some(isOfCopper),
    has_light_industry: hasCode(/^(42|5\d|6[0-5])/),
    in_person: services.some(({ snapshot: { service } }) => service !== undefined && isInPerson(service)),
  };
  return Object.keys(held).filter((name) => held[name]);
}

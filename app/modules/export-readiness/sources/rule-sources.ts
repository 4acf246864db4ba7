import { CRITERION_SOURCES, type Column } from "./criterion-sources";
import type { MarketRule } from "../market-rules";

/** Columns by which it is known whether a condition holds, so that a criterion or a rule concerns a seller. */
export const CONDITION_COLUMNS: Readonly<Record<string, readonly Column[]>> = {
  has_textiles: ["listings.categoryId", "categories.isTextile"],
  has_restricted_material: ["listings.restrictedMaterial"],
  has_cultural_goods: ["listings.needsCulturalCheck", "categories.needsCulturalCheck", "hsCodes.needsCulturalCheck"],
  targets_eu: ["sellerTargetMarkets.marketId"],
  has_food_contact: ["listings.hasFoodContact"],
  has_fragile: ["listings.categoryId", "categories.isFragile"],
  claims_gi: ["listings.claimedIndication", "listings.heritageElementId"],
  has_inquiries: ["sellerFigures.recentInquiryCount"],
  sells_to_consumers: ["listings.isOpenToExport"],
  sells_to_business: ["listings.isOpenToExport"],
  has_leather: ["listings.hsCode"],
  has_footwear: ["listings.hsCode"],
  has_wood: ["listings.hsCode", "categories.isWood"],
  has_jewellery: ["listings.categoryId"],
  has_children: ["listings.isForChildren", "categories.isForChildren"],
  has_carpets: ["listings.hsCode"],
  has_copper: ["listings.hsCode"],
  has_light_industry: ["listings.hsCode"],
  in_person: ["listings.deliveryMode"],
  over_100_years: ["listings.madeYear"],
};

/** Columns of the facts that a rule asks of listings. */
const FIELD_COLUMNS: Readonly<Record<string, Column>> = {
  wood_species: "listings.woodSpecies",
  wood_origin: "listings.woodOrigin",
  copper_weight_g: "listings.copperWeightGrams",
  copper_value: "listings.copperValueMinor",
  buyer_vat_no: "people.companyTaxId",
};

const MARKET_PAGE = "seller/readiness/markets/:market";
const STAFF_PAGE = "staff/readiness/sellers/:id";

export type RuleSource = { columns: readonly Column[]; screens: readonly string[] };

/** What a market's rule rests on: what says whether it concerns a seller, and what says that it is met. */
export function ruleSourceOf({
  kind,
  appliesWhen,
  check,
}: Pick<MarketRule, "kind" | "appliesWhen" | "check">): RuleSource {
  const concerning = appliesWhen === undefined ? (["listings.kind"] as const) : (CONDITION_COLUMNS[appliesWhen] ?? []);
  switch (check.type) {
    case "criterion":
      return {
        columns: unique([...concerning, ...check.ids.flatMap((id) => CRITERION_SOURCES[id]?.columns ?? [])]),
        screens: [MARKET_PAGE, ...unique(check.ids.flatMap((id) => CRITERION_SOURCES[id]?.screen ?? []))],
      };
    case "listing_field":
      return {
        columns: unique([...concerning, ...check.fields.flatMap((field) => FIELD_COLUMNS[field] ?? [])]),
        screens: [MARKET_PAGE, kind === "services" ? "account/profile" : "seller/listings/:id/:part"],
      };
    case "staff_confirm":
      return { columns: [...concerning, "marketConfirmations.confirmedAt"], screens: [MARKET_PAGE, STAFF_PAGE] };
    case "acknowledge":
      return { columns: [...concerning, "marketConfirmations.confirmedAt"], screens: [MARKET_PAGE] };
    case "none":
      return { columns: concerning, screens: [MARKET_PAGE] };
  }
}

function unique<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}

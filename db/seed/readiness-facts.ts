import { readFileSync } from "node:fs";
import { isApplicable, valueOf, type CriterionState, type ReadinessInput } from "~/modules/export-readiness/rules";
import { isVoen } from "~/modules/sellers/voen";
import { readReadinessModel } from "../reference/readiness";
import { categoriesFile, marketsFile } from "../reference/schema";
import type { SeedGood, SeedListing, SeedSeller, SeedService } from "./catalogue";
import { dayBefore } from "./ids";

const reference = (name: string) => JSON.parse(readFileSync(new URL(`../reference/${name}`, import.meta.url), "utf8"));

const EXPORT_OFFERS = { goods: 3, both: 3, services: 2 } as const;
const MINIMUM_PHOTOS = 4;
const MINIMUM_DESCRIPTION = 80;
const PORTFOLIO_WORKS = 3;
const COMPLETED_ORDERS = 5;
const ANSWER_HOURS = 48;
const INQUIRIES_FOR_A_FIGURE = 3;

/**
 * What the seed establishes about a seller, criterion by criterion: the measuring rules of
 * `db/reference/readiness-criteria.json` and the market rules of `markets.json`, applied to seed entries.
 */
export function seedReadinessInput(seller: SeedSeller, listings: readonly SeedListing[], now: Date): ReadinessInput {
  const exported = listings.filter((listing) => listing.seller === seller.id && listing.open_to_export);
  const goods = exported.filter((listing) => listing.kind === "goods");
  const services = exported.filter((listing) => listing.kind === "service");
  const conditions = conditionsOf(seller, goods);
  const input: ReadinessInput = {
    offering: seller.type,
    conditions,
    states: {
      ...sellerStates(seller, exported, now),
      ...goodsStates(goods),
      ...serviceStates(services),
    },
    asOf: dayBefore(now, 0),
  };
  const isMarketReady = seller.target_markets.some((market) =>
    isMarketComplete(market, seller, goods, services, input),
  );
  return { ...input, states: { ...input.states, "CO-10": { kind: "fact", holds: isMarketReady } } };
}

function ratio<Listing>(listings: readonly Listing[], holds: (listing: Listing) => boolean): CriterionState {
  return { kind: "ratio", met: listings.filter(holds).length, total: listings.length };
}

function upTo(count: number, target: number): CriterionState {
  return { kind: "ratio", met: Math.min(count, target), total: target };
}

function sellerStates(seller: SeedSeller, exported: readonly SeedListing[], now: Date): Record<string, CriterionState> {
  const { demo } = seller;
  const declared = (name: keyof typeof demo.declared): CriterionState => ({
    kind: "declared",
    isDeclared: demo.declared[name],
    isConfirmed: demo.declared_confirmed_by_staff,
  });
  const papers = [...readReadinessModel().papers].flatMap(([criterion, type]) => {
    const document = demo.documents.find((one) => one.type === type);
    if (!document) return [];
    const expiresOn = dayBefore(now, document.issued_days_ago - document.valid_for_days);
    return [[criterion, { kind: "evidence", status: document.status, expiresOn } satisfies CriterionState] as const];
  });
  return {
    "ID-01": { kind: "fact", holds: isVoen(seller.voen) },
    "ID-03": { kind: "fact", holds: demo.contact_confirmed },
    "ID-04": declared("sme_category"),
    "OF-01": upTo(exported.length, EXPORT_OFFERS[seller.type]),
    "OF-03": ratio(exported, ({ title, description }) => {
      return title.en.length >= 3 && description.en.length >= MINIMUM_DESCRIPTION;
    }),
    "OF-06": upTo(demo.portfolio_works?.length ?? 0, PORTFOLIO_WORKS),
    "OF-08": declared("capacity"),
    "PR-01": ratio(exported, ({ export_price }) => export_price !== null && export_price.currency !== "AZN"),
    "PR-03": ratio(exported, ({ moq, lead_time_days }) => moq > 0 && lead_time_days >= 0),
    "LO-02": upTo(demo.shipping_routes, 2),
    "PA-02": declared("payment_terms"),
    "IP-01": ratio(exported, () => true),
    "MA-01": declared("target_market"),
    "MA-02": declared("answers_in_english"),
    "MA-03": { kind: "fact", holds: (demo.median_first_reply_hours ?? ANSWER_HOURS + 1) <= ANSWER_HOURS },
    "TR-01": upTo(demo.open_disputes > 0 ? 0 : demo.orders_completed, COMPLETED_ORDERS),
    ...Object.fromEntries(papers),
  };
}

function goodsStates(goods: readonly SeedGood[]): Record<string, CriterionState> {
  const textiles = goods.filter(({ category }) => flagsOf(category)?.textile);
  return {
    "OF-02": ratio(goods, ({ photos_planned }) => photos_planned >= MINIMUM_PHOTOS),
    "OF-04": ratio(goods, ({ materials, technique }) => materials.length > 0 && technique !== ""),
    "OF-05": ratio(goods, ({ size_cm, net_weight_g }) => size_cm !== null && net_weight_g !== null),
    "CO-01": ratio(goods, ({ hs_code }) => /^\d{6}$/.test(hs_code)),
    "CO-02": ratio(goods, ({ hs_reviewed }) => hs_reviewed),
    "CO-03": ratio(textiles, ({ fibre_composition }) => {
      return fibre_composition.reduce((sum, { percent }) => sum + percent, 0) === 100;
    }),
    "CO-04": ratio(goods, ({ restricted_material }) => restricted_material !== ""),
    "PR-02": ratio(goods, ({ incoterm }) => incoterm !== null),
    "LO-01": ratio(goods, isPacked),
    "DO-01": ratio(goods, (good) => isPacked(good) && good.incoterm !== null && good.export_price !== null),
    "DO-02": ratio(goods, ({ origin_country, place }) => origin_country !== "" && place !== ""),
  };
}

function isPacked({ packed_weight_g, packed_size_cm }: SeedGood): boolean {
  return packed_weight_g !== null && packed_size_cm !== null;
}

function serviceStates(services: readonly SeedService[]): Record<string, CriterionState> {
  return {
    "OF-07": ratio(services, ({ deliverables, turnaround_days }) => deliverables.en !== "" && turnaround_days > 0),
    "LO-04": ratio(services, ({ formats, working_languages }) => formats.length > 0 && working_languages.length > 0),
    "IP-04": ratio(services, ({ rights }) => rights !== null),
  };
}

function conditionsOf(seller: SeedSeller, goods: readonly SeedGood[]): string[] {
  const some = (holds: (good: SeedGood) => boolean | undefined) => goods.some((good) => holds(good) === true);
  const chapters = new Set(goods.map(({ hs_code }) => hs_code.slice(0, 2)));
  const inChapters = (...wanted: string[]) => wanted.some((chapter) => chapters.has(chapter));
  const held: Record<string, boolean> = {
    has_textiles: some(({ category }) => flagsOf(category)?.textile),
    has_restricted_material: some(({ restricted_material }) => restricted_material !== "none"),
    has_cultural_goods: some(({ category, cultural_check }) => cultural_check || flagsOf(category)?.cultural_check),
    targets_eu: goods.length > 0 && seller.target_markets.includes("EU"),
    has_food_contact: some(({ food_contact }) => food_contact),
    has_fragile: some(({ category }) => flagsOf(category)?.fragile),
    claims_gi: some(({ claims_gi }) => claims_gi !== null),
    has_inquiries: seller.demo.inquiries_90d >= INQUIRIES_FOR_A_FIGURE,
    sells_to_consumers: goods.length > 0,
    sells_to_business: goods.length > 0,
    has_leather: inChapters("42", "64"),
    has_footwear: inChapters("64"),
    has_wood: some(
      ({ category, hs_code }) => flagsOf(category)?.wood && /^(4418|4419|4420|4421|9401|9403)/.test(hs_code),
    ),
    has_jewellery: some(({ category }) => category.endsWith("-jewellery")),
    has_children: some(({ category, children }) => children || flagsOf(category)?.children),
    has_carpets: some(({ hs_code }) => /^(5701|5702|5705)/.test(hs_code)),
    has_copper: some(({ hs_code }) => /^(7418|7419)/.test(hs_code)),
    has_light_industry: [...chapters].some((chapter) => chapter === "42" || (chapter >= "50" && chapter <= "65")),
  };
  return Object.keys(held).filter((name) => held[name]);
}

const flagsByCategory = new Map(
  categoriesFile.parse(reference("categories.json")).categories.map(({ id, flags }) => [id, flags]),
);
const flagsOf = (category: string) => flagsByCategory.get(category);

const markets = marketsFile.parse(reference("markets.json"));

/** Every mandatory rule that concerns the seller holds: common ones and the market's own. */
function isMarketComplete(
  market: string,
  seller: SeedSeller,
  goods: readonly SeedGood[],
  services: readonly SeedService[],
  input: ReadinessInput,
): boolean {
  const own = markets.markets.find(({ id }) => id === market)?.rules ?? [];
  const hasTicks = seller.demo.market_checklist_complete.includes(market);
  const criteria = readReadinessModel().criteria;
  const holds = (id: string) => {
    const criterion = criteria.find((one) => one.id === id);
    return !criterion || !isApplicable(criterion, input) || valueOf(input.states[id], input.asOf) === 100;
  };
  return [...markets.common_rules, ...own]
    .filter(({ level }) => level === "mandatory")
    .filter(({ kind }) => kind === "both" || (kind === "goods" ? goods.length > 0 : services.length > 0))
    .filter(({ applies_when }) => applies_when === null || input.conditions.includes(applies_when))
    .every(({ check }) => {
      if (check.type === "criterion") return Array.isArray(check.ids) && check.ids.every((id) => holds(String(id)));
      if (check.type === "staff_confirm" || check.type === "acknowledge") return hasTicks;
      if (check.type === "listing_field") return hasListingFields(goods, check.fields);
      return true;
    });
}

function hasListingFields(goods: readonly SeedGood[], fields: unknown): boolean {
  const named = Array.isArray(fields) ? fields : [];
  const wooden = goods.filter(({ category }) => flagsOf(category)?.wood);
  const copper = goods.filter(({ hs_code }) => /^(7418|7419)/.test(hs_code));
  if (named.includes("wood_species") && !wooden.every(({ wood_species }) => wood_species.length > 0)) return false;
  return !named.includes("copper_weight_g") || copper.every(({ copper_weight_g }) => copper_weight_g !== null);
}

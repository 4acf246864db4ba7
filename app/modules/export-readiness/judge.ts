import { whyNotIban } from "~/modules/sellers";
import { isCulturalGood, isOfCopper, isWooden } from "./conditions";
import { establish, type SellerFacts } from "./establish";
import { evidenceStateOf, type ConcernedGroups, type HeldPaper } from "./evidence-state";
import type { JudgedListing, ListingReference } from "./listing-criteria";
import { isMarketOpen, judgeMarket, type JudgedRule, type MarketFacts, type MarketRule } from "./market-rules";
import { scoreReadiness, type ReadinessInput, type ReadinessModel, type ReadinessScore } from "./rules";

/** What is known of a seller: what criteria are established from, her papers, and what was confirmed for markets. */
export type KnownFacts = Omit<SellerFacts, "evidence"> & {
  iban: string | null;
  papers: readonly HeldPaper[];
  confirmations: ReadonlyMap<string, ReadonlySet<string>>;
};

export type JudgedMarket<Rule extends MarketRule> = { market: string; isOpen: boolean; rules: JudgedRule<Rule>[] };

export type Judgement<Rule extends MarketRule = MarketRule> = {
  input: ReadinessInput;
  score: ReadinessScore;
  /** Every market of the reference, in its order. */
  markets: JudgedMarket<Rule>[];
};

export type Reference<Rule extends MarketRule = MarketRule> = {
  model: ReadinessModel & { papers: ReadonlyMap<string, string> };
  rules: readonly Rule[];
  markets: readonly string[];
  listings: ListingReference;
};

/** The bank letter stands for an account; without a number that passes its check there is none to pay to. */
const BANK_CRITERION = "PA-01";

/**
 * Judges a seller against all criteria and markets on one day. A pure function of the version of the criteria, the rules of
 * the markets, the facts, the papers and the day: the same input gives the same answer.
 *
 * @param asOf calendar day on which papers must still be valid
 */
export function judge<Rule extends MarketRule>(
  facts: KnownFacts,
  { model, rules, markets, listings }: Reference<Rule>,
  asOf: string,
): Judgement<Rule> {
  const open = facts.listings.filter(({ snapshot }) => snapshot.isOpenToExport);
  const goods = open.filter(({ snapshot }) => snapshot.kind === "good");
  const groups: Readonly<Record<string, readonly string[]>> = concernedGroups(goods, listings);
  const evidence: SellerFacts["evidence"] = Object.fromEntries(
    [...model.papers].flatMap(([criterion, documentType]) => {
      if (criterion === BANK_CRITERION && (facts.iban === null || whyNotIban(facts.iban) !== undefined)) return [];
      const own = facts.papers.filter((paper) => paper.documentType === documentType);
      const state = evidenceStateOf(own, groups[criterion], asOf);
      return state ? [[criterion, state]] : [];
    }),
  );
  const established = establish({ ...facts, evidence }, listings, asOf);
  const judged = markets.map((market): JudgedMarket<Rule> => {
    const known: MarketFacts = {
      hasGoods: goods.length > 0,
      hasServices: open.length > goods.length,
      confirmed: facts.confirmations.get(market) ?? new Set(),
      isStated: (field) => isStated(field, goods, listings),
    };
    const own = judgeMarket(market, { rules, model }, known, askedFor(market, known, established));
    // Who sells nothing abroad is ready for no market.
    return { market, isOpen: open.length > 0 && isMarketOpen(own), rules: own };
  });
  const isSomeTargetOpen = judged.some(({ market, isOpen }) => isOpen && facts.targetMarkets.includes(market));
  const input: ReadinessInput = {
    ...established,
    states: { ...established.states, "CO-10": { kind: "fact", holds: isSomeTargetOpen } },
  };
  return { input, score: scoreReadiness(model, input), markets: judged };
}

/** Conditions that hold for whoever aims at a market with goods. */
const AIMED_AT: Readonly<Record<string, string>> = { EU: "targets_eu" };

/**
 * A market asks the same of a seller whether she has chosen it or not, and by what she offers, not by what she calls herself:
 * a criterion that would concern her there must not count as met because it does not concern her yet.
 */
function askedFor(market: string, { hasGoods }: MarketFacts, input: ReadinessInput): ReadinessInput {
  const aimed = hasGoods ? AIMED_AT[market] : undefined;
  return {
    ...input,
    offering: "both",
    conditions: aimed === undefined ? input.conditions : [...input.conditions, aimed],
  };
}

/** Product groups for which a criterion wants a paper each. Source: the rules of `db/reference/readiness-criteria.json`. */
export function concernedGroups(goods: readonly JudgedListing[], reference: ListingReference): ConcernedGroups {
  const groupsOf = (concerns: (good: JudgedListing) => boolean) => [
    ...new Set(goods.filter(concerns).map(({ snapshot }) => snapshot.categoryId)),
  ];
  return {
    "CO-06": groupsOf((good) => isCulturalGood(good, reference)),
    "CO-07": groupsOf(() => true),
    "CO-09": groupsOf(({ snapshot }) => snapshot.hasFoodContact),
    "LO-03": groupsOf(({ snapshot }) => reference.flagsOf(snapshot.categoryId).isFragile),
  };
}

type LacksFact = (good: JudgedListing, reference: ListingReference) => boolean;

/** Which goods lack a fact that a market's rule asks of all that it concerns. */
const LACKING: Readonly<Record<string, LacksFact>> = {
  wood_species: (good, reference) => isWooden(good, reference) && good.snapshot.woodSpecies.length === 0,
  wood_origin: (good, reference) => isWooden(good, reference) && !good.isWoodOriginKnown,
  copper_weight_g: (good) => isOfCopper(good) && !good.isCopperWeighed,
  copper_value: (good) => isOfCopper(good) && !good.isCopperValued,
};

/** What only an order knows is stated nowhere. */
function isStated(field: string, goods: readonly JudgedListing[], reference: ListingReference): boolean {
  const lacks = LACKING[field];
  return lacks !== undefined && !goods.some((good) => lacks(good, reference));
}

/** Goods that lack some of the facts that a rule asks of them. */
export function goodsLacking(
  fields: readonly string[],
  goods: readonly JudgedListing[],
  reference: ListingReference,
): JudgedListing[] {
  return goods.filter((good) => fields.some((field) => LACKING[field]?.(good, reference)));
}

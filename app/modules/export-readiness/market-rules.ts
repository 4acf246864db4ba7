import { isApplicable, valueOf, type ReadinessInput, type ReadinessModel } from "./rules";

/** How a rule of a market is known to be met. Source: `check` of `db/reference/markets.json`. */
export type RuleCheck =
  | { type: "criterion"; ids: readonly string[] }
  /** Facts that every listing that the rule concerns has to state. */
  | { type: "listing_field"; fields: readonly string[] }
  /** Staff have looked at it for this seller and market. */
  | { type: "staff_confirm" }
  /** The seller says that she has read it and does so. */
  | { type: "acknowledge" }
  /** Nothing can be checked before there is an order. */
  | { type: "none" };

export type MarketRule = {
  id: string;
  /** Undefined for what every market asks. */
  market: string | undefined;
  kind: "goods" | "services" | "both";
  level: "mandatory" | "advice";
  appliesWhen: string | undefined;
  check: RuleCheck;
};

export type RuleState = "met" | "missing" | "advice";

/** What is known of a seller in a market besides her criteria. */
export type MarketFacts = {
  hasGoods: boolean;
  hasServices: boolean;
  /** Ids of rules that staff have confirmed, or that she has acknowledged, for this market. */
  confirmed: ReadonlySet<string>;
  /** Whether every listing that it concerns states a fact. */
  isStated: (field: string) => boolean;
};

export type JudgedRule<Rule extends MarketRule = MarketRule> = {
  rule: Rule;
  state: RuleState;
  /** Criteria that are not met. */
  open: string[];
};

/** The rules of a market that concern a seller, its own after those of all, each with whether it is met. */
export function judgeMarket<Rule extends MarketRule>(
  market: string,
  { rules, model }: { rules: readonly Rule[]; model: ReadinessModel },
  facts: MarketFacts,
  input: ReadinessInput,
): JudgedRule<Rule>[] {
  return rules
    .filter((rule) => (rule.market === undefined || rule.market === market) && concerns(rule, facts, input))
    .map((rule) => {
      const open = rule.check.type === "criterion" ? openOf(rule.check.ids, model, input) : [];
      const isMet = isRuleMet(rule, facts, open);
      return { rule, open, state: isMet ? "met" : rule.level === "mandatory" ? "missing" : "advice" };
    });
}

/** Whether nothing that a market demands is missing: what criterion CO-10 asks of one target market. */
export function isMarketOpen(judged: readonly JudgedRule[]): boolean {
  return judged.every(({ state }) => state !== "missing");
}

function concerns({ kind, appliesWhen }: MarketRule, { hasGoods, hasServices }: MarketFacts, input: ReadinessInput) {
  const isOffered = kind === "both" ? hasGoods || hasServices : kind === "goods" ? hasGoods : hasServices;
  return isOffered && (appliesWhen === undefined || input.conditions.includes(appliesWhen));
}

function isRuleMet({ id, check }: MarketRule, { confirmed, isStated }: MarketFacts, open: readonly string[]): boolean {
  switch (check.type) {
    case "criterion":
      return open.length === 0;
    case "listing_field":
      return check.fields.every(isStated);
    case "staff_confirm":
    case "acknowledge":
      return confirmed.has(id);
    case "none":
      return true;
  }
}

/** A criterion that does not concern the seller is met. */
function openOf(ids: readonly string[], model: ReadinessModel, input: ReadinessInput): string[] {
  return ids.filter((id) => {
    const criterion = model.criteria.find((one) => one.id === id);
    return criterion !== undefined && isApplicable(criterion, input) && valueOf(input.states[id], input.asOf) < 100;
  });
}

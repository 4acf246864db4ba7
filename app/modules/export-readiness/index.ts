export type { MarketPage, MarketSummary, RuleView } from "./markets/market-types";
export {
  READINESS_LEVELS,
  type CriterionPlace,
  type CriterionStanding,
  type CriterionView,
  type LevelView,
} from "./types";

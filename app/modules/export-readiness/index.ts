export type { MarketPage, MarketSummary, RuleView } from "./markets/market-types";
export {
  READINESS_LEVELS,
  type CriterionPlace,
  type CriterionStanding,
  type CriterionView,
  type LevelChangeView,
  type LevelView,
} from "./types";
export {
  EVIDENCE_FIELD,
  EVIDENCE_QUEUE,
  EVIDENCE_REASON_TEXTS,
  EVIDENCE_REASONS,
  RECHECK_QUEUE,
  type ApartRefusal,
  type EvidenceReason,
  type PaperStanding,
  type PaperView,
} from "./evidence/types";
export { paperName } from "./evidence/paper-names";

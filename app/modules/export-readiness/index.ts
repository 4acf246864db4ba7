export type {
  ListingPapers,
  MarketPage,
  MarketSummary,
  PaperOnTheWay,
  RuleKnownBy,
  RuleView,
  ServedMarkets,
} from "./markets/market-types";
export type { OwnPassport, PassportAnswer, PublicPassport } from "./passports/types";
export type { PassportState } from "./passports/state";
export {
  READINESS_LEVELS,
  type CriterionPlace,
  type CriterionStanding,
  type CriterionView,
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

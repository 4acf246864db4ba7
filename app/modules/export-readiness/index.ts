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
  type LevelName,
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
export { SME_NAMES } from "./declare/sme-names";
export {
  CONFIRM_REFUSAL_TEXTS,
  type DeclarationView,
  type OwnShopRefusal,
  type StaffMarketView,
  type WaitingDeclaration,
} from "./confirm/types";
export {
  ENDING_DAYS,
  type EndingPaper,
  type LevelBar,
  type LevelCounts,
  type Mover,
  type NearReady,
  type ReadinessList,
  type ReadinessQuestion,
} from "./overview/types";
export {
  CRITERIA_REFUSAL_TEXTS,
  type CriteriaVersion,
  type ModelStatus,
  type PreviewCounts,
  type PreviewRow,
  type PreviewState,
} from "./criteria/types";

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

export {
  CLAIM_MS,
  REVIEW_DECISIONS,
  REVIEW_STATUSES,
  type ClaimRefusal,
  type DecisionRefusal,
  type ReviewDecision,
  type ReviewItem,
  type ReviewOutcome,
  type ReviewReason,
  type ReviewStatus,
} from "./types";

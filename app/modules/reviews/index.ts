export { afterWorkingDays } from "./rules";
export {
  CLAIM_MS,
  MOST_TOGETHER,
  REVIEW_DECISIONS,
  REVIEW_STATUSES,
  type ClaimRefusal,
  type DecidedReview,
  type DecisionRefusal,
  type ReviewDecision,
  type ReviewItem,
  type ReviewOutcome,
  type ReviewReason,
  type ReviewStatus,
  type TogetherRefusal,
} from "./types";

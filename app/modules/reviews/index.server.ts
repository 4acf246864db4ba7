/**
 * Reviews: owns what waits for a decision of staff, claims, and decisions with their reasons. It knows no subject: the room
 * that owns a queue opens items, shows what is to be judged, and changes its subject in the transaction of the decision.
 * An item is held by one person at a time and decided once.
 */
export { approveTogether, type ApproveItem, type ChosenItem, type TogetherOutcome } from "./approve-together.server";
export {
  claimNextReview,
  claimReview,
  decideReview,
  holdReviews,
  openReview,
  releaseReview,
  withdrawReview,
  type Decision,
  type OpenReview,
} from "./commands.server";
export { findDecided, listDecided } from "./decided.server";
export { decisionInput } from "./decision-input.server";
export {
  countReviews,
  findReview,
  listLookedAt,
  listReviewOutcomes,
  listReviews,
  listSubjectsOf,
} from "./queries.server";

export const REVIEW_DECISIONS = ["approved", "changes_requested", "rejected"] as const;
export type ReviewDecision = (typeof REVIEW_DECISIONS)[number];

export const REVIEW_STATUSES = ["open", ...REVIEW_DECISIONS, "withdrawn"] as const;
export type ReviewStatus = (typeof REVIEW_STATUSES)[number];

/** What has to be mended in one field: a code from the list of the queue's own room, and words beside it. */
export type ReviewReason = { field: string; code: string; words?: string | undefined };

/** An item as the desk lists it. */
export type ReviewItem = {
  itemId: string;
  queue: string;
  subjectId: string;
  subjectVersion: number;
  openedAt: Date;
  /** By when the Federation promises a decision. */
  dueAt: Date;
  /** Who looks at it just now; undefined when nobody does, or did for too long. */
  claim: { userId: string; name: string; until: Date } | undefined;
};

export type ReviewOutcome = {
  itemId: string;
  status: ReviewStatus;
  subjectVersion: number;
  openedAt: Date;
  decidedAt: Date | undefined;
  note: string | undefined;
  reasons: ReviewReason[];
};

/** An item that waits no more. */
export type DecidedReview = ReviewOutcome & {
  queue: string;
  subjectId: string;
  decidedAt: Date;
  /** Nobody where it was taken back by who had sent it. */
  decidedBy: string | undefined;
};

/** How long somebody may look at an item before others may take it, in milliseconds: 15 minutes. */
export const CLAIM_MS = 15 * 60_000;

export type ClaimRefusal = "item-missing" | "item-decided" | "claimed-by-other";
export type DecisionRefusal = ClaimRefusal | "not-claimed" | "subject-changed" | "reason-missing";

/** Most items that are approved by one form. */
export const MOST_TOGETHER = 50;
export type TogetherRefusal = DecisionRefusal | "not-looked-at";

import type { ReviewReason, ReviewStatus } from "~/modules/reviews";
import { REPORT_QUEUE } from "~/modules/catalog";
import { EVIDENCE_FIELD, EVIDENCE_QUEUE, EVIDENCE_REASON_TEXTS, RECHECK_QUEUE } from "~/modules/export-readiness";
import { INQUIRY_REPORT_QUEUE } from "~/modules/inquiries";
import { m } from "~/paraglide/messages.js";
import { LISTING_FIELD_NAMES, LISTING_REASON_NAMES } from "~/ui/workspace/listing-labels";
import { REASON_NAMES } from "~/ui/workspace/shop-labels";
import { wordFor, type Words } from "./audit/word-for";
import { SHOP_FIELD_NAMES } from "./shop-field-names";

const JUDGED: Words = { ...SHOP_FIELD_NAMES, ...LISTING_FIELD_NAMES, [EVIDENCE_FIELD]: m["evidence.field"] };
const REASONS: Words = { ...EVIDENCE_REASON_TEXTS, ...REASON_NAMES, ...LISTING_REASON_NAMES };

/** A reason of a review as people say it; one that no list has is said by its words alone. */
export function reasonWords({ field, code, words }: ReviewReason): string {
  const known = code === "other" ? undefined : (wordFor(REASONS, code) ?? code);
  const said = [known, words].filter(Boolean).join(" · ");
  return `${wordFor(JUDGED, field) ?? field}: ${said || m["reviews.report.reason.other"]()}`;
}

export const OUTCOME_NAMES: Readonly<Record<ReviewStatus, () => string>> = {
  open: m["reviews.outcome.open"],
  approved: m["reviews.outcome.approved"],
  changes_requested: m["reviews.outcome.changesRequested"],
  rejected: m["reviews.outcome.rejected"],
  withdrawn: m["reviews.outcome.withdrawn"],
};

/** What a decision on a report says of the report, not of what was reported. */
export const REPORT_VERDICTS: Words = {
  approved: m["reviews.outcome.reportUpheld"],
  rejected: m["reviews.outcome.reportUnfounded"],
};

/** What a decision says in queues of which the items are neither approved nor sent back. */
const OUTCOMES_OF: Readonly<Record<string, Words>> = {
  [REPORT_QUEUE]: REPORT_VERDICTS,
  [INQUIRY_REPORT_QUEUE]: REPORT_VERDICTS,
  [EVIDENCE_QUEUE]: {
    approved: m["evidence.outcome.verified"],
    changes_requested: m["evidence.outcome.asked"],
    rejected: m["evidence.outcome.rejected"],
  },
  [RECHECK_QUEUE]: { approved: m["evidence.outcome.agreed"], rejected: m["evidence.outcome.overturned"] },
};

/** What was decided about an item of a queue. */
export function outcomeName(queue: string, status: ReviewStatus): string {
  return wordFor(OUTCOMES_OF[queue] ?? {}, status) ?? OUTCOME_NAMES[status]();
}

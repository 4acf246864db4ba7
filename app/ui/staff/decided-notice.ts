import type { ReviewStatus } from "~/modules/reviews";
import { REPORT_QUEUE } from "~/modules/catalog";
import { EVIDENCE_QUEUE, RECHECK_QUEUE } from "~/modules/export-readiness";
import { INQUIRY_REPORT_QUEUE } from "~/modules/inquiries";
import { m } from "~/paraglide/messages.js";

type Said = (inputs: { name: string }) => string;

const OF_EVIDENCE: Readonly<Record<string, Readonly<Partial<Record<ReviewStatus, Said>>>>> = {
  [EVIDENCE_QUEUE]: {
    approved: m["evidence.desk.verified"],
    rejected: m["evidence.desk.rejected"],
    changes_requested: m["evidence.desk.asked"],
  },
  [RECHECK_QUEUE]: { approved: m["evidence.desk.agreed"], rejected: m["evidence.desk.overturned"] },
};

/** What was decided a moment ago about which item. */
export function decidedNotice({ queue, status, name }: { queue: string; status: ReviewStatus; name: string }): string {
  if (queue === REPORT_QUEUE || queue === INQUIRY_REPORT_QUEUE) return m["reviews.desk.decided.report"]({ name });
  const own = OF_EVIDENCE[queue]?.[status];
  if (own) return own({ name });
  return status === "approved"
    ? m["reviews.desk.decided.approve"]({ name })
    : m["reviews.desk.decided.requestChanges"]({ name });
}

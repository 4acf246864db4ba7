import type { ReviewStatus } from "~/modules/reviews";
import { REPORT_QUEUE } from "~/modules/catalog";
import { INQUIRY_REPORT_QUEUE } from "~/modules/inquiries";
import { m } from "~/paraglide/messages.js";

/** What was decided a moment ago about which item. */
export function decidedNotice({ queue, status, name }: { queue: string; status: ReviewStatus; name: string }): string {
  if (queue === REPORT_QUEUE || queue === INQUIRY_REPORT_QUEUE) return m["reviews.desk.decided.report"]({ name });
  return status === "approved"
    ? m["reviews.desk.decided.approve"]({ name })
    : m["reviews.desk.decided.requestChanges"]({ name });
}

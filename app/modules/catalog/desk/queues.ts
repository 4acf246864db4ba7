import type { Paths } from "~/platform/http/paths";
import { LISTING_QUEUES } from "../working/listing-queues";

/** What waits for the Federation, in the order in which the desk shows it. */
export const DESK_QUEUES = [
  "sellers",
  "seller_changes",
  ...LISTING_QUEUES,
  "reports",
  "inquiry_reports",
  "evidence",
  "evidence_rechecks",
] as const;
export type DeskQueue = (typeof DESK_QUEUES)[number];

/** Queues of rooms that come after this one: they say themselves what their items are about. */
export const LATER_QUEUES = ["inquiry_reports", "evidence", "evidence_rechecks"] as const;
export type LaterQueue = (typeof LATER_QUEUES)[number];

/** Queues of which several items may be approved at once. A report is read and decided by itself. */
export const MAY_GO_TOGETHER: readonly DeskQueue[] = ["sellers", "seller_changes", ...LISTING_QUEUES];

export function isDeskQueue(name: string | null | undefined): name is DeskQueue {
  return DESK_QUEUES.some((queue) => queue === name);
}

type Screen = "review" | "reviewListing" | "reviewReport" | "reviewInquiry" | "reviewEvidence" | "recheckEvidence";

const SCREENS: Readonly<Record<DeskQueue, Screen>> = {
  sellers: "review",
  seller_changes: "review",
  listings: "reviewListing",
  listing_changes: "reviewListing",
  listing_checks: "reviewListing",
  reports: "reviewReport",
  inquiry_reports: "reviewInquiry",
  evidence: "reviewEvidence",
  evidence_rechecks: "recheckEvidence",
};

/** The screen on which an item is decided. */
export function reviewPath(paths: Paths, queue: string, itemId: string, query: Record<string, string> = {}): string {
  return paths[isDeskQueue(queue) ? SCREENS[queue] : "review"](itemId, query);
}

import type { ListingStatus } from "../types";

/** What decides what may be done with a listing. */
export type ListingState = {
  status: ListingStatus;
  /** Since when a version of it waits for the Federation. */
  submittedAt: Date | undefined;
};

const EDITABLE: ReadonlySet<ListingStatus> = new Set(["draft", "changes_requested", "published", "paused"]);

/** What waits for the Federation is not changed under the reviewer's eyes: it is taken back first. */
export function canEditListing({ status, submittedAt }: ListingState): boolean {
  return submittedAt === undefined && EDITABLE.has(status);
}

/** Deeds of a seller with a listing, beside writing it. */
export const LISTING_DEEDS = ["submit", "withdraw", "pause", "resume", "archive", "restore"] as const;
export type ListingDeed = (typeof LISTING_DEEDS)[number];

/** Along DESIGN's transitions; an archived listing comes back as a draft, which is looked at anew. */
export function canDo(deed: ListingDeed, { status, submittedAt }: ListingState): boolean {
  const isWaiting = submittedAt !== undefined;
  if (deed === "submit") return canEditListing({ status, submittedAt });
  if (deed === "withdraw") return isWaiting;
  if (deed === "pause") return status === "published";
  if (deed === "resume") return status === "paused";
  if (deed === "restore") return status === "archived";
  return status !== "archived" && !isWaiting;
}

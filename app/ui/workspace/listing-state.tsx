import type { ListingStatus } from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";
import { Badge } from "~/ui/primitives/badge";
import { LISTING_STATUS_NAMES } from "./listing-labels";

const TONES = {
  draft: "plain",
  in_review: "featured",
  changes_requested: "warning",
  published: "verified",
  paused: "plain",
  archived: "plain",
} as const;

type Props = { listing: { status: ListingStatus; isWaiting: boolean; isChanged: boolean } };

/** How a listing stands, in a word or two. */
export function ListingState({ listing: { status, isWaiting, isChanged } }: Props) {
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      <Badge tone={TONES[status]}>{LISTING_STATUS_NAMES[status]()}</Badge>
      {isWaiting && status !== "in_review" ? <Badge tone="featured">{m["catalog.status.waiting"]()}</Badge> : null}
      {isChanged && !isWaiting ? <Badge tone="plain">{m["catalog.status.changed"]()}</Badge> : null}
    </span>
  );
}

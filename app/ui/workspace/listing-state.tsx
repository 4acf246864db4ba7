import type { ListingStatus, ListingStop } from "~/modules/catalog";
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

type Props = {
  listing: { status: ListingStatus; isWaiting: boolean; isChanged: boolean; stops?: readonly ListingStop[] };
};

/** How a listing stands, in a word or two. */
export function ListingState({ listing: { status, isWaiting, isChanged, stops } }: Props) {
  const isUnseen = status === "published" && stops !== undefined && stops.length > 0;
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      {isUnseen ? (
        <Badge tone="warning">{m["catalog.status.unseen"]()}</Badge>
      ) : (
        <Badge tone={TONES[status]}>{LISTING_STATUS_NAMES[status]()}</Badge>
      )}
      {isWaiting && status !== "in_review" ? <Badge tone="featured">{m["catalog.status.waiting"]()}</Badge> : null}
      {isChanged && !isWaiting ? <Badge tone="plain">{m["catalog.status.changed"]()}</Badge> : null}
    </span>
  );
}

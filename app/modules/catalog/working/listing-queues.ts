/**
 * Queues in which listings wait for staff: never published before; published, with a change that the public does not see
 * yet; published at once by a trusted seller and looked at after.
 */
export const LISTING_QUEUES = ["listings", "listing_changes", "listing_checks"] as const;
export type ListingQueue = (typeof LISTING_QUEUES)[number];

/** Parts of a listing that a reviewer may ask to be mended. */
export const LISTING_FIELDS = [
  "title",
  "description",
  "category",
  "pictures",
  "materials",
  "origin",
  "price",
  "hs-code",
  "rights",
  "translations",
] as const;
export type ListingField = (typeof LISTING_FIELDS)[number];

/** Why; words may stand beside it. */
export const LISTING_REASONS = [
  "incomplete",
  "unclear",
  "not-true",
  "not-handmade",
  "copied",
  "improper",
  "wrong-place",
] as const;
export type ListingReason = (typeof LISTING_REASONS)[number];

/** What each reason can be said of: only pictures and rights are somebody else's, only a category is a wrong one. */
const FIELDS_OF: Readonly<Record<ListingReason, readonly ListingField[]>> = {
  incomplete: ["title", "description", "pictures", "materials", "origin", "price", "hs-code", "rights", "translations"],
  unclear: ["title", "description", "pictures", "materials", "price", "rights", "translations"],
  "not-true": ["title", "description", "pictures", "materials", "origin", "price", "hs-code", "rights", "translations"],
  "not-handmade": ["title", "description", "materials"],
  copied: ["pictures", "rights"],
  improper: ["title", "description", "pictures", "translations"],
  "wrong-place": ["category"],
};

/** Reasons that make sense for a field, in the order of the list. */
export function listingReasonsFor(field: ListingField): readonly ListingReason[] {
  return LISTING_REASONS.filter((reason) => FIELDS_OF[reason].includes(field));
}

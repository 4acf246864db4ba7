import type { Locale } from "~/platform/i18n/locales";

export type CollectionCardView = {
  slug: string;
  title: string;
  introduction: string;
  textLang: Locale | undefined;
  entryCount: number;
  pictures: { sha256: string; placeholder: string }[];
};

export type CollectionView = {
  collectionId: string;
  slug: string;
  title: string;
  introduction: string;
  textLang: Locale | undefined;
  listingIds: string[];
  sellerIds: string[];
};

/** Places on the home page; each takes one kind of thing. */
export const SLOTS = ["home_listing", "home_seller", "home_collection"] as const;
export type Slot = (typeof SLOTS)[number];

export function isSlot(value: string | null | undefined): value is Slot {
  return SLOTS.some((slot) => slot === value);
}

export const COLLECTION_STATUSES = ["draft", "published", "archived"] as const;
export type CollectionStatus = (typeof COLLECTION_STATUSES)[number];

/** What may be featured, or put into a collection. */
export type Candidate = {
  subjectId: string;
  name: string;
  detail: string;
  picture: { sha256: string; placeholder: string } | undefined;
};

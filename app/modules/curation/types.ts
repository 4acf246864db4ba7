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

/** What was done on one day with a seller's listings, or with one of them. */
export type DayNumbers = { day: string; label: string; views: number; saves: number };

/** The last thirty days, the earliest first. */
export type SellerMonth = {
  days: DayNumbers[];
  views: number;
  saves: number;
  /** The same sums as they are read. */
  texts: { views: string; saves: string };
};

export const NUMBER_SORTS = ["views", "saves", "title"] as const;
export type NumberSort = (typeof NUMBER_SORTS)[number];

export type ListingNumbers = { listingId: string; title: string; views: number; saves: number };

/** Something a seller's team can do today. */
export type SellerTask = { text: string; path: string; why: string };

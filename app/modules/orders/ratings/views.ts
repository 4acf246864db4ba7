export type RatingView = {
  key: string;
  stars: number;
  words: string | undefined;
  /** In which it was written. */
  lang: string;
  when: string;
  answer: string | undefined;
};

export type RatingsView = {
  count: number;
  countText: string;
  /** In the reader's digits; undefined while there are too few. */
  average: string | undefined;
  ratings: RatingView[];
};

/** The rating of one order, for its two sides and for staff. */
export type OwnRatingView = RatingView & { isHidden: boolean; hiddenReason: string | undefined };

/** The same in the list of who moderates them. */
export type StaffsRatingView = OwnRatingView & { orderId: string; seller: string };

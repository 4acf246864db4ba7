/** Sizes of a business by the Cabinet of Ministers' criteria of 2018. */
export const SME_CATEGORIES = ["micro", "small", "medium", "large"] as const;
export type SmeCategory = (typeof SME_CATEGORIES)[number];

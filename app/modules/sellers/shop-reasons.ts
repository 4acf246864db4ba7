/** Parts of a shop that a reviewer may ask to be mended. */
export const SHOP_FIELDS = ["making", "name", "place", "tagline", "story"] as const;
export type ShopField = (typeof SHOP_FIELDS)[number];

/** Why; words may stand beside it. */
export const SHOP_REASONS = ["incomplete", "unclear", "not-true", "improper"] as const;
export type ShopReason = (typeof SHOP_REASONS)[number];

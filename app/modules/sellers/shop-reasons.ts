import type { ShopStep } from "./shop-steps";

/** Parts of a shop that a reviewer may ask to be mended. */
export const SHOP_FIELDS = ["making", "name", "place", "tagline", "story"] as const;
export type ShopField = (typeof SHOP_FIELDS)[number];

/** Why; words may stand beside it. */
export const SHOP_REASONS = ["incomplete", "unclear", "not-true", "improper"] as const;
export type ShopReason = (typeof SHOP_REASONS)[number];

const STEP_OF: Readonly<Record<ShopField, ShopStep>> = {
  making: "making",
  name: "place",
  place: "place",
  tagline: "story",
  story: "story",
};

/** The step in which a field is mended; undefined for a name that is no field of a shop. */
export function stepOf(field: string): ShopStep | undefined {
  const known = SHOP_FIELDS.find((own) => own === field);
  return known && STEP_OF[known];
}

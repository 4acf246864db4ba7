import type { ShopStep } from "./shop-steps";

/** Parts of a shop that a reviewer may ask to be mended. */
export const SHOP_FIELDS = [
  "making",
  "name",
  "place",
  "contacts",
  "tagline",
  "story",
  "translations",
  "legal-form",
  "voen",
  "paper",
  "bank",
] as const;
export type ShopField = (typeof SHOP_FIELDS)[number];

/** Why; words may stand beside it. */
export const SHOP_REASONS = [
  "incomplete",
  "unclear",
  "not-true",
  "improper",
  "does-not-match",
  "unreadable-paper",
] as const;
export type ShopReason = (typeof SHOP_REASONS)[number];

const STEP_OF: Readonly<Record<ShopField, ShopStep>> = {
  making: "making",
  name: "place",
  place: "place",
  contacts: "contacts",
  tagline: "story",
  story: "story",
  translations: "story",
  "legal-form": "legal",
  voen: "legal",
  paper: "paper",
  bank: "bank",
};

/** The step in which a field is mended; undefined for a name that is no field of a shop. */
export function stepOf(field: string): ShopStep | undefined {
  const known = SHOP_FIELDS.find((own) => own === field);
  return known && STEP_OF[known];
}

/** Reasons that make sense for a field: only a paper can be unreadable, only what a paper says can differ from it. */
export function reasonsFor(field: ShopField): readonly ShopReason[] {
  const isOnPaper = field === "legal-form" || field === "voen" || field === "bank" || field === "name";
  return SHOP_REASONS.filter((reason) => {
    if (reason === "unreadable-paper") return field === "paper";
    return reason !== "does-not-match" || isOnPaper || field === "paper";
  });
}

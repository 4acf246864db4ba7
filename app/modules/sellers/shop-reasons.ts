import type { ShopStep } from "./step-names";

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

/** What a reviewer has to say beside an approval where it holds: that she does it without papers. */
export const SHOP_CONFIRMATIONS = ["paperless"] as const;
export type ShopConfirmation = (typeof SHOP_CONFIRMATIONS)[number];

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

/** What each reason can be said of: only a paper is unreadable, and only what stands on one can differ from it. */
const FIELDS_OF: Readonly<Record<ShopReason, readonly ShopField[]>> = {
  incomplete: ["making", "contacts", "story", "translations", "legal-form", "voen", "paper", "bank"],
  unclear: ["making", "name", "tagline", "story", "translations"],
  "not-true": ["making", "place", "contacts", "tagline", "story", "translations", "legal-form", "voen", "paper"],
  improper: ["name", "tagline", "story", "translations"],
  "does-not-match": ["name", "legal-form", "voen", "bank"],
  "unreadable-paper": ["paper"],
};

/** Reasons that make sense for a field, in the order of the list. */
export function reasonsFor(field: ShopField): readonly ShopReason[] {
  return SHOP_REASONS.filter((reason) => FIELDS_OF[reason].includes(field));
}

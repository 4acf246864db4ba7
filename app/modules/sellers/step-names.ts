/** Parts of a shop that its team fills in, in the order of the stepper. */
export const SHOP_STEPS = ["making", "place", "contacts", "story", "pictures", "legal", "paper", "bank"] as const;
export type ShopStep = (typeof SHOP_STEPS)[number];

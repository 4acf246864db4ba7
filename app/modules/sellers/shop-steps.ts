import type { Offering, SellerStatus } from "./types";

/** Parts of a shop that its team fills in, in the order of the stepper. */
export const SHOP_STEPS = ["making", "place", "story", "pictures"] as const;
export type ShopStep = (typeof SHOP_STEPS)[number];

/** Steps that may wait: a shop is sent to the Federation without them. */
const OPTIONAL_STEPS = ["pictures"] as const;
/** Steps that a reviewer needs. */
export type NeededStep = Exclude<ShopStep, (typeof OPTIONAL_STEPS)[number]>;
const isNeeded = (step: ShopStep): step is NeededStep => !OPTIONAL_STEPS.some((optional) => optional === step);

/** What the team has said so far. */
export type ShopFacts = {
  status: SellerStatus;
  name: string;
  offering: Offering;
  categoryIds: readonly string[];
  placeId: string;
  tagline: string | undefined;
  story: string | undefined;
  coverMediaId: string | undefined;
  logoMediaId: string | undefined;
};

/** Letters that a story needs at least: two sentences tell a buyer more than a slogan. */
export const SHORTEST_STORY = 80;

/** Whether a step holds all that a reviewer needs of it; an optional one, whether anything is there. */
export function isStepDone(step: ShopStep, shop: ShopFacts): boolean {
  if (step === "making") return shop.categoryIds.length > 0;
  if (step === "place") return shop.name.trim() !== "" && shop.placeId !== "";
  if (step === "pictures") return shop.coverMediaId !== undefined || shop.logoMediaId !== undefined;
  return Array.from(shop.story?.trim() ?? "").length >= SHORTEST_STORY;
}

export type StepsView = {
  version: number;
  /** Why the team cannot change the shop just now: the state it is in. */
  closedBy: SellerStatus | undefined;
  done: ShopStep[];
};

/** What every page of the stepper shows of a shop. */
export function stepsOf(shop: ShopFacts & { version: number }): StepsView {
  return {
    version: shop.version,
    closedBy: canEditShop(shop.status) ? undefined : shop.status,
    done: SHOP_STEPS.filter((step) => isStepDone(step, shop)),
  };
}

/** The first needed step that is not done, or undefined when the shop can be sent to the Federation. */
export function nextStep(shop: ShopFacts): NeededStep | undefined {
  return SHOP_STEPS.filter(isNeeded).find((step) => !isStepDone(step, shop));
}

export type SubmitRefusal =
  "already-submitted" | "already-approved" | "suspended" | "making-missing" | "place-missing" | "story-missing";

/** First reason why a shop may not be sent to the Federation, or undefined when it may. */
export function whyNotSubmit(shop: ShopFacts): SubmitRefusal | undefined {
  if (shop.status === "submitted") return "already-submitted";
  if (shop.status === "approved") return "already-approved";
  if (shop.status === "suspended") return "suspended";
  const step = nextStep(shop);
  return step && (`${step}-missing` as const);
}

/** In these states the team may change what a reviewer judges. */
export function canEditShop(status: SellerStatus): boolean {
  return status === "draft" || status === "changes_requested";
}

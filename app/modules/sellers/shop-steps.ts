import { memberMay, type ShopRole } from "~/platform/session/roles";
import { stepOf } from "./shop-reasons";
import { SHOP_STEPS, type ShopStep } from "./step-names";
import type { LegalForm, Offering, SellerStatus } from "./types";

/** Without these a shop can be approved; until they are there, it is only asked and not ordered from. */
const FOR_ORDERS = ["legal", "paper", "bank"] as const satisfies readonly ShopStep[];
export type OrderStep = (typeof FOR_ORDERS)[number];
/** Steps that may wait until after the approval. */
const LATER = ["pictures", ...FOR_ORDERS] as const satisfies readonly ShopStep[];
type LaterStep = (typeof LATER)[number];

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
  /** By which buyers reach the shop. */
  phone: string | undefined;
  email: string | undefined;
  legalForm: LegalForm | undefined;
  voen: string | undefined;
  /** The registration paper that counts, which is the latest. */
  paperId: string | undefined;
  iban: string | undefined;
};

/** Letters that a story needs at least: two sentences tell a buyer more than a slogan. */
export const SHORTEST_STORY = 80;

export function isStoryLongEnough(story: string | undefined): boolean {
  return Array.from(story?.trim() ?? "").length >= SHORTEST_STORY;
}

const IS_DONE: Readonly<Record<ShopStep, (shop: ShopFacts) => boolean>> = {
  making: ({ categoryIds }) => categoryIds.length > 0,
  place: ({ name, placeId }) => name.trim() !== "" && placeId !== "",
  contacts: ({ phone, email }) => phone !== undefined || email !== undefined,
  story: ({ story }) => isStoryLongEnough(story),
  pictures: ({ coverMediaId, logoMediaId }) => coverMediaId !== undefined || logoMediaId !== undefined,
  legal: ({ legalForm, voen }) => legalForm !== undefined && voen !== undefined,
  paper: ({ paperId }) => paperId !== undefined,
  bank: ({ iban }) => iban !== undefined,
};

/** Whether a step holds all that a reviewer needs of it; an optional one, whether anything is there. */
export function isStepDone(step: ShopStep, shop: ShopFacts): boolean {
  return IS_DONE[step](shop);
}

/** Whether a step may be filled after the shop is approved. */
export function canWait(step: ShopStep): step is LaterStep {
  return LATER.some((own) => own === step);
}

/** Whether buyers can order only once a step is done. */
export function isForOrders(step: ShopStep): step is OrderStep {
  return FOR_ORDERS.some((own) => own === step);
}

/** What a shop still lacks before buyers may order from it and pay. */
export function missingForOrders(shop: ShopFacts): OrderStep[] {
  return FOR_ORDERS.filter((step) => !isStepDone(step, shop));
}

/** Whether staff cannot see from anything but its team's word who a shop is: it has brought no registration paper. */
export function lacksPapers({ paperId }: ShopFacts): boolean {
  return paperId === undefined;
}

/**
 * Whether buyers may order from a shop: it is approved, registered with the tax service by number and by paper, and has an
 * account to be paid to. All others' listings are inquiry-only.
 */
export function canTakeOrders(shop: ShopFacts): boolean {
  return shop.status === "approved" && missingForOrders(shop).length === 0;
}

/** Numbers, papers and accounts are for who answers for the shop. */
export function maySeeStep(step: ShopStep, role: ShopRole): boolean {
  return memberMay(role, isForOrders(step) ? "manager" : "editor");
}

export type StepsView = {
  sellerId: string;
  version: number;
  status: SellerStatus;
  /** Steps that the member may open. */
  own: ShopStep[];
  done: ShopStep[];
  /** What staff want mended. */
  asked: readonly AskedReason[];
};

/** A word of a reviewer on a field, and whether the team has changed the field since. */
export type AskedReason = { field: string; code: string; words?: string | undefined; isMended: boolean };

/** Steps of which something that was asked for is as it was. */
export function stepsToMend(asked: readonly AskedReason[]): ShopStep[] {
  return SHOP_STEPS.filter((step) => asked.some(({ field, isMended }) => !isMended && stepOf(field) === step));
}

/** Steps of which all that was asked for is changed, and not yet sent. */
export function mendedSteps(asked: readonly AskedReason[]): ShopStep[] {
  const open = stepsToMend(asked);
  return SHOP_STEPS.filter((step) => !open.includes(step) && asked.some(({ field }) => stepOf(field) === step));
}

/** What every page of the stepper shows of a shop to a member of its team. */
export function stepsOf(
  shop: ShopFacts & { sellerId: string; version: number },
  role: ShopRole,
  asked: readonly AskedReason[],
): StepsView {
  return {
    sellerId: shop.sellerId,
    version: shop.version,
    asked,
    status: shop.status,
    own: SHOP_STEPS.filter((step) => maySeeStep(step, role)),
    done: SHOP_STEPS.filter((step) => isStepDone(step, shop)),
  };
}

/** The first step that has to be done and is not, or undefined when the shop can be sent to the Federation. */
export function nextStep(shop: ShopFacts): Exclude<ShopStep, LaterStep> | undefined {
  for (const step of SHOP_STEPS) if (!canWait(step) && !isStepDone(step, shop)) return step;
  return undefined;
}

/** Where the stepper leads after a step; undefined when it is over, and for who changes one thing of an approved shop. */
export function stepAfter(step: ShopStep, status: SellerStatus, role: ShopRole): ShopStep | undefined {
  if (status === "approved") return undefined;
  return SHOP_STEPS.slice(SHOP_STEPS.indexOf(step) + 1).find((later) => maySeeStep(later, role));
}

export type SubmitRefusal =
  | "already-submitted"
  | "already-approved"
  | "suspended"
  | "making-missing"
  | "place-missing"
  | "contacts-missing"
  | "story-missing";

/** First reason why a shop may not be sent to the Federation, or undefined when it may. */
export function whyNotSubmit(shop: ShopFacts): SubmitRefusal | undefined {
  if (shop.status === "submitted") return "already-submitted";
  if (shop.status === "approved") return "already-approved";
  if (shop.status === "suspended") return "suspended";
  const step = nextStep(shop);
  return step && (`${step}-missing` as const);
}

/**
 * Whether the team may change a part of its shop. While the Federation looks at the shop, what it says of itself stays as
 * it was sent; how it is reached, registered and paid may be set right at any time, and nothing of a suspended one.
 */
export function canEditStep(step: ShopStep, status: SellerStatus): boolean {
  if (status === "suspended") return false;
  return status !== "submitted" || step === "contacts" || isForOrders(step);
}

/** Whether staff look again at a part that an approved shop changes. How a shop is reached is its own affair. */
export function isReviewedAgain(step: ShopStep): boolean {
  return step !== "contacts";
}

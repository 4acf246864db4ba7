import type { OrderFacts } from "../fulfilment/facts.server";
import {
  whyNotAnswer,
  whyNotAskAgain,
  whyNotCancel,
  whyNotConfirm,
  whyNotDeliver,
  whyNotPrepare,
  whyNotReady,
  whyNotReport,
  whyNotShip,
} from "../fulfilment/rules";
import { whyNotRate } from "../ratings/rules";
import type { FulfilmentRefusal } from "../types";

export const BUYERS_DEEDS = [
  "confirm",
  "rate",
  "ask-again",
  "problem",
  "refund",
  "withdrawal",
  "ask-staff",
  "close-problem",
  "cancel",
] as const;
export type BuyersDeed = (typeof BUYERS_DEEDS)[number];

export const SELLERS_DEEDS = [
  "accept",
  "prepare",
  "ready",
  "ship",
  "deliver",
  "answer-problem",
  "decline",
  "cancel",
] as const;
export type SellersDeed = (typeof SELLERS_DEEDS)[number];

export const STAFFS_DEEDS = ["decide-problem", "cancel"] as const;
export type StaffsDeed = (typeof STAFFS_DEEDS)[number];

export type Offered<Deed> = { deed: Deed; why: FulfilmentRefusal | undefined };
type Why = FulfilmentRefusal | undefined;

/** What is out of the question is not shown; what only has to wait, or is over, is shown with its reason. */
const OUT_OF_QUESTION: ReadonlySet<FulfilmentRefusal> = new Set([
  "not-now",
  "not-picked-up",
  "not-sent",
  "not-delivered-by-hand",
  "no-service",
  "no-consumer",
  "no-goods",
  "problem-missing",
  "nothing-to-refund",
] as const);

function offered<Deed>(all: readonly [Deed, Why][]): Offered<Deed>[] {
  return all.map(([deed, why]) => ({ deed, why })).filter(({ why }) => why === undefined || !OUT_OF_QUESTION.has(why));
}

const openOnly = ({ problem }: OrderFacts): Why => (problem ? undefined : "problem-missing");

const BUYERS_WHY: Readonly<Record<BuyersDeed, (facts: OrderFacts, now: Date) => Why>> = {
  confirm: whyNotConfirm,
  rate: whyNotRate,
  "ask-again": whyNotAskAgain,
  problem: (facts, now) => whyNotReport(facts, "problem", now),
  refund: (facts, now) => whyNotReport(facts, "refund", now),
  withdrawal: (facts, now) => whyNotReport(facts, "withdrawal", now),
  "ask-staff": (facts) => (facts.problem?.isForStaff ? "not-now" : openOnly(facts)),
  "close-problem": openOnly,
  cancel: (facts) => whyNotCancel(facts, "buyer"),
};

/** First reason why the buyer may not do it now. */
export function whyNotAsBuyer(deed: BuyersDeed, facts: OrderFacts, now: Date): Why {
  return BUYERS_WHY[deed](facts, now);
}

export function buyersDeeds(facts: OrderFacts, now: Date): Offered<BuyersDeed>[] {
  const all = offered(BUYERS_DEEDS.map((deed): [BuyersDeed, Why] => [deed, whyNotAsBuyer(deed, facts, now)]));
  const endsService = facts.kind === "service" && whyNotAsBuyer("withdrawal", facts, now) === undefined;
  return (
    all
      .filter(({ deed, why }) => why !== "problem-open" || isSaidBeside(deed, facts))
      // To withdraw from a service is to cancel it by right: two buttons for it would ask her to choose between them.
      .filter(({ deed }) => deed !== "cancel" || !endsService)
  );
}

/**
 * Beside what is open already, three ways to open it would only say the same reason three times. Who reported a problem and
 * wants her money is told where to ask for it.
 */
function isSaidBeside(deed: BuyersDeed, { problem }: OrderFacts): boolean {
  return deed === "confirm" || (deed === "refund" && problem?.kind === "problem");
}

/** What may be done in place of what may not: about what is open, or, while nothing has left, ending the order. */
const INSTEAD: ReadonlySet<BuyersDeed> = new Set(["ask-staff", "close-problem", "cancel"] as const);

/** @param why she may not do what she wanted */
export function buyersDeedsInstead(facts: OrderFacts, now: Date, why: FulfilmentRefusal): BuyersDeed[] {
  const isInstead = (deed: BuyersDeed) => INSTEAD.has(deed) || (deed === "refund" && why === "service-begun");
  return BUYERS_DEEDS.filter((deed) => isInstead(deed) && whyNotAsBuyer(deed, facts, now) === undefined);
}

export function sellersDeeds(facts: OrderFacts, now: Date): Offered<SellersDeed>[] {
  return offered<SellersDeed>([
    ["accept", whyNotAnswer(facts, "accept", now)],
    ["prepare", whyNotPrepare(facts)],
    ["ready", whyNotReady(facts)],
    ["ship", whyNotShip(facts)],
    ["deliver", whyNotDeliver(facts, { isPaidAtDoor: true })],
    ["answer-problem", openOnly(facts)],
    ["decline", whyNotAnswer(facts, "decline", now)],
    ["cancel", whyNotCancel(facts, "seller")],
  ]);
}

export function staffsDeeds(facts: OrderFacts): Offered<StaffsDeed>[] {
  return offered<StaffsDeed>([
    ["decide-problem", openOnly(facts)],
    ["cancel", whyNotCancel(facts, "staff")],
  ]);
}

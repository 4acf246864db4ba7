import { DAY_MS, WITHDRAWAL_DAYS } from "../rules";
import { statusAfter, type OrderActorKind, type OrderDeed, type OrderStatus } from "../transitions";
import type { FulfilmentRefusal, ProblemKind } from "../types";
import type { OrderFacts } from "./facts.server";

type Why = FulfilmentRefusal | undefined;

const isDrawn = (deed: OrderDeed, by: OrderActorKind, { status }: OrderFacts) =>
  statusAfter(deed, by, status) !== undefined;

const isPaid = ({ receivedMinor, totalMinor }: Pick<OrderFacts, "receivedMinor" | "totalMinor">) =>
  receivedMinor >= totalMinor;

/** Whether its goods are sent to the buyer, and so leave in parcels. */
export function isSent({ delivery }: Pick<OrderFacts, "delivery">): boolean {
  return delivery === "post" || delivery === "courier" || delivery === "freight";
}

/** Net weight of pieces in grams; goods of which nobody told a weight count as nothing. */
export function netGramsOf(
  lines: readonly { lineId: string; netWeightGrams: number | null }[],
  pieces: readonly { lineId: string; quantity: number }[],
): number {
  return pieces.reduce((sum, { lineId, quantity }) => {
    const line = lines.find((one) => one.lineId === lineId);
    return sum + (line?.netWeightGrams ?? 0) * quantity;
  }, 0);
}

/** Taking an order on, or declining it: only while there is time. The clock cancels it afterwards, sooner or later. */
export function whyNotAnswer(facts: OrderFacts, deed: "accept" | "decline", now: Date): Why {
  if (!isDrawn(deed, "seller", facts)) return "not-now";
  return facts.acceptBy !== null && facts.acceptBy <= now ? "too-late" : undefined;
}

/** Beginning asks for the money that was agreed to come first. */
export function whyNotPrepare(facts: OrderFacts): Why {
  if (!isDrawn("prepare", "seller", facts)) return "not-now";
  if (facts.dispute === "open") return "dispute-open";
  return whatLacksToBegin(facts);
}

type Beginning = Pick<OrderFacts, "preparesAfter" | "receivedMinor" | "totalMinor" | "isFirstDuePaid">;

/** Which of the money that was agreed to come before the beginning has not come yet. */
export function whatLacksToBegin(facts: Beginning): "not-paid" | "first-due-not-paid" | undefined {
  if (facts.preparesAfter === "all" && !isPaid(facts)) return "not-paid";
  return facts.preparesAfter === "first_due" && !facts.isFirstDuePaid ? "first-due-not-paid" : undefined;
}

const CAN_BE_READY: ReadonlySet<OrderStatus> = new Set(["paid", "in_preparation"] as const);

export function whyNotReady(facts: OrderFacts): Why {
  if (facts.delivery !== "pick_up") return "not-picked-up";
  if (!CAN_BE_READY.has(facts.status) || facts.readyAt !== null) return "not-now";
  return facts.dispute === "open" ? "dispute-open" : undefined;
}

/** Goods leave when all of their money is there. */
export function whyNotShip(facts: OrderFacts): Why {
  if (!isSent(facts)) return "not-sent";
  if (!isDrawn("ship", "seller", facts)) return "not-now";
  if (facts.dispute === "open") return "dispute-open";
  return isPaid(facts) ? undefined : "not-paid";
}

const HAS_ENDED: ReadonlySet<OrderStatus> = new Set(["completed", "cancelled", "refunded"] as const);

/** Afterwards nobody looks for the parcel any more, and what is written of it is what a dispute is decided by. */
export function whyNotCorrectParcel({ status }: Pick<OrderFacts, "status">): Why {
  return HAS_ENDED.has(status) ? "parcel-final" : undefined;
}

/** Digitally, or over the counter; there the seller says that she was paid when that was agreed. */
export function whyNotDeliver(facts: OrderFacts, { isPaidAtDoor }: { isPaidAtDoor: boolean }): Why {
  if (isSent(facts)) return "not-delivered-by-hand";
  if (!isDrawn("deliver", "seller", facts)) return "not-now";
  if (facts.dispute === "open") return "dispute-open";
  if (facts.paymentMethod === "at_pick_up") return isPaid(facts) || isPaidAtDoor ? undefined : "say-that-paid";
  // What is paid by milestones is handed over by milestones; the last of them asks for all the money.
  return isPaid(facts) || facts.milestonesLeft > 1 ? undefined : "not-paid";
}

export function whyNotConfirm(facts: OrderFacts): Why {
  if (!isDrawn("confirm", "buyer", facts)) return "not-now";
  if (facts.problem) return "problem-open";
  return facts.dispute === "open" ? "dispute-open" : undefined;
}

/**
 * One milestone of several: what was handed over and has not been accepted. The last of them completes the order, so it waits
 * until that is delivered: where changes were asked for, for what comes next.
 */
export function whyNotAcceptMilestone(
  facts: OrderFacts,
  { deliveredAt, acceptedAt }: { deliveredAt: Date | null; acceptedAt: Date | null },
): Why {
  if (acceptedAt !== null) return "milestone-accepted";
  if (facts.status !== "in_preparation" && facts.status !== "delivered") return "not-now";
  if (deliveredAt === null) return "milestone-not-delivered";
  if (facts.problem) return "problem-open";
  if (facts.dispute === "open") return "dispute-open";
  return facts.milestonesToAccept === 1 && facts.status !== "delivered" ? "not-now" : undefined;
}

/** Rounds of changes that the buyer has left; none where the price includes none. */
export function roundsLeft({ revisionsIncluded = 0, revisionsAsked }: OrderFacts): number {
  return Math.max(0, revisionsIncluded - revisionsAsked);
}

export function whyNotAskAgain(facts: OrderFacts, now: Date): Why {
  if (facts.kind !== "service") return "no-service";
  if (!isDrawn("ask-again", "buyer", facts)) return "not-now";
  if (facts.completeBy !== null && facts.completeBy <= now) return "too-late";
  if (facts.dispute === "open") return "dispute-open";
  return roundsLeft(facts) === 0 ? "no-rounds-left" : undefined;
}

/** Before anything has left; money under dispute goes back by the dispute. */
export function whyNotCancel(facts: OrderFacts, by: "buyer" | "seller" | "staff"): Why {
  if (!isDrawn("cancel", by, facts)) return "not-now";
  if (facts.parcelCount > 0 || facts.handoverCount > 0) return "parcel-left";
  return facts.dispute === "open" ? "dispute-open" : undefined;
}

/** Days for which the buyer of a completed order may still say that something is wrong. */
export const PROBLEM_DAYS = 60;
/** Days for which a seller's answer stands before a problem counts as settled by it. */
export const SILENCE_DAYS = 7;

const CAN_HAVE_PROBLEM: ReadonlySet<OrderStatus> = new Set([
  "partly_paid",
  "paid",
  "in_preparation",
  "shipped",
  "delivered",
  "completed",
] as const);

/**
 * What came for an order and has neither gone back nor been decided to, in minor units of its currency: the most that anybody
 * may still ask for, and what goes back when it ends.
 */
export function leftToGiveBack({
  receivedMinor,
  refundedMinor,
  goingBackMinor,
}: Pick<OrderFacts, "receivedMinor" | "refundedMinor" | "goingBackMinor">): bigint {
  const left = receivedMinor - refundedMinor - goingBackMinor;
  return left > 0n ? left : 0n;
}

export function whyNotReport(facts: OrderFacts, kind: ProblemKind, now: Date): Why {
  if (facts.problem) return "problem-open";
  if (kind === "withdrawal") return whyNotWithdraw(facts, now);
  if (!CAN_HAVE_PROBLEM.has(facts.status)) return "not-now";
  const isOver = facts.completedAt !== null && facts.completedAt.getTime() + PROBLEM_DAYS * DAY_MS <= now.getTime();
  if (isOver) return "too-late";
  return kind === "refund" && leftToGiveBack(facts) === 0n ? "nothing-to-refund" : undefined;
}

const IS_RECEIVED: ReadonlySet<OrderStatus> = new Set(["shipped", "delivered", "completed"] as const);

/**
 * Whose order it is that can be withdrawn from at all, be it by now or once the goods have come: a consumer's of the European
 * Union. Goods that were made to her own specification and what is digital are excepted.
 * Source: Directive 2011/83/EU, art. 9 and 16.
 */
export function whyNoWithdrawal({ isForConsumerOfUnion, kind, delivery, hasCustomMade }: OrderFacts): Why {
  if (!isForConsumerOfUnion) return "no-consumer";
  if (kind === "service") return undefined;
  if (delivery === "digital") return "no-goods";
  return hasCustomMade ? "custom-made" : undefined;
}

/** For no reason, within 14 days: she sends goods back that she has received, and before they leave she cancels. */
export function whyNotWithdraw(facts: OrderFacts, now: Date): Why {
  const none = whyNoWithdrawal(facts);
  if (none) return none;
  if (facts.kind === "service") return whyNotWithdrawFromService(facts, now);
  if (!IS_RECEIVED.has(facts.status)) return "not-now";
  const until = withdrawUntil(facts);
  return until !== undefined && until <= now ? "too-late" : undefined;
}

const HAS_NO_CONTRACT: ReadonlySet<OrderStatus> = new Set([
  "awaiting_acceptance",
  "completed",
  "cancelled",
  "refunded",
] as const);

/**
 * From a service she withdraws by ending the order, while nothing of it has been handed over. Afterwards a part of the price is
 * owed for what was done, which no button can tell; once all of it is done the right has ended.
 * Source: Directive 2011/83/EU, art. 14 (3) and 16 (a).
 */
function whyNotWithdrawFromService(facts: OrderFacts, now: Date): Why {
  if (HAS_NO_CONTRACT.has(facts.status)) return "not-now";
  const until = withdrawUntil(facts);
  if (until !== undefined && until <= now) return "too-late";
  const why = whyNotCancel(facts, "buyer");
  return why === undefined || why === "dispute-open" ? why : "service-begun";
}

type Received = Pick<
  OrderFacts,
  "status" | "deliveredAt" | "shippedAt" | "completedAt" | "completeBy" | "transitDaysMax"
>;
type Contract = Received & Pick<OrderFacts, "kind" | "acceptedAt" | "placedAt">;

/**
 * Until when she may withdraw. Undefined while goods are under way: their days begin with the receipt, those of a service with
 * the contract, which the seller's acceptance concludes. Source: Directive 2011/83/EU, art. 9 (2).
 */
export function withdrawUntil(facts: Contract): Date | undefined {
  const from = facts.kind === "service" ? (facts.acceptedAt ?? facts.placedAt) : receivedAt(facts);
  return from && new Date(from.getTime() + WITHDRAWAL_DAYS * DAY_MS);
}

/** When the goods came: handed over, or by the buyer's own word, or by the last day of their way when the clock completed. */
function receivedAt({ status, deliveredAt, shippedAt, completedAt, completeBy, transitDaysMax }: Received) {
  if (deliveredAt) return deliveredAt;
  if (status !== "completed" || !shippedAt || !completedAt) return undefined;
  const isByClock = completeBy !== null && completedAt >= completeBy;
  return isByClock ? new Date(shippedAt.getTime() + transitDaysMax * DAY_MS) : completedAt;
}

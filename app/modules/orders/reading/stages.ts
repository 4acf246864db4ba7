import type { OrderStatus } from "../transitions";
import type { Delivery, OrderKind, PaymentMethod, PreparesAfter } from "../types";

/** Places on an order's way, as both sides see it. */
export const STAGES = [
  "placed",
  "accepted",
  "paid",
  "prepared",
  "ready",
  "shipped",
  "delivered",
  "handed-over",
  "completed",
  "cancelled",
  "refunded",
] as const;
export type Stage = (typeof STAGES)[number];

/** Done, the last of what is done, what comes next, what comes after that, and how it ended early. */
export type StageState = "done" | "here" | "next" | "ahead" | "ended";
export type StageOnWay = { stage: Stage; state: StageState; at: Date | undefined };

type Dates = Readonly<
  Record<
    | "placedAt"
    | "acceptBy"
    | "acceptedAt"
    | "paidAt"
    | "preparingAt"
    | "readyAt"
    | "shippedAt"
    | "deliveredAt"
    | "completedAt"
    | "cancelledAt",
    Date | null
  >
>;
export type OnWay = Dates & {
  status: OrderStatus;
  kind: OrderKind;
  delivery: Delivery;
  paymentMethod: PaymentMethod;
  preparesAfter: PreparesAfter;
  isFirstDuePaid: boolean;
};

/** Up to which stage a status has come: that one is done, and there the order is. */
const REACHED: Readonly<Partial<Record<OrderStatus, Stage>>> = {
  awaiting_acceptance: "placed",
  pending_payment: "accepted",
  partly_paid: "accepted",
  paid: "paid",
  in_preparation: "paid",
  shipped: "shipped",
  delivered: "handed-over",
  completed: "completed",
};

/**
 * The way of an order with where it is: stages that are done with their days, of which it stands at the last, the one that
 * comes next, and those after it. Of one that ended early what was done and how it ended.
 */
export function wayOf(order: OnWay): StageOnWay[] {
  const stages = stagesOf(order);
  const { status } = order;
  if (status === "cancelled" || status === "refunded") {
    const done = stages.filter((stage) => stage === "placed" || dateOf(stage, order) !== undefined);
    const last = { stage: status, state: "ended" as const, at: order.cancelledAt ?? undefined };
    return [...done.map((stage) => ({ stage, state: "done" as const, at: dateOf(stage, order) })), last];
  }
  const reached = canBegin(order) ? "paid" : (REACHED[status] ?? "placed");
  const last = stages.findLastIndex((stage) => STAGES.indexOf(stage) <= STAGES.indexOf(reached));
  // What lies ready waits to be fetched.
  const doneUntil = order.readyAt && stages[last] === "paid" ? stages.indexOf("ready") : last;
  return stages.map((stage, at) => ({
    stage,
    state: stateAt(at - doneUntil),
    at: dateOf(stage, order),
  }));
}

/** Where the first payment is enough to begin, the rest is no step before the preparation. */
function canBegin({ status, preparesAfter, isFirstDuePaid }: OnWay): boolean {
  return status === "partly_paid" && preparesAfter === "first_due" && isFirstDuePaid;
}

/** Whether its payment, as a stage, is no more than the first part of it: the rest comes later. */
export function isFirstPaymentOnly({ preparesAfter, paidAt }: Pick<OnWay, "preparesAfter" | "paidAt">): boolean {
  return preparesAfter === "first_due" && paidAt === null;
}

/** @param distance from the stage where the order is, negative before it */
function stateAt(distance: number): StageState {
  if (distance <= 0) return distance === 0 ? "here" : "done";
  return distance === 1 ? "next" : "ahead";
}

function stagesOf({ kind, delivery, paymentMethod, acceptBy }: OnWay): Stage[] {
  const isPickedUp = delivery === "pick_up";
  const isDigital = delivery === "digital";
  return [
    "placed",
    ...(acceptBy === null ? [] : ["accepted" as const]),
    // At the door it is paid when it is handed over.
    ...(paymentMethod === "at_pick_up" ? [] : ["paid" as const]),
    "prepared",
    ...(isPickedUp && kind === "good" ? ["ready" as const] : []),
    isPickedUp ? "handed-over" : isDigital ? "delivered" : "shipped",
    "completed",
  ];
}

function dateOf(stage: Stage, order: OnWay): Date | undefined {
  const at = {
    placed: order.placedAt,
    accepted: order.acceptedAt,
    paid: order.paidAt,
    prepared: order.preparingAt,
    ready: order.readyAt,
    shipped: order.shippedAt,
    delivered: order.deliveredAt,
    "handed-over": order.deliveredAt,
    completed: order.completedAt,
    cancelled: order.cancelledAt,
    refunded: null,
  }[stage];
  return at ?? undefined;
}

import { m } from "~/paraglide/messages.js";
import type { OrderDeed, OrderStatus } from "../transitions";
import type { CancelReason, Delivery, DueKind, NoteDeed, OrderEvent, ProblemEnd, ProblemKind } from "../types";
import type { Stage } from "./stages";

type Texts<Key extends string> = Readonly<Record<Key, () => string>>;

export const ORDER_STATUS_TEXTS: Texts<OrderStatus> = {
  awaiting_acceptance: m["orders.status.awaitingAcceptance"],
  pending_payment: m["orders.status.pendingPayment"],
  partly_paid: m["orders.status.partlyPaid"],
  paid: m["orders.status.paid"],
  in_preparation: m["orders.status.inPreparation"],
  shipped: m["orders.status.shipped"],
  delivered: m["orders.status.delivered"],
  completed: m["orders.status.completed"],
  cancelled: m["orders.status.cancelled"],
  refunded: m["orders.status.refunded"],
};

export const STAGE_TEXTS: Texts<Stage> = {
  placed: m["orders.page.stage.placed"],
  accepted: m["orders.page.stage.accepted"],
  paid: m["orders.page.stage.paid"],
  prepared: m["orders.page.stage.prepared"],
  ready: m["orders.page.stage.ready"],
  shipped: m["orders.page.stage.shipped"],
  delivered: m["orders.page.stage.delivered"],
  "handed-over": m["orders.page.stage.handedOver"],
  completed: m["orders.page.stage.completed"],
  cancelled: m["orders.status.cancelled"],
  refunded: m["orders.status.refunded"],
};

/** A letter says it in the language of whom it goes to. */
export const DELIVERY_TEXTS = {
  post: m["orders.page.delivery.post"],
  courier: m["orders.page.delivery.courier"],
  freight: m["orders.page.delivery.freight"],
  pick_up: m["orders.page.delivery.pickUp"],
  digital: m["orders.page.delivery.digital"],
} as const satisfies Texts<Delivery>;

/** How it comes to the buyer, to the reader: "you" of what is picked up is the buyer alone. */
export function deliveryText(delivery: Delivery, side: "buyer" | "seller" | "staff"): string {
  return delivery === "pick_up" && side !== "buyer"
    ? m["orders.page.delivery.buyerPicksUp"]()
    : DELIVERY_TEXTS[delivery]();
}

export const DUE_TEXTS: Texts<DueKind> = {
  whole: m["orders.page.due.whole"],
  deposit: m["orders.page.due.deposit"],
  milestone: m["orders.page.due.milestone"],
  balance: m["orders.page.due.balance"],
};

/** A letter says it in the language of whom it goes to. */
export const CANCEL_REASON_TEXTS = {
  "buyer-changed-mind": m["orders.page.reason.changedMind"],
  withdrawn: m["orders.page.reason.withdrawn"],
  "not-accepted": m["orders.page.reason.notAccepted"],
  "not-paid": m["orders.page.reason.notPaid"],
  "out-of-stock": m["orders.page.reason.outOfStock"],
  "cannot-make": m["orders.page.reason.cannotMake"],
  "cannot-ship": m["orders.page.reason.cannotShip"],
  "wrong-price": m["orders.page.reason.wrongPrice"],
  declined: m["orders.page.reason.declined"],
  "by-staff": m["orders.page.reason.byStaff"],
  other: m["orders.page.reason.other"],
} as const satisfies Texts<CancelReason>;

type Standing = { status: OrderStatus; paymentMethod: string; cancelReason: string | null };

/** A status in words: what is paid at the door waits for no payment before, and who withdrew did so by right. */
export function orderStatusText({ status, paymentMethod, cancelReason }: Standing): string {
  const isAtDoor = status === "pending_payment" && paymentMethod === "at_pick_up";
  if (isAtDoor) return m["orders.status.atPickUp"]();
  return isWithdrawn(cancelReason) ? m["orders.status.withdrawn"]() : ORDER_STATUS_TEXTS[status]();
}

/** Whether an order ended by the buyer's withdrawal from the contract. */
export function isWithdrawn(reason: OrderEvent["facts"][string] | null | undefined): boolean {
  return reason === ("withdrawn" satisfies CancelReason);
}

export const PROBLEM_TEXTS: Texts<ProblemKind> = {
  problem: m["orders.problem.kind.problem"],
  refund: m["orders.problem.kind.refund"],
  withdrawal: m["orders.problem.kind.withdrawal"],
};

export const PROBLEM_END_TEXTS: Texts<ProblemEnd> = {
  settled: m["orders.problem.end.settled"],
  decided: m["orders.problem.end.decided"],
  silent: m["orders.problem.end.silent"],
  refunded: m["orders.problem.end.refunded"],
};

export const ACTOR_TEXTS: Texts<OrderEvent["actor"]> = {
  buyer: m["orders.page.actor.buyer"],
  seller: m["orders.page.actor.seller"],
  staff: m["orders.page.actor.staff"],
  clock: m["orders.page.actor.clock"],
  money: m["orders.page.actor.money"],
};

export const EVENT_TEXTS: Texts<OrderDeed | NoteDeed> = {
  place: m["orders.page.event.place"],
  accept: m["orders.page.event.accept"],
  decline: m["orders.page.event.decline"],
  lapse: m["orders.page.event.lapse"],
  "receive-part": m["orders.page.event.receive"],
  "receive-all": m["orders.page.event.receiveAll"],
  receive: m["orders.page.event.receive"],
  "receive-late": m["orders.page.event.receiveLate"],
  expire: m["orders.page.event.expire"],
  prepare: m["orders.page.event.prepare"],
  ready: m["orders.page.event.ready"],
  parcel: m["orders.page.event.parcel"],
  "correct-parcel": m["orders.page.event.correctParcel"],
  "hand-over": m["orders.page.event.handOver"],
  "accept-milestone": m["orders.page.event.acceptMilestone"],
  ship: m["orders.page.event.ship"],
  deliver: m["orders.page.event.deliver"],
  "ask-again": m["orders.page.event.askAgain"],
  confirm: m["orders.page.event.confirm"],
  complete: m["orders.page.event.complete"],
  cancel: m["orders.page.event.cancel"],
  "refund-all": m["orders.page.event.refundAll"],
  "give-back": m["orders.page.event.giveBack"],
  refund: m["orders.page.event.refund"],
  "refund-failed": m["orders.page.event.refundFailed"],
  "dispute-opened": m["orders.page.event.disputeOpened"],
  "dispute-won": m["orders.page.event.disputeWon"],
  "dispute-lost": m["orders.page.event.disputeLost"],
  problem: m["orders.page.event.problem"],
  "answer-problem": m["orders.page.event.answerProblem"],
  "ask-staff": m["orders.page.event.askStaff"],
  "close-problem": m["orders.page.event.closeProblem"],
  evidence: m["orders.page.event.evidence"],
  transfer: m["orders.page.event.transfer"],
};

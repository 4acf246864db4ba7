import { m } from "~/paraglide/messages.js";
import type { FulfilmentRefusal, OrderLinkRefusal } from "./types";

export const fulfilmentRefusalText: Readonly<Record<FulfilmentRefusal, () => string>> = {
  "order-missing": m["orders.refusal.orderMissing"],
  "not-now": m["orders.refusal.notNow"],
  "too-late": m["orders.refusal.tooLate"],
  "not-paid": m["orders.refusal.notPaid"],
  "first-due-not-paid": m["orders.refusal.firstDueNotPaid"],
  "dispute-open": m["orders.refusal.disputeOpen"],
  "problem-open": m["orders.refusal.problemOpen"],
  "milestone-missing": m["orders.refusal.milestoneMissing"],
  "milestone-not-delivered": m["orders.refusal.milestoneNotDelivered"],
  "milestone-accepted": m["orders.refusal.milestoneAccepted"],
  "problem-missing": m["orders.refusal.problemMissing"],
  "parcel-left": m["orders.refusal.parcelLeft"],
  "not-picked-up": m["orders.refusal.notPickedUp"],
  "not-sent": m["orders.refusal.notSent"],
  "not-delivered-by-hand": m["orders.refusal.notDeliveredByHand"],
  "say-that-paid": m["orders.refusal.sayThatPaid"],
  "nothing-packed": m["orders.refusal.nothingPacked"],
  "too-many-pieces": m["orders.refusal.tooManyPieces"],
  "certificate-missing": m["orders.refusal.certificateMissing"],
  "lighter-than-contents": m["orders.refusal.lighterThanContents"],
  "rest-not-refunded": m["orders.refusal.restNotRefunded"],
  "nothing-handed-over": m["orders.refusal.nothingHandedOver"],
  "no-service": m["orders.refusal.noService"],
  "no-rounds-left": m["orders.refusal.noRoundsLeft"],
  "no-consumer": m["orders.refusal.noConsumer"],
  "no-goods": m["orders.refusal.noGoods"],
  "custom-made": m["orders.refusal.customMade"],
  "service-begun": m["orders.refusal.serviceBegun"],
  "nothing-to-refund": m["orders.refusal.nothingToRefund"],
  "more-than-left": m["orders.refusal.moreThanLeft"],
  "parcel-missing": m["orders.refusal.parcelMissing"],
  "parcel-final": m["orders.refusal.parcelFinal"],
  "nothing-to-correct": m["orders.refusal.nothingToCorrect"],
};

/** The same to the buyer, who is spoken to. */
export const buyersRefusalText: typeof fulfilmentRefusalText = {
  ...fulfilmentRefusalText,
  "dispute-open": m["orders.refusal.disputeOpenOwn"],
};

export function refusalTextFor(side: "buyer" | "seller" | "staff"): typeof fulfilmentRefusalText {
  return side === "buyer" ? buyersRefusalText : fulfilmentRefusalText;
}

export const orderLinkRefusalText: Readonly<Record<OrderLinkRefusal, () => string>> = {
  "link-missing": m["orders.link.missing"],
  "link-expired": m["orders.link.expired"],
  "link-revoked": m["orders.link.revoked"],
  throttled: m["orders.link.throttled"],
};

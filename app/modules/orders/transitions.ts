/** In the order in which most orders go through them. */
export const ORDER_STATUSES = [
  "awaiting_acceptance",
  "pending_payment",
  "partly_paid",
  "paid",
  "in_preparation",
  "shipped",
  "delivered",
  "completed",
  "cancelled",
  "refunded",
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** Who makes a step: a person of one of the sides, the clock, or money that came or went. */
export const ORDER_ACTORS = ["buyer", "seller", "staff", "clock", "money"] as const;
export type OrderActorKind = (typeof ORDER_ACTORS)[number];

export const ORDER_DEEDS = [
  "accept",
  "decline",
  "lapse",
  "receive-part",
  "receive-all",
  "expire",
  "prepare",
  "ship",
  "deliver",
  "ask-again",
  "confirm",
  "complete",
  "cancel",
  "refund-all",
] as const;
export type OrderDeed = (typeof ORDER_DEEDS)[number];

export type Transition = {
  deed: OrderDeed;
  by: readonly OrderActorKind[];
  from: readonly OrderStatus[];
  to: OrderStatus;
};

const BEFORE_SHIPMENT = ["pending_payment", "partly_paid", "paid", "in_preparation"] as const;

/**
 * Every step that an order may make, and whose it is. The database holds the same table and refuses any other; what a step
 * asks for besides (is it paid, does it ship) is in the rules. A dispute is no status: it says nothing of where the goods are,
 * so it stands beside the status and so does money given back in part.
 */
export const TRANSITIONS: readonly Transition[] = [
  { deed: "accept", by: ["seller"], from: ["awaiting_acceptance"], to: "pending_payment" },
  { deed: "decline", by: ["seller"], from: ["awaiting_acceptance"], to: "cancelled" },
  { deed: "lapse", by: ["clock"], from: ["awaiting_acceptance"], to: "cancelled" },
  { deed: "receive-part", by: ["money"], from: ["pending_payment"], to: "partly_paid" },
  { deed: "receive-all", by: ["money"], from: ["pending_payment", "partly_paid"], to: "paid" },
  { deed: "expire", by: ["clock"], from: ["pending_payment"], to: "cancelled" },
  { deed: "prepare", by: ["seller"], from: ["pending_payment", "partly_paid", "paid"], to: "in_preparation" },
  { deed: "ship", by: ["seller"], from: ["paid", "in_preparation"], to: "shipped" },
  { deed: "deliver", by: ["seller"], from: ["paid", "in_preparation"], to: "delivered" },
  { deed: "ask-again", by: ["buyer"], from: ["delivered"], to: "in_preparation" },
  { deed: "confirm", by: ["buyer"], from: ["shipped", "delivered"], to: "completed" },
  { deed: "complete", by: ["clock"], from: ["shipped", "delivered"], to: "completed" },
  { deed: "cancel", by: ["buyer", "staff"], from: ["awaiting_acceptance", ...BEFORE_SHIPMENT], to: "cancelled" },
  { deed: "cancel", by: ["seller"], from: BEFORE_SHIPMENT, to: "cancelled" },
  {
    deed: "refund-all",
    by: ["money"],
    from: ["partly_paid", "paid", "in_preparation", "shipped", "delivered", "completed"],
    to: "refunded",
  },
];

/** Where a deed of somebody leads from a status; undefined when it is not drawn. */
export function statusAfter(deed: OrderDeed, by: OrderActorKind, from: OrderStatus): OrderStatus | undefined {
  return TRANSITIONS.find((one) => one.deed === deed && one.by.includes(by) && one.from.includes(from))?.to;
}

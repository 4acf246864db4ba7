import { HOME_COUNTRY } from "~/modules/catalog";
import type { Delivery, PaymentMethod } from "~/modules/orders";
import type { Money } from "~/platform/money";
import { whyNotChargeable } from "~/platform/stripe/amounts";

/** What decides how something may be paid. */
export type ToPay = {
  total: Money;
  destination: string;
  deliveries: readonly Delivery[];
  /** Whether this site takes cards at all. */
  hasStripe: boolean;
  /** Whether there is an account that transfers come to. */
  hasAccount: boolean;
};

export type MethodObstacle = "not-configured" | "amount-not-taken" | "not-picked-up";

/** What every way to pay answers for itself, so that another one (a local acquirer) is added beside these. */
export type PaymentMethodRules = {
  method: PaymentMethod;
  /** The buyer goes on to a page of somebody else's; of the others she is told what to do. */
  isOnline: boolean;
  whyNot: (toPay: ToPay) => MethodObstacle | undefined;
};

/** A bank and a door have no largest amount, but nothing is no payment. */
const isSomething = ({ amountMinor }: Money) => amountMinor > 0n;

export const METHODS: Readonly<Record<PaymentMethod, PaymentMethodRules>> = {
  stripe: {
    method: "stripe",
    isOnline: true,
    whyNot: ({ hasStripe, total }) => {
      if (!hasStripe) return "not-configured";
      return whyNotChargeable(total) ? "amount-not-taken" : undefined;
    },
  },
  bank_transfer: {
    method: "bank_transfer",
    isOnline: false,
    whyNot: ({ hasAccount, total }) => {
      if (!hasAccount) return "not-configured";
      return isSomething(total) ? undefined : "amount-not-taken";
    },
  },
  at_pick_up: {
    method: "at_pick_up",
    isOnline: false,
    whyNot: ({ deliveries, destination, total }) => {
      const isPickedUp = deliveries.length > 0 && deliveries.every((delivery) => delivery === "pick_up");
      if (destination !== HOME_COUNTRY || !isPickedUp) return "not-picked-up";
      return isSomething(total) ? undefined : "amount-not-taken";
    },
  },
};

const IN_ORDER: readonly PaymentMethod[] = ["stripe", "bank_transfer", "at_pick_up"];

/** The ways in which this may be paid, the usual one first. */
export function offeredMethods(toPay: ToPay): PaymentMethod[] {
  return IN_ORDER.filter((method) => METHODS[method].whyNot(toPay) === undefined);
}

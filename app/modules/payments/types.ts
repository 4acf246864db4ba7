/** By what money of a seller is held. */
export const HOLD_RULES = ["after_shipment", "bank_account_changed", "dispute", "problem", "staff"] as const;
export type HoldRule = (typeof HOLD_RULES)[number];

/** The others hold by the calendar and are no rows. */
export type StoredHoldRule = Exclude<HoldRule, "after_shipment" | "bank_account_changed">;

/** Days for which nothing is paid to a new account: who lost hers to a stranger has so long to notice. */
export const BANK_CHANGE_HOLD_DAYS = 7;

/** Under what a seller is paid. */
export type Terms = {
  commissionBasisPoints: number;
  /** Days after shipment until money of an order is due. */
  holdDays: number;
  /** Part of what came that is due when preparation starts. */
  depositReleaseBasisPoints: number;
};

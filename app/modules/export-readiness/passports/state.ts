export const PASSPORT_STATES = ["valid", "revoked", "ended", "seller-away", "market-closed"] as const;
/** Whether a passport holds, and the first reason why it does not. */
export type PassportState = (typeof PASSPORT_STATES)[number];

export type PassportFacts = {
  revokedAt: Date | undefined;
  /** The last calendar day on which it holds. */
  validUntil: string;
  isSellerApproved: boolean;
  /** Whether everything that the market demands today is met today. */
  isMarketOpen: boolean;
};

/** Computed at each reading: nothing has to run for a passport to stop holding. */
export function passportState(
  { revokedAt, validUntil, isSellerApproved, isMarketOpen }: PassportFacts,
  today: string,
): PassportState {
  if (revokedAt !== undefined) return "revoked";
  if (validUntil < today) return "ended";
  if (!isSellerApproved) return "seller-away";
  return isMarketOpen ? "valid" : "market-closed";
}

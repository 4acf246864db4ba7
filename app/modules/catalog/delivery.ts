/**
 * When a quantity is ready and when it arrives. One rule for pages, search (both engines) and the API:
 *
 * - what is in stock leaves after the seller's dispatch days;
 * - else the first month's capacity is ready after the lead time, and each further month's capacity 30 days later;
 * - a one-of-a-kind piece, or a listing without capacity, gives no more than its stock.
 */
export type Supply = {
  stockQuantity: number;
  /** Pieces per 30 days; 0 when nothing is made to order. */
  monthlyCapacity: number;
  leadTimeDays: number;
  dispatchDays: number;
};

const DAYS_PER_CAPACITY_MONTH = 30;

/** Longest horizon that is promised: a need further away is asked for by inquiry. */
export const LONGEST_CAPACITY_MONTHS = 12;

/** Days from today until `quantity` pieces are ready to leave, or undefined when they cannot be promised within a year of capacity. */
export function readyInDays(supply: Supply, quantity: number): number | undefined {
  if (quantity <= supply.stockQuantity) return supply.dispatchDays;
  if (supply.monthlyCapacity <= 0) return undefined;
  const months = Math.ceil((quantity - supply.stockQuantity) / supply.monthlyCapacity);
  if (months > LONGEST_CAPACITY_MONTHS) return undefined;
  return Math.max(supply.dispatchDays, supply.leadTimeDays + DAYS_PER_CAPACITY_MONTH * (months - 1));
}

/** Whole days between two calendar days (`2026-11-24`), negative when `until` is earlier. */
export function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The calendar day `days` after `from`. */
export function dayAfter(from: string, days: number): string {
  return new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

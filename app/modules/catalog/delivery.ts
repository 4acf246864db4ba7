import { isAnnounced, type Closure } from "~/modules/sellers";
import { daysBetween } from "~/platform/calendar";
import { money, type Money } from "~/platform/money";
import type { DeliveryOption, ListingSnapshot } from "./types";

/**
 * When a quantity is ready and when it arrives. One rule for pages, search (both engines) and the API:
 *
 * - what is in stock leaves after the seller's dispatch days;
 * - else the first month's capacity is ready after the lead time, and each further month's capacity 30 days later;
 * - of what is made to order at a capacity that nobody has named, the minimum order is ready after the lead time;
 * - a one-of-a-kind piece, or a listing without capacity, gives no more than its stock;
 * - while the shop is closed nothing is made and nothing leaves: what would be ready then, or later, is ready so many days
 *   later. What is ready before the closing day leaves before it.
 */
export type Supply = {
  stockQuantity: number;
  /** Pieces per 30 days; 0 when nothing is made to order, or nobody has said how many. */
  monthlyCapacity: number;
  /** Pieces that are ready after the lead time though the capacity is not known; 0 unless it is made to order. */
  firstBatch: number;
  leadTimeDays: number;
  dispatchDays: number;
  /** When the shop is closed for a while, as far as it is announced. */
  away?: Away | undefined;
};

/** Days from today: the shop is closed from `fromDays` on, for `days` days. From 0 on: it is closed just now. */
export type Away = { fromDays: number; days: number };

/** Each further month of capacity is ready this much later. */
export const DAYS_PER_CAPACITY_MONTH = 30;

/** Longest horizon that is promised: a need further away is asked for by inquiry. */
export const LONGEST_CAPACITY_MONTHS = 12;

/** Days from today until `quantity` pieces are ready to leave, or undefined when they cannot be promised within a year of capacity. */
export function readyInDays(supply: Supply, quantity: number): number | undefined {
  if (quantity <= supply.stockQuantity) return afterClosure(supply.dispatchDays, supply.away);
  const toMake = quantity - supply.stockQuantity;
  const hasCapacity = supply.monthlyCapacity > 0;
  if (!hasCapacity && toMake > supply.firstBatch) return undefined;
  const months = hasCapacity ? Math.ceil(toMake / supply.monthlyCapacity) : 1;
  if (months > LONGEST_CAPACITY_MONTHS) return undefined;
  const made = Math.max(supply.dispatchDays, supply.leadTimeDays + DAYS_PER_CAPACITY_MONTH * (months - 1));
  return afterClosure(made, supply.away);
}

/** A number of working days from today, as the calendar has it when the shop is closed in between. */
export function afterClosure(days: number, away: Away | undefined): number {
  return away === undefined || days < away.fromDays ? days : days + away.days;
}

/** What a closure that is announced or lasts means for dates, seen from a day; nothing when it is over. */
export function awayOf(closure: Closure | null | undefined, today: string): Away | undefined {
  if (!closure || !isAnnounced(closure, today)) return undefined;
  const fromDays = Math.max(0, daysBetween(today, closure.fromOn));
  return { fromDays, days: daysBetween(today, closure.untilOn) + 1 - fromDays };
}

/** Goods without a stated packed weight are taken to be this heavy, in grams, until the seller says. */
export const ASSUMED_PACKED_GRAMS = 1000;

/** What decides how a listing can be delivered. */
export type Deliverable = Pick<ListingSnapshot, "kind" | "service" | "packedWeightGrams">;

/** Packed weight of one piece in grams, assumed where the seller has not said. */
export function pieceGramsOf({ packedWeightGrams }: Deliverable): number {
  return packedWeightGrams ?? ASSUMED_PACKED_GRAMS;
}

/** Goods are carried or picked up; a service is handed over digitally, or done where the seller is. */
function suits({ kind, service }: Deliverable, way: DeliveryOption["service"]): boolean {
  if (kind === "good") return way !== "digital";
  if (way === "digital") return service?.deliveryMode !== "in_person";
  return way === "pick_up" && service?.deliveryMode !== "remote";
}

/**
 * The options that suit a listing and can carry a piece. A consignment may be several parcels, so the weight of ONE packed
 * piece decides, not the quantity; the days to a country therefore do not depend on how many are wanted.
 */
export function usableOptions(options: readonly DeliveryOption[], listing: Deliverable): DeliveryOption[] {
  return options.filter(({ service, maximumGrams }) => {
    return suits(listing, service) && (maximumGrams === undefined || pieceGramsOf(listing) <= maximumGrams);
  });
}

/** Slowest days of the fastest usable option, or undefined when nothing reaches the country. */
export function transitDays(options: readonly DeliveryOption[], listing: Deliverable): number | undefined {
  const days = usableOptions(options, listing).map((option) => option.daysMax);
  return days.length === 0 ? undefined : Math.min(...days);
}

/**
 * Shipping cost of a quantity by one option: full parcels of as many pieces as the option's heaviest parcel takes, and
 * one parcel for the rest.
 *
 * @returns undefined when the option has no weight table ("ask for freight") or a piece is heavier than its last step
 */
export function shippingCost(option: DeliveryOption, pieceGrams: number, quantity: number): Money | undefined {
  const last = option.rates.at(-1);
  if (!last || option.currency === undefined) return undefined;
  const heaviest = Math.min(last.upToGrams, option.maximumGrams ?? last.upToGrams);
  const perParcel = Math.floor(heaviest / pieceGrams);
  if (perParcel < 1) return undefined;
  const priceOf = (pieces: number) =>
    BigInt(option.rates.find((rate) => pieces * pieceGrams <= rate.upToGrams)?.amountMinor ?? last.amountMinor);
  const fullParcels = Math.floor(quantity / perParcel);
  const rest = quantity % perParcel;
  const amount = BigInt(fullParcels) * priceOf(perParcel) + (rest > 0 ? priceOf(rest) : 0n);
  return money(amount, option.currency);
}

import type { SeedListing, SeedSeller } from "./catalogue";

/** What one person makes in a month, in manats of sales. Policy of the demo, to derive capacities from prices. */
const GOODS_PER_PERSON_AZN = 700;
const SERVICES_PER_PERSON_AZN = 2500;

const ROUND = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100, 120, 150, 200, 300];

/** Pieces (services: units) in 30 days. What exists once has none; a file's own figure goes first. */
export function monthlyCapacityOf(listing: SeedListing, seller: SeedSeller): number {
  if (listing.kind === "goods") {
    if (listing.monthly_capacity !== undefined) return listing.monthly_capacity;
    if (listing.stock_type === "one_of_a_kind") return 0;
  }
  const perPerson = listing.kind === "goods" ? GOODS_PER_PERSON_AZN : SERVICES_PER_PERSON_AZN;
  const middle = (listing.price_azn.min + listing.price_azn.max) / 2;
  const pieces = (seller.employees * perPerson) / middle;
  return ROUND.findLast((round) => round <= pieces) ?? 1;
}

const DISPATCH_DAYS = { exporting: 1, ready: 2, preparing: 3, exploring: 5 } as const;

/** Days until a piece in stock is handed over: practised exporters are quicker. */
export function dispatchDaysOf(seller: SeedSeller): number {
  return DISPATCH_DAYS[seller.demo.level_target];
}

import type { Row } from "../bulk";
import { seedUuid } from "./ids";
import type { SeedListing } from "./catalogue";

/** Listings whose price is asked for: work that no two buyers order alike. */
const ON_REQUEST = new Set(["p030", "p057", "v003", "v028", "v040"]);

/** Quantities from which a piece costs less, by what one piece costs in manats. Policy of the demo. */
const GOODS_STEPS: readonly (readonly [below: number, steps: readonly number[]])[] = [
  [30, [1, 20, 60, 150]],
  [90, [1, 10, 30, 80]],
  [260, [1, 5, 15, 40]],
  [900, [1, 4, 10]],
  [2600, [1, 3]],
  [Number.POSITIVE_INFINITY, [1, 2]],
];

const SERVICE_STEPS: Readonly<Record<string, readonly number[]>> = {
  person: [1, 4, 10],
  "1000 characters": [1, 50, 200],
  product: [1, 10, 40],
  illustration: [1, 5, 12],
  label: [1, 3, 6],
  day: [1, 3, 7],
  month: [1, 3, 6],
  episode: [1, 4, 10],
  part: [1, 4, 10],
};

export function priceKindOf(listing: SeedListing): "fixed" | "tiers" | "on_request" {
  if (ON_REQUEST.has(listing.id)) return "on_request";
  return stepsOf(listing).length === 1 ? "fixed" : "tiers";
}

/**
 * A price range as quantity tiers: one piece costs the most, a believable large order the least, steps between fall
 * evenly to round figures. What exists once, and what has one price, has one tier.
 */
export function priceTierRows(listing: SeedListing): Row[] {
  const steps = stepsOf(listing);
  const rowsOf = (side: "home" | "export", currency: string, { min, max }: { min: number; max: number }) =>
    tierPrices(steps, min, max).map(({ quantity, price }) => ({
      listing_id: seedUuid("listing", listing.id),
      variant_id: null,
      side,
      minimum_quantity: quantity,
      amount_minor: Math.round(price * 100),
      currency,
    }));
  return [
    ...rowsOf("home", "AZN", listing.price_azn),
    ...(listing.export_price ? rowsOf("export", listing.export_price.currency, listing.export_price) : []),
  ];
}

function stepsOf(listing: SeedListing): readonly number[] {
  if (listing.kind === "service") return SERVICE_STEPS[listing.price_unit] ?? [1, 3];
  if (listing.price_azn.min === listing.price_azn.max) return [1];
  // What exists once has one price: the upper end of its range.
  if (listing.stock_type === "one_of_a_kind") return [1];
  const steps = GOODS_STEPS.find(([below]) => listing.price_azn.max < below)?.[1] ?? [1];
  const beyond = steps.filter((step) => step === 1 || step > listing.moq);
  return beyond.length > 1 ? beyond : [1, listing.moq * 2, listing.moq * 5];
}

function tierPrices(steps: readonly number[], min: number, max: number): { quantity: number; price: number }[] {
  const last = steps.length - 1;
  const tiers = steps.map((quantity, index) => {
    if (index === 0) return { quantity, price: max };
    if (index === last) return { quantity, price: min };
    return { quantity, price: nice(max - ((max - min) * index) / last) };
  });
  return tiers
    .filter(({ price }, index) => index === 0 || index === last || (price > min && price < max))
    .filter(falls);
}

function falls({ price }: { price: number }, index: number, all: readonly { price: number }[]): boolean {
  return index === 0 || price < (all[index - 1]?.price ?? 0);
}

/** Steps that a maker would write on a price list. */
function nice(price: number): number {
  const step = price < 20 ? 0.5 : price < 100 ? 1 : price < 1000 ? 5 : 50;
  return Math.round(price / step) * step;
}

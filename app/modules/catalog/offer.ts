import { money, type Money } from "~/platform/money";
import { pieceGramsOf, readyInDays, shippingCost, usableOptions, type Supply } from "./delivery";
import type { DeliveryOption, ListingSnapshot, PriceTier } from "./types";

/** Where Karvan's sellers are: goods that stay here go at the home price. */
export const HOME_COUNTRY = "AZ";

export type OfferTier = { minimumQuantity: number; unit: Money };

/** What one listing means to a reader in one country who wants a number of pieces. */
export type Offer = {
  destination: string;
  isHome: boolean;
  quantity: number;
  minimumOrderQuantity: number;
  /** Undefined when the price is on request for this destination. */
  price: { unit: Money; tiers: OfferTier[]; total: Money } | undefined;
  /** Days until the quantity can leave; undefined when it cannot be promised within a year. */
  readyInDays: number | undefined;
  /** Ways to get there, the cheapest known first, then "ask for freight". Empty: the seller does not ship there. */
  shipping: ShippingChoice[];
  /** Days until it has arrived by the fastest way; undefined when it cannot be promised or is not shipped there. */
  arrivesInDays: number | undefined;
};

export type ShippingChoice = {
  service: DeliveryOption["service"];
  daysMin: number;
  daysMax: number;
  cost: Money | undefined;
};

type Offered = Pick<
  ListingSnapshot,
  | "kind"
  | "service"
  | "homeTiers"
  | "exportTiers"
  | "isOpenToExport"
  | "minimumOrderQuantity"
  | "packedWeightGrams"
  | "priceKind"
>;

/**
 * @param options how the seller reaches the destination, already limited to that country
 * @param wanted pieces the reader asked for; the minimum order when undefined
 */
export function offerFor(
  listing: Offered,
  supply: Supply,
  options: readonly DeliveryOption[],
  destination: string,
  wanted: number | undefined,
): Offer {
  const isHome = destination === HOME_COUNTRY;
  const quantity = Math.max(wanted ?? 1, listing.minimumOrderQuantity);
  const isOffered = isHome || listing.isOpenToExport;
  const tiers = tiersOf(isHome ? listing.homeTiers : listing.exportTiers, listing.minimumOrderQuantity);
  const unit = isOffered && listing.priceKind !== "on_request" ? unitPriceAt(tiers, quantity) : undefined;
  const shipping = isOffered ? shippingChoices(options, listing, quantity) : [];
  const ready = readyInDays(supply, quantity);
  const fastest = shipping.length > 0 ? Math.min(...shipping.map((choice) => choice.daysMax)) : undefined;
  return {
    destination,
    isHome,
    quantity,
    minimumOrderQuantity: listing.minimumOrderQuantity,
    price: unit && { unit, tiers, total: money(unit.amountMinor * BigInt(quantity), unit.currency) },
    readyInDays: ready,
    shipping,
    arrivesInDays: ready === undefined || fastest === undefined ? undefined : ready + fastest,
  };
}

/** Price of one piece when `quantity` are taken: the tier with the highest minimum that the quantity reaches. */
export function unitPriceAt(tiers: readonly OfferTier[], quantity: number): Money | undefined {
  return (tiers.findLast((tier) => tier.minimumQuantity <= quantity) ?? tiers[0])?.unit;
}

/** Rising; nobody can buy less than the minimum order, so the first tier begins there. */
function tiersOf(tiers: readonly PriceTier[], minimumOrderQuantity: number): OfferTier[] {
  const rising = tiers
    .map((tier) => ({
      minimumQuantity: tier.minimumQuantity,
      unit: money(BigInt(tier.amountMinor), tier.currency),
    }))
    .toSorted((a, b) => a.minimumQuantity - b.minimumQuantity);
  const first = Math.max(
    rising.findLastIndex((tier) => tier.minimumQuantity <= minimumOrderQuantity),
    0,
  );
  return rising
    .slice(first)
    .map((tier, at) =>
      at === 0 ? { ...tier, minimumQuantity: Math.max(tier.minimumQuantity, minimumOrderQuantity) } : tier,
    );
}

function shippingChoices(options: readonly DeliveryOption[], listing: Offered, quantity: number): ShippingChoice[] {
  return usableOptions(options, listing)
    .map(({ service, daysMin, daysMax, ...option }) => ({
      service,
      daysMin,
      daysMax,
      cost: shippingCost({ service, daysMin, daysMax, ...option }, pieceGramsOf(listing), quantity),
    }))
    .toSorted((a, b) => costOrder(a) - costOrder(b) || a.daysMax - b.daysMax);
}

/** Known costs before unknown ones; a seller's zones share one currency, so minor units compare. */
function costOrder(choice: ShippingChoice): number {
  return choice.cost === undefined ? Number.MAX_SAFE_INTEGER : Number(choice.cost.amountMinor);
}

import { money, type Money } from "~/platform/money";
import { pieceGramsOf, readyInDays, shippingCost, usableOptions, type Supply } from "./delivery";
import type { DeliveryOption, ListingSnapshot, PriceTier } from "./types";

/** Where Karvan's sellers are: goods that stay here go at the home price. */
export const HOME_COUNTRY = "AZ";

export type OfferTier = { minimumQuantity: number; unit: Money };

export type OfferPrice = { unit: Money; tiers: OfferTier[]; total: Money };

/** What one listing means to a reader in one country who wants a number of pieces. */
export type Offer = {
  destination: string;
  isHome: boolean;
  quantity: number;
  minimumOrderQuantity: number;
  /** Nobody is promised anything abroad of what is not open to export. */
  isOffered: boolean;
  /** Undefined when the price is on request for this destination. */
  price: OfferPrice | undefined;
  /** What it costs at home, where it is not offered; to be shown, never to be taken. */
  homePrice: OfferPrice | undefined;
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
  /** Undefined when it has to be asked for, or is in the price already. */
  cost: Money | undefined;
  /** The seller pays the carriage by the term she offers, so it is in the price. */
  isIncluded: boolean;
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
  | "incoterm"
>;

/** The Incoterms 2020 whose seller pays the carriage; source: `main_carriage` of `db/reference/incoterms.csv`. */
export const CARRIAGE_PAID: ReadonlySet<string> = new Set(["CPT", "CIP", "DAP", "DPU", "DDP"]);

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
  const priceIn = (side: readonly PriceTier[]) => priceFor({ ...listing, tiers: side }, quantity);
  const isIncluded = !isHome && CARRIAGE_PAID.has(listing.incoterm?.code ?? "");
  const shipping = isOffered ? shippingChoices(options, listing, { quantity, isIncluded }) : [];
  const ready = readyInDays(supply, quantity);
  const fastest = shipping.length > 0 ? Math.min(...shipping.map((choice) => choice.daysMax)) : undefined;
  return {
    destination,
    isHome,
    quantity,
    minimumOrderQuantity: listing.minimumOrderQuantity,
    isOffered,
    price: isOffered ? priceIn(isHome ? listing.homeTiers : listing.exportTiers) : undefined,
    homePrice: isOffered ? undefined : priceIn(listing.homeTiers),
    readyInDays: ready,
    shipping,
    arrivesInDays: arrivesInDays(ready, fastest),
  };
}

/** Days until it has come: prepared, then brought in the longest time that the way takes; undefined while either is unknown. */
export function arrivesInDays(readyDays: number | undefined, wayDaysMax: number | undefined): number | undefined {
  return readyDays === undefined || wayDaysMax === undefined ? undefined : readyDays + wayDaysMax;
}

type Priced = Pick<Offered, "priceKind" | "minimumOrderQuantity"> & { tiers: readonly PriceTier[] };

/** What a quantity costs by tiers that are a listing's or a variant's; undefined on request. */
export function priceFor(
  { priceKind, minimumOrderQuantity, tiers: all }: Priced,
  quantity: number,
): OfferPrice | undefined {
  const tiers = tiersOf(all, minimumOrderQuantity);
  const unit = priceKind === "on_request" ? undefined : unitPriceAt(tiers, quantity);
  return unit && { unit, tiers, total: money(unit.amountMinor * BigInt(quantity), unit.currency) };
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

function shippingChoices(
  options: readonly DeliveryOption[],
  listing: Offered,
  { quantity, isIncluded }: { quantity: number; isIncluded: boolean },
): ShippingChoice[] {
  return usableOptions(options, listing)
    .map((option) => ({
      service: option.service,
      daysMin: option.daysMin,
      daysMax: option.daysMax,
      cost: isIncluded ? undefined : shippingCost(option, pieceGramsOf(listing), quantity),
      isIncluded: isIncluded && option.service !== "pick_up" && option.service !== "digital",
    }))
    .toSorted((a, b) => costOrder(a) - costOrder(b) || a.daysMax - b.daysMax);
}

/** What is in the price, then known costs, then unknown ones; a seller's zones share one currency, so minor units compare. */
function costOrder(choice: ShippingChoice): number {
  if (choice.isIncluded) return 0;
  return choice.cost === undefined ? Number.MAX_SAFE_INTEGER : Number(choice.cost.amountMinor);
}

import {
  CARRIAGE_PAID,
  HOME_COUNTRY,
  pieceGramsOf,
  usableOptions,
  type DeliveryOption,
  type ListingSnapshot,
  type Offer,
  type Supply,
} from "~/modules/catalog";
import { convert, money, type Money, type RateTable } from "~/platform/money";
import type { Delivery, OrderKind } from "../types";
import { carriageOf } from "./pack-parcels";

/** Why a line cannot be ordered as it is. */
export const LINE_PROBLEMS = [
  "gone",
  "choose-variant",
  "on-request",
  "not-abroad",
  "below-minimum",
  "sold-out",
  "too-many",
  "no-rate",
] as const;
export type LineProblem = (typeof LINE_PROBLEMS)[number];

/** Why what is taken of one seller cannot be ordered though each line of it could. */
export const GROUP_PROBLEMS = ["no-way", "ask-freight"] as const;
export type GroupProblem = (typeof GROUP_PROBLEMS)[number];

/** A line of a cart with what is public of its listing at this moment; without, it is gone. */
export type CartLine = {
  lineId: string;
  listingId: string;
  variantId: string | undefined;
  quantity: number;
  listing:
    | {
        snapshot: ListingSnapshot;
        offer: Offer;
        supply: Supply;
        options: readonly DeliveryOption[];
      }
    | undefined;
};

export type PricedLine = {
  line: CartLine;
  problem: LineProblem | undefined;
  /** Whose stock it is taken from; undefined of a service. */
  stockVariantId: string | undefined;
  /** Pieces that are there now, of those that are wanted. */
  fromStock: number;
  canBeMade: boolean;
  readyInDays: number | undefined;
  /** As it is published. */
  list: Money | undefined;
  /** In the currency that is charged, rounded half up to its minor unit before it is multiplied. */
  unit: Money | undefined;
  total: Money | undefined;
};

export type DeliveryChoice = {
  service: Delivery;
  daysMin: number;
  daysMax: number;
  /** In the currency that is charged; undefined when it has to be asked for. */
  cost: Money | undefined;
  isIncluded: boolean;
};

export type PricedGroup = {
  sellerId: string;
  kind: OrderKind;
  lines: PricedLine[];
  choices: DeliveryChoice[];
  chosen: DeliveryChoice | undefined;
  problem: GroupProblem | undefined;
  /** Lines for which a way with a price would be missing by themselves too, where others wait for them. */
  hindering: PricedLine[];
  goods: Money;
  shipping: Money | undefined;
  /** Undefined while something cannot be ordered. */
  total: Money | undefined;
  readyInDays: number | undefined;
  needsAcceptance: boolean;
};

type Inputs = {
  destination: string;
  /** In which everything is charged. */
  currency: string;
  rates: RateTable;
  /** The way that the buyer chose for a seller's goods or services. */
  chosenWay: (sellerId: string, kind: OrderKind) => Delivery | undefined;
};

/** What a cart comes to: by seller, goods apart from services, each with the ways it can be brought and what they cost. */
export function priceCart(lines: readonly CartLine[], inputs: Inputs): { groups: PricedGroup[]; gone: PricedLine[] } {
  const priced = lines.map((line) => priceLine(line, inputs));
  const bySeller = new Map<string, Together>();
  for (const one of priced) {
    const { listing } = one.line;
    if (!listing) continue;
    const key = `${listing.snapshot.sellerId} ${listing.snapshot.kind}`;
    bySeller.set(key, [...(bySeller.get(key) ?? []), { one, listing }]);
  }
  return {
    groups: [...bySeller.values()].flatMap((together) => priceGroup(together, inputs) ?? []),
    gone: priced.filter(({ line }) => !line.listing),
  };
}

function priceLine(line: CartLine, { currency, rates }: Inputs): PricedLine {
  const { listing, quantity } = line;
  const nothing = {
    line,
    stockVariantId: undefined,
    fromStock: 0,
    canBeMade: false,
    readyInDays: undefined,
    list: undefined,
    unit: undefined,
    total: undefined,
  };
  if (!listing) return { ...nothing, problem: "gone" };
  const { snapshot, offer, supply } = listing;
  const isService = snapshot.kind === "service";
  const [only, ...others] = snapshot.variants;
  const variantId = line.variantId ?? (others.length === 0 ? only?.variantId : undefined);
  const canBeMade = isService || supply.monthlyCapacity > 0 || supply.firstBatch > 0;
  const list = offer.price?.unit;
  const converted = list && convert(list, currency, rates);
  // What is worth less than half of the smallest coin there cannot be charged in that currency.
  const unit = converted && converted.amountMinor > 0n ? converted : undefined;
  const facts = {
    line,
    stockVariantId: isService ? undefined : variantId,
    fromStock: isService ? 0 : Math.min(quantity, supply.stockQuantity),
    canBeMade,
    readyInDays: offer.readyInDays ?? (isService ? supply.leadTimeDays : undefined),
    list,
    unit,
    total: unit && money(unit.amountMinor * BigInt(quantity), currency),
  };
  return { ...facts, problem: lineProblem(line, listing, { hasVariant: variantId !== undefined, ...facts }) };
}

function lineProblem(
  { quantity, variantId }: CartLine,
  { snapshot, offer, supply }: NonNullable<CartLine["listing"]>,
  { hasVariant, readyInDays, list, unit }: Pick<PricedLine, "readyInDays" | "list" | "unit"> & { hasVariant: boolean },
): LineProblem | undefined {
  if (snapshot.variants.length > 1 && (!hasVariant || !snapshot.variants.some((one) => one.variantId === variantId))) {
    return "choose-variant";
  }
  if (!offer.isOffered) return "not-abroad";
  if (!list) return "on-request";
  if (!unit) return "no-rate";
  if (quantity < snapshot.minimumOrderQuantity) return "below-minimum";
  if (readyInDays === undefined) return supply.stockQuantity === 0 ? "sold-out" : "too-many";
  return undefined;
}

type Together = { one: PricedLine; listing: NonNullable<CartLine["listing"]> }[];

function priceGroup(together: Together, { destination, currency, rates, chosenWay }: Inputs): PricedGroup | undefined {
  const [first] = together;
  if (!first) return undefined;
  const { sellerId, kind } = first.listing.snapshot;
  const lines = together.map(({ one }) => one);
  const isWhole = lines.every(({ problem }) => problem === undefined);
  const goods = money(
    lines.reduce((sum, { total }) => sum + (total?.amountMinor ?? 0n), 0n),
    currency,
  );
  const choices = deliveryChoices(together, goods, { destination, currency, rates });
  const wanted = chosenWay(sellerId, kind);
  const chosen = choices.find(({ service }) => service === wanted) ?? choices[0];
  const problem = groupProblem(chosen);
  const hindering = problem === undefined ? [] : hinderingLines(together, { destination, currency, rates });
  const shipping = chosen?.isIncluded ? money(0n, currency) : chosen?.cost;
  const ready = lines.map(({ readyInDays }) => readyInDays);
  return {
    sellerId,
    kind,
    lines,
    choices,
    chosen,
    problem,
    hindering,
    goods,
    shipping,
    total:
      isWhole && problem === undefined && shipping
        ? money(goods.amountMinor + shipping.amountMinor, currency)
        : undefined,
    readyInDays: ready.some((days) => days === undefined) ? undefined : Math.max(...ready.map((days) => days ?? 0)),
    needsAcceptance: kind === "service" || lines.some(({ fromStock, line }) => fromStock < line.quantity),
  };
}

function groupProblem(chosen: DeliveryChoice | undefined): GroupProblem | undefined {
  if (!chosen) return "no-way";
  return chosen.cost === undefined && !chosen.isIncluded ? "ask-freight" : undefined;
}

type Where = Pick<Inputs, "destination" | "currency" | "rates">;

/** Which of several lines keep the rest from its way. None where each had one by itself: then nobody is to be named. */
function hinderingLines(together: Together, where: Where): PricedLine[] {
  return together
    .filter((alone) => {
      const worth = alone.one.total ?? money(0n, where.currency);
      return groupProblem(deliveryChoices([alone], worth, where)[0]) !== undefined;
    })
    .map(({ one }) => one);
}

/** The ways that suit everything that is taken together, the cheapest first; what is in the price already costs nothing more. */
function deliveryChoices(together: Together, worth: Money, { destination, currency, rates }: Where): DeliveryChoice[] {
  const [first] = together;
  const options = first?.listing.options ?? [];
  const suiting = options.filter((option) =>
    together.every(({ listing }) => usableOptions([option], listing.snapshot).length > 0),
  );
  const isPaid = ({ listing: { snapshot } }: Together[number]) =>
    destination !== HOME_COUNTRY && CARRIAGE_PAID.has(snapshot.incoterm?.code ?? "");
  const charged = together.filter((one) => !isPaid(one));
  const pieces = charged.map(({ one, listing }) => ({
    pieceGrams: pieceGramsOf(listing.snapshot),
    quantity: one.line.quantity,
  }));
  return suiting
    .map((option): DeliveryChoice => {
      const isFree = option.service === "pick_up" || option.service === "digital";
      const isIncluded = charged.length === 0 && !isFree;
      const cost = isFree ? money(0n, currency) : carriageOf(option, pieces, { worth, rates });
      return {
        service: option.service,
        daysMin: option.daysMin,
        daysMax: option.daysMax,
        cost: cost && convert(cost, currency, rates),
        isIncluded,
      };
    })
    .toSorted((a, b) => rank(a) - rank(b) || a.daysMax - b.daysMax);
}

/** What is brought comes before what has to be fetched, whatever that costs; what has to be asked for comes last. */
function rank({ service, cost, isIncluded }: DeliveryChoice): number {
  if (isIncluded) return -1;
  if (cost === undefined) return Number.MAX_SAFE_INTEGER;
  return Number(cost.amountMinor) + (service === "pick_up" ? Number.MAX_SAFE_INTEGER / 2 : 0);
}

/** Whether it is brought somewhere, so that an address is needed. */
export function isCarried({ chosen }: Pick<PricedGroup, "chosen">): boolean {
  return chosen !== undefined && chosen.service !== "pick_up" && chosen.service !== "digital";
}

/**
 * Whether a consumer of the European Union may withdraw from it: all but digital goods. What is made to her own specification is
 * in no cart.
 */
export function isWithdrawable({ kind, chosen }: Pick<PricedGroup, "kind" | "chosen">): boolean {
  return kind === "service" || chosen?.service !== "digital";
}

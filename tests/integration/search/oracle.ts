import { HOME_COUNTRY, offerFor, readyInDays, type Offer } from "~/modules/catalog";
import { daysBetween } from "~/platform/calendar";
import { LISTING_FACETS, type ListingFacet, type ListingSearch, type RelaxedFilter } from "~/modules/search";
import { convert, type Money, type RateTable } from "~/platform/money";
import categories from "~db/reference/categories.json" with { type: "json" };
import destinations from "~db/reference/destinations.json" with { type: "json" };
import type { KnownListing } from "./random-catalogue";

/** The rules of DESIGN.md §4 listing by listing, in memory, without an index: what both engines have to answer. */
export type Expected = {
  hitIds: string[];
  total: number;
  counts: Record<string, Record<string, number>>;
};

export type Situation = { today: string; rates: RateTable };

export function expectedAnswer(all: readonly KnownListing[], search: ListingSearch, situation: Situation): Expected {
  const hits = all.filter((listing) => isHit(listing, search, situation)).toSorted(orderOf(search, situation));
  const start = (search.page - 1) * search.pageSize;
  return {
    hitIds: hits.slice(start, start + search.pageSize).map(({ snapshot }) => snapshot.listingId),
    total: hits.length,
    counts: Object.fromEntries(
      LISTING_FACETS.map((facet) => {
        const others = { ...search, chosen: { ...search.chosen, [facet]: undefined } };
        return [
          facet,
          countsOf(
            all.filter((listing) => isHit(listing, others, situation)),
            facet,
          ),
        ];
      }),
    ),
  };
}

export function countsOf(listings: readonly KnownListing[], facet: ListingFacet): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of listings.flatMap((listing) => valuesOf(listing, facet))) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

export function isHit(listing: KnownListing, search: ListingSearch, { today, rates }: Situation): boolean {
  const { snapshot, supply } = listing;
  const offer = offerTo(listing, search.destination);
  const price = inCurrency(offer.price?.unit, search.currency, rates);
  const days = search.neededBy === undefined ? undefined : daysBetween(today, search.neededBy);
  const { quantity } = search;
  const wanted = quantity === undefined ? offer : offerTo(listing, search.destination, quantity);
  return [
    ...LISTING_FACETS.map((facet) => {
      const chosen = search.chosen[facet];
      return !chosen?.length || valuesOf(listing, facet).some((value) => chosen.includes(value));
    }),
    search.priceFromMinor === undefined || (price !== undefined && price >= search.priceFromMinor),
    search.priceToMinor === undefined || (price !== undefined && price <= search.priceToMinor),
    quantity === undefined ||
      (quantity >= snapshot.minimumOrderQuantity && readyInDays(supply, quantity) !== undefined),
    days === undefined || (days >= 0 && wanted.arrivesInDays !== undefined && wanted.arrivesInDays <= days),
    search.minimumOrderAtMost === undefined || snapshot.minimumOrderQuantity <= search.minimumOrderAtMost,
    search.leadTimeDaysAtMost === undefined ||
      (offer.readyInDays !== undefined && offer.readyInDays <= search.leadTimeDaysAtMost),
    !search.madeToOrder || snapshot.stockPolicy === "made_to_order",
    !search.onlyShipsHere || offer.shipping.length > 0,
  ].every(Boolean);
}

/** The filters that are set, with the search that lacks one of them. */
export function withoutEach(search: ListingSearch): [RelaxedFilter, ListingSearch][] {
  const plain: [RelaxedFilter, (keyof ListingSearch)[]][] = [
    ["neededBy", ["neededBy"]],
    ["quantity", ["quantity"]],
    ["price", ["priceFromMinor", "priceToMinor"]],
    ["leadTime", ["leadTimeDaysAtMost"]],
    ["minimumOrder", ["minimumOrderAtMost"]],
    ["madeToOrder", ["madeToOrder"]],
  ];
  const found: [RelaxedFilter, ListingSearch][] = plain
    .filter(([, keys]) => keys.some((key) => search[key] !== undefined))
    .map(([name, keys]) => [name, { ...search, ...Object.fromEntries(keys.map((key) => [key, undefined])) }]);
  if (search.onlyShipsHere) found.push(["shipsHere", { ...search, onlyShipsHere: false }]);
  for (const facet of LISTING_FACETS) {
    if (search.chosen[facet]?.length) {
      found.push([facet, { ...search, chosen: { ...search.chosen, [facet]: undefined } }]);
    }
  }
  return found;
}

function offerTo({ snapshot, supply, ways }: KnownListing, destination: string, quantity?: number): Offer {
  return offerFor(snapshot, supply, ways.get(destination) ?? [], destination, quantity);
}

function inCurrency(price: Money | undefined, currency: string, rates: RateTable): bigint | undefined {
  return price && convert(price, currency, rates)?.amountMinor;
}

function valuesOf(listing: KnownListing, facet: ListingFacet): string[] {
  const { snapshot, level, ways } = listing;
  const reached = () => [...ways.keys()].filter((country) => offerTo(listing, country).shipping.length > 0);
  switch (facet) {
    case "category":
      return withParents(snapshot.categoryId);
    case "kind":
      return [snapshot.kind];
    case "technique":
      return snapshot.techniqueId === undefined ? [] : [snapshot.techniqueId];
    case "material":
      return snapshot.materialIds;
    case "region":
      return snapshot.regionId === undefined ? [] : [snapshot.regionId];
    case "level":
      return level === "ready" || level === "exporting" ? [level] : [];
    case "shipsTo":
      return reached();
    case "canExportTo":
      return reached().filter((country) => listing.markets.includes(marketOf(country) ?? ""));
    case "seller":
      return [snapshot.sellerId];
  }
}

function withParents(id: string): string[] {
  const parent = categories.categories.find((category) => category.id === id)?.parent;
  return [id, ...(parent ? withParents(parent) : [])];
}

function marketOf(country: string): string | undefined {
  return destinations.destinations.find((destination) => destination.country === country)?.market ?? undefined;
}

const LEVELS = [undefined, "exploring", "preparing", "ready", "exporting"];

type Order = (a: KnownListing, b: KnownListing) => number;

function orderOf(search: ListingSearch, { rates }: Situation): Order {
  const price = (listing: KnownListing) => {
    const { price: shown } = offerTo(listing, search.destination);
    const isHome = search.destination === HOME_COUNTRY;
    const amount = isHome ? shown?.unit.amountMinor : inCurrency(shown?.unit, "AZN", rates);
    return amount === undefined ? undefined : Number(amount);
  };
  const fresh: Order = (a, b) => b.publishedAt.getTime() - a.publishedAt.getTime();
  const first: Record<ListingSearch["sort"], Order> = {
    relevance: () => 0,
    newest: fresh,
    "price-low": byNumber(price, 1),
    "price-high": byNumber(price, -1),
    "lead-time": byNumber((listing) => offerTo(listing, search.destination).readyInDays, 1),
  };
  return (a, b) =>
    first[search.sort](a, b) ||
    LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level) ||
    fresh(a, b) ||
    (a.snapshot.listingId < b.snapshot.listingId ? -1 : 1);
}

/** What has no number comes last in either direction. */
function byNumber(numberOf: (listing: KnownListing) => number | undefined, direction: 1 | -1): Order {
  return (a, b) => {
    const [one, other] = [numberOf(a), numberOf(b)];
    if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
    return direction * (one - other);
  };
}

import { HOME_COUNTRY } from "~/modules/catalog";
import { daysNumbers, piecesNumbers, priceNumbers, type NumberRange } from "./engine-indexes";
import { CAPACITY_MONTHS, daysAllowed, madeWithin, priceRanges, type SearchContext } from "./search-filters";
import { LISTING_FACETS, SELLER_FACETS, type ListingSearch, type SellerSearch } from "./types";

/** Holds for no document: what an impossible limit means. */
const NOTHING = "minimumOrder < 0";

/** Conditions in Meilisearch's filter language; all must hold. */
export function listingFilter(search: ListingSearch, context: SearchContext): string[] {
  const { destination, quantity } = search;
  const filter = LISTING_FACETS.flatMap((facet) => oneOf(facet, search.chosen[facet]));
  const prices = priceRanges(search, context.rates);
  if (prices) filter.push(anyOf(prices.map(priceCondition(destination))));
  if (quantity !== undefined) filter.push(`minimumOrder <= ${quantity}`, `supplyMost >= ${quantity}`);
  const days = daysAllowed(search, context.today);
  if (days !== undefined) filter.push(...arrivalConditions(search, days));
  if (search.minimumOrderAtMost !== undefined) filter.push(`minimumOrder <= ${search.minimumOrderAtMost}`);
  if (search.leadTimeDaysAtMost !== undefined) filter.push(`readyDays <= ${search.leadTimeDaysAtMost}`);
  if (search.madeToOrder) filter.push("isMadeToOrder = true");
  if (search.onlyShipsHere) filter.push(...oneOf("shipsTo", [destination]));
  return filter;
}

export function sellerFilter(search: SellerSearch): string[] {
  return SELLER_FACETS.flatMap((facet) => oneOf(facet, search.chosen[facet]));
}

/** `delivery.ts` as ranges: from stock, or from the first month of capacity that suffices. */
function arrivalConditions({ destination, quantity }: ListingSearch, days: number): string[] {
  if (days < 0) return [NOTHING];
  const arrives = (field: string, within: number) => range(field, daysNumbers(destination, 0, within));
  if (quantity === undefined) return [arrives("soonestBy", days)];
  const ways = CAPACITY_MONTHS.filter((month) => madeWithin(days, month) >= 0).map(
    (month) => `(${arrives("madeBy", madeWithin(days, month))} AND ${range("supply", piecesNumbers(month, quantity))})`,
  );
  return [arrives("stockBy", days), anyOf([range("supply", piecesNumbers(0, quantity)), ...ways])];
}

function priceCondition(destination: string) {
  const field = destination === HOME_COUNTRY ? "home" : "export";
  return ({ currency, lowest, highest }: { currency: string; lowest: bigint; highest: bigint }) =>
    range(field, priceNumbers(currency, lowest, highest));
}

function range(field: string, { from, to }: NumberRange): string {
  return `${field} ${from} TO ${to}`;
}

function anyOf(conditions: readonly string[]): string {
  return conditions.length === 0 ? NOTHING : conditions.join(" OR ");
}

/** Ids are letters, digits, - and _ only (`plainValues`), but who asks may have them from elsewhere. */
function oneOf(field: string, values: readonly string[] | undefined): string[] {
  return values?.length ? [`${field} IN [${values.map((value) => JSON.stringify(value)).join(", ")}]`] : [];
}

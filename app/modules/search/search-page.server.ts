import {
  countryName,
  formatDay,
  formatNumber,
  listListingCards,
  nameIn,
  referenceBook,
} from "~/modules/catalog/index.server";
import { listCurrentFeatures } from "~/modules/curation/index.server";
import { listKnownSellerNames } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import { dayInBaku } from "~/platform/calendar";
import type { Db } from "~/platform/db/db.server";
import type { Reader } from "~/platform/i18n/reader";
import { formatMoney, money, toDecimal } from "~/platform/money";
import { FACET_TITLES, facetGroups, labelOf, type Words } from "./facet-groups.server";
import { searchListings } from "./search.server";
import { listingSearchParams, parseListingSearch } from "./search-url";
import {
  LISTING_FACETS,
  LISTING_SORTS,
  type FacetValue,
  type ListingFacet,
  type ListingSearch,
  type ListingSort,
  type RelaxedFilter,
} from "./types";
import type { ChipView, SearchPageView } from "./views";

type Question = {
  url: URL;
  reader: Reader;
  now: Date;
  /** Where the form and the chips lead: the search page, or the page that fixes a facet. */
  path: string;
  /** The facet that the page itself decides, with its value. */
  fixed?: { facet: ListingFacet; value: string };
};

/** Sellers shown above the hits of a typed search. */
const SELLERS_BESIDE_HITS = 3;

const SORT_NAMES: Readonly<Record<ListingSort, () => string>> = {
  relevance: m["search.sort.relevance"],
  newest: m["search.sort.newest"],
  "price-low": m["search.sort.priceLow"],
  "price-high": m["search.sort.priceHigh"],
  "lead-time": m["search.sort.leadTime"],
};

const RELAXED_NAMES: Readonly<Record<RelaxedFilter, () => string>> = {
  ...FACET_TITLES,
  price: m["search.filter.price"],
  quantity: m["search.quantity"],
  neededBy: m["search.neededBy"],
  minimumOrder: m["search.minimumOrder"],
  leadTime: m["search.leadTime"],
  shipsHere: m["search.filter.shipsHere"],
  madeToOrder: m["search.madeToOrder"],
  text: m["search.filter.text"],
};

/** Everything on a page of hits: search, category, region and craft pages alike. */
export async function openSearchPage(db: Db, { url, reader, now, path, fixed }: Question): Promise<SearchPageView> {
  const asked = parseListingSearch(url.searchParams, reader);
  const search: ListingSearch = fixed ? { ...asked, chosen: { ...asked.chosen, [fixed.facet]: [fixed.value] } } : asked;
  const today = dayInBaku(now);
  const withSellers = search.text !== "" && search.page === 1 && !fixed;
  const [result, book, features] = await Promise.all([
    searchListings(db, search, now, { sellersBeside: withSellers ? SELLERS_BESIDE_HITS : undefined }),
    referenceBook(db),
    listCurrentFeatures(db),
  ]);
  const facets = result.facets && { ...result.facets, seller: likelySellers(result.facets.seller) };
  const sellerIds = [...new Set([...result.sellerIds, ...(facets?.seller ?? []).map(({ value }) => value)])];
  const [cards, sellerNames] = await Promise.all([
    listListingCards(db, reader, result.hitIds, {
      today,
      quantity: search.quantity,
      neededBy: search.neededBy,
      featuredIds: new Set(features.listingIds),
    }),
    listKnownSellerNames(db, reader.lang, sellerIds),
  ]);
  const words: Words = { book, reader, sellerName: (id) => sellerNames.get(id)?.name ?? id };
  const query = [...paramsWithout(asked, fixed)];
  return {
    path,
    heading: search.text === "" ? m["search.title"]() : m["search.titleFor"]({ text: search.text }),
    text: search.text,
    total: result.total,
    totalText: m["catalog.listingCount"]({ count: result.total }),
    cards,
    page: search.page,
    pageCount: Math.ceil(result.total / search.pageSize),
    query,
    facets: facets ? facetGroups(facets, words, fixed?.facet) : [],
    chips: chips(asked, path, words, fixed),
    clearHref: hrefOf(path, { ...bare(asked), text: asked.text, sort: asked.sort }, fixed),
    sort: search.sort,
    sorts: LISTING_SORTS.map((sort) => ({ value: sort, label: SORT_NAMES[sort]() })),
    fields: fieldsOf(asked),
    earliestDay: today,
    isSimplified: result.isSimplified,
    inPart:
      result.relaxed === undefined && result.inFull < result.total
        ? m["search.inPart"]({ count: result.inFull })
        : undefined,
    relaxed:
      result.relaxed && m["search.relaxed"]({ filter: RELAXED_NAMES[result.relaxed]().toLocaleLowerCase(reader.lang) }),
    sellers: result.sellerIds.flatMap((id) => {
      const card = sellerNames.get(id);
      return card
        ? [{ slug: card.slug, name: card.name, place: nameIn(book.places.get(card.placeId)?.names, reader.lang) }]
        : [];
    }),
  };
}

/** Sellers in the filter panel; the directory of sellers has them all. */
const MOST_SELLERS = 30;

/** Those with the most hits, and the chosen ones wherever they stand. */
function likelySellers(values: readonly FacetValue[]): FacetValue[] {
  return values.filter(({ isChosen }, index) => isChosen || index < MOST_SELLERS);
}

/** A search with nothing chosen, for the same reader. */
function bare({ locale, destination, currency, pageSize }: ListingSearch): ListingSearch {
  return {
    text: "",
    locale,
    destination,
    currency,
    chosen: {},
    onlyShipsHere: false,
    sort: "relevance",
    page: 1,
    pageSize,
  };
}

function paramsWithout(search: ListingSearch, fixed: Question["fixed"]): URLSearchParams {
  const chosen = { ...search.chosen };
  if (fixed) delete chosen[fixed.facet];
  return listingSearchParams({ ...search, chosen, page: 1 });
}

function hrefOf(path: string, search: ListingSearch, fixed: Question["fixed"]): string {
  const params = paramsWithout(search, fixed);
  return params.size > 0 ? `${path}?${params.toString()}` : path;
}

/** One chip per chosen value, each leading to the same view without it. */
function chips(search: ListingSearch, path: string, words: Words, fixed: Question["fixed"]): ChipView[] {
  const found: ChipView[] = [];
  const add = (label: string, without: Partial<ListingSearch>) =>
    found.push({ label, href: hrefOf(path, { ...search, ...without }, fixed) });
  const amount = (minor: bigint) => formatMoney(money(minor, search.currency), search.locale);

  for (const facet of LISTING_FACETS) {
    if (facet === fixed?.facet) continue;
    for (const value of search.chosen[facet] ?? []) {
      const rest = (search.chosen[facet] ?? []).filter((other) => other !== value);
      add(labelOf(facet, value, words), { chosen: { ...search.chosen, [facet]: rest } });
    }
  }
  if (search.quantity !== undefined)
    add(m["search.chip.quantity"]({ count: search.quantity }), { quantity: undefined });
  if (search.neededBy !== undefined) {
    add(m["search.chip.neededBy"]({ day: formatDay(search.neededBy, search.locale) }), { neededBy: undefined });
  }
  if (search.priceFromMinor !== undefined) {
    add(m["search.chip.priceFrom"]({ amount: amount(search.priceFromMinor) }), { priceFromMinor: undefined });
  }
  if (search.priceToMinor !== undefined) {
    add(m["search.chip.priceTo"]({ amount: amount(search.priceToMinor) }), { priceToMinor: undefined });
  }
  if (search.minimumOrderAtMost !== undefined) {
    const count = formatNumber(search.minimumOrderAtMost, search.locale);
    add(m["search.chip.minimumOrder"]({ count }), { minimumOrderAtMost: undefined });
  }
  if (search.leadTimeDaysAtMost !== undefined) {
    const count = formatNumber(search.leadTimeDaysAtMost, search.locale);
    add(m["search.chip.leadTime"]({ count }), { leadTimeDaysAtMost: undefined });
  }
  if (search.onlyShipsHere) {
    const country = countryName(search.destination, search.locale);
    add(m["search.onlyShipsHere"]({ country }), { onlyShipsHere: false });
  }
  if (search.madeToOrder) add(m["search.madeToOrder"](), { madeToOrder: undefined });
  return found;
}

function fieldsOf(search: ListingSearch): SearchPageView["fields"] {
  const major = (minor: bigint | undefined) => (minor === undefined ? "" : toDecimal(money(minor, search.currency)));
  const whole = (value: number | undefined) => (value === undefined ? "" : String(value));
  return {
    quantity: whole(search.quantity),
    neededBy: search.neededBy ?? "",
    min: major(search.priceFromMinor),
    max: major(search.priceToMinor),
    minimumOrder: whole(search.minimumOrderAtMost),
    leadTime: whole(search.leadTimeDaysAtMost),
    onlyShipsHere: search.onlyShipsHere,
    madeToOrder: search.madeToOrder ?? false,
  };
}

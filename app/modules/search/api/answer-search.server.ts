import { listListingSummaries, readerFor, referenceBook, type ListingSummary } from "~/modules/catalog/index.server";
import { listSellerCards } from "~/modules/sellers/index.server";
import { dayInBaku } from "~/platform/calendar";
import type { Db } from "~/platform/db/db.server";
import { pathsFor, type Paths } from "~/platform/http/paths";
import { mediaPath } from "~/platform/http/public-paths";
import { parseQuery, type ParameterProblem, type ReadQuery } from "~/platform/http/query.server";
import type { Reader } from "~/platform/i18n/reader";
import { toDecimal, type Money } from "~/platform/money";
import { searchListings, searchSellers } from "../search.server";
import { FACET_PARAMETERS, parseListingSearch } from "../search-url";
import { parseSellerSearch } from "../seller-search-url";
import { suggest } from "../suggest.server";
import { LISTING_FACETS, type ListingSearchResult, PUBLIC_LEVELS, type RelaxedFilter, type Suggestion } from "../types";
import type { ListingAnswer, ListingHit, SellerAnswer, SuggestionAnswer } from "./answer.server";
import { listingQuery, sellerQuery, suggestionQuery } from "./query.server";

type Question = {
  url: URL;
  /** Origin of the addresses in the answer. */
  origin: string;
};

/** The search page's hits as data: one question to the engine, one to the database. */
export async function answerListings(db: Db, { url, origin }: Question, now: Date): Promise<ReadQuery<ListingAnswer>> {
  const query = parseQuery(listingQuery, url.searchParams);
  if (!query.ok) return query;
  const reader = await readerFor(db, url);
  const search = parseListingSearch(url.searchParams, reader);
  const { min, max, by } = query.value;
  const problems = [
    ...(await destinationProblems(db, query.value.to)),
    ...(min !== undefined && search.priceFromMinor === undefined ? [tooManyDecimals("min", search.currency)] : []),
    ...(max !== undefined && search.priceToMinor === undefined ? [tooManyDecimals("max", search.currency)] : []),
    ...(by !== undefined && search.neededBy === undefined
      ? [{ parameter: "by", problem: "The day is out of range", mend: "Name a day in the years 2000 to 2199" }]
      : []),
  ];
  if (problems.length > 0) return { ok: false, problems };

  const result = await searchListings(db, search, now);
  const summaries = await listListingSummaries(db, reader, result.hitIds, {
    quantity: search.quantity,
    today: dayInBaku(now),
  });
  const paths = pathsFor(reader);
  return {
    ok: true,
    value: {
      hits: summaries.map((summary) => listingHitOf(summary, { reader, origin, paths })),
      total: result.total,
      inFull: result.inFull,
      page: search.page,
      pageCount: Math.ceil(result.total / search.pageSize),
      isSimplified: result.isSimplified,
      facets: facetsByParameter(result.facets),
      ignored: result.relaxed === undefined ? [] : [...IGNORED_PARAMETERS[result.relaxed]],
    },
  };
}

/** The directory of sellers as data. */
export async function answerSellers(db: Db, { url, origin }: Question): Promise<ReadQuery<SellerAnswer>> {
  const query = parseQuery(sellerQuery, url.searchParams);
  if (!query.ok) return query;
  const problems = await destinationProblems(db, query.value.to);
  if (problems.length > 0) return { ok: false, problems };
  const reader = await readerFor(db, url);
  const asked = parseSellerSearch(url.searchParams, reader.lang);
  const search = query.value.ready ? { ...asked, chosen: { ...asked.chosen, level: PUBLIC_LEVELS } } : asked;
  const result = await searchSellers(db, search);
  const cards = await listSellerCards(db, reader.lang, result.hitIds);
  const paths = pathsFor(reader);
  return {
    ok: true,
    value: {
      hits: cards.map((card) => ({
        id: card.sellerId,
        slug: card.slug,
        url: `${origin}${paths.seller(card.slug)}`,
        name: card.name,
        place: card.place,
        tagline: card.tagline ?? null,
        level: card.level ?? null,
        listingCount: card.listingCount,
        pictures: card.pictures.map(({ sha256 }) => pictureUrl(origin, sha256)),
      })),
      total: result.total,
      page: search.page,
      pageCount: Math.ceil(result.total / search.pageSize),
      isSimplified: result.isSimplified,
      facets: result.facets ?? null,
    },
  };
}

/** What the search box shows while a reader types. */
export async function answerSuggestions(db: Db, url: URL): Promise<ReadQuery<SuggestionAnswer>> {
  const query = parseQuery(suggestionQuery, url.searchParams);
  if (!query.ok) return query;
  const problems = await destinationProblems(db, query.value.to);
  if (problems.length > 0) return { ok: false, problems };
  const reader = await readerFor(db, url);
  const paths = pathsFor(reader);
  const suggestions = await suggest(db, { text: query.value.q ?? "", locale: reader.lang });
  return {
    ok: true,
    value: {
      suggestions: suggestions.map(({ kind, target, label, hint }) => ({
        kind,
        label,
        ...(hint === undefined ? {} : { hint }),
        href: HREFS[kind](paths, target),
      })),
    },
  };
}

const HREFS: Readonly<Record<Suggestion["kind"], (paths: Paths, target: string) => string>> = {
  listing: (paths, slug) => paths.listing(slug),
  seller: (paths, slug) => paths.seller(slug),
  category: (paths, id) => paths.category(id),
  craft: (paths, id) => paths.craft(id),
  region: (paths, id) => paths.region(id),
};

export async function destinationProblems(db: Db, to: string | undefined): Promise<ParameterProblem[]> {
  if (to === undefined) return [];
  const { destinations } = await referenceBook(db);
  if (destinations.has(to)) return [];
  return [
    { parameter: "to", problem: "Nothing is sent there", mend: `Choose of: ${[...destinations.keys()].join(", ")}` },
  ];
}

function tooManyDecimals(parameter: string, currency: string): ParameterProblem {
  return { parameter, problem: `${currency} has fewer decimals`, mend: "Leave out the last digits" };
}

const IGNORED_PARAMETERS: Readonly<Record<RelaxedFilter, readonly string[]>> = {
  ...byFacet((facet) => [FACET_PARAMETERS[facet]]),
  price: ["min", "max"],
  quantity: ["qty"],
  neededBy: ["by"],
  minimumOrder: ["moq"],
  leadTime: ["lead"],
  shipsHere: ["here"],
  madeToOrder: ["made"],
  text: ["q"],
};

function byFacet<Value>(of: (facet: (typeof LISTING_FACETS)[number]) => Value) {
  // One entry is made for every facet, which fromEntries cannot say.
  return Object.fromEntries(LISTING_FACETS.map((facet) => [facet, of(facet)])) as Record<
    (typeof LISTING_FACETS)[number],
    Value
  >;
}

function facetsByParameter(facets: ListingSearchResult["facets"]): ListingAnswer["facets"] {
  if (!facets) return null;
  return Object.fromEntries(LISTING_FACETS.map((facet) => [FACET_PARAMETERS[facet], facets[facet]]));
}

export type HitContext = { reader: Reader; origin: string; paths: Paths };

/** A listing as every answer has it. */
export function listingHitOf(summary: ListingSummary, { reader, origin, paths }: HitContext): ListingHit {
  const { seller, price, approximate, shipping } = summary;
  return {
    id: summary.listingId,
    slug: summary.slug,
    url: `${origin}${paths.listing(summary.slug)}`,
    kind: summary.kind,
    title: summary.title,
    titleLang: summary.titleLocale,
    seller: { id: seller.sellerId, slug: seller.slug, name: seller.name, url: `${origin}${paths.seller(seller.slug)}` },
    place: summary.placeName ?? null,
    price: price ? { ...amountOf(price), unit: summary.unit, isFrom: summary.isFromPrice } : null,
    approximatePrice: approximate ? { ...amountOf(approximate), rateOn: approximate.rateOn } : null,
    minimumOrder: summary.minimumOrderQuantity,
    readyDays: summary.readyInDays ?? null,
    arrivalDays: summary.arrivesInDays ?? null,
    shipsTo: shipping
      ? {
          country: reader.destination,
          service: shipping.service,
          daysMin: shipping.daysMin,
          daysMax: shipping.daysMax,
          cost: shipping.cost ? amountOf(shipping.cost) : null,
          isIncluded: shipping.isIncluded,
        }
      : null,
    pictures: summary.pictures.map((sha256) => pictureUrl(origin, sha256)),
  };
}

function amountOf(amount: Money): { amount: string; currency: string } {
  return { amount: toDecimal(amount), currency: amount.currency };
}

function pictureUrl(origin: string, sha256: string): string {
  return `${origin}${mediaPath(sha256, 640, "jpeg")}`;
}

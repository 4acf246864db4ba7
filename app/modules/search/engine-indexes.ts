import type { EngineDocument, IndexSettings } from "~/platform/search-engine/port";
import { BUNDLE_NAMES, bundlesOf } from "./facet-bundles";
import type { ListingDocument } from "./listing-document";
import type { SellerDocument } from "./seller-document";
import { sameWords } from "./same-words";
import { LISTED_WORDS, SYNONYMS } from "./synonyms";

/**
 * How the documents look in Meilisearch. It has no conditions on pairs inside an array ("days to DE"), so a pair is one
 * number: the country or month or currency in front, the days, pieces or price behind, and a filter is a range.
 */
const DAYS_SPAN = 10_000;
const PIECES_SPAN = 1_000_000_000;
const PRICE_SPAN = 100_000_000_000;

/** `DE` is 82: the letters as digits of base 26. */
function letters(code: string): number {
  return Array.from(code).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 65, 0);
}

/** A range of numbers that a filter of the engine can name. */
export type NumberRange = { from: number; to: number };

export function daysNumbers(country: string, lowest: number, highest: number): NumberRange {
  const start = letters(country) * DAYS_SPAN;
  return { from: start + lowest, to: start + Math.min(highest, DAYS_SPAN - 1) };
}

export function piecesNumbers(month: number, lowest: number): NumberRange {
  const start = month * PIECES_SPAN;
  return { from: start + Math.min(lowest, PIECES_SPAN - 1), to: start + PIECES_SPAN - 1 };
}

export function priceNumbers(currency: string, lowest: bigint, highest: bigint): NumberRange {
  const start = letters(currency) * PRICE_SPAN;
  const capped = (minor: bigint) => Math.min(Math.max(Number(minor), 0), PRICE_SPAN - 1);
  return { from: start + capped(lowest), to: start + capped(highest) };
}

/** A word that every listing has and nobody types: asked for first, it lets all the others of a text be missing. */
export const EVERY = "wqwq";

export function engineListing(document: ListingDocument): EngineDocument {
  const { home, supply, soonestDays, stockDays, madeDays, ...plain } = document;
  const arrivals = (days: Record<string, number>) =>
    Object.entries(days).map(([country, count]) => daysNumbers(country, Math.min(count, DAYS_SPAN - 1), count).from);
  return {
    ...plain,
    ...bundlesOf(document),
    every: EVERY,
    export: document.export
      ? priceNumbers(document.export.currency, BigInt(document.export.amountMinor), 0n).from
      : undefined,
    home: home === undefined ? undefined : priceNumbers("AZN", BigInt(home), 0n).from,
    supply: supply.map((pieces, month) => piecesNumbers(month, pieces).from),
    supplyMost: supply.at(-1) ?? 0,
    soonestBy: arrivals(soonestDays),
    stockBy: arrivals(stockDays),
    madeBy: arrivals(madeDays),
  };
}

/** With its synonyms in it: sellers are asked for beside most searches, and are few enough to hold them. */
export function engineSeller(document: SellerDocument): EngineDocument {
  const { nameWords, craftWords, placeWords, textWords } = document;
  return {
    ...document,
    sameWords: sameWords([...nameWords, ...craftWords, ...placeWords]),
    sameTextWords: sameWords(textWords),
  };
}

/** What is suggested while a reader types: a name, and what orders those that begin alike. */
export function engineListingName({ id, titleWords, levelRank, freshAt, tie }: ListingDocument): EngineDocument {
  return { id, nameWords: titleWords, levelRank, freshAt, tie };
}

export function engineSellerName({ id, nameWords, levelRank, freshAt, tie }: SellerDocument): EngineDocument {
  return { id, nameWords, levelRank, freshAt, tie };
}

/**
 * Relevance first; then what sells abroad already, then what is new. The words themselves come before their synonyms
 * (exactness), and where a word stands before how near it is to another: titles are short, and what is made of copper
 * says so in a field of its own.
 */
const RANKING = [
  "sort",
  "words",
  "typo",
  "exactness",
  "attribute",
  "proximity",
  "levelRank:desc",
  "freshAt:desc",
  "tie:asc",
] as const;

const synonyms = Object.fromEntries(SYNONYMS);

export const LISTING_SETTINGS: IndexSettings = {
  searchable: ["keyWords", "titleWords", "craftWords", "placeWords", "sellerWords", "textWords", "every"],
  filterable: [
    ...["id", "category", "kind", "technique", "material", "region", "level", "shipsTo", "canExportTo", "seller"],
    ...["home", "export", "minimumOrder", "readyDays", "isMadeToOrder"],
    ...["supply", "supplyMost", "soonestBy", "stockBy", "madeBy"],
    ...BUNDLE_NAMES,
  ],
  sortable: ["freshAt", "levelRank", "tie", "home", "exportOrder", "readyDays"],
  ranking: RANKING,
  synonyms,
  exactWords: LISTED_WORDS,
};

export const SELLER_SETTINGS: IndexSettings = {
  searchable: ["nameWords", "craftWords", "placeWords", "sameWords", "textWords", "sameTextWords"],
  filterable: ["category", "region", "level", "language", "market"],
  sortable: ["freshAt", "levelRank", "tie"],
  ranking: RANKING,
  synonyms: {},
  exactWords: LISTED_WORDS,
};

/**
 * An index of its own for suggestions, without synonyms: the engine reads the whole table of them for every word, which
 * was five sixths of a suggestion. Titles are in three languages, and crafts and places are suggested by all their names.
 */
export const NAME_SETTINGS: IndexSettings = {
  searchable: ["nameWords"],
  filterable: [],
  sortable: ["freshAt", "levelRank", "tie"],
  ranking: RANKING,
  synonyms: {},
  exactWords: LISTED_WORDS,
};

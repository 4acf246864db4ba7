import pLimit from "p-limit";
import { currentRates } from "~/modules/catalog/index.server";
import { dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { primaryOf, type Db } from "~/platform/db/db.server";
import { log } from "~/platform/log.server";
import { isEngineDown, type SearchEngine } from "~/platform/search-engine/port";
import { currentEngine } from "./current-engine.server";
import { makeEngineIndex } from "./engine-index.server";
import { makePostgresIndex } from "./postgres-index.server";
import { relaxedSearch } from "./relaxation.server";
import { filtersOf, withoutFilters, type SearchContext } from "./search-filters";
import type { FacetCounts, Matching, SearchIndex } from "./search-index";
import {
  LISTING_FACETS,
  SELLER_FACETS,
  type FacetValue,
  type ListingFacet,
  type ListingSearch,
  type ListingSearchResult,
  type SellerSearch,
  type SellerSearchResult,
} from "./types";
import { searchTerms } from "./search-terms";
import { FEW_HITS } from "./telling-words";
import { knownVocabulary } from "./vocabulary.server";
import { noteZeroResult } from "./zero-results.server";

export type SearchOptions = {
  /** The engine to ask first; that of this process when left out, none when null. */
  engine?: SearchEngine | null | undefined;
  /** The facets whose counts are wanted; all when left out. */
  facets?: readonly ListingFacet[] | undefined;
  /** How many sellers are wanted that the same text finds; none when left out. */
  sellersBeside?: number | undefined;
};

/**
 * Answers a search by Meilisearch, or by PostgreSQL while that does not answer (`isSimplified`). When nothing matches,
 * the filter that hurts most is let go and named; the words that found nothing are noted for the staff's report.
 */
export async function searchListings(
  db: Db,
  search: ListingSearch,
  now: Date = clock(),
  { engine = currentEngine(), facets = LISTING_FACETS, sellersBeside }: SearchOptions = {},
): Promise<ListingSearchResult> {
  const hasPrice = search.priceFromMinor !== undefined || search.priceToMinor !== undefined;
  const context: SearchContext = {
    today: dayInBaku(now),
    rates: hasPrice ? (await currentRates(db)).rates : new Map(),
  };
  return answered(db, engine, async (index, isSimplified) => {
    const strict = await index.findListings(
      { search, matching: "all", facets, ...(sellersBeside === undefined ? {} : { sellersBeside }) },
      context,
    );
    const matching = await matchingFor(index, search, strict.total, context);
    const some = matching === "all" ? strict : await index.findListings({ search, matching, facets }, context);
    // What was only found as a phrase, or joined ("səs yazma"), is not found word by word.
    const wide = some.total < strict.total ? strict : some;
    const relaxed = wide.total === 0 ? await relaxedSearch(index, search, matching, context) : undefined;
    const found = relaxed ? await index.findListings({ ...relaxed.question, facets }, context) : wide;
    if (strict.total === 0 && search.page === 1) await noteZeroResult(primaryOf(db), search, context.today);
    return {
      hitIds: found.hitIds,
      total: found.total,
      inFull: relaxed?.question.matching === "some" ? 0 : relaxed ? found.total : strict.total,
      facets: facetValues(LISTING_FACETS, found.counts, search.chosen),
      isSimplified,
      sellerIds: strict.sellerIds,
      relaxed: relaxed?.filter,
    };
  });
}

/**
 * Whether a text may be found in part. That depends on the text and the whole catalogue alone, not on filters: choosing
 * a value of a facet gives as many hits as its count says.
 *
 * @param total how many have it in full and pass the filters
 */
async function matchingFor(
  index: SearchIndex,
  search: ListingSearch,
  total: number,
  context: SearchContext,
): Promise<Matching> {
  if (total >= FEW_HITS || searchTerms(search.text).length < 2) return "all";
  if (filtersOf(search).length === 0) return total === 0 ? "all" : "some";
  const [inFull = 0] = await index.countListings([{ search: withoutFilters(search), matching: "all" }], context);
  return inFull === 0 || inFull >= FEW_HITS ? "all" : "some";
}

export async function searchSellers(
  db: Db,
  search: SellerSearch,
  { engine = currentEngine() }: Pick<SearchOptions, "engine"> = {},
): Promise<SellerSearchResult> {
  return answered(db, engine, async (index, isSimplified) => {
    const found = await index.findSellers({ search, facets: SELLER_FACETS });
    return {
      hitIds: found.hitIds,
      total: found.total,
      facets: facetValues(SELLER_FACETS, found.counts, search.chosen),
      isSimplified,
    };
  });
}

/** Asks the engine, and PostgreSQL when there is none, when it is known to be down, or when it fails just then. */
export async function answered<Value>(
  db: Db,
  engine: SearchEngine | null | undefined,
  ask: (index: SearchIndex, isSimplified: boolean) => Promise<Value>,
): Promise<Value> {
  if (engine?.isUp()) {
    try {
      return await ask(indexOf(db, engine), false);
    } catch (error) {
      if (!isEngineDown(error)) throw error;
      log.warn({ err: error }, "PostgreSQL answers for the search engine");
    }
  }
  return inTurn(() => ask(makePostgresIndex(db), true));
}

/** Such a search keeps a processor of the database busy; the pages that do not search need some of it, too. */
const MOST_SIMPLIFIED_AT_ONCE = 4;
const inTurn = pLimit(MOST_SIMPLIFIED_AT_ONCE);

const indexes = new WeakMap<SearchEngine, { db: Db; index: SearchIndex }>();

function indexOf(db: Db, engine: SearchEngine): SearchIndex {
  const kept = indexes.get(engine);
  if (kept?.db === db) return kept.index;
  const index = makeEngineIndex(engine, () => knownVocabulary(db));
  indexes.set(engine, { db, index });
  return index;
}

/** Values by count, then by name; a chosen one is there even when nothing has it. */
function facetValues<Facet extends string>(
  facets: readonly Facet[],
  counts: FacetCounts<Facet>,
  chosen: Partial<Record<Facet, readonly string[]>>,
): Record<Facet, FacetValue[]> {
  const entries = facets.map((facet) => {
    const picked = chosen[facet] ?? [];
    const own = counts[facet] ?? {};
    const values = Object.keys(own).map((value) => ({
      value,
      count: own[value] ?? 0,
      isChosen: picked.includes(value),
    }));
    for (const value of picked) if (!Object.hasOwn(own, value)) values.push({ value, count: 0, isChosen: true });
    return [facet, values.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))] as const;
  });
  // One entry was made for every facet, which fromEntries cannot say.
  return Object.fromEntries(entries) as Record<Facet, FacetValue[]>;
}

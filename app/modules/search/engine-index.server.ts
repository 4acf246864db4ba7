import { HOME_COUNTRY } from "~/modules/catalog";
import type { EngineAnswer, EngineQuery, SearchEngine } from "~/platform/search-engine/port";
import { listingFilter, sellerFilter } from "./engine-filters";
import { EVERY } from "./engine-indexes";
import { countedFor, unbundled } from "./facet-bundles";
import { withoutFilter, type SearchContext } from "./search-filters";
import type { FacetCounts, IndexAnswer, ListingQuestion, Matching, SearchIndex, SellerQuestion } from "./search-index";
import type { ListingSearch, ListingSort } from "./types";
import { asOneWord, phrasesOf, separable } from "./synonyms";
import { byTelling, MOST_BY_ONE_PHRASE, needed } from "./telling-words";
import { searchTerms, searchWords } from "./search-terms";
import { mended } from "./vocabulary.server";

export function listingIndexOf(engine: Pick<SearchEngine, "prefix">): string {
  return `${engine.prefix}_listings`;
}

export function sellerIndexOf(engine: Pick<SearchEngine, "prefix">): string {
  return `${engine.prefix}_sellers`;
}

/** Answers by Meilisearch: one HTTP request for a search, however many facets are chosen; one more to find it in part. */
export function makeEngineIndex(engine: SearchEngine, vocabulary: () => Promise<ReadonlySet<string>>): SearchIndex {
  const listings = listingIndexOf(engine);
  const sellers = sellerIndexOf(engine);

  /** The engine forgives slips, but knows no synonyms of a misspelt word. */
  const termsOf = async (text: string) => {
    const words = searchWords(text);
    return words.length === 0 ? [] : mended(words, await vocabulary());
  };

  /**
   * The words of a text as the engine is asked for them: with `last` it lets go of one after the other from the end.
   * What may be found by one phrase alone is found before, whatever the filters are.
   */
  const wordsFor = async (text: string, matching: Matching): Promise<Words> => {
    const terms = await termsOf(text);
    const phrases = matching === "some" ? separable(terms) : [];
    if (phrases.length < 2) return { text: phrasesOf(terms).map(asOneWord).join(" "), matching: "all" };
    const about = { index: listings, page: 1, matching: "all" as const };
    const answers = await engine.ask(
      phrases.flatMap((phrase) => [
        { ...about, text: phrase, hitsPerPage: 0, searchOn: NAMING_FIELDS },
        { ...about, text: phrase, hitsPerPage: MOST_BY_ONE_PHRASE },
      ]),
    );
    const counts = phrases.map((phrase, at) => ({
      phrase,
      named: answers[2 * at]?.total ?? 0,
      anywhere: answers[2 * at + 1]?.total ?? 0,
      ids: idsOf(answers[2 * at + 1]),
    }));
    const ordered = byTelling(counts);
    const inOrder = ordered.map(({ phrase }) => phrase).join(" ");
    const wanted = needed(ordered);
    if (wanted.length < 2) return { text: inOrder, matching: "last" };
    const ids = new Set(wanted.flatMap((phrase) => phrase.ids));
    return { text: `${EVERY} ${inOrder}`, matching: "last", among: [`id IN [${[...ids].join(", ")}]`] };
  };

  const query = (search: ListingSearch, { among = [], ...words }: Words, context: SearchContext): EngineQuery => ({
    index: listings,
    ...words,
    filter: [...among, ...listingFilter(search, context)],
    sort: sortOf(search),
    page: search.page,
    hitsPerPage: search.pageSize,
  });

  const sellerQuery = async (text: string) => ({
    index: sellers,
    text: (await termsOf(text)).join(" "),
    matching: "all" as const,
  });

  return {
    findListings: async ({ search, matching, facets, sellersBeside }: ListingQuestion, context) => {
      const chosen = facets.filter((facet) => (search.chosen[facet]?.length ?? 0) > 0);
      const words = await wordsFor(search.text, matching);
      const main = query(search, words, context);
      const beside: EngineQuery[] =
        sellersBeside === undefined
          ? []
          : [{ ...(await sellerQuery(search.text)), page: 1, hitsPerPage: sellersBeside }];
      const together = facets.filter((facet) => !chosen.includes(facet));
      const answers = await engine.ask([
        { ...main, facets: countedFor(together) },
        ...chosen.map((facet) => {
          const wider = query(withoutFilter(search, facet), words, context);
          return { ...wider, facets: [facet], page: 1, hitsPerPage: 0 };
        }),
        ...beside,
      ]);
      const [first, ...others] = answers.slice(0, answers.length - beside.length);
      const own = first ? [{ ...first, counts: unbundled(first.counts, together) }, ...others] : [];
      return { ...merged(own), sellerIds: answers.slice(1 + others.length).flatMap(idsOf) };
    },
    countListings: async (searches, context) => {
      if (searches.length === 0) return [];
      const asked = new Map<string, Promise<Words>>();
      const queries = await Promise.all(
        searches.map(async ({ search, matching }) => {
          const key = `${matching} ${search.text}`;
          const words = asked.get(key) ?? wordsFor(search.text, matching);
          asked.set(key, words);
          return { ...query(search, await words, context), page: 1, hitsPerPage: 0 };
        }),
      );
      return (await engine.ask(queries)).map(({ total }) => total);
    },
    findSellers: async ({ search, facets }: SellerQuestion) => {
      const chosen = facets.filter((facet) => (search.chosen[facet]?.length ?? 0) > 0);
      const main: EngineQuery = {
        ...(await sellerQuery(search.text)),
        filter: sellerFilter(search),
        page: search.page,
        hitsPerPage: search.pageSize,
      };
      const answers = await engine.ask([
        { ...main, facets: facets.filter((facet) => !chosen.includes(facet)) },
        ...chosen.map((facet) => ({
          ...main,
          filter: sellerFilter({ ...search, chosen: { ...search.chosen, [facet]: undefined } }),
          facets: [facet],
          page: 1,
          hitsPerPage: 0,
        })),
      ]);
      return merged(answers);
    },
    suggestNames: async (text, limit) => {
      const names = { text: searchTerms(text).join(" "), page: 1, hitsPerPage: limit, matching: "all" as const };
      const answers = await engine.ask([
        { ...names, index: `${engine.prefix}_listing_names` },
        { ...names, index: `${engine.prefix}_seller_names` },
      ]);
      return { listingIds: idsOf(answers[0]), sellerIds: idsOf(answers[1]) };
    },
  };
}

/** How a text is asked for; `among`: the condition that a hit found in part must fulfil, whatever the filters are. */
type Words = Pick<EngineQuery, "text" | "matching"> & { among?: string[] };

/** Fields in which things are named, not only spoken of. */
const NAMING_FIELDS = ["titleWords", "craftWords"];

function idsOf(answer: Pick<EngineAnswer, "hits"> | undefined): string[] {
  return answer?.hits.map(({ id }) => id) ?? [];
}

type Counted = Pick<EngineAnswer, "hits" | "total"> & { counts: FacetCounts<string> };

function merged<Facet extends string>(answers: readonly Counted[]): IndexAnswer<Facet> {
  const counts: FacetCounts<Facet> = {};
  for (const answer of answers) Object.assign(counts, answer.counts);
  return { hitIds: idsOf(answers[0]), total: answers[0]?.total ?? 0, counts };
}

function sortOf({ sort, destination }: ListingSearch): string[] {
  const price = destination === HOME_COUNTRY ? "home" : "exportOrder";
  const orders: Readonly<Record<ListingSort, string[]>> = {
    relevance: [],
    newest: ["freshAt:desc"],
    "price-low": [`${price}:asc`],
    "price-high": [`${price}:desc`],
    "lead-time": ["readyDays:asc"],
  };
  return orders[sort];
}

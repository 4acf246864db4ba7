import { filtersOf, withoutFilter, type SearchContext } from "./search-filters";
import type { ListingQuestion, Matching, SearchIndex } from "./search-index";
import type { ListingSearch, RelaxedFilter } from "./types";
import { searchTerms } from "./search-terms";

export type Relaxed = { filter: RelaxedFilter; question: Pick<ListingQuestion, "search" | "matching"> };

/**
 * What to let go of when nothing matches a search: the filter whose absence gives the most hits; when no single filter
 * is to blame, the demand that every word be found; then a filter and that demand together, the filter being named; at
 * last the words.
 *
 * @param matching how the words were asked for when nothing was found
 * @returns undefined when nothing helps
 */
export async function relaxedSearch(
  index: SearchIndex,
  search: ListingSearch,
  matching: Matching,
  context: SearchContext,
): Promise<Relaxed | undefined> {
  const firstPage = { ...search, page: 1 };
  const filters = filtersOf(search);
  const without = (as: Matching): Relaxed[] =>
    filters.map((filter) => ({ filter, question: { search: withoutFilter(firstPage, filter), matching: as } }));
  const hasSeveralWords = searchTerms(search.text).length > 1;
  const inPart: Relaxed[] =
    matching === "all" && hasSeveralWords
      ? [{ filter: "text", question: { search: firstPage, matching: "some" } }]
      : [];
  const unasked: Relaxed[] =
    search.text !== "" && filters.length > 0
      ? [{ filter: "text", question: { search: withoutFilter(firstPage, "text"), matching: "all" } }]
      : [];
  // Each step is tried as a whole before the next one is thought of.
  const steps = [without(matching), inPart, inPart.length > 0 ? without("some") : [], unasked];
  for (const candidates of steps) {
    const best = await mostHits(index, candidates, context);
    if (best) return best;
  }
  return undefined;
}

async function mostHits(
  index: SearchIndex,
  candidates: readonly Relaxed[],
  context: SearchContext,
): Promise<Relaxed | undefined> {
  const counts = await index.countListings(
    candidates.map(({ question }) => question),
    context,
  );
  return candidates
    .map((relaxed, position) => ({ relaxed, count: counts[position] ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)[0]?.relaxed;
}

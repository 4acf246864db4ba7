import { filtersOf, withoutFilter, type SearchContext } from "./search-filters";
import type { ListingQuestion, SearchIndex } from "./search-index";
import type { ListingSearch, RelaxedFilter } from "./types";
import { searchTerms } from "./word-stems";

export type Relaxed = { filter: RelaxedFilter; question: Omit<ListingQuestion, "facets"> };

/**
 * What to let go of when nothing matches a search: the filter whose absence gives the most hits; when no single filter
 * is to blame, the demand that every word be found; at last the words.
 *
 * @returns undefined when nothing helps
 */
export async function relaxedSearch(
  index: SearchIndex,
  search: ListingSearch,
  context: SearchContext,
): Promise<Relaxed | undefined> {
  const firstPage = { ...search, page: 1 };
  const filters = filtersOf(search);
  const byFilter: Relaxed[] = filters.map((filter) => ({
    filter,
    question: { search: withoutFilter(firstPage, filter), matching: "all" },
  }));
  const byWords: Relaxed[] =
    searchTerms(search.text).length > 1
      ? [{ filter: "text", question: { search: firstPage, matching: "some" } }]
      : search.text !== "" && filters.length > 0
        ? [{ filter: "text", question: { search: withoutFilter(firstPage, "text"), matching: "all" } }]
        : [];
  const candidates = [...byFilter, ...byWords];
  const counts = await index.countListings(
    candidates.map(({ question }) => question),
    context,
  );
  const best = byFilter
    .map((relaxed, position) => ({ relaxed, count: counts[position] ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)[0];
  if (best) return best.relaxed;
  const words = byWords[0];
  return words && (counts[byFilter.length] ?? 0) > 0 ? words : undefined;
}

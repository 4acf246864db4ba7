import { countryName, nameIn, type ReferenceBook } from "~/modules/catalog/index.server";
import { m } from "~/paraglide/messages.js";
import type { Reader } from "~/platform/i18n/reader";
import { FACET_PARAMETERS } from "./search-url";
import { LISTING_FACETS, PUBLIC_LEVELS, type FacetValue, type ListingFacet } from "./types";
import type { FacetGroupView, FacetValueView } from "./views";

export const FACET_TITLES: Readonly<Record<ListingFacet, () => string>> = {
  category: m["search.facet.category"],
  kind: m["search.facet.kind"],
  technique: m["search.facet.technique"],
  material: m["search.facet.material"],
  region: m["search.facet.region"],
  level: m["search.facet.level"],
  shipsTo: m["search.facet.shipsTo"],
  canExportTo: m["search.facet.canExportTo"],
  seller: m["search.facet.seller"],
};

/** The groups that stand open from the start; the others open when something in them is chosen. */
const OPEN_GROUPS: ReadonlySet<ListingFacet> = new Set(["category", "material"]);

/** Where names of facet values come from. */
export type Words = { book: ReferenceBook; reader: Reader; sellerName: (id: string) => string };

/** A value of a facet in words. */
export function labelOf(facet: ListingFacet, value: string, { book, reader, sellerName }: Words): string {
  const { lang } = reader;
  switch (facet) {
    case "category":
      return nameIn(book.categories.get(value)?.names, lang) || value;
    case "kind":
      return value === "service" ? m["search.kind.service"]() : m["search.kind.good"]();
    case "technique":
      return nameIn(book.techniques.get(value), lang) || value;
    case "material":
      return nameIn(book.materials.get(value), lang) || value;
    case "region":
      return nameIn(book.regions.get(value), lang) || value;
    case "level":
      return value === "exporting" ? m["readiness.level.exporting"]() : m["readiness.level.ready"]();
    case "shipsTo":
    case "canExportTo":
      return countryName(value, lang);
    case "seller":
      return sellerName(value);
  }
}

/** Every group of the filter panel but the one that the page itself decides. */
export function facetGroups(
  facets: Record<ListingFacet, FacetValue[]>,
  words: Words,
  fixed: ListingFacet | undefined,
): FacetGroupView[] {
  return LISTING_FACETS.filter((facet) => facet !== fixed).map((facet) => {
    const found = new Map(facets[facet].map((value) => [value.value, value]));
    const values = orderedValues(facet, found, words.book).map((value): FacetValueView => {
      const known = found.get(value);
      const view: FacetValueView = { value, label: labelOf(facet, value, words), count: known?.count ?? 0 };
      if (known?.isChosen) view.isChosen = true;
      if (facet === "category" && words.book.categories.get(value)?.parentId !== undefined) view.isBelow = true;
      return view;
    });
    const isOpen = OPEN_GROUPS.has(facet) || values.some(({ isChosen }) => isChosen);
    return { name: FACET_PARAMETERS[facet], title: FACET_TITLES[facet](), isOpen, values };
  });
}

/** Closed lists show every value, the empty ones disabled; open lists show what there is. */
function orderedValues(facet: ListingFacet, found: ReadonlyMap<string, FacetValue>, book: ReferenceBook): string[] {
  const byCount = (ids: Iterable<string>) =>
    Array.from(ids, (id) => ({ id, count: found.get(id)?.count ?? 0 }))
      .toSorted((a, b) => b.count - a.count)
      .map(({ id }) => id);
  switch (facet) {
    case "category": {
      const all = [...book.categories.values()];
      const tops = byCount(all.filter((category) => category.parentId === undefined).map(({ id }) => id));
      // Leaves of an empty branch would be a long list of nothing.
      return tops.flatMap((top) => [
        top,
        ...(found.has(top) ? byCount(all.filter((category) => category.parentId === top).map(({ id }) => id)) : []),
      ]);
    }
    case "kind":
      return byCount(["good", "service"]);
    case "level":
      return byCount(PUBLIC_LEVELS);
    case "technique":
      return byCount(book.techniques.keys());
    case "material":
      return byCount(book.materials.keys());
    case "region":
      return byCount(book.regions.keys());
    case "shipsTo":
      return byCount(book.destinations.keys());
    case "canExportTo":
    case "seller":
      return [...found.keys()];
  }
}

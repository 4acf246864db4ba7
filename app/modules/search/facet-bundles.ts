import type { FacetCounts } from "./search-index";
import type { ListingFacet } from "./types";

/**
 * Facets whose values Meilisearch counts together: what a listing is, who offers it, and where it goes. Up to some
 * thousand hits the engine reads each facet of each hit, so three counts cost it a third of nine. Listings have few
 * different bundles of each kind: the parts of one bundle hang together.
 */
const BUNDLES = {
  what: ["category", "kind", "technique", "material"],
  who: ["seller", "region", "level"],
  reach: ["shipsTo", "canExportTo"],
} as const satisfies Record<string, readonly ListingFacet[]>;

type Bundle = keyof typeof BUNDLES;

// The keys of the object above.
export const BUNDLE_NAMES = Object.keys(BUNDLES) as Bundle[];

/** Meilisearch cuts the value of a facet after 468 bytes; ids and codes are ASCII. */
const LONGEST_VALUE = 440;

type Values = string | readonly string[] | undefined;

/**
 * The bundles of a document: each a few strings of which all values together are said once. A value is written with the
 * number of its facet in front, `0copperware,1good,3copper`.
 */
export function bundlesOf(document: Partial<Record<ListingFacet, Values>>): Record<Bundle, string[]> {
  const packed = BUNDLE_NAMES.map((bundle) => {
    const parts = BUNDLES[bundle].flatMap((facet, at) => listOf(document[facet]).map((value) => `${at}${value}`));
    return [bundle, inPieces(parts)] as const;
  });
  // One entry was made for every bundle.
  return Object.fromEntries(packed) as Record<Bundle, string[]>;
}

/** Which facets of the engine to count for the wanted ones: bundles that hold several of them, the rest by themselves. */
export function countedFor(wanted: readonly ListingFacet[]): string[] {
  const bundled = BUNDLE_NAMES.filter((bundle) => wantedOf(bundle, wanted).length > 1);
  const left = wanted.filter((facet) => !bundled.some((bundle) => wantedOf(bundle, [facet]).length > 0));
  return [...bundled, ...left];
}

/** The counts of the wanted facets, of an answer to `countedFor`. */
export function unbundled(
  counts: Readonly<Record<string, Readonly<Record<string, number>>>>,
  wanted: readonly ListingFacet[],
): FacetCounts<ListingFacet> {
  const found = new Map<ListingFacet, Record<string, number>>(wanted.map((facet) => [facet, {}]));
  for (const [name, values] of Object.entries(counts)) {
    const bundle = BUNDLE_NAMES.find((known) => known === name);
    if (bundle === undefined) Object.assign(found.get(name as ListingFacet) ?? {}, values);
    else addParts(found, BUNDLES[bundle], values);
  }
  return Object.fromEntries(found);
}

function addParts(
  found: ReadonlyMap<ListingFacet, Record<string, number>>,
  facets: readonly ListingFacet[],
  values: Readonly<Record<string, number>>,
): void {
  const counts = facets.map((facet) => found.get(facet));
  for (const pieces of Object.keys(values)) {
    const count = values[pieces] ?? 0;
    for (let at = 0; at < pieces.length;) {
      const comma = pieces.indexOf(",", at);
      const end = comma === -1 ? pieces.length : comma;
      const own = counts[pieces.charCodeAt(at) - DIGIT_ZERO];
      const value = pieces.slice(at + 1, end);
      if (own) own[value] = (own[value] ?? 0) + count;
      at = end + 1;
    }
  }
}

const DIGIT_ZERO = "0".charCodeAt(0);

function wantedOf(bundle: Bundle, wanted: readonly ListingFacet[]): ListingFacet[] {
  const facets: readonly ListingFacet[] = BUNDLES[bundle];
  return wanted.filter((facet) => facets.includes(facet));
}

function listOf(values: Values): readonly string[] {
  if (values === undefined) return [];
  return typeof values === "string" ? [values] : values;
}

function inPieces(parts: readonly string[]): string[] {
  const pieces: string[] = [];
  for (const part of parts) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + 1 + part.length <= LONGEST_VALUE)
      pieces[pieces.length - 1] = `${last},${part}`;
    else pieces.push(part);
  }
  return pieces;
}

import { packCountries, unpackCountries } from "./country-sets";
import type { FacetCounts } from "./search-index";
import type { ListingFacet } from "./types";

/**
 * Facets whose values Meilisearch counts together: what a listing is, and who makes it and sends it where. Up to some
 * thousand hits the engine reads each facet of each hit, so two counts cost it a quarter of nine. Listings have few
 * different bundles of each kind: the parts of one bundle hang together.
 */
const BUNDLES = {
  what: ["category", "kind", "technique", "material"],
  maker: ["seller", "region", "level", "shipsTo", "canExportTo"],
} as const satisfies Record<string, readonly ListingFacet[]>;

/** Of these a listing has dozens of values, written as sets. */
const OF_COUNTRIES: ReadonlySet<ListingFacet> = new Set(["shipsTo", "canExportTo"]);
/** Begins a set; ids have no such letter. */
const SET = "*";

type Bundle = keyof typeof BUNDLES;

// The keys of the object above.
export const BUNDLE_NAMES = Object.keys(BUNDLES) as Bundle[];

/** Meilisearch cuts the value of a facet after 468 bytes; ids and codes are ASCII. */
const LONGEST_VALUE = 440;

type Values = string | readonly string[] | undefined;

/**
 * The bundles of a document: each a few strings of which all values together are said once. A value is written with the
 * number of its facet in front, `0copperware,1good,3copper`, and countries as one value, `3*c0ffee`.
 */
export function bundlesOf(document: Partial<Record<ListingFacet, Values>>): Record<Bundle, string[]> {
  const packed = BUNDLE_NAMES.map((bundle) => {
    const parts = BUNDLES[bundle].flatMap((facet, at) =>
      written(facet, document[facet]).map((value) => `${at}${value}`),
    );
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
    else addParts(found, counters[bundle](values));
  }
  return Object.fromEntries(found);
}

/** What a piece of a bundle says, with the count of the answer that is being read. */
type Part = { facet: ListingFacet; values: readonly string[]; count: number };

function addParts(found: ReadonlyMap<ListingFacet, Record<string, number>>, parts: Iterable<Part>): void {
  for (const { facet, values, count } of parts) {
    const own = found.get(facet);
    if (own) for (const value of values) own[value] = (own[value] ?? 0) + count;
  }
}

const MOST_KEPT = 20_000;

/**
 * Counts the parts of pieces. Every answer has the same few pieces in it, so what they say is kept: reading them anew took
 * longer than finding the hits' cards. The parts given hold until the next call.
 */
function partCounter(facets: readonly ListingFacet[]): (values: Readonly<Record<string, number>>) => Iterable<Part> {
  const pieces = new Map<string, readonly Part[]>();
  const parts = new Map<string, Part>();

  const partOf = (text: string): Part[] => {
    const facet = facets[text.charCodeAt(0) - DIGIT_ZERO];
    if (!facet) return [];
    const part = parts.get(text) ?? { facet, values: read(text.slice(1)), count: 0 };
    parts.set(text, part);
    return [part];
  };
  const partsOf = (piece: string): readonly Part[] => {
    const known = pieces.get(piece);
    if (known) return known;
    const own = piece.split(",").flatMap(partOf);
    pieces.set(piece, own);
    return own;
  };

  return (values) => {
    if (pieces.size > MOST_KEPT) {
      pieces.clear();
      parts.clear();
    }
    const counted = new Set<Part>();
    for (const piece of Object.keys(values)) {
      const count = values[piece] ?? 0;
      for (const part of partsOf(piece)) {
        if (!counted.has(part)) {
          counted.add(part);
          part.count = 0;
        }
        part.count += count;
      }
    }
    return counted;
  };
}

const DIGIT_ZERO = "0".charCodeAt(0);

/** Values as they stand in a bundle; countries without a place in a set stand there like any other value. */
function written(facet: ListingFacet, values: Values): readonly string[] {
  const all = listOf(values);
  if (!OF_COUNTRIES.has(facet)) return all;
  const { digits, others } = packCountries(all);
  return digits === "" ? others : [`${SET}${digits}`, ...others];
}

function read(value: string): readonly string[] {
  return value.startsWith(SET) ? unpackCountries(value.slice(SET.length)) : [value];
}

const counters = { what: partCounter(BUNDLES.what), maker: partCounter(BUNDLES.maker) };

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

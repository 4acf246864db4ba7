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
    else counters[bundle](values, found);
  }
  return Object.fromEntries(found);
}

/** A value of a facet, with its count in the answer that named it last; answers are numbered from 1. */
type Cell = { facet: ListingFacet; value: string; count: number; answer: number };
/** What a piece says of one facet: its values, of which each is counted as often as the part. */
type Part = { cells: readonly Cell[]; count: number; answer: number };

type Counts = ReadonlyMap<ListingFacet, Record<string, number>>;

const MOST_KEPT = 20_000;

/**
 * Counts the values of pieces. Every answer has the same few pieces in it, so what they say is kept: reading them anew took
 * longer than finding the hits' cards. Counts are kept with what they count: what is not of this answer is nothing.
 */
function valueCounter(
  facets: readonly ListingFacet[],
): (pieces: Readonly<Record<string, number>>, into: Counts) => void {
  const pieces = new Map<string, readonly Part[]>();
  const parts = new Map<string, Part>();
  const cells = new Map<string, Cell>();
  let answer = 0;

  const cellOf = (facet: ListingFacet, value: string): Cell => {
    const key = `${facet} ${value}`;
    const cell = cells.get(key) ?? { facet, value, count: 0, answer: 0 };
    cells.set(key, cell);
    return cell;
  };
  const partOf = (text: string): Part[] => {
    const facet = facets[text.charCodeAt(0) - DIGIT_ZERO];
    if (!facet) return [];
    const known = parts.get(text);
    if (known) return [known];
    const part = { cells: valuesOf(text.slice(1)).map((value) => cellOf(facet, value)), count: 0, answer: 0 };
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
  /** Adds to what is counted; what the answer has not named before begins anew. */
  const add = <Counted extends Part | Cell>(counted: Counted, count: number, named: Counted[]) => {
    if (counted.answer !== answer) {
      counted.answer = answer;
      counted.count = 0;
      named.push(counted);
    }
    counted.count += count;
  };

  return (values, into) => {
    if (pieces.size > MOST_KEPT) for (const kept of [pieces, parts, cells]) kept.clear();
    answer += 1;
    const namedParts: Part[] = [];
    const namedCells: Cell[] = [];
    for (const piece of Object.keys(values)) {
      const count = values[piece] ?? 0;
      for (const part of partsOf(piece)) add(part, count, namedParts);
    }
    for (const part of namedParts) for (const cell of part.cells) add(cell, part.count, namedCells);
    for (const { facet, value, count } of namedCells) {
      const counts = into.get(facet);
      if (counts) counts[value] = count;
    }
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

function valuesOf(value: string): readonly string[] {
  return value.startsWith(SET) ? unpackCountries(value.slice(SET.length)) : [value];
}

const counters = { what: valueCounter(BUNDLES.what), maker: valueCounter(BUNDLES.maker) };

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

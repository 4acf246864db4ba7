import fc from "fast-check";
import { describe, expect, test } from "vitest";
import destinations from "~db/reference/destinations.json" with { type: "json" };
import { BUNDLE_NAMES, bundlesOf, countedFor, unbundled } from "~/modules/search/facet-bundles";
import { PLACES } from "~/modules/search/country-sets";
import { LISTING_FACETS, type ListingFacet } from "~/modules/search/types";

const id = fc.stringMatching(/^[a-z0-9_-]{1,40}$/);
const several = fc.uniqueArray(id, { maxLength: 60 });
/** Those that are written as a set, and some that are not. */
const countries = fc.uniqueArray(fc.constantFrom(...PLACES.split(" "), "LI", "MC", "VA", "UY"), { maxLength: 56 });
const facts = fc.record(
  {
    category: several,
    kind: id,
    technique: id,
    material: several,
    region: id,
    level: id,
    shipsTo: countries,
    canExportTo: countries,
    seller: id,
  },
  { requiredKeys: [] },
);

type Facts = Partial<Record<ListingFacet, string | string[]>>;

/** As the engine counts: each different value of a field once per document. */
function engineCounts(documents: readonly Facts[], fields: readonly string[]): Record<string, Record<string, number>> {
  const counts: Record<string, Record<string, number>> = {};
  for (const document of documents) {
    const all: Readonly<Record<string, string | string[] | undefined>> = { ...document, ...bundlesOf(document) };
    for (const field of fields) {
      const own = (counts[field] ??= {});
      for (const value of new Set([all[field] ?? []].flat())) {
        // Every object has a constructor: a value of that name would begin with it.
        own[value] = Object.hasOwn(own, value) ? (own[value] ?? 0) + 1 : 1;
      }
    }
  }
  return counts;
}

describe("facets that are counted together", () => {
  test("have the counts that each has by itself, whichever are wanted", () => {
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 12 }), fc.subarray([...LISTING_FACETS]), (documents, wanted) => {
        const alone = engineCounts(documents, wanted);
        const together = unbundled(engineCounts(documents, countedFor(wanted)), wanted);
        for (const facet of wanted) expect(together[facet]).toEqual(alone[facet] ?? {});
        expect(Object.keys(together).toSorted()).toEqual([...wanted].toSorted());
      }),
    );
  });

  test("are two counts where all nine are wanted, and by themselves where only one of a bundle is", () => {
    expect(countedFor(LISTING_FACETS)).toEqual(["what", "maker"]);
    expect(countedFor(["category", "shipsTo", "canExportTo"])).toEqual(["maker", "category"]);
    expect(countedFor(["category", "seller"])).toEqual(["category", "seller"]);
    expect(countedFor([])).toEqual([]);
  });

  test("say a set of countries in a few digits, and one that has no place in it by its code", () => {
    expect(bundlesOf({ seller: "lahic", shipsTo: ["AZ", "DE", "NL", "AT"], canExportTo: ["NL", "LI"] }).maker).toEqual([
      "0lahic,3*c6,4*04,4LI",
    ]);
  });

  test("have a place for every country that goods may be sent to", () => {
    const places = new Set(PLACES.split(" "));
    expect(destinations.destinations.map(({ country }) => country).filter((country) => !places.has(country))).toEqual(
      [],
    );
  });

  test("never make a value that the engine would cut", () => {
    fc.assert(
      fc.property(facts, (document) => {
        const pieces = BUNDLE_NAMES.flatMap((name) => bundlesOf(document)[name]);
        expect(pieces.filter((piece) => Buffer.byteLength(piece) > 468)).toEqual([]);
      }),
    );
  });
});

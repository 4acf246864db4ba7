import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { currentRates } from "~/modules/catalog/index.server";
import { LISTING_FACETS, type ListingSearch, type ListingSearchResult, type RelaxedFilter } from "~/modules/search";
import { FACTORY_NOW, makeRates } from "~db/factories";
import { testDb } from "~tests/support/database";
import { allHits, catchUp, closeEngine, ENGINE_NAMES, listingsOn, type EngineName } from "./both-engines";
import { countsOf, expectedAnswer, isHit, withoutEach, type Expected, type Situation } from "./oracle";
import { catalogue, makeCatalogue, type KnownListing } from "./random-catalogue";
import { searchOf, searchSpec, TODAY } from "./random-search";

/** `npm run soak` asks for more; one catalogue takes seconds to make. */
const isSoak = process.env.PROPERTY_RUNS !== undefined;
const CATALOGUES = isSoak ? 15 : 3;
const SEARCHES = isSoak ? 100 : 40;

let situation: Situation = { today: TODAY, rates: new Map() };

beforeAll(async () => {
  await makeRates(testDb, { EUR: 1.9748, USD: 1.7, RUB: 0.0213, JPY: 0.0113 });
  situation = { today: TODAY, rates: (await currentRates(testDb)).rates };
});
afterAll(closeEngine);

const searches = fc.array(searchSpec, { minLength: SEARCHES, maxLength: SEARCHES, size: "max" });

describe("a random search in a random catalogue", () => {
  it("answers by filters alone what the rules say of each listing", { timeout: 900_000 }, async () => {
    const property = fc.asyncProperty(catalogue, searches, async (listings, specs) => {
      const all = await makeCatalogue(listings);
      await catchUp();
      for (const search of specs.map((spec) => searchOf(spec, all))) {
        for (const engine of ENGINE_NAMES) {
          const result = await listingsOn(engine, search, FACTORY_NOW);
          expect({ engine, search, relaxed: result.relaxed, ...plain(result) }).toEqual({
            ...{ engine, search, ...ruledAnswer(search, result.relaxed, all) },
          });
        }
      }
    });
    await expect(fc.assert(property, { numRuns: CATALOGUES, endOnFailure: true })).resolves.toBeUndefined();
  });

  it("keeps filters, counts and pages in agreement when there are words", { timeout: 900_000 }, async () => {
    const property = fc.asyncProperty(catalogue, searches, async (listings, specs) => {
      const all = await makeCatalogue(listings);
      await catchUp();
      for (const spec of specs.slice(0, SEARCHES / 4)) {
        const search = { ...searchOf(spec, all), text: spec.text, page: 1 };
        for (const engine of ENGINE_NAMES) await expectAgreement(engine, search, all);
      }
    });
    const runs = { numRuns: Math.ceil(CATALOGUES / 2), endOnFailure: true };
    await expect(fc.assert(property, runs)).resolves.toBeUndefined();
  });
});

/**
 * What the rules say of a search without words. When nothing passes every filter, the one that hurts most is let go,
 * from the first page on.
 *
 * @param relaxed the filter that was let go; which one of several that hurt alike is left open
 */
function ruledAnswer(search: ListingSearch, relaxed: RelaxedFilter | undefined, all: readonly KnownListing[]) {
  const strict = expectedAnswer(all, search, situation);
  if (strict.total > 0) return { relaxed: undefined, ...withChosen(strict, search) };
  const options = withoutEach({ ...search, page: 1 }).map(
    ([name, wider]) => [name, expectedAnswer(all, wider, situation)] as const,
  );
  const most = Math.max(1, ...options.map(([, { total }]) => total));
  const best = options.filter(([, { total }]) => total === most);
  const [name, wide] = best.find(([each]) => each === relaxed) ?? best[0] ?? [undefined, strict];
  return { relaxed: name, ...withChosen(wide, search) };
}

async function expectAgreement(engine: EngineName, search: ListingSearch, all: readonly KnownListing[]): Promise<void> {
  const result = await listingsOn(engine, search, FACTORY_NOW);
  if (result.relaxed !== undefined) return;
  const hits = await allHits(engine, search, FACTORY_NOW);
  const known = new Map(all.map((listing) => [listing.snapshot.listingId, listing]));
  const found = hits.flatMap((id) => known.get(id) ?? []);
  const label = { engine, search };

  expect({ ...label, hits: found.length, different: new Set(hits).size }).toEqual({
    ...{ ...label, hits: result.total, different: result.total },
  });
  expect({ ...label, outside: found.filter((listing) => !isHit(listing, search, situation)) }).toEqual({
    ...{ ...label, outside: [] },
  });
  for (const facet of LISTING_FACETS) {
    const isChosen = (search.chosen[facet]?.length ?? 0) > 0;
    const others = { ...search, chosen: { ...search.chosen, [facet]: undefined } };
    const counted = isChosen ? await allHits(engine, others, FACTORY_NOW) : hits;
    const counts = countsOf(
      counted.flatMap((id) => known.get(id) ?? []),
      facet,
    );
    expect({ ...label, facet, counts: nonZero(result)[facet] }).toEqual({ ...label, facet, counts });
  }
}

function nonZero(result: ListingSearchResult): Record<string, Record<string, number>> {
  return Object.fromEntries(
    LISTING_FACETS.map((facet) => {
      const values = result.facets?.[facet] ?? [];
      return [
        facet,
        Object.fromEntries(values.filter(({ count }) => count > 0).map(({ value, count }) => [value, count])),
      ];
    }),
  );
}

/** Facets as value and count, in the order given: by count, then by name. */
function plain({ hitIds, total, facets }: ListingSearchResult) {
  const counts = LISTING_FACETS.map((facet) => [
    facet,
    (facets?.[facet] ?? []).map(({ value, count }) => [value, count]),
  ]);
  return { hitIds, total, counts: Object.fromEntries(counts) as Record<string, [string, number][]> };
}

function withChosen({ hitIds, total, counts }: Expected, search: ListingSearch) {
  const entries = LISTING_FACETS.map((facet) => {
    const zeros = Object.fromEntries((search.chosen[facet] ?? []).map((value) => [value, 0]));
    const values = Object.entries({ ...zeros, ...counts[facet] });
    return [facet, values.toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))];
  });
  return { hitIds, total, counts: Object.fromEntries(entries) as Record<string, [string, number][]> };
}

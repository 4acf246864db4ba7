import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  LISTING_FACETS,
  LISTING_SORTS,
  listingSearchParams,
  parseListingSearch,
  parseSellerSearch,
  SEARCH_PAGE_SIZE,
  sellerSearchParams,
  type ListingSearch,
} from "~/modules/search";
import { readerOf } from "~/platform/i18n/reader";

const read = (query: string, lang = "en"): ListingSearch => {
  const url = new URL(`https://karvan.example/${lang}/search?${query}`);
  return parseListingSearch(
    url.searchParams,
    readerOf(url, () => true),
  );
};

const day = fc.date({ min: new Date("2000-01-01"), max: new Date("2199-12-31"), noInvalidDate: true });
const ids = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9_-]{0,20}$/), { minLength: 1, maxLength: 5 });
const search: fc.Arbitrary<ListingSearch> = fc.record(
  {
    text: fc.constantFrom("", "mis fincan", "kəlağayı", "ковёр ручной", "a&b=c %20 #", "“quoted” +plus"),
    locale: fc.constantFrom("az", "en", "ru"),
    destination: fc.constantFrom("AZ", "DE", "US", "JP"),
    currency: fc.constantFrom("AZN", "EUR", "JPY", "USD"),
    chosen: fc.record(
      {
        category: ids,
        kind: fc.constantFrom(["good"], ["service", "good"]),
        technique: ids,
        material: ids,
        region: ids,
        level: fc.constantFrom(["ready"], ["exporting", "ready"]),
        shipsTo: fc.constantFrom(["DE"], ["FR", "DE"]),
        canExportTo: ids,
        seller: ids,
      },
      { requiredKeys: [] },
    ),
    onlyShipsHere: fc.boolean(),
    priceFromMinor: fc.bigInt(0n, 10n ** 12n),
    priceToMinor: fc.bigInt(0n, 10n ** 12n),
    quantity: fc.integer({ min: 1, max: 1_000_000 }),
    neededBy: day.map((at) => at.toISOString().slice(0, 10)),
    minimumOrderAtMost: fc.integer({ min: 1, max: 1000 }),
    leadTimeDaysAtMost: fc.integer({ min: 0, max: 730 }),
    madeToOrder: fc.constant(true),
    sort: fc.constantFrom(...LISTING_SORTS),
    page: fc.integer({ min: 1, max: 100_000 }),
    pageSize: fc.constant(SEARCH_PAGE_SIZE),
  },
  {
    requiredKeys: ["text", "locale", "destination", "currency", "chosen", "onlyShipsHere", "sort", "page", "pageSize"],
  },
);

describe("a search in the URL", () => {
  it("is the same after it was written and read", () => {
    fc.assert(
      fc.property(search, (given) => {
        expect(read(listingSearchParams(given).toString(), given.locale)).toEqual(given);
      }),
    );
  });

  it("survives any parameters, and its own address repeats it", () => {
    const name = fc.constantFrom(
      "q",
      "min",
      "max",
      "qty",
      "by",
      "moq",
      "lead",
      "made",
      "here",
      "sort",
      "page",
      "ships",
      "kind",
    );
    const value = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("-1", "1e9", "NaN", "2026-02-30", "12.345", "９"),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value)), (pairs) => {
        const once = read(new URLSearchParams(pairs).toString());
        expect(read(listingSearchParams(once).toString())).toEqual(once);
      }),
    );
  });

  it.each([
    ["qty=0", "quantity"],
    ["qty=4.5", "quantity"],
    ["by=2026-02-30", "neededBy"],
    ["by=tomorrow", "neededBy"],
    ["min=-3", "priceFromMinor"],
    ["min=1.005", "priceFromMinor"],
    ["lead=731", "leadTimeDaysAtMost"],
  ] as const)("drops %s", (query, field) => {
    expect(read(query)[field]).toBeUndefined();
  });

  it("reads repeated values once each and in the order given", () => {
    expect(read("ships=fr&ships=DE&ships=FR&ships=Germany").chosen).toEqual({ shipsTo: ["FR", "DE"] });
  });

  it("reads price limits in the minor units of the reader's currency", () => {
    expect(read("to=JP&max=1500").priceToMinor).toBe(1500n);
    expect(read("to=DE&max=12,5").priceToMinor).toBe(1250n);
  });

  it("says nothing about what is as usual", () => {
    expect(listingSearchParams(read("")).toString()).toBe("");
    expect(LISTING_FACETS.flatMap((facet) => read("").chosen[facet] ?? [])).toEqual([]);
  });

  it("keeps a search for sellers too", () => {
    const given = parseSellerSearch(
      new URLSearchParams("q=ipək&region=seki-zaqatala&level=ready&level=best&page=3"),
      "az",
    );
    expect(given.chosen).toEqual({ region: ["seki-zaqatala"], level: ["ready"] });
    expect(parseSellerSearch(sellerSearchParams(given), "az")).toEqual(given);
  });
});

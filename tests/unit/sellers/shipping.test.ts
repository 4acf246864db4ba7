import { describe, expect, it } from "vitest";
import { currencyOf, rateRowsOf, readRates } from "~/modules/sellers";
import { gramsOf, whyNotZone, type RouteZone } from "~/modules/sellers/shipping";

const zone = (changes: Partial<RouteZone> = {}): RouteZone => ({
  countries: ["DE", "FR"],
  daysMin: 4,
  daysMax: 7,
  currency: "EUR",
  maximumGrams: 30_000,
  rates: [
    { upToGrams: 500, amountMinor: 900n },
    { upToGrams: 2_000, amountMinor: 2_100n },
  ],
  ...changes,
});

describe("a zone", () => {
  it.each([
    [zone(), undefined],
    [zone({ countries: [] }), "no-countries"],
    [zone({ countries: ["AZ", "DE"] }), "home-apart"],
    [zone({ countries: ["AZ"] }), undefined],
    [zone({ daysMin: 8 }), "days-turned"],
    [zone({ rates: [] }), "no-rates"],
    [zone({ rates: [500, 500].map((upToGrams) => ({ upToGrams, amountMinor: 900n })) }), "same-weight"],
    [
      zone({
        rates: [
          { upToGrams: 2_000, amountMinor: 1n },
          { upToGrams: 500, amountMinor: 2n },
        ],
      }),
      "cheaper-when-heavier",
    ],
    [zone({ maximumGrams: 400 }), "too-light-limit"],
    [zone({ maximumGrams: undefined }), undefined],
  ])("%# is judged", (given, expected) => {
    expect(whyNotZone(given, false)).toBe(expected);
  });

  it("that asks for freight needs no table", () => {
    expect(whyNotZone(zone({ rates: [] }), true)).toBeUndefined();
  });

  it("is paid in manat at home and in the shop's currency elsewhere", () => {
    expect([currencyOf(["AZ"], "USD"), currencyOf(["DE"], "USD")]).toEqual(["AZN", "USD"]);
  });
});

describe("a weight as people type it", () => {
  it.each([
    ["0,25", 250],
    ["0.5", 500],
    [" 2 ", 2_000],
    ["1,2345", undefined],
    ["0", undefined],
    ["-1", undefined],
    ["ağır", undefined],
    ["10001", undefined],
  ])("%j is %s grams", (typed, expected) => {
    expect(gramsOf(typed)).toBe(expected);
  });
});

describe("the rows of a form", () => {
  it("are rates by rising weight; empty ones do not count", () => {
    const form = { "kg-0": "2", "price-0": "21", "kg-1": "", "price-1": " ", "kg-4": "0,5", "price-4": "9,50" };

    expect(readRates(rateRowsOf(form))).toEqual({
      rates: [
        { upToGrams: 500, amountMinor: 950n },
        { upToGrams: 2_000, amountMinor: 2_100n },
      ],
      mistakes: [],
    });
  });

  it("name the fields in which there is no weight or no price", () => {
    const form = { "kg-0": "2", "price-0": "", "kg-3": "x", "price-3": "1.999" };
    expect(readRates(rateRowsOf(form)).mistakes).toEqual(["price-0", "kg-3", "price-3"]);
  });
});

import { array, assert, integer, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { shippingCost, type DeliveryOption } from "~/modules/catalog";
import { carriageOf, packParcels } from "~/modules/orders/cart/pack-parcels";
import { money, type RateTable } from "~/platform/money";

const RATES: RateTable = new Map([
  ["AZN", 1_000_000n],
  ["EUR", 2_000_000n],
]);
const post: DeliveryOption = {
  service: "post",
  daysMin: 5,
  daysMax: 9,
  currency: "EUR",
  rates: [
    { upToGrams: 1_000, amountMinor: "900" },
    { upToGrams: 2_000, amountMinor: "1500" },
    { upToGrams: 5_000, amountMinor: "3100" },
  ],
};
const worth = money(5_000n, "EUR");
const sorted = (parcels: number[] | undefined) => parcels?.toSorted((one, other) => other - one);
const carriage = (option: DeliveryOption, lines: Parameters<typeof carriageOf>[1], goods = worth) =>
  carriageOf(option, lines, { worth: goods, rates: RATES })?.amountMinor;

describe("parcels", () => {
  it.each([
    ["nothing", [], []],
    [
      "what fits together",
      [
        [2_000, 1],
        [500, 2],
      ],
      [3_000],
    ],
    // 3,000 with 2,000 beside it; the other 3,000 with both of 500; nothing else.
    [
      "the heavy first, the light into what room they leave",
      [
        [500, 2],
        [3_000, 2],
        [2_000, 1],
      ],
      [5_000, 4_000],
    ],
    ["equal pieces in full parcels and a rest", [[1_200, 10]], [4_800, 4_800, 2_400]],
    [
      "a piece as heavy as a parcel may be",
      [
        [5_000, 2],
        [1, 1],
      ],
      [5_000, 5_000, 1],
    ],
  ])("take %s", (_what, lines, expected) => {
    const pieces = lines.map(([pieceGrams = 0, quantity = 0]) => ({ pieceGrams, quantity }));
    expect(sorted(packParcels(pieces, 5_000))).toEqual(expected);
  });

  it("cannot take a piece that is a gram too heavy", () => {
    expect(packParcels([{ pieceGrams: 5_001, quantity: 1 }], 5_000)).toBeUndefined();
  });

  const someLines = array(
    record({ pieceGrams: integer({ min: 1, max: 5_000 }), quantity: integer({ min: 1, max: 60 }) }),
    { maxLength: 6 },
  );

  it("hold every piece, none of them too heavy or empty, and no two that would go into one", () => {
    assert(
      property(someLines, integer({ min: 5_000, max: 20_000 }), (lines, heaviest) => {
        const parcels = packParcels(lines, heaviest) ?? [];
        const grams = lines.reduce((sum, { pieceGrams, quantity }) => sum + pieceGrams * quantity, 0);
        expect(parcels.reduce((sum, parcel) => sum + parcel, 0)).toBe(grams);
        expect(parcels.every((parcel) => parcel > 0 && parcel <= heaviest)).toBe(true);
        const [lightest = 0, next = heaviest] = parcels.toSorted((one, other) => one - other);
        expect(parcels.length < 2 || lightest + next > heaviest).toBe(true);
      }),
    );
  });

  it("of one line cost what the listing's page says", () => {
    assert(
      property(integer({ min: 1, max: 5_000 }), integer({ min: 1, max: 200 }), (pieceGrams, quantity) => {
        expect(carriage(post, [{ pieceGrams, quantity }])).toBe(shippingCost(post, pieceGrams, quantity)?.amountMinor);
      }),
    );
  });
});

describe("carriage", () => {
  it("is the sum of the parcels by their steps, the last gram of a step included", () => {
    expect(carriage(post, [{ pieceGrams: 1_000, quantity: 1 }])).toBe(900n);
    expect(carriage(post, [{ pieceGrams: 1_001, quantity: 1 }])).toBe(1_500n);
    // 4,800 + 4,800 + 2,400.
    expect(carriage(post, [{ pieceGrams: 1_200, quantity: 10 }])).toBe(9_300n);
    // 3,000 + 2,000 and 900.
    expect(
      carriage(post, [
        { pieceGrams: 3_000, quantity: 1 },
        { pieceGrams: 2_000, quantity: 1 },
        { pieceGrams: 900, quantity: 1 },
      ]),
    ).toBe(4_000n);
  });

  it("keeps to the heaviest parcel of the zone where the table goes further", () => {
    // Two parcels of 2,000 rather than one of 4,000.
    expect(carriage({ ...post, maximumGrams: 2_000 }, [{ pieceGrams: 1_000, quantity: 4 }])).toBe(3_000n);
  });

  it.each([
    [4_999n, "EUR", 900n],
    [5_000n, "EUR", 0n],
    // 100.00 AZN are 50.00 EUR; 99.99 are 50.00, too, when they are rounded half up; 99.98 are 49.99.
    [10_000n, "AZN", 0n],
    [9_999n, "AZN", 0n],
    [9_998n, "AZN", 900n],
    [1n, "USD", 900n],
  ])("of goods worth %i %s, free over 50.00 EUR, is %i", (amount, currency, expected) => {
    const option = { ...post, freeOverMinor: "5000" };
    expect(carriage(option, [{ pieceGrams: 500, quantity: 1 }], money(amount, currency))).toBe(expected);
  });

  it("has to be asked for without a table, of a piece too heavy, and of more parcels than post is", () => {
    expect(
      carriage({ service: "freight", daysMin: 5, daysMax: 9, rates: [] }, [{ pieceGrams: 1, quantity: 1 }]),
    ).toBeUndefined();
    expect(carriage(post, [{ pieceGrams: 5_001, quantity: 1 }])).toBeUndefined();
    expect(carriage(post, [{ pieceGrams: 5_000, quantity: 500 }])).toBe(1_550_000n);
    expect(carriage(post, [{ pieceGrams: 5_000, quantity: 501 }])).toBeUndefined();
  });
});

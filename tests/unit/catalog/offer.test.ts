import { expect, it } from "vitest";
import { offerFor } from "~/modules/catalog/offer";

const TIERS = [
  { minimumQuantity: 1, amountMinor: "2000", currency: "EUR" },
  { minimumQuantity: 10, amountMinor: "1700", currency: "EUR" },
  { minimumQuantity: 40, amountMinor: "1400", currency: "EUR" },
];
const SUPPLY = { stockQuantity: 100, monthlyCapacity: 0, firstBatch: 0, leadTimeDays: 0, dispatchDays: 1 };

const tiersFor = (minimumOrderQuantity: number) =>
  offerFor(
    {
      ...{ kind: "good", priceKind: "fixed", homeTiers: [], exportTiers: TIERS, isOpenToExport: true },
      ...{ minimumOrderQuantity, packedWeightGrams: 500 },
    } as const,
    SUPPLY,
    [],
    "DE",
    undefined,
  ).price?.tiers.map(({ minimumQuantity, unit }) => [minimumQuantity, unit.amountMinor]);

it.each([
  [
    1,
    [
      [1, 2000n],
      [10, 1700n],
      [40, 1400n],
    ],
  ],
  [
    4,
    [
      [4, 2000n],
      [10, 1700n],
      [40, 1400n],
    ],
  ],
  [
    10,
    [
      [10, 1700n],
      [40, 1400n],
    ],
  ],
  [60, [[60, 1400n]]],
] as const)("offers no price for fewer than the minimum order of %i", (minimum, expected) => {
  expect(tiersFor(minimum)).toEqual(expected);
});

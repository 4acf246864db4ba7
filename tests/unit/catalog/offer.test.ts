import { expect, it } from "vitest";
import type { DeliveryOption } from "~/modules/catalog";
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

const cup = {
  kind: "good",
  priceKind: "fixed",
  homeTiers: [{ minimumQuantity: 1, amountMinor: "4000", currency: "AZN" }],
  exportTiers: TIERS,
  isOpenToExport: true,
  minimumOrderQuantity: 1,
  packedWeightGrams: 500,
} satisfies Parameters<typeof offerFor>[0];
const options: DeliveryOption[] = [
  { service: "post", daysMin: 10, daysMax: 21, currency: "EUR", rates: [{ upToGrams: 1000, amountMinor: "1200" }] },
  { service: "pick_up", daysMin: 0, daysMax: 0, rates: [] },
];

it.each(["CPT", "CIP", "DAP", "DPU", "DDP"])("has the carriage in the price under %s, with its days", (code) => {
  const { shipping, arrivesInDays } = offerFor({ ...cup, incoterm: { code, place: "x" } }, SUPPLY, options, "DE", 1);

  expect(shipping).toEqual([
    { service: "post", daysMin: 10, daysMax: 21, cost: undefined, isIncluded: true },
    { service: "pick_up", daysMin: 0, daysMax: 0, cost: undefined, isIncluded: false },
  ]);
  expect(arrivesInDays).toBe(1);
});

it.each([
  ["EXW", "DE"],
  ["FCA", "DE"],
  // A term of trade is for buyers abroad.
  ["DAP", "AZ"],
])("has the carriage beside the price under %s to %s", (code, destination) => {
  const [post] = offerFor({ ...cup, incoterm: { code, place: "x" } }, SUPPLY, options, destination, 1).shipping;

  expect(post).toMatchObject({ cost: { amountMinor: 1200n, currency: "EUR" }, isIncluded: false });
});

it("shows the home price abroad, to look at, of what is not open to export", () => {
  const offer = offerFor({ ...cup, isOpenToExport: false, exportTiers: [] }, SUPPLY, options, "DE", 2);

  expect(offer).toMatchObject({ isOffered: false, price: undefined, shipping: [], arrivesInDays: undefined });
  expect(offer.homePrice?.total).toEqual({ amountMinor: 8000n, currency: "AZN" });
  expect(offerFor(cup, SUPPLY, options, "DE", 2).homePrice).toBeUndefined();
});

import { describe, expect, it } from "vitest";
import {
  readyInDays,
  shippingCost,
  transitDays,
  usableOptions,
  type DeliveryOption,
  type ListingSnapshot,
} from "~/modules/catalog";

type Deliverable = Pick<ListingSnapshot, "kind" | "service" | "packedWeightGrams">;

const way = (service: DeliveryOption["service"], daysMax = 5, maximumGrams?: number): DeliveryOption => ({
  service,
  daysMin: 1,
  daysMax,
  rates: [],
  ...(maximumGrams === undefined ? {} : { maximumGrams }),
});
const everyWay = (["post", "courier", "freight", "pick_up", "digital"] as const).map((service) => way(service));
const good = (packedWeightGrams?: number): Deliverable => ({
  kind: "good",
  ...(packedWeightGrams === undefined ? {} : { packedWeightGrams }),
});
const service = (deliveryMode?: "remote" | "in_person" | "mixed"): Deliverable => ({
  kind: "service",
  service: { fileFormats: [], workingLanguages: [], ...(deliveryMode ? { deliveryMode } : {}) },
});
const namesOf = (options: DeliveryOption[]) => options.map((option) => option.service);

describe("ways that suit a listing", () => {
  it.each([
    ["a good", good(), ["post", "courier", "freight", "pick_up"]],
    ["a service done remotely", service("remote"), ["digital"]],
    ["a service done on the spot", service("in_person"), ["pick_up"]],
    ["a service done both ways", service("mixed"), ["pick_up", "digital"]],
    ["a service whose mode is not said", service(), ["pick_up", "digital"]],
  ])("of %s", (_what, listing, expected) => {
    expect(namesOf(usableOptions(everyWay, listing))).toEqual(expected);
  });

  it("take the weight of one packed piece, to the gram", () => {
    const packet = way("post", 5, 2000);

    expect(usableOptions([packet], good(2000))).toEqual([packet]);
    expect(usableOptions([packet], good(2001))).toEqual([]);
  });

  it("take a piece of unstated weight to be one kilogram", () => {
    expect(usableOptions([way("post", 5, 999)], good())).toEqual([]);
    expect(usableOptions([way("post", 5, 1000)], good())).toHaveLength(1);
  });

  it("decide the days: the slowest of the fastest usable way", () => {
    const ways = [way("post", 21, 2000), way("courier", 7, 500), way("digital", 0)];

    expect(transitDays(ways, good(400))).toBe(7);
    expect(transitDays(ways, good(600))).toBe(21);
    expect(transitDays(ways, good(2500))).toBeUndefined();
  });
});

describe("days until a quantity is ready", () => {
  const supply = { stockQuantity: 10, monthlyCapacity: 20, firstBatch: 0, leadTimeDays: 15, dispatchDays: 3 };

  it.each([
    [10, 3],
    [11, 15],
    [30, 15],
    [31, 45],
    [50, 45],
    [51, 75],
    [250, 15 + 30 * 11],
  ])("%i pieces: %i days", (quantity, days) => expect(readyInDays(supply, quantity)).toBe(days));

  it("are not promised beyond a year of capacity, nor without capacity", () => {
    expect(readyInDays(supply, 251)).toBeUndefined();
    expect(readyInDays({ ...supply, monthlyCapacity: 0 }, 11)).toBeUndefined();
    expect(readyInDays({ ...supply, monthlyCapacity: 0 }, 10)).toBe(3);
  });

  it("are the lead time for the first batch of a maker who has named no capacity, and not promised for more", () => {
    const unknown = { ...supply, stockQuantity: 0, monthlyCapacity: 0, firstBatch: 1 };
    expect([1, 2].map((quantity) => readyInDays(unknown, quantity))).toEqual([15, undefined]);
    const withStock = { ...unknown, stockQuantity: 3, firstBatch: 5 };
    expect([3, 4, 8, 9].map((quantity) => readyInDays(withStock, quantity))).toEqual([3, 15, 15, undefined]);
  });

  it("are never fewer than the days until a piece is handed over", () => {
    expect(readyInDays({ ...supply, leadTimeDays: 1, dispatchDays: 4 }, 11)).toBe(4);
  });
});

describe("shipping cost", () => {
  const post: DeliveryOption = {
    ...way("post", 10, 2000),
    currency: "EUR",
    rates: [
      { upToGrams: 500, amountMinor: "900" },
      { upToGrams: 2000, amountMinor: "2100" },
    ],
  };

  it("fills parcels to the heaviest that goes, and pays the rest by its own weight", () => {
    // 5 × 380 g fill a parcel of 2 kg: 8 of them for 40 pieces; 1 piece more is a parcel of up to 500 g.
    expect(shippingCost(post, 380, 40)).toEqual({ amountMinor: 16_800n, currency: "EUR" });
    expect(shippingCost(post, 380, 41)).toEqual({ amountMinor: 17_700n, currency: "EUR" });
  });

  it("is asked for where there is no weight table, or a piece is heavier than its last step", () => {
    expect(shippingCost(way("freight"), 380, 40)).toBeUndefined();
    expect(shippingCost(post, 2001, 1)).toBeUndefined();
  });
});

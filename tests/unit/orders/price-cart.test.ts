import { describe, expect, it } from "vitest";
import type { DeliveryOption, ListingSnapshot, PriceTier, Supply } from "~/modules/catalog";
import { offerFor } from "~/modules/catalog";
import { priceCart, type CartLine, type PricedGroup } from "~/modules/orders/cart/price-cart";
import type { Delivery } from "~/modules/orders";
import type { RateTable } from "~/platform/money";

const RATES: RateTable = new Map([
  ["AZN", 1_000_000n],
  ["EUR", 1_974_800n],
  ["USD", 1_700_000n],
  // A hundredth of a manat is worth 0.49 of its cents.
  ["KYD", 2_040_000n],
]);
const eur = (amountMinor: number, minimumQuantity = 1): PriceTier => ({
  minimumQuantity,
  amountMinor: String(amountMinor),
  currency: "EUR",
});
const post: DeliveryOption = {
  service: "post",
  daysMin: 5,
  daysMax: 9,
  currency: "EUR",
  rates: [
    { upToGrams: 1_000, amountMinor: "900" },
    { upToGrams: 5_000, amountMinor: "2000" },
  ],
};
const free = (service: "pick_up" | "digital"): DeliveryOption => ({ service, daysMin: 0, daysMax: 0, rates: [] });
const freight: DeliveryOption = { service: "freight", daysMin: 20, daysMax: 40, rates: [] };

type Thing = {
  seller?: string;
  quantity?: number;
  supply?: Partial<Supply>;
  options?: readonly DeliveryOption[];
  variantId?: string;
} & Partial<ListingSnapshot>;

let made = 0;
/** A cup of 20.00 EUR abroad and 35.00 AZN at home, half a kilogram, ten in stock. */
function line(destination: string, thing: Thing = {}): CartLine {
  made += 1;
  const { seller = "s", quantity = 1, supply: some = {}, options = [post], variantId, ...facts } = thing;
  const snapshot = {
    ...{ kind: "good", priceKind: "fixed", minimumOrderQuantity: 1, isOpenToExport: true, packedWeightGrams: 500 },
    ...{ homeTiers: [{ minimumQuantity: 1, amountMinor: "3500", currency: "AZN" }], exportTiers: [eur(2_000)] },
    ...{ sellerId: seller, variants: [{ variantId: "v", sku: "CUP" }] },
    ...facts,
  } as unknown as ListingSnapshot;
  const stock = { stockQuantity: 10, monthlyCapacity: 0, firstBatch: 0, leadTimeDays: 14, dispatchDays: 2 };
  const supply: Supply = { ...stock, ...some };
  const offer = offerFor(snapshot, supply, options, destination, quantity);
  const id = `l${made}`;
  return { lineId: id, listingId: id, variantId, quantity, listing: { snapshot, offer, supply, options } };
}

type Priced = { to?: string; currency?: string; way?: Delivery };
function price(things: readonly Thing[], { to = "DE", currency = "EUR", way }: Priced = {}) {
  const lines = things.map((thing) => line(to, thing));
  return priceCart(lines, { destination: to, currency, rates: RATES, chosenWay: () => way }).groups;
}
const figures = ({ goods, shipping, total }: PricedGroup) =>
  [goods, shipping, total].map((sum) => (sum === undefined ? undefined : Number(sum.amountMinor)));
const problems = (groups: readonly PricedGroup[]) => groups.flatMap(({ lines }) => lines.map(({ problem }) => problem));

describe("golden carts, by hand", () => {
  it.each<[string, readonly Thing[], Priced, (number | undefined)[][]]>([
    ["three cups: 3 × 20.00, 1.5 kg", [{ quantity: 3 }], {}, [[6_000, 2_000, 8_000]]],
    [
      "two sellers, each with a parcel of her own",
      [{ quantity: 2 }, { seller: "other" }],
      {},
      [
        [4_000, 900, 4_900],
        [2_000, 900, 2_900],
      ],
    ],
    ["two things of one seller in one parcel", [{ quantity: 2 }, { quantity: 4 }], {}, [[12_000, 2_000, 14_000]]],
    [
      "tiers: nine at 20.00",
      [{ quantity: 9, exportTiers: [eur(2_000), eur(1_700, 10)] }],
      {},
      [[18_000, 2_000, 20_000]],
    ],
    [
      "tiers: ten at 17.00",
      [{ quantity: 10, exportTiers: [eur(2_000), eur(1_700, 10)] }],
      {},
      [[17_000, 2_000, 19_000]],
    ],
    // 35.00 AZN / 1.9748 = 17.7233 EUR, 17.72 each; 53.17 would be 3 × 17.7233.
    [
      "converted before it is multiplied",
      [{ quantity: 3, exportTiers: [{ ...eur(3_500), currency: "AZN" }] }],
      {},
      [[5_316, 2_000, 7_316]],
    ],
    // 20.00 EUR × 1.9748 / 1.7 = 23.2329 USD; 9.00 EUR = 10.4548 USD.
    ["charged in dollars", [{ quantity: 2 }], { currency: "USD" }, [[4_646, 1_045, 5_691]]],
    // 0.01 AZN / 1.9748 is half a cent and a little: 0.0051 EUR, a cent.
    [
      "half a cent is a cent",
      [
        {
          quantity: 100,
          supply: { stockQuantity: 100 },
          exportTiers: [{ ...eur(1), currency: "AZN" }],
          packedWeightGrams: 5,
        },
      ],
      {},
      [[100, 900, 1_000]],
    ],
    [
      "free over 60.00, a cent below",
      [{ exportTiers: [eur(5_999)], options: [{ ...post, freeOverMinor: "6000" }] }],
      {},
      [[5_999, 900, 6_899]],
    ],
    [
      "free over 60.00, just there",
      [{ quantity: 3, options: [{ ...post, freeOverMinor: "6000" }] }],
      {},
      [[6_000, 0, 6_000]],
    ],
    ["carriage in the price", [{ quantity: 3, incoterm: { code: "DAP", place: "Berlin" } }], {}, [[6_000, 0, 6_000]]],
    // The cup that is sent free weighs nothing in the other's parcel.
    [
      "carriage in the price of one of two",
      [{ quantity: 3, incoterm: { code: "DAP", place: "Berlin" } }, { quantity: 2 }],
      {},
      [[10_000, 900, 10_900]],
    ],
    [
      "a term does not carry anything at home",
      [{ quantity: 2, incoterm: { code: "DAP", place: "Berlin" } }],
      { to: "AZ", currency: "AZN" },
      [[7_000, 1_777, 8_777]],
    ],
    ["picked up", [{ options: [post, free("pick_up")] }], { way: "pick_up" }, [[2_000, 0, 2_000]]],
    [
      "goods apart from services",
      [{}, { kind: "service", options: [post, free("digital")], variants: [] }],
      {},
      [
        [2_000, 900, 2_900],
        [2_000, 0, 2_000],
      ],
    ],
  ])("%s", (_name, things, how, expected) => {
    expect(price(things, how).map(figures)).toEqual(expected);
  });
});

describe("the way", () => {
  it("is the cheapest that brings it; fetching comes after that, and asking last", () => {
    const rates = [{ upToGrams: 5_000, amountMinor: "4000" }];
    const courier: DeliveryOption = { ...post, service: "courier", rates };
    const [group] = price([{ options: [freight, free("pick_up"), courier, post] }]);
    expect(group?.choices.map(({ service }) => service)).toEqual(["post", "courier", "pick_up", "freight"]);
    expect(group?.chosen?.service).toBe("post");
  });

  it("that was chosen and is not offered any more gives way to the cheapest", () => {
    expect(price([{ options: [post] }], { way: "courier" })[0]?.chosen?.service).toBe("post");
  });

  it("has to suit everything that is taken together", () => {
    const light = { ...post, maximumGrams: 600 };
    const [group] = price([{ options: [light] }, { options: [light], packedWeightGrams: 900 }]);
    expect([group?.problem, group?.total]).toEqual(["no-way", undefined]);
  });

  it("names what keeps the rest from it, be it too heavy for the table or for the way", () => {
    const options = [{ ...post, maximumGrams: 5_000 }, freight];
    const [group] = price([{ options }, { options, packedWeightGrams: 9_000 }, { options, quantity: 3 }]);
    expect(group?.problem).toBe("ask-freight");
    expect(group?.hindering).toEqual([group?.lines[1]]);
    const light = { ...post, maximumGrams: 600 };
    const [other] = price([{ options: [light] }, { options: [light], packedWeightGrams: 900 }]);
    expect(other?.hindering).toEqual([other?.lines[1]]);
  });

  it("has nobody to name where it has a price, or where the buyer chose to ask", () => {
    const options = [post, freight];
    expect(price([{ options }, { options }])[0]?.hindering).toEqual([]);
    const [asked] = price([{ options }, { options }], { way: "freight" });
    expect([asked?.problem, asked?.hindering]).toEqual(["ask-freight", []]);
  });

  it.each([
    ["nothing reaches the country", [], "no-way"],
    ["the freight has to be asked for", [freight], "ask-freight"],
    [
      "a piece is heavier than the table",
      [{ ...post, rates: [{ upToGrams: 400, amountMinor: "900" }] }],
      "ask-freight",
    ],
  ])("is missing where %s, and there is no total", (_why, options, problem) => {
    const [group] = price([{ options }]);
    expect([group?.problem, group?.total, group?.goods.amountMinor]).toEqual([problem, undefined, 2_000n]);
  });
});

describe("a line that cannot be ordered", () => {
  const several = [
    { variantId: "v", sku: "S" },
    { variantId: "w", sku: "L" },
  ];
  it.each<[string, Thing, Priced]>([
    ["choose-variant", { variants: several }, {}],
    ["choose-variant", { variants: several, variantId: "gone" }, {}],
    ["not-abroad", { isOpenToExport: false }, {}],
    ["on-request", { priceKind: "on_request" }, {}],
    ["no-rate", {}, { currency: "GBP" }],
    [
      "no-rate",
      { homeTiers: [{ minimumQuantity: 1, amountMinor: "1", currency: "AZN" }] },
      { to: "AZ", currency: "KYD" },
    ],
    ["below-minimum", { quantity: 4, minimumOrderQuantity: 5 }, {}],
    ["sold-out", { supply: { stockQuantity: 0 } }, {}],
    ["too-many", { quantity: 11 }, {}],
  ])("says %s, and its seller's total is not there", (problem, thing, how) => {
    const groups = price([thing, {}], how);
    expect(problems(groups)[0]).toBe(problem);
    expect(groups[0]?.total).toBeUndefined();
  });

  it("leaves the other seller's total alone", () => {
    const [one, other] = price([{ quantity: 11 }, { seller: "other" }]);
    expect([one?.total, other?.total?.amountMinor]).toEqual([undefined, 2_900n]);
  });

  it("is gone where the listing is, and in no group", () => {
    const gone: CartLine = { lineId: "g", listingId: "g", variantId: undefined, quantity: 1, listing: undefined };
    const priced = priceCart([gone], { destination: "DE", currency: "EUR", rates: RATES, chosenWay: () => undefined });
    expect(priced.groups).toEqual([]);
    expect(priced.gone.map(({ problem }) => problem)).toEqual(["gone"]);
  });
});

describe("what has to be made", () => {
  it("is asked of the seller first; what is there is not", () => {
    const make = { monthlyCapacity: 20 };
    const [there] = price([{ quantity: 10, supply: make }]);
    const [partly] = price([{ quantity: 12, supply: make }]);
    expect([there?.needsAcceptance, there?.readyInDays, there?.lines[0]?.fromStock]).toEqual([false, 2, 10]);
    expect([partly?.needsAcceptance, partly?.readyInDays, partly?.lines[0]?.fromStock]).toEqual([true, 14, 10]);
  });

  it("is ready when the slowest of it is", () => {
    const [group] = price([{}, { quantity: 25, supply: { monthlyCapacity: 10 } }]);
    // Ten are there, fifteen take two months of capacity.
    expect(group?.readyInDays).toBe(44);
  });
});

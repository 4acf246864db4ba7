import { expect, it } from "vitest";
import { listListingCards } from "~/modules/catalog/index.server";
import type { Reader } from "~/platform/i18n/reader";
import { FACTORY_NOW, makeApprovedSeller, makePublishedListing, type ListingOptions } from "~db/factories";
import { testDb } from "~tests/support/database";

const reader: Reader = { lang: "en", destination: "DE", currency: "EUR", to: undefined, cur: undefined };
const today = FACTORY_NOW.toISOString().slice(0, 10);

const dayIn = (days: number) => new Date(FACTORY_NOW.getTime() + days * 86_400_000).toISOString().slice(0, 10);

/** A cup in stock of a seller who sends by post in 10–21 days for €12 and by courier in 4–6 days for €45. */
async function makeCup(options: ListingOptions = {}): Promise<string> {
  const to = (daysMin: number, daysMax: number, amountMinor: number) => [
    { countries: ["DE"], daysMin, daysMax, rates: [{ upToGrams: 20_000, amountMinor }] },
  ];
  const { sellerId } = await makeApprovedSeller(testDb, {
    routes: [
      { service: "post", zones: to(10, 21, 1200) },
      { service: "courier", zones: to(4, 6, 4500) },
    ],
  });
  const { listingId } = await makePublishedListing(testDb, {
    sellerId,
    stock: 100,
    exportTiers: [
      { minimumQuantity: 1, amountMinor: 2000 },
      { minimumQuantity: 40, amountMinor: 1400 },
    ],
    ...options,
  });
  return listingId;
}

const cardOf = async (listingId: string, options: { quantity?: number; neededBy?: string } = {}) => {
  const [card] = await listListingCards(testDb, reader, [listingId], { today, ...options });
  return card;
};

it("names the cheapest way there", async () => {
  expect((await cardOf(await makeCup()))?.delivery).toContain("€12,");
});

it("names the cheapest of the ways that arrive by the day that was named", async () => {
  const cup = await makeCup();

  expect((await cardOf(cup, { quantity: 1, neededBy: dayIn(30) }))?.delivery).toContain("€12,");
  expect((await cardOf(cup, { quantity: 1, neededBy: dayIn(12) }))?.delivery).toContain("€45,");
});

it("tells what one costs, and from how many on it costs least", async () => {
  const card = await cardOf(await makeCup());

  expect(card?.price?.text).toBe("€20");
  expect(card?.bulk).toBe("40 ədəddən €14");
});

it("tells only the price that holds when a quantity was asked, or when nobody can buy fewer", async () => {
  const cup = await makeCup();
  const onlyMany = await makeCup({ minimumOrderQuantity: 40 });

  expect(await cardOf(cup, { quantity: 40 })).toMatchObject({ price: { text: "€14" }, bulk: undefined });
  expect(await cardOf(onlyMany)).toMatchObject({ price: { text: "€14" }, bulk: undefined });
});

it("names the lowest price of sizes that cost differently, and one price where they do not", async () => {
  const different = await makeCup({
    stock: [1, 1, 1],
    variantTiers: [[], [{ amountMinor: 1500 }], [{ amountMinor: 2600 }]],
  });
  const same = await makeCup({ stock: [1, 1], variantTiers: [[], [{ amountMinor: 2000 }]] });

  expect((await cardOf(different))?.price?.text).toBe("€15-dən");
  expect((await cardOf(same))?.price?.text).toBe("€20");
});

it("says of what the seller brings to the buyer that shipping is in the price", async () => {
  const carried = await makeCup({ incoterm: { code: "DAP", place: "buyer's address" } });

  expect((await cardOf(carried))?.delivery).toContain("qiymətə daxildir");
});

it("shows the home price, and no day, of what is sold at home alone", async () => {
  const atHome = await makeCup({ isOpenToExport: false, homeTiers: [{ amountMinor: 4500 }] });

  expect(await cardOf(atHome, { quantity: 2 })).toMatchObject({
    price: { text: "₼45" },
    ready: undefined,
  });
});

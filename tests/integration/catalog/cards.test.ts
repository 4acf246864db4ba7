import { sql } from "kysely";
import { afterEach, expect, it } from "vitest";
import { LISTING_CURRENCIES } from "~/modules/catalog";
import { listListingCards } from "~/modules/catalog/index.server";
import { publishListing } from "~/modules/catalog/publication.server";
import { setClockOffset } from "~/platform/clock.server";
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

afterEach(() => setClockOffset(0));

it("is left out from New Year on when its thing is over a hundred years old then", async () => {
  const cup = await makeCup();
  await testDb.updateTable("listings").set({ madeYear: 1926 }).where("id", "=", cup).execute();

  setClockOffset(Date.parse("2026-12-31T19:59:00Z") - Date.now());
  expect(await cardOf(cup)).toBeDefined();
  setClockOffset(Date.parse("2026-12-31T20:01:00Z") - Date.now());
  expect(await cardOf(cup)).toBeUndefined();
});

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

it("shows at once what changed since the card was shown: a price of a way, stock, and what was published anew", async () => {
  const cup = await makeCup();
  expect((await cardOf(cup))?.delivery).toContain("€12,");

  await sql`
    update route_rates set amount_minor = 1300 where amount_minor = 1200 and zone_id in (
      select route_zones.id from route_zones join routes on routes.id = route_id
      join listings on listings.seller_id = routes.seller_id where listings.id = ${cup})`.execute(testDb);
  expect((await cardOf(cup))?.delivery).toContain("€13,");

  await sql`update listing_variants set stock_quantity = 0 where listing_id = ${cup}`.execute(testDb);
  const sold = await cardOf(cup, { quantity: 1 });
  await sql`update listing_variants set stock_quantity = 100 where listing_id = ${cup}`.execute(testDb);
  expect(sold?.ready).not.toBe((await cardOf(cup, { quantity: 1 }))?.ready);

  await testDb.updateTable("listingTexts").set({ title: "Yeni ad" }).where("listingId", "=", cup).execute();
  expect((await cardOf(cup))?.title).not.toBe("Yeni ad");
  await testDb.transaction().execute((trx) => publishListing(trx, cup, FACTORY_NOW));
  expect((await cardOf(cup))?.title).toBe("Yeni ad");
});

it("takes prices in the currencies of the list alone: a limit of price is looked for in no other", async () => {
  await expect(makeCup({ exportTiers: [{ amountMinor: 2000, currency: "JPY" }] })).rejects.toThrow(
    /price_tiers_currencies/,
  );
  for (const currency of LISTING_CURRENCIES) {
    expect(await makeCup({ exportTiers: [{ amountMinor: 2000, currency }] })).toBeDefined();
  }
});

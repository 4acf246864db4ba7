import { expect, it } from "vitest";
import { makePublishedListing, makeRates } from "~db/factories";
import { testDb } from "~tests/support/database";
import { siteForTests } from "~tests/support/site";

const site = siteForTests();

it("shows beneath a price what it comes to in the reader's money, and the price of many after both", async () => {
  await makeRates(testDb, { EUR: 1.9748, USD: 1.7 });
  const exportTiers = [
    { minimumQuantity: 1, amountMinor: 3000 },
    { minimumQuantity: 20, amountMinor: 2500 },
  ];
  const { slug } = await makePublishedListing(testDb, { priceKind: "tiers", exportTiers, homeTiers: exportTiers });

  const html = await (await site.get("/en?to=DE&cur=USD")).text();

  const card = html.slice(html.indexOf(`/en/listings/${slug}`));
  const shown = ["€30", "≈", "€25"].map((price) => card.indexOf(price));
  expect(shown).not.toContain(-1);
  expect(shown).toEqual(shown.toSorted((a, b) => a - b));
});

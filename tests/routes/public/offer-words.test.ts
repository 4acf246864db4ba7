import { describe, expect, it } from "vitest";
import { makePublishedListing, type ListingOptions } from "~db/factories";
import { testDb } from "~tests/support/database";
import { siteForTests } from "~tests/support/site";

const site = siteForTests();

async function offerOn(options: ListingOptions, query: string): Promise<string> {
  const { slug } = await makePublishedListing(testDb, options);
  const html = await (await site.get(`/en/listings/${slug}?${query}`)).text();
  return /<section aria-labelledby="offer-heading".*?<\/section>/s.exec(html)?.[0] ?? "";
}

const MADE = { stockPolicy: "made_to_order", stock: 0, monthlyCapacity: null, leadTimeDays: 20 } as const;

it("promises one piece of a maker who names no capacity by her lead time, in the colour of what is sure", async () => {
  expect(await offerOn(MADE, "to=AZ&qty=1")).toMatch(/text-verified">[^<]*ready by/);
});

it("leaves more of them to the seller's word, in no such colour", async () => {
  const offer = await offerOn(MADE, "to=AZ&qty=5");
  expect(offer).toContain("cannot be promised");
  expect(offer).not.toContain("text-verified");
});

it("says abroad of what is sold at home alone only that, and what it costs there", async () => {
  const offer = await offerOn({ isOpenToExport: false, homeTiers: [{ amountMinor: 4500 }] }, "to=DE");
  expect(offer).toContain("within Azerbaijan only");
  expect(offer).toContain("within Azerbaijan<");
  expect(offer).toContain("45");
  for (const word of ["Price on request", "ready by", "Customs", "text-verified"]) expect(offer).not.toContain(word);
});

describe("carriage beside a term that ends at the seller's place", () => {
  const post = (amountMinor: number) => ({
    routes: [
      {
        service: "post" as const,
        zones: [{ countries: ["DE"], rates: [{ upToGrams: 30_000, amountMinor }] }],
      },
    ],
  });
  const FCA = { incoterm: { code: "FCA", place: "Baku, Azerbaijan" } };
  const SAID = "The price is up to the place of hand-over (Baku, Azerbaijan).";

  it("is said to come on top of the price", async () => {
    expect(await offerOn({ ...FCA, seller: post(1_200) }, "to=DE")).toContain(SAID);
  });

  it("is not spoken of where it is free, or the price holds it", async () => {
    const carried = { incoterm: { code: "DAP", place: "buyer's address" } };
    expect(await offerOn({ ...FCA, seller: post(0) }, "to=DE")).not.toContain("up to the place of hand-over");
    expect(await offerOn({ ...carried, seller: post(1_200) }, "to=DE")).not.toContain("up to the place of hand-over");
  });
});

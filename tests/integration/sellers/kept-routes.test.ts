import { expect, it } from "vitest";
import { routeOptionsTo, selectRouteOptions } from "~/modules/sellers/index.server";
import { makeApprovedSeller } from "~db/factories";
import { testDb } from "~tests/support/database";

const COUNTRIES = ["DE", "FR", "US", "AZ", "JP"];

async function makeShop() {
  const { sellerId } = await makeApprovedSeller(testDb, {
    routes: [
      {
        service: "courier",
        zones: [
          {
            countries: ["DE"],
            daysMin: 2,
            daysMax: 4,
            currency: "EUR",
            rates: [{ upToGrams: 2_000, amountMinor: 900 }],
          },
          { countries: ["FR", "US"], daysMin: 5, daysMax: 9, rates: [] },
        ],
      },
      {
        service: "post",
        zones: [
          {
            countries: ["US", "DE", "AZ"],
            daysMin: 9,
            daysMax: 30,
            currency: "USD",
            rates: [
              { upToGrams: 5_000, amountMinor: 2_100 },
              { upToGrams: 1_000, amountMinor: 700 },
            ],
          },
        ],
      },
    ],
  });
  return sellerId;
}

async function stampedShop(sellerId: string) {
  const { routesStamp } = await testDb
    .selectFrom("sellers")
    .select("routesStamp")
    .where("id", "=", sellerId)
    .executeTakeFirstOrThrow();
  return { sellerId, routesStamp };
}

/** As lists have them, country by country. */
async function keptWays(sellerId: string) {
  const shop = await stampedShop(sellerId);
  const ways = await Promise.all(
    COUNTRIES.map(async (country) => [country, (await routeOptionsTo(testDb, country, [shop]))(sellerId)]),
  );
  return Object.fromEntries(ways) as Record<string, unknown>;
}

/** As the page of a listing reads them from the database. */
async function readWays(sellerId: string) {
  const ways = await Promise.all(
    COUNTRIES.map(async (country) => {
      const { options } = await testDb
        .selectFrom("sellers")
        .where("id", "=", sellerId)
        .select(selectRouteOptions(country).as("options"))
        .executeTakeFirstOrThrow();
      return [country, options];
    }),
  );
  return Object.fromEntries(ways) as Record<string, unknown>;
}

it("lead to each country as the database says, in the order of the routes", async () => {
  const sellerId = await makeShop();

  const ways = await keptWays(sellerId);

  expect(ways).toEqual(await readWays(sellerId));
  expect(ways).toMatchObject({
    DE: [
      { service: "courier", daysMax: 4 },
      { service: "post", daysMax: 30 },
    ],
    FR: [{ service: "courier", daysMax: 9, rates: [] }],
    US: [
      { service: "courier", daysMax: 9 },
      { service: "post", rates: [{ upToGrams: 1_000 }, { upToGrams: 5_000 }] },
    ],
    JP: [],
  });
});

it("leave out a route that is switched off, and lead where it led no longer", async () => {
  const sellerId = await makeShop();
  await keptWays(sellerId);

  await testDb
    .updateTable("routes")
    .set({ isActive: false })
    .where("sellerId", "=", sellerId)
    .where("service", "=", "post")
    .execute();

  expect(await keptWays(sellerId)).toMatchObject({
    AZ: [],
    DE: [{ service: "courier" }],
    US: [{ service: "courier" }],
  });
});

it("are none of a seller without routes, and each seller's own beside others", async () => {
  const { sellerId: without } = await makeApprovedSeller(testDb, { routes: [] });
  const withRoutes = await makeShop();

  const ways = await routeOptionsTo(testDb, "FR", [await stampedShop(without), await stampedShop(withRoutes)]);

  expect(ways(without)).toEqual([]);
  expect(ways(withRoutes)).toMatchObject([{ service: "courier", daysMin: 5 }]);
});

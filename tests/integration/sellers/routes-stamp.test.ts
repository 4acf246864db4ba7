import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { makeApprovedSeller } from "~db/factories";
import { testDb } from "~tests/support/database";

async function makeShop() {
  const { sellerId } = await makeApprovedSeller(testDb, {
    routes: [
      {
        service: "post",
        zones: [{ countries: ["DE", "FR"], daysMin: 3, daysMax: 9, rates: [{ upToGrams: 2_000, amountMinor: 900 }] }],
      },
    ],
  });
  return sellerId;
}

async function stampOf(sellerId: string): Promise<string> {
  const { routesStamp } = await testDb
    .selectFrom("sellers")
    .select("routesStamp")
    .where("id", "=", sellerId)
    .executeTakeFirstOrThrow();
  return routesStamp;
}

const routesOf = (id: string) => sql`select id from routes where seller_id = ${id}`;
const zonesOf = (id: string) => sql`select id from route_zones where route_id in (${routesOf(id)})`;

describe("the stamp of a seller's routes", () => {
  it.each([
    [
      "a new route",
      (id: string) =>
        sql`insert into routes (seller_id, service, position, created_at) values (${id}, 'courier', 7, now())`,
    ],
    ["a route that is switched off", (id: string) => sql`update routes set is_active = false where seller_id = ${id}`],
    ["a route that is taken away", (id: string) => sql`delete from routes where seller_id = ${id}`],
    [
      "a new zone",
      (id: string) => sql`
        insert into route_zones (route_id, position, days_min, days_max) select id, 7, 1, 2 from (${routesOf(id)}) as own`,
    ],
    ["other days", (id: string) => sql`update route_zones set days_max = 12 where id in (${zonesOf(id)})`],
    ["a zone that is taken away", (id: string) => sql`delete from route_zones where id in (${zonesOf(id)})`],
    [
      "a new country",
      (id: string) => sql`
        insert into route_zone_countries (route_id, zone_id, country)
        select route_id, id, 'IT' from route_zones where id in (${zonesOf(id)})`,
    ],
    [
      "another country",
      (id: string) => sql`
        update route_zone_countries set country = 'IT' where country = 'FR' and route_id in (${routesOf(id)})`,
    ],
    [
      "a country that is taken away",
      (id: string) => sql`delete from route_zone_countries where country = 'FR' and route_id in (${routesOf(id)})`,
    ],
    [
      "a new rate",
      (id: string) => sql`
        insert into route_rates (zone_id, up_to_grams, amount_minor) select id, 9000, 1500 from (${zonesOf(id)}) as own`,
    ],
    ["another rate", (id: string) => sql`update route_rates set amount_minor = 990 where zone_id in (${zonesOf(id)})`],
    ["a rate that is taken away", (id: string) => sql`delete from route_rates where zone_id in (${zonesOf(id)})`],
  ])("is another one after %s, and that of other sellers stays", async (_what, change) => {
    const [sellerId, otherId] = [await makeShop(), await makeShop()];
    const before = { own: await stampOf(sellerId), other: await stampOf(otherId) };

    await change(sellerId).execute(testDb);

    expect(await stampOf(sellerId)).not.toBe(before.own);
    expect(await stampOf(otherId)).toBe(before.other);
  });

  it("stays when something else of the seller changes", async () => {
    const sellerId = await makeShop();
    const before = await stampOf(sellerId);

    await testDb.updateTable("sellers").set({ dispatchDays: 4 }).where("id", "=", sellerId).execute();

    expect(await stampOf(sellerId)).toBe(before);
  });
});

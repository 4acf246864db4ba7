import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { projectListings } from "~/modules/search/projection.server";
import {
  adoptRoutes,
  changeRoute,
  changeShippingCurrency,
  findDefaultRoutes,
  findShipping,
  removeZone,
  saveZone,
} from "~/modules/sellers/index.server";
import { loadReferenceData } from "~db/reference/load";
import { makeApprovedSeller, makePublishedListing, makeSellerActor } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";

async function makeShop() {
  await loadReferenceData(testDb);
  const { sellerId } = await makeApprovedSeller(testDb);
  return { sellerId, seller: await makeSellerActor(testDb, sellerId, "manager") };
}

const shippingOf = async (sellerId: string) => {
  const shipping = await findShipping(testDb, sellerId);
  if (!shipping) throw new Error("the shop is gone");
  return shipping;
};

const PARCELS = ["post", "courier"] as const;

async function makeAdopted() {
  const made = await makeShop();
  await adoptRoutes(testDb, made.seller, newKey(), { version: 1, services: PARCELS });
  const { routes } = await shippingOf(made.sellerId);
  const post = routes.find(({ service }) => service === "post");
  const europe = post?.zones.find(({ countries }) => countries.includes("DE"));
  if (!post || !europe) throw new Error("the table was not adopted");
  return { ...made, post, europe };
}

const zoneOf = (changes = {}) => ({
  version: 2,
  countries: ["DE"],
  daysMin: 3,
  daysMax: 9,
  maximumGrams: 5_000,
  rates: [{ upToGrams: 5_000, amountMinor: 2_550n }],
  asksForFreight: false,
  ...changes,
});

async function jobsFor(sellerId: string) {
  const { rows } = await sql`
    select key from graphile_worker.jobs where key = ${`index-seller:${sellerId}`}`.execute(testDb);
  return rows;
}

describe("the Federation's tables", () => {
  it("are taken over whole: countries, days, weights and prices", async () => {
    const { sellerId } = await makeAdopted();

    const { routes, version } = await shippingOf(sellerId);
    const defaults = await findDefaultRoutes(testDb);
    expect(version).toBe(2);
    expect(routes.map(({ service }) => service)).toEqual(["post", "courier"]);
    for (const { service, zones } of routes) {
      const wanted = defaults.routes.find((route) => route.service === service)?.zones ?? [];
      expect(zones.map(({ zoneId: _zone, routeId: _route, ...zone }) => zone)).toEqual(
        wanted.map((zone) => ({ ...zone, countries: zone.countries.toSorted() })),
      );
    }
    expect(routes.flatMap(({ zones }) => zones).length).toBe(8);
    expect(await jobsFor(sellerId)).toHaveLength(1);
  });

  it("say as of when they are, and leave the United States to couriers", async () => {
    await loadReferenceData(testDb);
    const { asOf, routes } = await findDefaultRoutes(testDb);
    const countriesBy = (service: string) =>
      routes
        .filter((route) => route.service === service)
        .flatMap(({ zones }) => zones.flatMap((zone) => zone.countries));

    expect(asOf).toBe("2026-11-24");
    expect(countriesBy("post")).not.toContain("US");
    expect(countriesBy("courier")).toContain("US");
  });

  it("are taken over once, also when two windows ask at the same moment", async () => {
    const { seller, sellerId } = await makeShop();

    const results = await Promise.all(
      [1, 2, 3].map(() => adoptRoutes(testDb, seller, newKey(), { version: 1, services: PARCELS })),
    );

    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await shippingOf(sellerId)).routes).toHaveLength(2);
    expect(await adoptRoutes(testDb, seller, newKey(), { version: 2, services: PARCELS })).toEqual({
      ok: false,
      refusal: "already-there",
    });
  });

  it("bring pick-up and digital hand-over free of charge, in the shop's own currency", async () => {
    const { seller, sellerId } = await makeAdopted();
    await changeShippingCurrency(testDb, seller, newKey(), { version: 2, currency: "USD" });

    await adoptRoutes(testDb, seller, newKey(), { version: 3, services: ["pick_up", "digital", "freight"] });

    const { routes } = await shippingOf(sellerId);
    const ofService = (service: string) => routes.find((route) => route.service === service)?.zones ?? [];
    expect(ofService("pick_up")).toMatchObject([{ countries: ["AZ"], currency: "AZN", rates: [{ amountMinor: 0n }] }]);
    expect(ofService("digital").map(({ currency }) => currency)).toEqual(["AZN", "USD"]);
    expect(ofService("freight").every(({ rates, currency }) => rates.length === 0 && currency === undefined)).toBe(
      true,
    );
  });

  it("in euros do not mix with parcels that are paid in another currency", async () => {
    const { seller, sellerId } = await makeShop();
    await adoptRoutes(testDb, seller, newKey(), { version: 1, services: ["post"] });
    await changeShippingCurrency(testDb, seller, newKey(), { version: 2, currency: "USD" });

    expect(await adoptRoutes(testDb, seller, newKey(), { version: 3, services: ["courier"] })).toEqual({
      ok: false,
      refusal: "other-currency",
    });
    expect((await shippingOf(sellerId)).routes).toHaveLength(1);
  });
});

describe("a zone", () => {
  it("is changed in all its parts, and a new one is added for countries that have become free", async () => {
    const { seller, sellerId, post, europe } = await makeAdopted();
    const { routeId } = post;

    await saveZone(testDb, seller, newKey(), { ...zoneOf(), routeId, zoneId: europe.zoneId });
    const added = await saveZone(testDb, seller, newKey(), {
      ...zoneOf({ version: 3, countries: ["FR", "IT"], rates: [], asksForFreight: true }),
      routeId,
    });

    expect(added.ok).toBe(true);
    const zones = (await shippingOf(sellerId)).routes[0]?.zones ?? [];
    expect(zones.find(({ zoneId }) => zoneId === europe.zoneId)).toMatchObject({
      countries: ["DE"],
      daysMin: 3,
      daysMax: 9,
      maximumGrams: 5_000,
      currency: "EUR",
      rates: [{ upToGrams: 5_000, amountMinor: 2_550n }],
    });
    expect(zones.at(-1)).toMatchObject({ countries: ["FR", "IT"], currency: undefined, rates: [] });
  });

  it("goes free from what its maker says, but where the carriage has to be asked for", async () => {
    const { seller, sellerId, post, europe } = await makeAdopted();
    const key = { routeId: post.routeId, zoneId: europe.zoneId };
    const freeFrom = async () =>
      (await shippingOf(sellerId)).routes[0]?.zones.find(({ zoneId }) => zoneId === europe.zoneId)?.freeOverMinor;
    await saveZone(testDb, seller, newKey(), { ...zoneOf({ freeOverMinor: 20_000n }), ...key });
    expect(await freeFrom()).toBe(20_000n);
    const asked = zoneOf({ version: 3, freeOverMinor: 20_000n, asksForFreight: true });
    await saveZone(testDb, seller, newKey(), { ...asked, ...key });
    expect(await freeFrom()).toBeUndefined();
  });

  it("is for home paid in manat", async () => {
    const { seller, sellerId, post } = await makeAdopted();
    const home = post.zones.find(({ countries }) => countries.includes("AZ"));
    await saveZone(testDb, seller, newKey(), {
      ...zoneOf({ countries: ["AZ"] }),
      routeId: post.routeId,
      zoneId: home?.zoneId,
    });
    const zones = (await shippingOf(sellerId)).routes[0]?.zones;
    expect(zones?.find(({ zoneId }) => zoneId === home?.zoneId)?.currency).toBe("AZN");
  });

  it.each([
    [{ countries: ["DE", "TR"] }, "country-taken"],
    [{ countries: ["DE", "XX"] }, "country-missing"],
    [{ countries: [] }, "no-countries"],
    [{ countries: ["DE", "AZ"] }, "home-apart"],
    [{ daysMax: 2 }, "days-turned"],
    [{ rates: [] }, "no-rates"],
    [{ version: 1 }, "changed-elsewhere"],
  ])("with %j is refused, and nothing changes", async (changes, refusal) => {
    const { seller, sellerId, post, europe } = await makeAdopted();
    const before = await shippingOf(sellerId);

    const input = { ...zoneOf(changes), routeId: post.routeId, zoneId: europe.zoneId };
    expect(await saveZone(testDb, seller, newKey(), input)).toEqual({ ok: false, refusal });

    expect(await shippingOf(sellerId)).toEqual(before);
  });

  it("keeps one country in one zone of a way when two windows take it at the same moment", async () => {
    const { seller, sellerId, post, europe } = await makeAdopted();
    await removeZone(testDb, seller, newKey(), { version: 2, zoneId: europe.zoneId });

    const results = await Promise.all(
      [1, 2].map(() => saveZone(testDb, seller, newKey(), { ...zoneOf({ version: 3 }), routeId: post.routeId })),
    );

    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const zones = (await shippingOf(sellerId)).routes[0]?.zones ?? [];
    expect(zones.filter(({ countries }) => countries.includes("DE"))).toHaveLength(1);
  });

  it("of another shop is missing", async () => {
    const [mine, other] = [await makeAdopted(), await makeAdopted()];
    const theirs = { routeId: other.post.routeId, zoneId: other.europe.zoneId };

    const refusals = [
      await saveZone(testDb, mine.seller, newKey(), { ...zoneOf(), ...theirs }),
      await saveZone(testDb, mine.seller, newKey(), { ...zoneOf(), routeId: mine.post.routeId, zoneId: theirs.zoneId }),
      await removeZone(testDb, mine.seller, newKey(), { version: 2, zoneId: theirs.zoneId }),
      await changeRoute(testDb, mine.seller, newKey(), { version: 2, routeId: theirs.routeId, deed: "remove" }),
    ].map((result) => !result.ok && result.refusal);

    expect(refusals).toEqual(["route-missing", "zone-missing", "zone-missing", "route-missing"]);
    expect((await shippingOf(other.sellerId)).routes[0]?.zones).toHaveLength(4);
  });
});

describe("a change of the routes", () => {
  it("reaches the ships-to facet of every listing", async () => {
    const { seller, sellerId, post } = await makeAdopted();
    const { listingId } = await makePublishedListing(testDb, { sellerId });
    const index = () => projectListings(testDb, [listingId]);
    const shipsTo = async () => {
      const row = await testDb
        .selectFrom("searchDocuments")
        .select("shipsTo")
        .where("listingId", "=", listingId)
        .executeTakeFirstOrThrow();
      return row.shipsTo ?? [];
    };
    await index();
    expect(await shipsTo()).toContain("DE");

    const { routes } = await shippingOf(sellerId);
    const courier = routes.find(({ service }) => service === "courier")?.routeId ?? "";
    await changeRoute(testDb, seller, newKey(), { version: 2, routeId: post.routeId, deed: "remove" });
    await changeRoute(testDb, seller, newKey(), { version: 3, routeId: courier, deed: "off" });
    await index();
    expect(await shipsTo()).toEqual([]);

    await changeRoute(testDb, seller, newKey(), { version: 4, routeId: courier, deed: "on" });
    await index();
    expect(await shipsTo()).toContain("DE");
  });

  it("of the currency keeps the numbers, and leaves home in manat", async () => {
    const { seller, sellerId, europe } = await makeAdopted();
    await changeShippingCurrency(testDb, seller, newKey(), { version: 2, currency: "USD" });

    const zones = (await shippingOf(sellerId)).routes[0]?.zones ?? [];
    expect(zones.find(({ zoneId }) => zoneId === europe.zoneId)).toMatchObject({
      currency: "USD",
      rates: europe.rates,
    });
    expect(zones.find(({ countries }) => countries.includes("AZ"))?.currency).toBe("AZN");
  });

  it("is recorded with what was and what is", async () => {
    const { seller, sellerId, europe } = await makeAdopted();
    await removeZone(testDb, seller, newKey(), { version: 2, zoneId: europe.zoneId });

    const entry = await testDb
      .selectFrom("auditEntries")
      .innerJoin("auditValues", "auditValues.entryId", "auditEntries.id")
      .select(["action", "actorKind", "before"])
      .where("subjectId", "=", sellerId)
      .orderBy("auditEntries.id", "desc")
      .executeTakeFirstOrThrow();
    expect(entry).toMatchObject({ action: "remove-route-zone", actorKind: "seller" });
    expect(JSON.stringify(entry.before)).toContain("250 g: 600");
  });
});

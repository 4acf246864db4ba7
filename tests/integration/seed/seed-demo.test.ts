import { verify } from "@node-rs/argon2";
import { beforeAll, describe, expect, it } from "vitest";
import type { ListingSnapshot } from "~/modules/catalog";
import { selectPublicListings } from "~/modules/catalog/publication.server";
import { checkLedger } from "~/modules/payments/index.server";
import { readSeedCatalogue } from "~db/seed/catalogue";
import { seedUuid } from "~db/seed/ids";
import { DEMO_PASSWORD, demoAccounts, seedDemo, type SeedProgress } from "~db/seed/seed";
import { testDb } from "~tests/support/database";
import { readTable } from "~tests/support/seed-fields";

const catalogue = readSeedCatalogue();
const progress: SeedProgress[] = [];

beforeAll(async () => {
  await seedDemo(testDb, { onProgress: (step) => progress.push(step) });
});

async function publicSnapshots(): Promise<ListingSnapshot[]> {
  const rows = await selectPublicListings(testDb).select("snapshot").$castTo<{ snapshot: ListingSnapshot }>().execute();
  return rows.map(({ snapshot }) => snapshot);
}

/** All rows of the catalogue as one text, to see whether anything at all changed. */
async function fingerprint(): Promise<string> {
  const tables = [
    "users",
    "sellers",
    "routes",
    "route_rates",
    "evidence",
    "listings",
    "listing_publications",
    "features",
    "orders",
    "receipts",
  ];
  const rows = await Promise.all(tables.map((table) => readTable(testDb, table)));
  return JSON.stringify(rows, (_key, value: unknown) => (typeof value === "bigint" ? value.toString() : value));
}

describe("seeding the demo", () => {
  it("says how far it is, step by step, to the last of each", () => {
    const last = new Map(progress.map(({ step, done, total }) => [step, [done, total]]));

    const steps = ["people", "sellers", "listings", "publications", "orders", "readiness", "collections"];
    expect([...last.keys()]).toEqual(steps);
    expect([...last.values()].every(([done, total]) => done === total)).toBe(true);
  });

  it("adds nothing the second time and leaves a seller's change alone", async () => {
    const id = seedUuid("listing", "p003");
    await testDb.updateTable("listings").set({ leadTimeDays: 99 }).where("id", "=", id).execute();
    const before = await fingerprint();

    await seedDemo(testDb);

    expect(await fingerprint()).toBe(before);
  });

  it("brings back a listing that is missing, and only that", async () => {
    const id = seedUuid("listing", "p170");
    await testDb.deleteFrom("inquiryLines").where("listingId", "=", id).execute();
    await testDb.deleteFrom("listings").where("id", "=", id).execute();

    await seedDemo(testDb);

    expect((await publicSnapshots()).filter(({ listingId }) => listingId === id)).toHaveLength(1);
  });

  it("refuses a database that bears no marker of the demo, of development or of tests", async () => {
    const production = testDb.transaction().execute(async (trx) => {
      await trx.updateTable("environmentMarkers").set({ mode: "production" }).execute();
      await seedDemo(trx);
    });

    await expect(production).rejects.toThrow(/marked "production".*left untouched/s);
  });

  it("publishes every listing of the catalogue, and none of those that are in other states", async () => {
    const slugs = (await publicSnapshots()).map(({ slug }) => slug);

    expect(slugs.toSorted()).toEqual(catalogue.listings.map(({ slug }) => slug).toSorted());
  });

  it("has a listing in every state", async () => {
    const rows = await testDb.selectFrom("listings").select("status").distinct().execute();

    expect(rows.map(({ status }) => status).toSorted()).toEqual(
      ["archived", "changes_requested", "draft", "in_review", "paused", "published"].toSorted(),
    );
  });

  it("computes for every seller the level that its data was made to show", async () => {
    const rows = await testDb.selectFrom("readinessResults").select(["sellerId", "level"]).execute();
    const levels = new Map(rows.map(({ sellerId, level }) => [sellerId, level]));

    const expected = catalogue.sellers.map(({ id, demo }) => [id, demo.level_target]);
    expect(catalogue.sellers.map(({ id }) => [id, levels.get(seedUuid("seller", id))])).toEqual(expected);
  });

  it("turns price ranges into two to four tiers that fall with quantity, from the first piece on", async () => {
    const sides = (await publicSnapshots()).flatMap(({ slug, priceKind, homeTiers, exportTiers }) =>
      [homeTiers, exportTiers].filter((tiers) => tiers.length > 0).map((tiers) => ({ slug, priceKind, tiers })),
    );
    const wrong = sides.filter(({ priceKind, tiers }) => {
      const prices = tiers.map(({ amountMinor }) => Number(amountMinor));
      const falls = prices.every((price, index) => index === 0 || price < (prices[index - 1] ?? 0));
      const isRightKind = priceKind === (tiers.length === 1 ? "fixed" : "tiers");
      return !falls || !isRightKind || tiers[0]?.minimumQuantity !== 1 || tiers.length > 4;
    });

    expect(sides.length).toBeGreaterThan(300);
    expect(wrong).toEqual([]);
  });

  it("has prices of every kind", async () => {
    const kinds = new Set((await publicSnapshots()).map(({ priceKind }) => priceKind));
    expect(kinds).toEqual(new Set(["fixed", "tiers", "on_request"]));
  });

  it("lets everybody be reached from home, and parcels of the post weigh 2 or 30 kilograms at most", async () => {
    const home = await testDb
      .selectFrom("routes")
      .innerJoin("routeZoneCountries", "routeZoneCountries.routeId", "routes.id")
      .where("country", "=", "AZ")
      .select("sellerId")
      .distinct()
      .execute();
    const limits = await testDb
      .selectFrom("routes")
      .innerJoin("routeZones", "routeZones.routeId", "routes.id")
      .where("service", "=", "post")
      .select("maximumGrams")
      .distinct()
      .execute();

    expect(home).toHaveLength(catalogue.sellers.length);
    expect(new Set(limits.map(({ maximumGrams }) => maximumGrams))).toEqual(new Set([2000, 30000]));
  });

  it("lets the demo accounts in with the printed password", async () => {
    const accounts = demoAccounts(catalogue);
    const rows = await testDb
      .selectFrom("users")
      .innerJoin("authAccounts", "authAccounts.userId", "users.id")
      .where(
        "email",
        "in",
        accounts.map(({ email }) => email),
      )
      .select(["email", "role", "password"])
      .execute();

    expect(rows).toHaveLength(accounts.length);
    expect(await verify(rows[0]?.password ?? "", DEMO_PASSWORD)).toBe(true);
    expect(rows.map(({ role }) => role)).toEqual(expect.arrayContaining(["reviewer", "curator", "admin", null]));
  });

  it("keeps old addresses beside the current one", async () => {
    const rows = await testDb
      .selectFrom("listingSlugs as old")
      .innerJoin("listingSlugs as current", "current.listingId", "old.listingId")
      .where("old.slug", "=", "mis-sini-lahic")
      .where("current.isCurrent", "=", true)
      .select("current.slug")
      .execute();

    expect(rows).toEqual([{ slug: "qelemkarli-mis-sini-p001" }]);
  });

  it("fills collections and the home page with public things only", async () => {
    const slots = await testDb.selectFrom("features").select(["slot"]).execute();
    const entries = await testDb
      .selectFrom("collectionEntries")
      .leftJoin("listings", "listings.id", "collectionEntries.listingId")
      .leftJoin("sellers", "sellers.id", "collectionEntries.sellerId")
      .select(["listings.status as listing", "sellers.status as seller"])
      .execute();

    expect(new Set(slots.map(({ slot }) => slot))).toEqual(new Set(["home_listing", "home_seller", "home_collection"]));
    expect(entries.every(({ listing, seller }) => listing === "published" || seller === "approved")).toBe(true);
  });

  it("has an order in every state that asks somebody for something, and as many completed ones as its shop's figures say", async () => {
    const orders = await testDb.selectFrom("orders").select(["sellerId", "status"]).execute();
    const figures = await testDb
      .selectFrom("sellerFigures")
      .where("sellerId", "=", seedUuid("seller", "s41"))
      .select("ordersCompleted")
      .executeTakeFirst();
    const completed = orders.filter(({ status }) => status === "completed");

    expect(new Set(orders.map(({ status }) => status))).toEqual(
      new Set([
        "awaiting_acceptance",
        "pending_payment",
        "paid",
        "in_preparation",
        "shipped",
        "delivered",
        "completed",
      ]),
    );
    expect(completed).toHaveLength(8);
    expect(figures?.ordersCompleted).toBe(8);
  });

  it("books the money of its orders so that the ledger balances", async () => {
    const check = await checkLedger(testDb);
    const { count } = await testDb
      .selectFrom("ledgerEntries")
      .select((eb) => eb.fn.countAll<bigint>().as("count"))
      .executeTakeFirstOrThrow();

    expect(check.unbalanced).toEqual([]);
    expect(check.wrongOrders).toEqual([]);
    expect(Number(count)).toBe(13);
  });
});

import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import {
  findSellerTerms,
  fixOrderTerms,
  holdPayouts,
  liftHold,
  listHolds,
  listPlatformTerms,
  placeHold,
  setPlatformTerms,
  setSellerTerms,
} from "~/modules/payments/index.server";
import type { FormKey } from "~/platform/db/once.server";
import { makeApprovedSeller, makeStaff } from "~db/factories";
import { testDb } from "~tests/support/database";
import { AT, makeOrder } from "~tests/support/ledger";

const key = () => randomUUID() as FormKey;
const OWN = { commissionBasisPoints: 500, holdDays: 3, depositReleaseBasisPoints: 2_000 };
const daysOn = (days: number) => new Date(AT.getTime() + days * 86_400_000);
const treasurer = await makeStaff(testDb, "treasurer");

/** An order whose terms nobody has fixed. */
async function makePlaced(sellerId: string): Promise<string> {
  const { orderId } = await makeOrder(testDb, { sellerId });
  await testDb.deleteFrom("orderTerms").where("orderId", "=", orderId).execute();
  return orderId;
}

async function fixed(orderId: string) {
  await testDb.transaction().execute((trx) => fixOrderTerms(trx, [orderId]));
  return testDb
    .selectFrom("orderTerms")
    .select(["commissionBasisPoints", "holdDays", "depositReleaseBasisPoints"])
    .where("orderId", "=", orderId)
    .executeTakeFirstOrThrow();
}

describe("an order", () => {
  it("is placed under the Federation's terms for the seller's level", async () => {
    const ready = await makeApprovedSeller(testDb, { level: "ready" });
    const before = (await listPlatformTerms(testDb)).find(({ level }) => level === "ready");
    const terms = { commissionBasisPoints: 700, holdDays: 5, depositReleaseBasisPoints: 3_000 };
    const set = { level: "ready" as const, revision: before?.revision ?? 0, isSure: true, ...terms };
    await setPlatformTerms(testDb, treasurer, key(), set);

    expect(await fixed(await makePlaced(ready.sellerId))).toEqual(terms);
    const { sellerId: unknown } = await makeApprovedSeller(testDb);
    expect(await fixed(await makePlaced(unknown))).toMatchObject({ commissionBasisPoints: 800, holdDays: 7 });
  });

  it("is placed under the seller's own terms where she has some, and keeps them when they change", async () => {
    const { sellerId } = await makeApprovedSeller(testDb);
    await setSellerTerms(testDb, treasurer, key(), { sellerId, revision: 0, ...OWN });
    const orderId = await makePlaced(sellerId);
    expect(await fixed(orderId)).toEqual(OWN);

    await setSellerTerms(testDb, treasurer, key(), { sellerId, revision: 1, ...OWN, commissionBasisPoints: 900 });
    expect(await fixed(orderId)).toEqual(OWN);
    expect(await findSellerTerms(testDb, sellerId)).toMatchObject({ revision: 2, commissionBasisPoints: 900 });
  });

  it("keeps its terms also against who goes around the deeds", async () => {
    const { orderId } = await makeOrder(testDb);
    const change = testDb.updateTable("orderTerms").set({ holdDays: 0 }).where("orderId", "=", orderId).execute();
    await expect(change).rejects.toMatchObject({ constraint: "terms_kept" });
    for (const table of ["platform_terms", "seller_terms"]) {
      const { sellerId } = await makeApprovedSeller(testDb);
      await setSellerTerms(testDb, treasurer, key(), { sellerId, revision: 0, ...OWN });
      await expect(
        sql`update ${sql.table(table)} set commission_basis_points = 0`.execute(testDb),
      ).rejects.toMatchObject({
        constraint: "terms_kept",
      });
    }
  });
});

describe("terms", () => {
  it("are refused when somebody set them since the form was shown, also at the same moment", async () => {
    const { sellerId } = await makeApprovedSeller(testDb);
    const set = () => setSellerTerms(testDb, treasurer, key(), { sellerId, revision: 0, ...OWN });
    const results = await Promise.all([set(), set(), set()]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await set()).toEqual({ ok: false, refusal: "terms-changed" });
    const common = await setPlatformTerms(testDb, treasurer, key(), { level: "exporting", revision: 99, ...OWN });
    expect(common).toEqual({ ok: false, refusal: "terms-changed" });
  });

  it("are refused for a seller that there is not", async () => {
    const nobody = { sellerId: randomUUID(), revision: 0, ...OWN };
    expect(await setSellerTerms(testDb, treasurer, key(), nobody)).toEqual({ ok: false, refusal: "seller-missing" });
  });
});

describe("a hold", () => {
  it("shows its rule, reason and end to the seller, and is gone after its end", async () => {
    const { sellerId } = await makeApprovedSeller(testDb);
    const until = daysOn(5);
    await holdPayouts(testDb, treasurer, key(), { sellerId, reason: "Papers are missing.", until }, AT);
    expect(await listHolds(testDb, sellerId, AT)).toMatchObject([
      { rule: "staff", reason: "Papers are missing.", from: AT, until },
    ]);
    expect(await listHolds(testDb, sellerId, until)).toEqual([]);
  });

  it("is placed once, may be placed anew after its end, and ends before it has begun never", async () => {
    const { sellerId } = await makeApprovedSeller(testDb);
    const hold = (until: Date | undefined, now: Date) =>
      holdPayouts(testDb, treasurer, key(), { sellerId, reason: "Papers.", until }, now);
    expect(await hold(AT, AT)).toEqual({ ok: false, refusal: "ends-in-past" });
    expect((await hold(daysOn(5), AT)).ok).toBe(true);
    expect(await hold(undefined, daysOn(4))).toEqual({ ok: false, refusal: "already-held" });
    expect((await hold(undefined, daysOn(5))).ok).toBe(true);
    expect(
      await holdPayouts(testDb, treasurer, key(), { sellerId: randomUUID(), reason: "x", until: undefined }, AT),
    ).toEqual({
      ok: false,
      refusal: "seller-missing",
    });
  });

  it("by one rule is one row, also when two place it at the same moment", async () => {
    const { sellerId } = await makeApprovedSeller(testDb);
    const place = () =>
      testDb
        .transaction()
        .execute((trx) => placeHold(trx, { sellerId, orderId: undefined, rule: "problem", reason: "x" }, AT));
    const placed = await Promise.all([place(), place(), place()]);
    expect(placed.filter(({ isPlaced }) => isPlaced)).toHaveLength(1);
  });

  it("is lifted once", async () => {
    const { sellerId } = await makeApprovedSeller(testDb);
    await holdPayouts(testDb, treasurer, key(), { sellerId, reason: "Papers.", until: undefined }, AT);
    const [hold] = await listHolds(testDb, sellerId, AT);
    const lift = () => liftHold(testDb, treasurer, key(), hold?.holdId ?? "", AT);
    expect((await lift()).ok).toBe(true);
    expect(await lift()).toEqual({ ok: false, refusal: "hold-missing" });
    expect(await listHolds(testDb, sellerId, AT)).toEqual([]);
  });
});

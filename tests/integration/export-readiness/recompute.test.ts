import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { recomputeReadiness } from "~/modules/export-readiness/index.server";
import { listStaleSellers } from "~/modules/export-readiness/recompute/jobs.server";
import { makeApprovedSeller, makePublishedListing } from "~db/factories";
import { loadReferenceData } from "~db/reference/load";
import { testDb } from "~tests/support/database";

const NOW = new Date("2026-11-27T08:00:00Z");
const inDays = (days: number) => new Date(NOW.getTime() + days * 86_400_000);

beforeAll(async () => {
  await loadReferenceData(testDb);
});

const resultOf = (sellerId: string) =>
  testDb.selectFrom("readinessResults").selectAll().where("sellerId", "=", sellerId).executeTakeFirst();
const historyOf = (sellerId: string) =>
  testDb
    .selectFrom("readinessHistory")
    .select(["score", "level", "criterionValues"])
    .where("sellerId", "=", sellerId)
    .orderBy("computedAt")
    .execute();
const jobsOf = async (key: string) => {
  const { rows } = await sql`select 1 from graphile_worker.jobs where key = ${key}`.execute(testDb);
  return rows.length;
};
const forgetJobs = (key: string) => sql`select graphile_worker.remove_job(${key})`.execute(testDb);

async function makeShop() {
  const { sellerId } = await makeApprovedSeller(testDb, {
    targetMarkets: ["EU"],
    evidence: [{ documentType: "sales_terms", issuedOn: "2026-01-01", expiresOn: "2026-12-01" }],
  });
  await makePublishedListing(testDb, { sellerId });
  return sellerId;
}

describe("judging a seller anew", () => {
  it("keeps score, level and the day until which the clock changes nothing", async () => {
    const sellerId = await makeShop();
    await recomputeReadiness(testDb, [sellerId], { now: NOW });
    expect(await resultOf(sellerId)).toMatchObject({
      level: "exploring",
      criteriaVersion: "1",
      computedOn: "2026-11-27",
      endsOn: "2026-12-01",
    });
  });

  it("writes a line of history when something changed, and none when nothing did", async () => {
    const sellerId = await makeShop();
    await recomputeReadiness(testDb, [sellerId], { now: NOW });
    await recomputeReadiness(testDb, [sellerId], { now: inDays(1) });
    expect(await historyOf(sellerId)).toHaveLength(1);

    // The only paper that counts ends: 3 of the criteria's weights less.
    await recomputeReadiness(testDb, [sellerId], { now: inDays(10) });
    const [before, after] = await historyOf(sellerId);
    expect([before?.criterionValues, after?.criterionValues]).toMatchObject([{ "PR-04": 100 }, { "PR-04": 0 }]);
    expect(after?.score).toBeLessThan(before?.score ?? 0);
  });

  it("shows a seller anew who moved, and leaves others alone", async () => {
    const sellerId = await makeShop();
    await recomputeReadiness(testDb, [sellerId], { now: NOW });
    expect(await jobsOf(`index-seller:${sellerId}`)).toBe(1);
    await forgetJobs(`index-seller:${sellerId}`);
    await recomputeReadiness(testDb, [sellerId], { now: inDays(1) });
    expect(await jobsOf(`index-seller:${sellerId}`)).toBe(0);
  });

  it("says of every market what is missing", async () => {
    const sellerId = await makeShop();
    await recomputeReadiness(testDb, [sellerId], { now: NOW });
    const markets = await testDb
      .selectFrom("marketReadiness")
      .select(["marketId", "isOpen", "missing"])
      .where("sellerId", "=", sellerId)
      .execute();
    expect(markets).toHaveLength(10);
    const eu = markets.find(({ marketId }) => marketId === "EU");
    expect(eu).toMatchObject({ isOpen: false });
    // Its export papers lack facts (DO-01), and consumers in the EU need a safety file and a responsible person.
    expect(eu?.missing).toEqual(expect.arrayContaining(["ALL-G1", "EU-G2"]));
  });

  it("is one judgement when two workers judge at the same moment", async () => {
    const sellerId = await makeShop();
    await Promise.all([
      recomputeReadiness(testDb, [sellerId], { now: NOW }),
      recomputeReadiness(testDb, [sellerId], { now: inDays(1) }),
    ]);
    expect(await historyOf(sellerId)).toHaveLength(1);
  });
});

describe("sellers whose judgement may no longer hold", () => {
  it("are those that nobody judged, those whose paper has ended, and those of other criteria", async () => {
    const [never, ended, others, fine] = [await makeShop(), await makeShop(), await makeShop(), await makeShop()];
    await recomputeReadiness(testDb, [ended, others, fine], { now: NOW });
    await testDb.updateTable("readinessResults").set({ criteriaVersion: "0" }).where("sellerId", "=", others).execute();
    await testDb.updateTable("readinessResults").set({ endsOn: "2026-11-26" }).where("sellerId", "=", ended).execute();

    const stale = await listStaleSellers(testDb, NOW);

    expect([never, ended, others, fine].map((id) => stale.includes(id))).toEqual([true, true, true, false]);
  });
});

describe("what a level rests on", () => {
  it("asks for a judgement when a listing is published", async () => {
    const { sellerId } = await makeApprovedSeller(testDb);
    const key = `recompute-readiness:${sellerId}`;
    expect(await jobsOf(key)).toBe(0);
    await makePublishedListing(testDb, { sellerId });
    expect(await jobsOf(key)).toBe(1);
  });
});

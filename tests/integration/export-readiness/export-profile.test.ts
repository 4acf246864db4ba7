import { beforeAll, describe, expect, it } from "vitest";
import {
  acknowledgeRules,
  findExportProfile,
  openMarket,
  saveExportProfile,
} from "~/modules/export-readiness/index.server";
import { makeApprovedSeller, makePublishedListing, makeSellerActor } from "~db/factories";
import { loadReferenceData } from "~db/reference/load";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { waitFor } from "~tests/support/waiting";
import { forgetJobs, jobsOf } from "~tests/support/workshop";

beforeAll(async () => {
  await loadReferenceData(testDb);
});

async function makeShop() {
  const { sellerId } = await makeApprovedSeller(testDb);
  await makePublishedListing(testDb, { sellerId });
  const seller = await makeSellerActor(testDb, sellerId, "owner");
  return { sellerId, seller, stamp: (await findExportProfile(testDb, sellerId))?.stamp ?? "" };
}

const SAID = { targetMarkets: ["EU", "GB"], smeCategory: "micro" as const, capacity: "Ayda 60 ədəd" };
const NOTHING = { paymentTerms: undefined, targetReason: undefined, answersBy: undefined };

describe("what a seller says of herself as an exporter", () => {
  it("is kept and found again, markets in her order", async () => {
    const { sellerId, seller, stamp } = await makeShop();
    const saved = await saveExportProfile(testDb, seller, newKey(), { stamp, ...NOTHING, ...SAID });
    expect(saved.ok).toBe(true);
    expect(await findExportProfile(testDb, sellerId)).toMatchObject(SAID);
  });

  it("does not overwrite what a colleague wrote meanwhile", async () => {
    const { sellerId, seller, stamp } = await makeShop();
    await saveExportProfile(testDb, seller, newKey(), { stamp, ...NOTHING, ...SAID });
    const late = await saveExportProfile(testDb, seller, newKey(), { stamp, ...NOTHING, ...SAID, capacity: "Ayda 10" });
    expect(late).toEqual({ ok: false, refusal: "changed-elsewhere" });
    expect((await findExportProfile(testDb, sellerId))?.capacity).toBe("Ayda 60 ədəd");
  });

  it("waits for a colleague who writes at the same moment, and does not overwrite her", async () => {
    const { sellerId, seller, stamp } = await makeShop();
    const late = await waitFor(
      (trx) => trx.selectFrom("sellers").select("id").where("id", "=", sellerId).forUpdate().execute(),
      () => saveExportProfile(testDb, seller, newKey(), { stamp, ...NOTHING, ...SAID }),
      (trx) => trx.insertInto("sellerTargetMarkets").values({ sellerId, marketId: "JP", position: 0 }).execute(),
    );
    expect(late).toEqual({ ok: false, refusal: "changed-elsewhere" });
    expect((await findExportProfile(testDb, sellerId))?.targetMarkets).toEqual(["JP"]);
  });

  it("has her judged anew", async () => {
    const { sellerId, seller, stamp } = await makeShop();
    await forgetJobs();
    await saveExportProfile(testDb, seller, newKey(), { stamp, ...NOTHING, ...SAID });
    expect(await jobsOf("recompute-readiness", sellerId)).toBe(1);
  });

  it("is refused with a market that nobody knows", async () => {
    const { seller, stamp } = await makeShop();
    const saved = await saveExportProfile(testDb, seller, newKey(), {
      stamp,
      ...NOTHING,
      ...SAID,
      targetMarkets: ["XX"],
    });
    expect(saved).toEqual({ ok: false, refusal: "market-missing" });
  });

  it("loses the Federation's confirmation where it changes, and keeps it where it does not", async () => {
    const { sellerId, seller, stamp } = await makeShop();
    await saveExportProfile(testDb, seller, newKey(), { stamp, ...NOTHING, ...SAID });
    await testDb
      .updateTable("sellerDeclarations")
      .set({ confirmedAt: new Date() })
      .where("sellerId", "=", sellerId)
      .where("isDeclared", "=", true)
      .execute();
    const seen = await findExportProfile(testDb, sellerId);
    expect(seen?.confirmed).toEqual(["capacity", "sme_category"]);
    await saveExportProfile(testDb, seller, newKey(), {
      ...NOTHING,
      ...SAID,
      stamp: seen?.stamp ?? "",
      capacity: "Ayda 80 ədəd",
    });
    expect((await findExportProfile(testDb, sellerId))?.confirmed).toEqual(["sme_category"]);
  });
});

describe("rules of a market that a seller acknowledges", () => {
  const rulesOf = async (sellerId: string) =>
    (await openMarket(testDb, { sellerId, marketId: "US", locale: "en" }))?.rules;

  it("are met by her word, and no longer when she takes it back", async () => {
    const { sellerId, seller } = await makeShop();
    await acknowledgeRules(testDb, seller, newKey(), { marketId: "US", rules: ["US-G3"] });
    expect((await rulesOf(sellerId))?.find(({ id }) => id === "US-G3")).toMatchObject({ state: "met", by: "seller" });

    await acknowledgeRules(testDb, seller, newKey(), { marketId: "US", rules: [] });
    expect((await rulesOf(sellerId))?.find(({ id }) => id === "US-G3")).toMatchObject({ state: "missing" });
  });

  it("are hers alone: what staff confirm is not met by her word", async () => {
    const { sellerId, seller } = await makeShop();
    await acknowledgeRules(testDb, seller, newKey(), { marketId: "US", rules: ["US-G1", "US-G6"] });
    const kept = await testDb.selectFrom("marketConfirmations").selectAll().where("sellerId", "=", sellerId).execute();
    expect(kept).toEqual([]);
  });

  it("are kept once when two of her team tick them at the same moment", async () => {
    const { sellerId, seller } = await makeShop();
    const tick = { sellerId, marketId: "US", ruleId: "US-G3", side: "seller", confirmedAt: new Date() };
    const kept = await waitFor(
      async (trx) => {
        await trx.selectFrom("sellers").select("id").where("id", "=", sellerId).forUpdate().execute();
        await trx.insertInto("marketConfirmations").values(tick).execute();
      },
      () => acknowledgeRules(testDb, seller, newKey(), { marketId: "US", rules: ["US-G3"] }),
    );
    expect(kept).toEqual({ ok: true, value: null });
    expect((await rulesOf(sellerId))?.find(({ id }) => id === "US-G3")).toMatchObject({ isConfirmed: true });
  });

  it("have her judged anew", async () => {
    const { sellerId, seller } = await makeShop();
    await forgetJobs();
    await acknowledgeRules(testDb, seller, newKey(), { marketId: "US", rules: ["US-G3"] });
    expect(await jobsOf("recompute-readiness", sellerId)).toBe(1);
  });

  it("are of a market that there is", async () => {
    const { seller } = await makeShop();
    const kept = await acknowledgeRules(testDb, seller, newKey(), { marketId: "XX", rules: [] });
    expect(kept).toEqual({ ok: false, refusal: "market-missing" });
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import {
  acknowledgeRules,
  confirmDeclaration,
  confirmMarketRule,
  openSellerReadiness,
} from "~/modules/export-readiness/index.server";
import type { StaffActor } from "~/platform/session/actors.server";
import { FACTORY_NOW, makeApprovedSeller, makeSellerActor } from "~db/factories";
import { loadReferenceData } from "~db/reference/load";
import { testDb } from "~tests/support/database";
import {
  CAPACITY,
  declarationOf,
  declare,
  forgetRecompute,
  makeDeclared,
  valueAfterJudging,
} from "~tests/support/declared";
import { recomputesOf } from "~tests/support/evidence";
import { newKey } from "~tests/support/form-key";
import { doneOf } from "~tests/support/shop";
import { makeShopInCare } from "~tests/support/shop-in-care";
import { waitFor } from "~tests/support/waiting";

beforeAll(async () => {
  await loadReferenceData(testDb);
});

type Deed = "confirm" | "take-back";
type Press = { deed?: Deed; stamp?: string; key?: ReturnType<typeof newKey> };

async function press(staff: StaffActor, sellerId: string, { deed = "confirm", stamp, key = newKey() }: Press = {}) {
  const seen = stamp ?? (await declarationOf(staff, sellerId)).stamp;
  return confirmDeclaration(testDb, staff, key, { sellerId, name: "capacity", deed, stamp: seen }, FACTORY_NOW);
}

const auditOf = async (sellerId: string) => {
  const rows = await testDb
    .selectFrom("auditEntries")
    .select(["action", "actorId"])
    .where("subjectId", "=", sellerId)
    .where("actorKind", "=", "staff")
    .orderBy("id")
    .execute();
  return rows.map(({ action }) => action);
};

/** Somebody's transaction that holds a shop, as one that changes its words does. */
const holding = (sellerId: string) => (trx: typeof testDb) =>
  trx.selectFrom("sellers").select("id").where("id", "=", sellerId).forNoKeyUpdate().execute();

describe("a declaration that staff confirm", () => {
  it("counts whole from then on, and half again when that is taken back", async () => {
    const { sellerId, staff } = await makeDeclared();
    expect(await valueAfterJudging(sellerId, "OF-08")).toBe(50);

    doneOf(await press(staff, sellerId));
    expect(await declarationOf(staff, sellerId)).toMatchObject({
      words: CAPACITY,
      confirmed: { by: "Aynur Quliyeva" },
    });
    expect(await valueAfterJudging(sellerId, "OF-08")).toBe(100);

    doneOf(await press(staff, sellerId, { deed: "take-back" }));
    expect(await valueAfterJudging(sellerId, "OF-08")).toBe(50);
    expect(await auditOf(sellerId)).toEqual(["confirm-declaration", "take-back-confirmation"]);
  });

  it("asks for a judgement in the same transaction", async () => {
    const { sellerId, staff } = await makeDeclared();
    await forgetRecompute(sellerId);
    doneOf(await press(staff, sellerId));
    expect(await recomputesOf(sellerId)).toBe(1);
  });

  it("is confirmed once by a form that is sent twice", async () => {
    const { sellerId, staff } = await makeDeclared();
    const { stamp } = await declarationOf(staff, sellerId);
    const key = newKey();
    const both = await Promise.all([press(staff, sellerId, { key, stamp }), press(staff, sellerId, { key, stamp })]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await auditOf(sellerId)).toEqual(["confirm-declaration"]);
  });

  it("is refused when the seller has changed her words since they were read", async () => {
    const { sellerId, seller, staff } = await makeDeclared();
    const { stamp } = await declarationOf(staff, sellerId);
    await declare(seller, { capacity: "Ayda 600 ədəd" });
    expect(await press(staff, sellerId, { stamp })).toEqual({ ok: false, refusal: "words-changed" });
    expect((await declarationOf(staff, sellerId)).confirmed).toBeUndefined();
  });

  it("is refused when a colleague has decided it meanwhile", async () => {
    const { sellerId, staff } = await makeDeclared();
    const { stamp } = await declarationOf(staff, sellerId);
    doneOf(await press(staff, sellerId, { stamp }));
    expect(await press(staff, sellerId, { stamp })).toEqual({ ok: false, refusal: "words-changed" });
    expect(await press(staff, sellerId)).toEqual({ ok: false, refusal: "words-changed" });
  });

  it("waits for whoever holds the shop, and sees what she wrote", async () => {
    const { sellerId, staff } = await makeDeclared();
    const { stamp } = await declarationOf(staff, sellerId);
    const late = await waitFor(
      holding(sellerId),
      () => press(staff, sellerId, { stamp }),
      (trx) =>
        trx
          .updateTable("sellerDeclarations")
          .set({ words: "Ayda 600 ədəd" })
          .where("sellerId", "=", sellerId)
          .where("name", "=", "capacity")
          .execute(),
    );
    expect(late).toEqual({ ok: false, refusal: "words-changed" });
  });

  it("is refused where nothing is declared, and where there is no seller", async () => {
    const { sellerId, seller, staff } = await makeDeclared();
    const { stamp } = await declarationOf(staff, sellerId);
    await declare(seller, { capacity: undefined });
    expect(await press(staff, sellerId, { stamp })).toEqual({ ok: false, refusal: "not-declared" });
    const nobody = "00000000-0000-8000-8000-000000000000";
    expect(await press(staff, nobody, { stamp })).toEqual({ ok: false, refusal: "seller-missing" });
  });

  it("is confirmed neither by somebody of the shop's team nor by who has filled it", async () => {
    const { sellerId, staff } = await makeDeclared();
    await makeSellerActor(testDb, sellerId, "editor", staff.userId);
    expect(await press(staff, sellerId)).toEqual({ ok: false, refusal: "member-of-shop" });
    expect((await openSellerReadiness(testDb, staff, { sellerId, locale: "en" }))?.apart).toBe("member-of-shop");

    const { sellerId: filled, staff: keeper } = await makeShopInCare();
    expect(await press(keeper, filled, { stamp: "" })).toEqual({ ok: false, refusal: "filled-by-you" });
  });
});

const RULE = { marketId: "RU", ruleId: "RU-G3" };

const confirmRule = (staff: StaffActor, sellerId: string, deed: Deed, changes: Partial<typeof RULE> = {}) =>
  confirmMarketRule(testDb, staff, newKey(), { sellerId, deed, ...RULE, ...changes }, FACTORY_NOW);

const confirmedOf = (sellerId: string) =>
  testDb.selectFrom("marketConfirmations").select(["ruleId", "side"]).where("sellerId", "=", sellerId).execute();

describe("a rule of a market that only staff can look at", () => {
  it("is met from then on, and no longer when that is taken back", async () => {
    const { sellerId, staff } = await makeDeclared();
    const shown = async () =>
      (await openSellerReadiness(testDb, staff, { sellerId, locale: "en" }))?.markets
        .find(({ marketId }) => marketId === "RU")
        ?.rules.find(({ id }) => id === "RU-G3")?.confirmed?.by;

    await forgetRecompute(sellerId);
    doneOf(await confirmRule(staff, sellerId, "confirm"));
    expect(await confirmedOf(sellerId)).toEqual([{ ruleId: "RU-G3", side: "staff" }]);
    expect(await shown()).toBe("Aynur Quliyeva");
    expect(await recomputesOf(sellerId)).toBe(1);

    doneOf(await confirmRule(staff, sellerId, "take-back"));
    expect(await confirmedOf(sellerId)).toEqual([]);
    expect(await auditOf(sellerId)).toEqual(["confirm-market-rule", "take-back-market-rule"]);
  });

  it("is confirmed by one of two who do so at once", async () => {
    const { sellerId, staff } = await makeDeclared();
    const both = await Promise.all([confirmRule(staff, sellerId, "confirm"), confirmRule(staff, sellerId, "confirm")]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual({ ok: false, refusal: "decided-meanwhile" });
    expect(await auditOf(sellerId)).toEqual(["confirm-market-rule"]);
  });

  it("waits for whoever holds the shop", async () => {
    const { sellerId, staff } = await makeDeclared();
    const confirmed = await waitFor(holding(sellerId), () => confirmRule(staff, sellerId, "confirm"));
    expect(confirmed.ok).toBe(true);
  });

  it("is refused where it does not concern the seller, where it is another's to say, and where it is unknown", async () => {
    const { sellerId, staff } = await makeDeclared();
    const { sellerId: empty } = await makeApprovedSeller(testDb);
    const missing = { ok: false, refusal: "rule-missing" };
    expect(await confirmRule(staff, empty, "confirm")).toEqual(missing);
    // Children's goods, of which this shop has none; a rule that sellers acknowledge; a rule of another market.
    expect(await confirmRule(staff, sellerId, "confirm", { ruleId: "RU-G2" })).toEqual(missing);
    expect(await confirmRule(staff, sellerId, "confirm", { marketId: "US", ruleId: "US-G3" })).toEqual(missing);
    expect(await confirmRule(staff, sellerId, "confirm", { marketId: "US" })).toEqual(missing);
  });

  it("leaves what the seller acknowledges herself to her", async () => {
    const { sellerId, seller, staff } = await makeDeclared();
    await acknowledgeRules(testDb, seller, newKey(), { marketId: "US", rules: ["US-G3"] });
    expect(await confirmRule(staff, sellerId, "take-back", { marketId: "US", ruleId: "US-G3" })).toEqual({
      ok: false,
      refusal: "decided-meanwhile",
    });
    expect(await confirmedOf(sellerId)).toEqual([{ ruleId: "US-G3", side: "seller" }]);
  });

  it("is confirmed neither by somebody of the shop's team nor without a shop", async () => {
    const { sellerId, staff } = await makeDeclared();
    await makeSellerActor(testDb, sellerId, "editor", staff.userId);
    expect(await confirmRule(staff, sellerId, "confirm")).toEqual({ ok: false, refusal: "member-of-shop" });
    const nobody = "00000000-0000-8000-8000-000000000000";
    expect(await confirmRule(staff, nobody, "confirm")).toEqual({ ok: false, refusal: "seller-missing" });
  });
});

import { afterEach, beforeEach, expect, it } from "vitest";
import { listKnownSellerNames } from "~/modules/sellers/index.server";
import { setClockOffset } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { makeApprovedSeller } from "~db/factories";
import { testDb } from "~tests/support/database";

const PERIOD_MS = 15_000;
/** One second after a period of fifteen began, so that none ends while a test asks. */
const BEGUN = Math.ceil(Date.now() / PERIOD_MS) * PERIOD_MS + 1_000;

const setTime = (milliseconds: number) => setClockOffset(milliseconds - Date.now());

beforeEach(() => setTime(BEGUN));
afterEach(() => setClockOffset(0));

const rename = (sellerId: string, name: string, db: Db = testDb) =>
  db.updateTable("sellerTexts").set({ name }).where("sellerId", "=", sellerId).where("locale", "=", "az").execute();

const nameOf = async (sellerId: string, db: Db = testDb) =>
  (await listKnownSellerNames(db, "az", [sellerId])).get(sellerId)?.name;

it("are kept for fifteen seconds, and read anew after them", async () => {
  const { sellerId } = await makeApprovedSeller(testDb);
  await rename(sellerId, "Lahıc misgərləri");
  expect(await nameOf(sellerId)).toBe("Lahıc misgərləri");

  await rename(sellerId, "Niyal misgərləri");
  expect(await nameOf(sellerId)).toBe("Lahıc misgərləri");
  setTime(BEGUN + PERIOD_MS);
  expect(await nameOf(sellerId)).toBe("Niyal misgərləri");
});

it("leave out who is not approved any more", async () => {
  const { sellerId } = await makeApprovedSeller(testDb);
  expect(await nameOf(sellerId)).toBeDefined();

  await testDb.updateTable("sellers").set({ status: "suspended" }).where("id", "=", sellerId).execute();
  setTime(BEGUN + PERIOD_MS);
  expect(await nameOf(sellerId)).toBeUndefined();
});

it("are those of the language that is asked for", async () => {
  const { sellerId } = await makeApprovedSeller(testDb, {
    name: { az: "Lahıc misgərləri", en: "Coppersmiths of Lahij" },
  });
  const nameIn = async (lang: "az" | "en") =>
    (await listKnownSellerNames(testDb, lang, [sellerId])).get(sellerId)?.name;

  expect([await nameIn("az"), await nameIn("en"), await nameIn("az")]).toEqual([
    "Lahıc misgərləri",
    "Coppersmiths of Lahij",
    "Lahıc misgərləri",
  ]);
});

it("are not kept of what a transaction wrote", async () => {
  const { sellerId } = await makeApprovedSeller(testDb);
  await rename(sellerId, "Lahıc misgərləri");
  let within: string | undefined;
  const undone = testDb.transaction().execute(async (trx) => {
    await rename(sellerId, "Bu ad heç olmadı", trx);
    within = await nameOf(sellerId, trx);
    throw new Error("undone");
  });

  await expect(undone).rejects.toThrow("undone");
  expect(within).toBe("Bu ad heç olmadı");
  expect(await nameOf(sellerId)).toBe("Lahıc misgərləri");
});

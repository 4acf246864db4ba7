import { sql } from "kysely";
import { expect, it } from "vitest";
import { levelTermsPage, listPlatformTerms, setPlatformTerms, setSellerTerms } from "~/modules/payments/index.server";
import { tellLevelOfTerms } from "~/modules/payments/terms/tell-level.server";
import type { JobPayloads } from "~/platform/jobs/kinds";
import { makeApprovedSeller, makeSellerActor, makeStaff } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { lettersTo } from "~tests/support/order";
import { reach } from "~tests/support/noticed";

const treasurer = await makeStaff(testDb, "treasurer");
const OWN = { commissionBasisPoints: 500, holdDays: 3, depositReleaseBasisPoints: 2_000 };
type Level = "exploring" | "preparing" | "ready" | "exporting";
let commission = 600;

/** A shop of a level with an owner who reads English. */
async function makeShop(options: NonNullable<Parameters<typeof makeApprovedSeller>[1]>) {
  const { sellerId } = await makeApprovedSeller(testDb, options);
  const { userId } = await makeSellerActor(testDb, sellerId, "owner");
  await reach(userId, { locale: "en" });
  const { email } = await testDb.selectFrom("users").select("email").where("id", "=", userId).executeTakeFirstOrThrow();
  const told = async () => (await lettersTo(email)).filter(({ kind }) => kind === "terms-set");
  return { sellerId, told };
}

async function termsOf(level: Level) {
  const found = (await listPlatformTerms(testDb)).find((one) => one.level === level);
  if (!found) throw new Error("the level has no terms");
  const { commissionBasisPoints, holdDays, depositReleaseBasisPoints, revision } = found;
  return { commissionBasisPoints, holdDays, depositReleaseBasisPoints, revision };
}

/** Sets other terms for a level than it has. */
async function change(level: Level, values: Partial<typeof OWN> = {}) {
  const { holdDays, depositReleaseBasisPoints, revision } = await termsOf(level);
  commission += 10;
  const terms = { commissionBasisPoints: commission, holdDays, depositReleaseBasisPoints, ...values };
  const set = { level, revision, isSure: true, ...terms };
  expect(await setPlatformTerms(testDb, treasurer, newKey(), set)).toMatchObject({ ok: true });
  return terms;
}

/** Takes the jobs that wait out of the queue. */
async function takeJobs(): Promise<JobPayloads["tell-level-of-terms"][]> {
  const { rows } = await sql<{ payload: JobPayloads["tell-level-of-terms"] }>`
    delete from graphile_worker._private_jobs as jobs using graphile_worker._private_tasks as tasks
    where tasks.id = jobs.task_id and tasks.identifier = 'tell-level-of-terms' returning jobs.payload`.execute(testDb);
  return rows.map(({ payload }) => payload);
}

async function work(pageSize?: number): Promise<number> {
  const jobs = await takeJobs();
  for (const job of jobs) await tellLevelOfTerms(testDb, job, pageSize);
  return jobs.length;
}

it("Every shop of a level is told once of its new terms, but not who has her own or another level", async () => {
  const [shop, other] = [await makeShop({ level: "ready" }), await makeShop({ level: "preparing" })];
  const own = await makeShop({ level: "ready" });
  await setSellerTerms(testDb, treasurer, newKey(), { sellerId: own.sellerId, revision: 0, ...OWN });
  await change("ready", { commissionBasisPoints: 750, holdDays: 4 });
  const [job, ...more] = await takeJobs();
  if (!job) throw new Error("nobody is told");
  await tellLevelOfTerms(testDb, job);
  await tellLevelOfTerms(testDb, job);

  const letters = await shop.told();
  expect([more, letters.length, await other.told()]).toEqual([[], 1, []]);
  for (const text of ["7.5%", "4 days", "for orders placed from now on"]) expect(letters[0]?.text).toContain(text);
  // Of the terms that were agreed with her, not of the level's.
  expect(await own.told()).toHaveLength(1);
});

it("A shop that nobody has scored has the terms of the lowest level, and is told of them", async () => {
  const { told } = await makeShop({});
  await change("exploring");
  await work();
  expect(await told()).toHaveLength(1);
});

it("A suspended shop is told, one that may not sell yet is not", async () => {
  const [suspended, draft] = [await makeShop({ level: "exporting" }), await makeShop({ level: "exporting" })];
  await testDb.updateTable("sellers").set({ status: "suspended" }).where("id", "=", suspended.sellerId).execute();
  await testDb.updateTable("sellers").set({ status: "draft" }).where("id", "=", draft.sellerId).execute();
  await change("exporting");
  await work();
  expect([(await suspended.told()).length, (await draft.told()).length]).toEqual([1, 0]);
});

it("More shops than a page holds are told page by page, each once", async () => {
  const shops = [];
  for (let made = 0; made < 5; made += 1) shops.push(await makeShop({ level: "preparing" }));
  await change("preparing");
  let rounds = 0;
  while ((await work(2)) > 0) rounds += 1;
  expect(rounds).toBeGreaterThanOrEqual(3);
  for (const { told } of shops) expect(await told()).toHaveLength(1);
});

it("Of a change that another has overtaken nobody is told, of the other one everybody is", async () => {
  const { told } = await makeShop({ level: "ready" });
  await change("ready", { commissionBasisPoints: 910 });
  await change("ready", { commissionBasisPoints: 920 });
  expect(await work()).toBe(2);
  const letters = await told();
  expect(letters).toHaveLength(1);
  expect(letters[0]?.text).toContain("9.2%");
});

it("Terms that are saved again as they are write to nobody", async () => {
  const terms = await change("ready");
  await takeJobs();
  await change("ready", terms);
  expect(await takeJobs()).toEqual([]);
});

it("Terms of a level that has shops are set only once it is said that this is meant, and nobody is told before", async () => {
  const { told } = await makeShop({ level: "ready" });
  const before = await termsOf("ready");
  const set = { level: "ready" as const, ...before, holdDays: before.holdDays + 1 };
  const key = newKey();
  const refused = { ok: false, refusal: "not-confirmed" };
  expect(await setPlatformTerms(testDb, treasurer, key, set)).toEqual(refused);
  expect([await takeJobs(), await termsOf("ready")]).toEqual([[], before]);
  expect(await setPlatformTerms(testDb, treasurer, key, { ...set, isSure: true })).toMatchObject({ ok: true });
  // The same form once more is the same change.
  expect(await setPlatformTerms(testDb, treasurer, key, { ...set, isSure: true })).toMatchObject({ ok: true });
  expect(await work()).toBe(1);
  expect(await told()).toHaveLength(1);
});

it("A level's page counts the shops that would be told, and no others", async () => {
  const countOf = async () => (await levelTermsPage(testDb, "exporting"))?.shopCount ?? 0;
  const before = await countOf();
  const [, own, draft] = [
    await makeShop({ level: "exporting" }),
    await makeShop({ level: "exporting" }),
    await makeShop({ level: "exporting" }),
    await makeShop({ level: "ready" }),
  ];
  await setSellerTerms(testDb, treasurer, newKey(), { sellerId: own.sellerId, revision: 0, ...OWN });
  await testDb.updateTable("sellers").set({ status: "draft" }).where("id", "=", draft.sellerId).execute();
  expect(await countOf()).toBe(before + 1);
});

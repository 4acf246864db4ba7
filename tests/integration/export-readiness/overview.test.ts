import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import {
  countEndingPapers,
  countMovers,
  countNearReady,
  countWaitingDeclarations,
  exportReadinessList,
  listEndingPapers,
  listMovers,
  listNearReady,
  listWaitingDeclarations,
  openReadinessOverview,
} from "~/modules/export-readiness/index.server";
import type { ReadinessList, ReadinessQuestion } from "~/modules/export-readiness";
import { countStatements } from "~/platform/db/statement-count.server";
import { makeApprovedSeller, makeSeller, makeStaff, type SellerOptions } from "~db/factories";
import { loadReferenceData } from "~db/reference/load";
import { testDb } from "~tests/support/database";

const NOW = new Date("2026-11-27T08:00:00Z");
const ALL: ReadinessQuestion = { level: undefined, regionId: undefined, craftId: undefined };
const PAGE = { locale: "en", page: 1, pageSize: 50 } as const;

beforeAll(async () => {
  await loadReferenceData(testDb);
});

/** A question that only the sellers of one test answer: each test has a kind of goods of its own. */
const ofCraft = (craftId: string): ReadinessQuestion => ({ ...ALL, craftId });

type Judged = Omit<SellerOptions, "status"> & { blockedBy?: string[]; earlier?: string };

async function makeJudged({ blockedBy = [], earlier, ...options }: Judged): Promise<string> {
  const { sellerId } = await makeApprovedSeller(testDb, { level: "preparing", ...options });
  const breakdown = JSON.stringify({ nextLevel: options.level === "ready" ? "exporting" : "ready", blockedBy });
  await testDb.updateTable("readinessResults").set({ breakdown }).where("sellerId", "=", sellerId).execute();
  if (earlier !== undefined) {
    await sql`insert into readiness_history (seller_id, computed_at, level, score, criteria_version, criterion_values)
      values (${sellerId}, ${new Date("2026-08-01T00:00:00Z")}, ${earlier}, 40, '1', '{}'),
        (${sellerId}, ${new Date("2026-10-01T00:00:00Z")}, ${options.level ?? "preparing"}, 40, '1', '{}')`.execute(
      testDb,
    );
  }
  return sellerId;
}

const exported = async (list: ReadinessList, question: ReadinessQuestion, days: 30 | 90 = 30) =>
  exportReadinessList(testDb, await makeStaff(testDb, "reviewer"), { list, question, days, locale: "en" }, NOW);

describe("levels of all sellers", () => {
  it("are counted by region and by field, once for who makes two kinds of one field", async () => {
    const question = ofCraft("copperware");
    await makeJudged({ categoryIds: ["copperware"], level: "ready", placeId: "baki-seher" });
    await makeJudged({ categoryIds: ["copperware"], placeId: "seki" });
    await makeSeller(testDb, { status: "suspended", categoryIds: ["copperware"], level: "ready" });
    const { total, levels, regions, crafts } = await openReadinessOverview(testDb, question, "en", NOW);
    expect([total, levels]).toEqual([2, { exploring: 0, preparing: 1, ready: 1, exporting: 0 }]);
    expect(regions.map((bar) => bar.total)).toEqual([1, 1]);
    expect(crafts).toHaveLength(1);
    expect(crafts[0]).toMatchObject({ total: 2, counts: { preparing: 1, ready: 1 } });

    const baku = regions.find(({ label }) => label === "Baku");
    const narrowed = { ...question, regionId: baku?.id, level: "ready" as const };
    expect((await openReadinessOverview(testDb, narrowed, "en", NOW)).total).toBe(1);
    expect((await openReadinessOverview(testDb, { ...narrowed, level: "exporting" }, "en", NOW)).total).toBe(0);
    const field = ofCraft(crafts[0]?.id ?? "");
    expect((await openReadinessOverview(testDb, field, "en", NOW)).total).toBe(2);
  });
});

describe("who has moved in three months", () => {
  it("is who stands on another level than then; who joined since and who stayed have not", async () => {
    const question = ofCraft("carpets-pile");
    const categoryIds = ["carpets-pile"];
    const up = await makeJudged({ categoryIds, level: "ready", earlier: "preparing" });
    const down = await makeJudged({ categoryIds, level: "exploring", earlier: "exporting" });
    await makeJudged({ categoryIds, level: "ready", earlier: "ready" });
    await makeJudged({ categoryIds, level: "ready" });
    expect(await countMovers(testDb, question, NOW)).toEqual({ up: 1, down: 1 });
    expect(await listMovers(testDb, { question, ...PAGE }, NOW)).toMatchObject([
      { sellerId: down, from: "exporting", to: "exploring", isUp: false },
      { sellerId: up, from: "preparing", to: "ready", isUp: true },
    ]);
    expect(await exported("movers", question)).toMatch(
      /\r\nAtelye .*,Exporting,Exploring\r\nAtelye .*,Preparing,Export-ready\r\n$/,
    );
  });
});

describe("who is one step from Export-ready", () => {
  it("lacks exactly one condition, a criterion or points", async () => {
    const question = ofCraft("kelaghayi");
    const categoryIds = ["kelaghayi"];
    const gate = await makeJudged({ categoryIds, blockedBy: ["PA-01"], score: 80 });
    const short = await makeJudged({ categoryIds, blockedBy: ["SCORE"], score: 67 });
    await makeJudged({ categoryIds, blockedBy: ["PA-01", "SCORE"] });
    await makeJudged({ categoryIds, blockedBy: ["TR-02"], level: "ready" });
    await makeApprovedSeller(testDb, { categoryIds, level: "preparing" });
    expect(await countNearReady(testDb, question)).toBe(2);
    const rows = await listNearReady(testDb, { question, ...PAGE });
    expect(rows.map(({ sellerId }) => sellerId)).toEqual([gate, short]);
    expect(rows.map(({ lacking }) => lacking)).toEqual([
      "Bank account for foreign payments verified",
      "3 points of the score",
    ]);
    expect(await exported("near", question)).toContain(",Baku,67,3 points of the score\r\n");
  });
});

const LETTER = `"Bank letter with account holder, IBAN, SWIFT and currency"`;

describe("papers that end soon", () => {
  const paper = (expiresOn: string, status: "verified" | "submitted" = "verified") => ({
    documentType: "bank_letter",
    issuedOn: "2026-01-01",
    expiresOn,
    status,
  });

  it("are those that count, with whether their seller was reminded and whether a newer one waits", async () => {
    const question = ofCraft("silver-jewellery");
    const categoryIds = ["silver-jewellery"];
    const last = await makeJudged({ categoryIds, name: "=A1", evidence: [paper("2026-11-27")] });
    const later = await makeJudged({
      categoryIds,
      name: "Later",
      evidence: [paper("2026-12-28"), paper("2027-12-28", "submitted")],
    });
    await makeJudged({ categoryIds, evidence: [paper("2026-11-26")] });
    await makeJudged({ categoryIds, evidence: [paper("2027-02-26")] });
    await makeJudged({ categoryIds, evidence: [paper("2026-12-01", "submitted")] });
    await sql`insert into evidence_reminders (evidence_id, days_before, reminded_at)
      select id, 30, ${new Date("2026-10-28T05:00:00Z")} from evidence where seller_id = ${last}`.execute(testDb);
    expect(await countEndingPapers(testDb, question, NOW)).toEqual({ 30: 1, 90: 2 });
    expect(await listEndingPapers(testDb, { question, days: 90, ...PAGE }, NOW)).toMatchObject([
      { sellerId: last, expiresOn: "2026-11-27", remindedOn: "28 October 2026", isNewerWaiting: false },
      { sellerId: later, expiresOn: "2026-12-28", remindedOn: undefined, isNewerWaiting: true },
    ]);
    expect(await exported("papers", question)).toBe(
      `\uFEFFSeller,Paper,Last day,Reminded on,A newer one waits\r\n'=A1,${LETTER},2026-11-27,28 October 2026,\r\n`,
    );
    expect(await exported("papers", question, 90)).toContain(`\r\nLater,${LETTER},2026-12-28,,yes\r\n`);
  });

  it("are no more those of which a newer verified paper has taken the place", async () => {
    const question = ofCraft("felt");
    const sellerId = await makeJudged({ categoryIds: ["felt"], evidence: [paper("2026-12-01"), paper("2027-11-01")] });
    expect(await countEndingPapers(testDb, question, NOW)).toEqual({ 30: 1, 90: 1 });
    await sql`update evidence set submitted_at = submitted_at + interval '1 day'
      where seller_id = ${sellerId} and expires_on = '2027-11-01'`.execute(testDb);
    expect(await countEndingPapers(testDb, question, NOW)).toEqual({ 30: 0, 90: 0 });
  });
});

describe("declarations that wait", () => {
  const say = (sellerId: string, name: string, day: string, changes: Record<string, unknown> = {}) =>
    testDb
      .insertInto("sellerDeclarations")
      .values({
        sellerId,
        name,
        isDeclared: true,
        words: "micro",
        declaredAt: new Date(`${day}T08:00:00Z`),
        ...changes,
      })
      .execute();

  it("are what was said and is not confirmed, who waits longest first", async () => {
    const question = ofCraft("carpets-flatwoven");
    const categoryIds = ["carpets-flatwoven"];
    const [one, two] = [await makeJudged({ categoryIds, name: "One" }), await makeJudged({ categoryIds, name: "Two" })];
    await say(one, "sme_category", "2026-11-20");
    await say(two, "capacity", "2026-11-10", { words: '@SUM, "sixty"\nper month' });
    await say(two, "payment_terms", "2026-11-01", { confirmedAt: NOW });
    await say(one, "target_market", "2026-11-01", { isDeclared: false });
    expect(await countWaitingDeclarations(testDb, question)).toBe(2);
    const rows = await listWaitingDeclarations(testDb, { question, ...PAGE });
    expect(rows.map(({ sellerId, words }) => [sellerId, words])).toEqual([
      [two, '@SUM, "sixty"\nper month'],
      [one, "Micro (up to 10 people)"],
    ]);
    const second = await listWaitingDeclarations(testDb, { question, locale: "en", page: 2, pageSize: 1 });
    expect(second.map(({ sellerId }) => sellerId)).toEqual([one]);
    expect(await exported("declarations", question)).toContain(`,"'@SUM, ""sixty""\nper month",10 November 2026\r\n`);
  });
});

describe("what the overview costs", () => {
  it("is the same number of statements however many sellers there are", async () => {
    const statementsOf = async (work: () => Promise<unknown>) => {
      await work();
      return (await countStatements(work)).statements.length;
    };
    const both = { question: ALL, ...PAGE };
    const measure = async () => [
      await statementsOf(() => openReadinessOverview(testDb, ALL, "en", NOW)),
      await statementsOf(() => listWaitingDeclarations(testDb, both)),
      await statementsOf(() => listEndingPapers(testDb, { ...both, days: 90 }, NOW)),
      await statementsOf(() => listNearReady(testDb, both)),
      await statementsOf(() => listMovers(testDb, both, NOW)),
    ];
    const few = await measure();
    for (let at = 0; at < 12; at += 1) await makeJudged({ blockedBy: ["PA-01"], earlier: "ready" });
    expect(await measure()).toEqual(few);
    expect(few).toEqual([6, 1, 1, 1, 1]);
  });
});

describe("a list that is taken out of the house", () => {
  it("is recorded with who took it and what was asked", async () => {
    const staff = await makeStaff(testDb, "reviewer");
    const question: ReadinessQuestion = { ...ALL, level: "ready" };
    await exportReadinessList(testDb, staff, { list: "papers", question, days: 90, locale: "az" }, NOW);
    const entry = await testDb
      .selectFrom("auditEntries")
      .innerJoin("auditValues", "auditValues.entryId", "auditEntries.id")
      .select(["action", "subjectId", "after"])
      .where("actorId", "=", staff.userId)
      .executeTakeFirstOrThrow();
    expect(entry).toEqual({
      action: "export-readiness-list",
      subjectId: "papers",
      after: { level: "ready", days: 90 },
    });
  });
});

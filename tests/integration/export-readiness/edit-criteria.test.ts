import { beforeEach, describe, expect, it } from "vitest";
import {
  criterionInput,
  discardDraft,
  editLevels,
  levelsInput,
  listCriteriaVersions,
  openDraft,
  openReadiness,
  recomputeReadiness,
  startDraft,
} from "~/modules/export-readiness/index.server";
import { evidenceTypes } from "~/modules/export-readiness/evidence/evidence-types.server";
import { parseReadinessModel } from "~/modules/export-readiness/model";
import { FACTORY_NOW, makeApprovedSeller, makePublishedListing, makeStaff } from "~db/factories";
import { loadReferenceData } from "~db/reference/load";
import { beginDraft, changeCriterion, criterionForm, onlyFirstVersion, revisionOfDraft } from "~tests/support/criteria";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { doneOf } from "~tests/support/shop";
import { waitFor } from "~tests/support/waiting";

beforeEach(onlyFirstVersion);

const modelOf = async (version: string) => {
  const { content } = await testDb
    .selectFrom("readinessModels")
    .select("content")
    .where("version", "=", version)
    .executeTakeFirstOrThrow();
  return parseReadinessModel(content);
};

const holdingDraft = (trx: typeof testDb) =>
  trx.selectFrom("readinessModels").select("version").where("status", "=", "draft").forUpdate().execute();

const actionsOn = async (version: string) => {
  const rows = await testDb
    .selectFrom("auditEntries")
    .select("action")
    .where("subjectKind", "=", "criteria")
    .where("subjectId", "=", version)
    .orderBy("id")
    .execute();
  return rows.map(({ action }) => action);
};

describe("a draft of the criteria", () => {
  it("begins as a copy of what counts, under a name of its own", async () => {
    const staff = await makeStaff(testDb, "admin");
    await beginDraft(staff, "2027-a");
    const [first, copy] = [await modelOf("1"), await modelOf("2027-a")];
    expect(copy).toEqual({ ...first, version: "2027-a" });
    expect(await listCriteriaVersions(testDb, "en")).toMatchObject([
      { version: "2027-a", status: "draft", basedOn: "1", createdBy: "Aynur Quliyeva" },
      { version: "1", status: "published" },
    ]);
    expect(await actionsOn("2027-a")).toEqual(["start-criteria-draft"]);
  });

  it("is one at a time, also for two who begin at once, and takes no name that was taken", async () => {
    const staff = await makeStaff(testDb, "admin");
    expect(await startDraft(testDb, staff, newKey(), { version: "1" })).toEqual({
      ok: false,
      refusal: "version-taken",
    });
    const both = await Promise.all(
      ["2027-b", "2027-c"].map((version) => startDraft(testDb, staff, newKey(), { version })),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual({ ok: false, refusal: "draft-exists" });
  });

  it("is changed criterion by criterion: weight, months, whether it is on, and words", async () => {
    const staff = await makeStaff(testDb, "admin");
    await beginDraft(staff);
    doneOf(await changeCriterion(staff, "PA-01", { weight: 9, validityMonths: 6, titleAz: "Bank hesabı" }));
    doneOf(await changeCriterion(staff, "OF-02", { isOn: false }));
    const { criteria, words, papers } = await modelOf("2027-1");
    expect(criteria.find(({ id }) => id === "PA-01")).toMatchObject({ weight: 9 });
    expect(words.get("PA-01")).toMatchObject({ validityMonths: 6, title: { az: "Bank hesabı" } });
    expect(papers.get("PA-01")).toBe("bank_letter");
    // Off: it stands in the draft, and nobody is asked for it.
    expect(criteria.some(({ id }) => id === "OF-02")).toBe(false);
    expect((await criterionForm("OF-02")).isOn).toBe(false);
    expect(await actionsOn("2027-1")).toEqual(["start-criteria-draft", "edit-criteria-draft", "edit-criteria-draft"]);
  });

  it("keeps what asks for no paper without a time for which a paper counts", async () => {
    const staff = await makeStaff(testDb, "admin");
    await beginDraft(staff);
    doneOf(await changeCriterion(staff, "OF-02", { validityMonths: 12 }));
    expect((await modelOf("2027-1")).words.get("OF-02")?.validityMonths).toBeUndefined();
  });

  it("does not overwrite what was changed in another window", async () => {
    const staff = await makeStaff(testDb, "admin");
    await beginDraft(staff);
    const seen = await revisionOfDraft();
    doneOf(await changeCriterion(staff, "PA-01", { weight: 9 }));
    const late = { ok: false, refusal: "changed-elsewhere" };
    expect(await changeCriterion(staff, "OF-02", { revision: seen, weight: 9 })).toEqual(late);
    const levels = { revision: seen, preparing: 30, ready: 60, exporting: 80 };
    expect(await editLevels(testDb, staff, newKey(), levels)).toEqual(late);
    expect(await discardDraft(testDb, staff, newKey(), { revision: seen })).toEqual(late);
  });

  it("is changed by one of two at once", async () => {
    const staff = await makeStaff(testDb, "admin");
    await beginDraft(staff);
    const both = await waitFor(
      (trx) => holdingDraft(trx),
      () => changeCriterion(staff, "PA-01", { weight: 9 }),
      (trx) => trx.updateTable("readinessModels").set({ revision: 2 }).where("status", "=", "draft").execute(),
    );
    expect(both).toEqual({ ok: false, refusal: "changed-elsewhere" });
  });

  it("has the criterion, keeps one of them on, and is there", async () => {
    const staff = await makeStaff(testDb, "admin");
    const form = { revision: 1, preparing: 30, ready: 60, exporting: 80 };
    const missing = { ok: false, refusal: "draft-missing" };
    expect(await editLevels(testDb, staff, newKey(), form)).toEqual(missing);
    expect(await discardDraft(testDb, staff, newKey(), { revision: 1 })).toEqual(missing);
    await beginDraft(staff);
    expect(await changeCriterion(staff, "PA-01", { criterionId: "XX-99" })).toEqual({
      ok: false,
      refusal: "criterion-missing",
    });
    const all = (await openDraft(testDb, "en"))?.dimensions.flatMap(({ criteria }) => criteria) ?? [];
    for (const { id } of all.slice(1)) doneOf(await changeCriterion(staff, id, { isOn: false }));
    const last = await changeCriterion(staff, all[0]?.id ?? "", { isOn: false });
    expect(last).toEqual({ ok: false, refusal: "last-criterion" });
  });

  it("sets from how many points each level is reached", async () => {
    const staff = await makeStaff(testDb, "admin");
    await beginDraft(staff);
    doneOf(await editLevels(testDb, staff, newKey(), { revision: 1, preparing: 35, ready: 75, exporting: 90 }));
    const scores = (await modelOf("2027-1")).levels.map(({ minimumScore }) => minimumScore);
    expect(scores).toEqual([0, 35, 75, 90]);
  });

  it("is thrown away with everything that was tried with it", async () => {
    const staff = await makeStaff(testDb, "admin");
    await beginDraft(staff);
    doneOf(await discardDraft(testDb, staff, newKey(), { revision: 1 }));
    expect((await listCriteriaVersions(testDb, "en")).map(({ version }) => version)).toEqual(["1"]);
    expect(await actionsOn("2027-1")).toContain("discard-criteria-draft");
  });

  it("touches neither sellers nor what papers they bring before it is published", async () => {
    const staff = await makeStaff(testDb, "admin");
    const { sellerId } = await makeApprovedSeller(testDb);
    await makePublishedListing(testDb, { sellerId });
    const seen = async () => {
      await recomputeReadiness(testDb, [sellerId], { now: FACTORY_NOW });
      const row = await testDb
        .selectFrom("readinessResults")
        .select(["score", "level", "criteriaVersion", "breakdown"])
        .where("sellerId", "=", sellerId)
        .executeTakeFirstOrThrow();
      const page = await openReadiness(testDb, { sellerId, locale: "en", mayManage: true }, FACTORY_NOW);
      return { row, dimensions: page?.dimensions, papers: await evidenceTypes(testDb) };
    };
    const before = await seen();
    await beginDraft(staff);
    doneOf(await editLevels(testDb, staff, newKey(), { revision: 1, preparing: 1, ready: 2, exporting: 3 }));
    doneOf(await changeCriterion(staff, "PA-01", { isOn: false }));
    doneOf(await changeCriterion(staff, "OF-02", { weight: 100, titleEn: "Nothing but pictures" }));
    expect(await seen()).toEqual(before);
  });

  it("stays as staff have written it when a release brings words of a version of that name", async () => {
    const staff = await makeStaff(testDb, "admin");
    await testDb.updateTable("readinessModels").set({ version: "0" }).execute();
    await beginDraft(staff, "1");
    doneOf(await changeCriterion(staff, "PA-01", { weight: 9 }));
    await testDb
      .updateTable("referenceLoads")
      .set({ sha256: "0".repeat(64) })
      .where("name", "=", "readiness-criteria.json")
      .execute();
    await loadReferenceData(testDb);
    expect((await modelOf("1")).criteria.find(({ id }) => id === "PA-01")?.weight).toBe(9);
    await testDb.deleteFrom("readinessModels").where("version", "=", "1").execute();
    await testDb.updateTable("readinessModels").set({ version: "1" }).execute();
  });
});

describe("what a form of the criteria says", () => {
  const mistakesOf = (parsed: { success: boolean; error?: { issues: { path: PropertyKey[]; message: string }[] } }) =>
    parsed.error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];

  it("takes levels that rise, and names the one that does not", () => {
    const levels = { revision: "1", preparing: "30", ready: "30", exporting: "80" };
    expect(mistakesOf(levelsInput.safeParse(levels))).toEqual([expect.stringMatching(/^ready: .*30/)]);
    expect(mistakesOf(levelsInput.safeParse({ ...levels, ready: "101" }))).toEqual([
      expect.stringMatching(/^ready: .*1.*100/),
    ]);
    expect(levelsInput.safeParse({ ...levels, ready: "60" }).success).toBe(true);
  });

  it("wants a whole weight and every text in three languages", () => {
    const texts = Object.fromEntries(
      ["title", "why", "nextAction"].flatMap((name) => ["Az", "En", "Ru"].map((locale) => [name + locale, "x"])),
    );
    const form = { revision: "1", weight: "5", isOn: "on", ...texts };
    expect(criterionInput.safeParse(form).success).toBe(true);
    expect(mistakesOf(criterionInput.safeParse({ ...form, weight: "-1" }))).toEqual([
      expect.stringMatching(/^weight: .*1.*100/),
    ]);
    expect(mistakesOf(criterionInput.safeParse({ ...form, weight: "2.5", validityMonths: "0" }))).toHaveLength(2);
    const { whyRu: _whyRu, ...twoLanguages } = form as Record<string, string>;
    expect(mistakesOf(criterionInput.safeParse(twoLanguages))).toEqual([expect.stringMatching(/^whyRu: /)]);
  });
});

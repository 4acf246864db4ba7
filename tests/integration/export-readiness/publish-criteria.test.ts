import { beforeEach, describe, expect, it } from "vitest";
import {
  askForPreview,
  discardDraft,
  editLevels,
  exportPreview,
  makePreview,
  openPreview,
  publishDraft,
  recomputeReadiness,
  recomputeStale,
} from "~/modules/export-readiness/index.server";
import { readinessReference } from "~/modules/export-readiness/reference.server";
import type { StaffActor } from "~/platform/session/actors.server";
import { FACTORY_NOW, makeApprovedSeller, makePublishedListing, makeStaff } from "~db/factories";
import {
  askPreview,
  beginDraft,
  changeCriterion,
  jobsUnder,
  onlyFirstVersion,
  previewed,
  revisionOfDraft,
} from "~tests/support/criteria";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { doneOf } from "~tests/support/shop";
import { waitFor } from "~tests/support/waiting";

beforeEach(onlyFirstVersion);

const PAGE = { locale: "en", page: 1, pageSize: 50 } as const;

const outcomes = (previewId: string) =>
  testDb.selectFrom("readinessPreviewOutcomes").select("sellerId").where("previewId", "=", previewId).execute();

const statuses = async () => {
  const rows = await testDb.selectFrom("readinessModels").select(["version", "status"]).orderBy("version").execute();
  return rows.map(({ version, status }) => `${version} ${status}`);
};

/** A draft by which every shop with a listing abroad reaches the second level. */
async function makeEasyDraft() {
  const staff = await makeStaff(testDb, "admin");
  await beginDraft(staff);
  doneOf(await changeCriterion(staff, "ID-01", { isOn: false }));
  doneOf(await changeCriterion(staff, "ID-03", { isOn: false }));
  doneOf(
    await editLevels(testDb, staff, newKey(), {
      revision: await revisionOfDraft(),
      preparing: 1,
      ready: 98,
      exporting: 99,
    }),
  );
  return staff;
}

async function makeShop(name = "Mis atelyesi") {
  const { sellerId } = await makeApprovedSeller(testDb, { name });
  await makePublishedListing(testDb, { sellerId });
  await recomputeReadiness(testDb, [sellerId], { now: FACTORY_NOW });
  return sellerId;
}

const levelOf = async (sellerId: string) => {
  const row = await testDb
    .selectFrom("readinessResults")
    .select(["level", "criteriaVersion"])
    .where("sellerId", "=", sellerId)
    .executeTakeFirstOrThrow();
  return `${row.level} by ${row.criteriaVersion}`;
};

const publish = async (staff: StaffActor, revision?: number, key = newKey()) =>
  publishDraft(testDb, staff, key, { revision: revision ?? (await revisionOfDraft()) }, FACTORY_NOW);

describe("looking at who would move by a draft", () => {
  it("judges all by both, and changes nobody", async () => {
    const sellerId = await makeShop();
    const staff = await makeEasyDraft();
    await previewed(staff);
    const preview = await openPreview(testDb, PAGE);
    expect(preview?.state.status).toBe("finished");
    expect(preview?.counts?.up).toBeGreaterThan(0);
    expect(preview?.rows.find((row) => row.sellerId === sellerId)).toMatchObject({
      from: "Exploring",
      to: "Preparing",
      direction: "up",
    });
    expect(await levelOf(sellerId)).toBe("exploring by 1");
  });

  it("takes as many rounds as there are sellers, and goes on where it was broken off", async () => {
    for (let at = 0; at < 55; at += 1) await makeApprovedSeller(testDb);
    const staff = await makeEasyDraft();
    const previewId = await askPreview(staff);
    const stop = new AbortController();
    const broken = makePreview(testDb, previewId, {
      now: FACTORY_NOW,
      signal: {
        throwIfAborted: () => (stop.signal.aborted ? stop.signal.throwIfAborted() : stop.abort()),
      } as AbortSignal,
    });
    await expect(broken).rejects.toThrow(/aborted/);
    expect(await outcomes(previewId)).toHaveLength(50);
    expect((await openPreview(testDb, PAGE))?.state).toMatchObject({ status: "under-way", judged: 50 });

    await makePreview(testDb, previewId, { now: FACTORY_NOW });
    const { count } = await testDb
      .selectFrom("sellers")
      .select((eb) => eb.fn.countAll<bigint>().as("count"))
      .executeTakeFirstOrThrow();
    expect(await outcomes(previewId)).toHaveLength(Number(count));
  });

  it("is one preview of one state, whoever asks, and ends when the draft changes", async () => {
    await makeShop();
    const staff = await makeEasyDraft();
    const [first, second] = [await askPreview(staff), await askPreview(staff)];
    expect(second).toBe(first);
    expect(await jobsUnder(`preview-criteria:${first}`)).toBe(1);
    doneOf(await changeCriterion(staff, "PA-01", { weight: 9 }));
    await makePreview(testDb, first, { now: FACTORY_NOW });
    expect(await outcomes(first)).toEqual([]);
    expect((await openPreview(testDb, PAGE))?.state.status).toBe("outdated");
    expect(await previewed(staff)).not.toBe(first);
  });

  it("is made anew when it is asked for again", async () => {
    const staff = await makeEasyDraft();
    const first = await previewed(staff);
    const sellerId = await makeShop();
    const second = await previewed(staff);
    expect(second).not.toBe(first);
    expect(await outcomes(second)).toContainEqual({ sellerId });
  });

  it("is made by one worker at a time", async () => {
    const staff = await makeEasyDraft();
    const previewId = await askPreview(staff);
    await waitFor(
      (trx) => trx.selectFrom("readinessPreviews").select("id").where("id", "=", previewId).forNoKeyUpdate().execute(),
      () => makePreview(testDb, previewId, { now: FACTORY_NOW }),
      (trx) =>
        trx.updateTable("readinessPreviews").set({ finishedAt: FACTORY_NOW }).where("id", "=", previewId).execute(),
    );
    expect(await outcomes(previewId)).toEqual([]);
  });

  it("needs a draft, and the state that was on the screen", async () => {
    const staff = await makeStaff(testDb, "admin");
    expect(await askForPreview(testDb, staff, newKey(), { revision: 1 })).toEqual({
      ok: false,
      refusal: "draft-missing",
    });
    await beginDraft(staff);
    expect(await askForPreview(testDb, staff, newKey(), { revision: 7 })).toEqual({
      ok: false,
      refusal: "changed-elsewhere",
    });
  });

  it("is a table for a spreadsheet, in which no name is a formula; who took it is recorded", async () => {
    const staff = await makeEasyDraft();
    expect(await exportPreview(testDb, staff, "en")).toBeUndefined();
    await makeShop('=HYPERLINK("x")');
    await previewed(staff);
    const text = await exportPreview(testDb, staff, "en");
    expect(text?.startsWith("\uFEFFSeller,Level before,Level after,Score now,Score then\r\n")).toBe(true);
    expect(text).toContain(`"'=HYPERLINK(""x"")",Exploring,Preparing,`);
    const { actorId } = await testDb
      .selectFrom("auditEntries")
      .select("actorId")
      .where("action", "=", "export-readiness-list")
      .where("subjectId", "=", "preview")
      .executeTakeFirstOrThrow();
    expect(actorId).toBe(staff.userId);
  });
});

describe("publishing criteria", () => {
  it("retires the former ones and has everybody judged anew", async () => {
    const sellerId = await makeShop();
    const staff = await makeEasyDraft();
    await previewed(staff);
    doneOf(await publish(staff));
    expect(await statuses()).toEqual(["1 retired", "2027-1 published"]);
    // Pages of this process go by it at once.
    expect((await readinessReference(testDb)).model.version).toBe("2027-1");
    expect(await jobsUnder("recompute-stale-readiness")).toBe(1);
    await recomputeStale(testDb, { now: FACTORY_NOW });
    expect(await levelOf(sellerId)).toBe("preparing by 2027-1");
    const { publishedBy } = await testDb
      .selectFrom("readinessModels")
      .select("publishedBy")
      .where("version", "=", "2027-1")
      .executeTakeFirstOrThrow();
    expect(publishedBy).toBe(staff.userId);
    const entries = testDb.selectFrom("auditEntries").select("subjectId").where("action", "=", "publish-criteria");
    expect(await entries.execute()).toContainEqual({ subjectId: "2027-1" });
  });

  it("is refused before it was seen who moves, and after the draft has changed since", async () => {
    const staff = await makeEasyDraft();
    const unseen = { ok: false, refusal: "not-previewed" };
    expect(await publish(staff)).toEqual(unseen);
    await askPreview(staff);
    expect(await publish(staff)).toEqual(unseen);
    await previewed(staff);
    doneOf(await changeCriterion(staff, "PA-01", { weight: 9 }));
    expect(await publish(staff)).toEqual(unseen);
    expect(await statuses()).toEqual(["1 published", "2027-1 draft"]);
  });

  it("is refused when the draft is not what was on the screen, or is gone", async () => {
    const staff = await makeEasyDraft();
    await previewed(staff);
    expect(await publish(staff, 1)).toEqual({ ok: false, refusal: "changed-elsewhere" });
    doneOf(await discardDraft(testDb, staff, newKey(), { revision: await revisionOfDraft() }));
    expect(await publish(staff, 1)).toEqual({ ok: false, refusal: "draft-missing" });
  });

  it("is done once by two windows at once", async () => {
    const staff = await makeEasyDraft();
    await previewed(staff);
    const revision = await revisionOfDraft();
    const both = await Promise.all([publish(staff, revision), publish(staff, revision)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual({ ok: false, refusal: "draft-missing" });
    expect(await statuses()).toEqual(["1 retired", "2027-1 published"]);
  });

  it("leaves one version that counts, whatever is written", async () => {
    const second = {
      version: "2",
      status: "published",
      content: "{}",
      createdAt: FACTORY_NOW,
      publishedAt: FACTORY_NOW,
    };
    await expect(testDb.insertInto("readinessModels").values(second).execute()).rejects.toThrow(
      /readiness_models_one_published/,
    );
  });

  it("waits for whoever is changing the draft", async () => {
    const staff = await makeEasyDraft();
    await previewed(staff);
    const revision = await revisionOfDraft();
    const late = await waitFor(
      (trx) => trx.selectFrom("readinessModels").select("version").where("status", "=", "draft").forUpdate().execute(),
      () => publish(staff, revision),
      (trx) =>
        trx
          .updateTable("readinessModels")
          .set({ revision: revision + 1 })
          .where("status", "=", "draft")
          .execute(),
    );
    expect(late).toEqual({ ok: false, refusal: "changed-elsewhere" });
  });

  it("waits for a judgement that is under way, so that the job after it finds everybody", async () => {
    const staff = await makeEasyDraft();
    await previewed(staff);
    const revision = await revisionOfDraft();
    const published = await waitFor(
      (trx) =>
        trx.selectFrom("readinessModels").select("version").where("status", "=", "published").forShare().execute(),
      () => publish(staff, revision),
    );
    expect(published.ok).toBe(true);
  });

  it("counts at once for a process that still holds the former criteria", async () => {
    const sellerId = await makeShop();
    const staff = await makeEasyDraft();
    await previewed(staff);
    // As another process would do it: what this one keeps is not forgotten.
    await testDb.updateTable("readinessModels").set({ status: "retired" }).where("version", "=", "1").execute();
    const at = { publishedAt: FACTORY_NOW, publishedBy: staff.userId };
    await testDb
      .updateTable("readinessModels")
      .set({ status: "published", ...at })
      .where("version", "=", "2027-1")
      .execute();
    await recomputeReadiness(testDb, [sellerId], { now: FACTORY_NOW });
    expect(await levelOf(sellerId)).toBe("preparing by 2027-1");
  });

  it("is judged by, also when a judgement waited for the publication", async () => {
    const sellerId = await makeShop();
    const staff = await makeEasyDraft();
    await previewed(staff);
    const at = { publishedAt: FACTORY_NOW, publishedBy: staff.userId };
    await waitFor(
      (trx) => trx.updateTable("readinessModels").set({ status: "retired" }).where("version", "=", "1").execute(),
      () => recomputeReadiness(testDb, [sellerId], { now: FACTORY_NOW }),
      (trx) =>
        trx
          .updateTable("readinessModels")
          .set({ status: "published", ...at })
          .where("version", "=", "2027-1")
          .execute(),
    );
    expect(await levelOf(sellerId)).toBe("preparing by 2027-1");
  });
});

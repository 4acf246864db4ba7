import { sql } from "kysely";
import {
  askForPreview,
  editCriterion,
  makePreview,
  openDraft,
  openDraftCriterion,
  startDraft,
} from "~/modules/export-readiness/index.server";
import { forgetReference } from "~/modules/export-readiness/reference.server";
import type { StaffActor } from "~/platform/session/actors.server";
import { loadReferenceData } from "~db/reference/load";
import { FACTORY_NOW } from "~db/factories";
import { testDb } from "./database";
import { newKey } from "./form-key";
import { doneOf } from "./shop";

/** Puts the criteria back to the one version that came with the site. */
export async function onlyFirstVersion(): Promise<void> {
  await loadReferenceData(testDb);
  await testDb.deleteFrom("readinessModels").where("version", "<>", "1").execute();
  await testDb.updateTable("readinessModels").set({ status: "published" }).execute();
  await sql`select graphile_worker.remove_job('recompute-stale-readiness')`.execute(testDb);
  forgetReference(testDb);
}

export async function beginDraft(staff: StaffActor, version = "2027-1"): Promise<void> {
  doneOf(await startDraft(testDb, staff, newKey(), { version }, FACTORY_NOW));
}

/** The state in which the draft is. */
export async function revisionOfDraft(): Promise<number> {
  return (await openDraft(testDb, "en"))?.revision ?? 0;
}

/** What the form of a criterion would send if nothing were changed. */
export async function criterionForm(criterionId: string) {
  const found = await openDraftCriterion(testDb, criterionId, "en");
  if (!found) throw new Error(`the draft has no ${criterionId}`);
  const { weight, validityMonths, isOn, ...texts } = found.stored;
  return {
    ...texts,
    criterionId,
    revision: found.revision,
    weight: Number(weight),
    validityMonths: validityMonths === undefined ? undefined : Number(validityMonths),
    isOn: isOn === "on",
  };
}

type Changes = Partial<Awaited<ReturnType<typeof criterionForm>>>;

export async function changeCriterion(staff: StaffActor, criterionId: string, changes: Changes) {
  const form = await criterionForm(criterionId);
  return editCriterion(testDb, staff, newKey(), { ...form, ...changes }, FACTORY_NOW);
}

/** Asks who would move by the draft, without making it. @returns the preview's id */
export async function askPreview(staff: StaffActor): Promise<string> {
  doneOf(await askForPreview(testDb, staff, newKey(), { revision: await revisionOfDraft() }, FACTORY_NOW));
  const { id } = await testDb
    .selectFrom("readinessPreviews")
    .select("id")
    .orderBy("revision", "desc")
    .executeTakeFirstOrThrow();
  return id;
}

export async function previewed(staff: StaffActor): Promise<string> {
  const previewId = await askPreview(staff);
  await makePreview(testDb, previewId, { now: FACTORY_NOW });
  return previewId;
}

/** How many jobs wait under a key. */
export async function jobsUnder(key: string): Promise<number> {
  const { rows } = await sql`select 1 from graphile_worker.jobs where key = ${key}`.execute(testDb);
  return rows.length;
}

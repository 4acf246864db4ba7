import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { done, refused, type Result } from "~/platform/result";
import type { StaffActor } from "~/platform/session/actors.server";
import { readModelContent, type ModelContent } from "../model";
import { lockDraft, type DraftRow } from "./draft-row.server";
import type { CriterionInput, LevelsInput } from "./schema.server";
import type { EditDraftRefusal, StartDraftRefusal } from "./types";

/** Begins a version as a copy of the one that counts. There is one draft at a time, and no version has the name of another. */
export function startDraft(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  { version }: { version: string },
  now = clock(),
): Promise<Result<null, StartDraftRefusal>> {
  return once<null, StartDraftRefusal>(db, `staff ${staff.userId}`, formKey, async (trx) => {
    const published = await trx
      .selectFrom("readinessModels")
      .select(["version", "content"])
      .where("status", "=", "published")
      .executeTakeFirstOrThrow();
    const content = readModelContent(published.content);
    const made = await trx
      .insertInto("readinessModels")
      .values({
        version,
        status: "draft",
        content: JSON.stringify({ ...content, meta: { ...content.meta, version } }),
        basedOn: published.version,
        createdAt: now,
        createdBy: staff.userId,
      })
      // Two who begin at once: the keys of the table let one of them.
      .onConflict((conflict) => conflict.doNothing())
      .returning("version")
      .executeTakeFirst();
    if (!made) return refused((await lockDraft(trx)) ? "draft-exists" : "version-taken");
    await recordAudit(trx, {
      actor: { kind: "staff", id: staff.userId },
      action: "start-criteria-draft",
      subject: { kind: "criteria", id: version },
      after: { basedOn: published.version },
    });
    return done(null);
  });
}

type Change = (draft: DraftRow) => Result<{ content: ModelContent; before: Changed; after: Changed }, EditDraftRefusal>;
type Changed = Record<string, unknown>;

/** Changes the draft, unless somebody has changed it since it was looked at; who would move has to be looked at anew. */
function editDraft(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  { revision, now }: { revision: number; now: Date },
  change: Change,
): Promise<Result<null, EditDraftRefusal>> {
  return once<null, EditDraftRefusal>(db, `staff ${staff.userId}`, formKey, async (trx) => {
    const draft = await lockDraft(trx);
    if (!draft) return refused("draft-missing");
    if (draft.revision !== revision) return refused("changed-elsewhere");
    const changed = change(draft);
    if (!changed.ok) return changed;
    const { content, before, after } = changed.value;
    await trx
      .updateTable("readinessModels")
      .set({
        content: JSON.stringify(content),
        revision: revision + 1,
        editedAt: now,
        editedBy: staff.userId,
      })
      .where("version", "=", draft.version)
      .execute();
    await recordAudit(trx, {
      actor: { kind: "staff", id: staff.userId },
      action: "edit-criteria-draft",
      subject: { kind: "criteria", id: draft.version },
      before,
      after,
    });
    return done(null);
  });
}

/** Sets the least score of each level but the lowest, which takes everybody. */
export function editLevels(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  { revision, ...chosen }: LevelsInput,
  now = clock(),
): Promise<Result<null, EditDraftRefusal>> {
  return editDraft(db, staff, formKey, { revision, now }, ({ content }) => {
    const scores: Readonly<Record<string, number>> = chosen;
    const levels = content.levels.map((level) => ({ ...level, min_score: scores[level.id] ?? level.min_score }));
    const scoresOf = (all: ModelContent["levels"]) =>
      Object.fromEntries(all.map(({ id, min_score }) => [id, min_score]));
    return done({
      content: { ...content, levels },
      before: { leastScores: scoresOf(content.levels) },
      after: { leastScores: scoresOf(levels) },
    });
  });
}

/** Sets what one criterion weighs, how long its paper counts, whether it is on, and what people read of it. */
export function editCriterion(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  { revision, criterionId, ...given }: CriterionInput & { criterionId: string },
  now = clock(),
): Promise<Result<null, EditDraftRefusal>> {
  return editDraft(db, staff, formKey, { revision, now }, ({ content }) => {
    const old = content.criteria.find(({ id }) => id === criterionId);
    if (!old) return refused("criterion-missing");
    const own = {
      ...old,
      weight: given.weight,
      is_on: given.isOn,
      // Only what asks for a paper has a time for which it counts.
      validity_months: old.document_type === null ? null : (given.validityMonths ?? old.validity_months),
      title: { az: given.titleAz, en: given.titleEn, ru: given.titleRu },
      why: { az: given.whyAz, en: given.whyEn, ru: given.whyRu },
      next_action: { az: given.nextActionAz, en: given.nextActionEn, ru: given.nextActionRu },
    };
    const criteria = content.criteria.map((one) => (one.id === criterionId ? own : one));
    if (criteria.every(({ is_on }) => is_on === false)) return refused("last-criterion");
    return done({
      content: { ...content, criteria },
      before: { criterion: criterionId, ...factsOf(old) },
      after: { criterion: criterionId, ...factsOf(own) },
    });
  });
}

type Written = ModelContent["criteria"][number];

const factsOf = ({ weight, validity_months, is_on = true, title }: Written): Changed => ({
  weight,
  validityMonths: validity_months,
  isOn: is_on,
  title: title.az,
});

/** Throws the draft away with everything that was tried with it. */
export function discardDraft(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  { revision }: { revision: number },
): Promise<Result<null, EditDraftRefusal>> {
  return once<null, EditDraftRefusal>(db, `staff ${staff.userId}`, formKey, async (trx: Trx) => {
    const draft = await lockDraft(trx);
    if (!draft) return refused("draft-missing");
    if (draft.revision !== revision) return refused("changed-elsewhere");
    await trx
      .deleteFrom("readinessModels")
      .where("version", "=", draft.version)
      .where("status", "=", "draft")
      .execute();
    await recordAudit(trx, {
      actor: { kind: "staff", id: staff.userId },
      action: "discard-criteria-draft",
      subject: { kind: "criteria", id: draft.version },
      before: { revision },
    });
    return done(null);
  });
}

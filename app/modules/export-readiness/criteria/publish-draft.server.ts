import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { enqueue } from "~/platform/jobs/enqueue.server";
import { done, refused, type Result } from "~/platform/result";
import type { StaffActor } from "~/platform/session/actors.server";
import { forgetReference } from "../reference.server";
import { findFinishedPreview, lockDraft } from "./draft-row.server";
import type { PublishRefusal } from "./types";

/**
 * Makes the draft what everybody is judged by, and has everybody judged anew. Only a draft of which it was seen, in this very
 * state, who would move.
 */
export async function publishDraft(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  { revision }: { revision: number },
  now = clock(),
): Promise<Result<null, PublishRefusal>> {
  const published = await once<null, PublishRefusal>(db, `staff ${staff.userId}`, formKey, async (trx) => {
    const draft = await lockDraft(trx);
    if (!draft) return refused("draft-missing");
    if (draft.revision !== revision) return refused("changed-elsewhere");
    if (!(await findFinishedPreview(trx, draft))) return refused("not-previewed");
    const { version } = draft;
    const former = await trx
      .updateTable("readinessModels")
      .set({ status: "retired" })
      .where("status", "=", "published")
      .returning("version")
      .executeTakeFirst();
    await trx
      .updateTable("readinessModels")
      .set({ status: "published", publishedAt: now, publishedBy: staff.userId })
      .where("version", "=", version)
      .where("status", "=", "draft")
      .where("revision", "=", revision)
      .execute();
    // All of them were judged by other criteria from here on, which is what this job looks for.
    await enqueue(trx, "recompute-stale-readiness", {}, { jobKey: "recompute-stale-readiness" });
    await recordAudit(trx, {
      actor: { kind: "staff", id: staff.userId },
      action: "publish-criteria",
      subject: { kind: "criteria", id: version },
      before: { published: former?.version },
      after: { published: version },
    });
    return done(null);
  });
  // Other processes see it as soon as they judge: who judges asks which criteria count.
  if (published.ok) forgetReference(db);
  return published;
}

import { sql } from "kysely";
import { recordAudit } from "~/platform/audit/audit.server";
import { dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { enqueue } from "~/platform/jobs/enqueue.server";
import { done, refused, type Result } from "~/platform/result";
import type { StaffActor } from "~/platform/session/actors.server";
import { collectFacts } from "../collect-facts.server";
import { judge } from "../judge";
import { parseReadinessModel } from "../model";
import { holdReference, type ReadinessReference } from "../reference.server";
import { lockDraft } from "./draft-row.server";
import type { EditDraftRefusal } from "./types";

/** Sellers that are judged between two notes of how far it has come. */
const BATCH = 50;

const SELLERS = sql<number>`(select count(*) from sellers)`;

/**
 * Has every seller judged by the draft as it is at this moment, beside the traffic. Of one state of the draft there is one
 * preview: asked for again, one that is under way goes on and a finished one is made anew, since sellers have moved meanwhile.
 */
export function askForPreview(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  { revision }: { revision: number },
  now = clock(),
): Promise<Result<null, EditDraftRefusal>> {
  return once<null, EditDraftRefusal>(db, `staff ${staff.userId}`, formKey, async (trx) => {
    const draft = await lockDraft(trx);
    if (!draft) return refused("draft-missing");
    if (draft.revision !== revision) return refused("changed-elsewhere");
    const { version } = draft;
    await trx
      .deleteFrom("readinessPreviews")
      .where("version", "=", version)
      .where((eb) => eb.or([eb("revision", "<>", revision), eb("finishedAt", "is not", null)]))
      .execute();
    const { id: previewId } = await trx
      .insertInto("readinessPreviews")
      .values({ version, revision, askedAt: now, askedBy: staff.userId, sellerCount: SELLERS })
      .onConflict((conflict) => conflict.columns(["version", "revision"]).doUpdateSet({ askedAt: now }))
      .returning("id")
      .executeTakeFirstOrThrow();
    await enqueue(trx, "preview-criteria", { previewId }, { jobKey: `preview-criteria:${previewId}`, maxAttempts: 5 });
    await recordAudit(trx, {
      actor: { kind: "staff", id: staff.userId },
      action: "preview-criteria-draft",
      subject: { kind: "criteria", id: version },
      after: { revision },
    });
    return done(null);
  });
}

type Options = { now?: Date; signal?: AbortSignal | undefined };

/**
 * Judges all sellers by the published criteria and by a draft, on the same facts and the same day, and keeps both outcomes
 * beside everything that counts. One that was broken off goes on where it was; one whose draft has changed ends.
 */
export async function makePreview(db: Db, previewId: string, { now = clock(), signal }: Options = {}): Promise<void> {
  for (;;) {
    signal?.throwIfAborted();
    const isMore = await db
      .transaction()
      .execute(async (trx) => judgeBatch(trx, previewId, await holdReference(db, trx), now));
    if (!isMore) return;
  }
}

async function judgeBatch(trx: Trx, previewId: string, published: ReadinessReference, now: Date): Promise<boolean> {
  const asked = await findUnfinished(trx, previewId);
  if (!asked) return false;
  const ids = await listUnjudged(trx, previewId);
  const drafted = { ...published, model: parseReadinessModel(asked.content) };
  const facts = await collectFacts(trx, ids);
  const today = dayInBaku(now);
  const outcomes = facts.map((own) => {
    const [before, after] = [judge(own, published, today).score, judge(own, drafted, today).score];
    return {
      ...{ previewId, sellerId: own.sellerId },
      ...{ fromLevel: before.level, fromScore: before.score, toLevel: after.level, toScore: after.score },
    };
  });
  if (outcomes.length > 0) {
    await trx
      .insertInto("readinessPreviewOutcomes")
      .values(outcomes)
      .onConflict((conflict) => conflict.columns(["previewId", "sellerId"]).doNothing())
      .execute();
  }
  const isMore = ids.length === BATCH;
  await trx
    .updateTable("readinessPreviews")
    .set({
      judgedCount: sql<number>`(select count(*) from readiness_preview_outcomes where preview_id = ${previewId})`,
      sellerCount: SELLERS,
      ...(isMore ? {} : { finishedAt: now }),
    })
    .where("id", "=", previewId)
    .execute();
  return isMore;
}

/** The draft of a preview that is still to be made, held against another worker; undefined when there is nothing to do. */
function findUnfinished(trx: Trx, previewId: string) {
  return trx
    .selectFrom("readinessPreviews")
    .innerJoin("readinessModels", (join) =>
      join
        .onRef("readinessModels.version", "=", "readinessPreviews.version")
        .onRef("readinessModels.revision", "=", "readinessPreviews.revision")
        .on("readinessModels.status", "=", "draft"),
    )
    .select("readinessModels.content")
    .where("readinessPreviews.id", "=", previewId)
    .where("finishedAt", "is", null)
    .forUpdate("readinessPreviews")
    .executeTakeFirst();
}

async function listUnjudged(trx: Trx, previewId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom("sellers")
    .select("id")
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("readinessPreviewOutcomes")
            .select("sellerId")
            .where("previewId", "=", previewId)
            .whereRef("readinessPreviewOutcomes.sellerId", "=", "sellers.id"),
        ),
      ),
    )
    .orderBy("id")
    .limit(BATCH)
    .execute();
  return rows.map(({ id }) => id);
}
